"""Line strip: what the mouse does in a strip of signs beside the lines of a pane."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from annotator.core.span import ReadingSpan
from annotator.qt.reader.selecting import Selecting
from annotator.qt.reader.tips import as_html


class LineStrip(QObject):
    """Tells of lines that have a sign, and lets them be clicked.

    `line_at` gives what stands on the line whose sign is at a point, `describe` the plain text of
    the tip for a line. Signal: `line_clicked` with the
    ReadingSpan of the line whose sign was clicked.
    """

    line_clicked = Signal(object)

    def __init__(
        self, selecting: Selecting, line_at: Callable[[QPointF], ReadingSpan | None]
    ) -> None:
        super().__init__(selecting.viewport)
        self.line_at = line_at
        self._selecting = selecting
        self._viewport = selecting.viewport
        self._is_over = False
        self.describe: Callable[[ReadingSpan], str] = lambda _line: ""
        self._viewport.setMouseTracking(True)
        self._viewport.installEventFilter(self)

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
        """Return whether the event was for the strip; drags that began elsewhere go on."""
        line = self.line_at(event.position())
        if event.type() == QEvent.Type.MouseMove and not event.buttons():
            return self._point_at(is_over=line is not None)
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self.line_clicked.emit(line)
            return True
        return event.type() == QEvent.Type.MouseButtonDblClick

    def _point_at(self, *, is_over: bool) -> bool:
        """Show whether a click would do something; another strip need not know of it then."""
        if is_over:
            self._viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._is_over:
            self._viewport.setCursor(Qt.CursorShape.IBeamCursor)
        self._is_over = is_over
        return is_over
