"""Shared lines: what the mouse does in the sharing gutter of a pane."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from annotator.core.passage import SharedStretch
from annotator.core.span import ReadingSpan
from annotator.qt.reader.selecting import Selecting
from annotator.qt.reader.tips import as_html


class SharedLines(QObject):
    """Shows which lines of a text others share.

    `describe` gives the plain text of the tip for a line. Signal: `line_clicked` with the
    ReadingSpan of the line whose bar was clicked.
    """

    line_clicked = Signal(object)

    def __init__(self, selecting: Selecting) -> None:
        super().__init__(selecting.viewport)
        self._selecting = selecting
        self._viewport = selecting.viewport
        self._is_over = False
        self.describe: Callable[[ReadingSpan], str] = lambda _line: ""
        self._viewport.setMouseTracking(True)
        self._viewport.installEventFilter(self)

    def show(self, stretches: Sequence[SharedStretch]) -> None:
        """Show what other texts share of this one; the stretches do not overlap."""
        self._selecting.view.decorations.set_shared(stretches)
        self._viewport.update()

    def line_at(self, point: QPointF) -> ReadingSpan | None:
        """Return what stands on the shared line whose bar is here."""
        gutter = self._selecting.view.painting.gutter
        return gutter.line_at(point) if gutter else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self.line_at(QPointF(event.pos()))
            if line is not None:
                html = as_html(self.describe(line), QToolTip.font())
                QToolTip.showText(event.globalPos(), html, self._viewport)
                return True
        elif isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        return super().eventFilter(watched, event)

    def _take_mouse(self, event: QMouseEvent) -> bool:
        """Return whether the event was for the gutter; drags that began elsewhere go on."""
        line = self.line_at(event.position())
        if event.type() == QEvent.Type.MouseMove and not event.buttons():
            self._point_at(line is not None)
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self.line_clicked.emit(line)
            return True
        return event.type() == QEvent.Type.MouseButtonDblClick

    def _point_at(self, is_over: bool) -> None:
        if is_over != self._is_over:
            self._is_over = is_over
            shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.IBeamCursor
            self._viewport.setCursor(shape)
