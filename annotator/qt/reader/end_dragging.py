"""Moving the ends of the active annotation with the mouse."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from annotator.qt.reader.autoscroll import Autoscroll
from annotator.qt.reader.end_handles import End, end_at, moved
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.selecting import Selecting
from annotator.qt.reader.text_view import TextView

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


@dataclass(frozen=True, slots=True)
class _Drag:
    """The end that is dragged, and the highlight in its text before that."""

    view: TextView
    highlight: Highlight
    end: End


class EndDragging(QObject):
    """Takes the mouse from the pane while it is on a handle; Escape leaves all as it was.

    Signals: `ends_moved` with an annotation id and its new ReadingSpan, once the button is up;
    `scrolled` with pixels down.
    """

    ends_moved = Signal(str, object)
    scrolled = Signal(int)

    # While a pane is being collected, Qt still asks a filter that has lost its own attributes.
    _drag: _Drag | None = None

    def __init__(
        self, pane: QWidget, selecting: Selecting, preview: Callable[[Highlight], None]
    ) -> None:
        super().__init__(pane)
        self._selecting = selecting
        self._preview = preview
        self._mouse_at = QPointF()
        self._autoscroll = Autoscroll(self)
        self._autoscroll.scrolled.connect(self._on_autoscroll)
        selecting.viewport.setMouseTracking(True)
        selecting.viewport.installEventFilter(self)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and watched is self._selecting.viewport:
            return self._take_mouse(event)
        if self._drag is None:
            return False
        if event.type() == QEvent.Type.FocusOut:
            self._cancel()
        elif isinstance(event, QKeyEvent) and event.type() in _KEYS:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._cancel()
            return True
        return False

    def _take_mouse(self, event: QMouseEvent) -> bool:
        if event.type() in _PRESSES and event.button() == Qt.MouseButton.LeftButton:
            return self._start(event.position())
        if event.type() == QEvent.Type.MouseMove:
            if self._drag is None:
                if not event.buttons():
                    self._show_cursor(event.position())
                return False
            self._mouse_at = event.position()
            self._autoscroll.follow(self._mouse_at.y(), self._drag.view.column.frame.height)
            self._follow_mouse()
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._drag is not None:
            self._finish()
            return True
        return False

    def _start(self, position: QPointF) -> bool:
        view = self._selecting.view
        active, end = view.decorations.active, self._end_at(position)
        if active is None or end is None:
            return False
        self._drag = _Drag(view, active, end)
        return True

    def _follow_mouse(self) -> None:
        """Show the highlight as it would be if the button came up here."""
        drag = self._drag
        if drag is None or drag.view is not self._selecting.view:
            self._stop()
            return
        steps, span = drag.view.steps, drag.highlight.span
        place = steps.snapped(drag.view.geometry.caret_at(self._mouse_at).offset)
        if drag.end is End.START:
            nearest = steps.previous_character(span.end)
        else:
            nearest = steps.next_character(span.start)
        wanted = moved(span, drag.end, place, nearest=nearest)
        self._preview(replace(drag.highlight, span=wanted))

    def _finish(self) -> None:
        drag = self._drag
        shown = self._selecting.view.decorations.active
        self._cancel()
        if drag is not None and shown is not None and shown.span != drag.highlight.span:
            self.ends_moved.emit(shown.annotation_id, shown.span)

    def _cancel(self) -> None:
        drag = self._drag
        self._stop()
        if drag is not None and drag.view is self._selecting.view:
            self._preview(drag.highlight)

    def _stop(self) -> None:
        self._drag = None
        self._autoscroll.stop()

    def _end_at(self, position: QPointF) -> End | None:
        view = self._selecting.view
        active = view.decorations.active
        return end_at(view.geometry, active.span, position) if active else None

    def _show_cursor(self, position: QPointF) -> None:
        is_on_handle = self._end_at(position) is not None
        shape = Qt.CursorShape.SizeHorCursor if is_on_handle else Qt.CursorShape.IBeamCursor
        if self._selecting.viewport.cursor().shape() != shape:
            self._selecting.viewport.setCursor(shape)

    def _on_autoscroll(self, pixels: int) -> None:
        self.scrolled.emit(pixels)
        self._follow_mouse()
