"""Selecting and clicking with the mouse."""

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from annotator.qt.reader.autoscroll import Autoscroll
from annotator.qt.reader.selection import Caret, Selection
from annotator.qt.reader.text_view import TextView


class MouseSelector(QObject):
    """Turns what the left button does into selections and clicks; autoscrolls while it drags."""

    selected = Signal(object)  # Selection, while it grows
    finished = Signal()
    clicked = Signal(object)  # reading offset of the character, None beside the text
    scrolled = Signal(int)  # pixels down

    def __init__(self, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._is_dragging = False
        self._has_moved = False
        self._pressed_at = QPointF()
        self._mouse_at = QPointF()
        self._since_double_click = QElapsedTimer()
        self._autoscroll = Autoscroll(self)
        self._autoscroll.scrolled.connect(self._on_autoscroll)

    def set_view(self, view: TextView) -> None:
        """Go on with another text."""
        self._view = view
        self._stop_drag()

    def press(self, event: QMouseEvent) -> None:
        if self._is_third_click(event.position()):
            self._select_sentence(event.position())
            return
        self._pressed_at = self._mouse_at = event.position()
        self._is_dragging = True
        self._has_moved = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._select_to(event.position(), extends=self._has_moved)

    def move(self, event: QMouseEvent) -> None:
        if not self._is_dragging:
            return
        self._mouse_at = event.position()
        self._has_moved = self._has_moved or self._is_far(event.position())
        if self._has_moved:
            self._select_to(event.position(), extends=True)
            self._autoscroll.follow(event.position().y(), self._view.column.frame.height)

    def release(self, event: QMouseEvent) -> None:
        if not self._is_dragging:
            return
        self._stop_drag()
        self.finished.emit()
        if not self._has_moved:
            self.clicked.emit(self._view.geometry.character_at(event.position()))

    def select_word(self, position: QPointF) -> None:
        """Select the word under a double click; a third click then takes the sentence."""
        self._stop_drag()
        self._pressed_at = position
        self._since_double_click.start()
        offset = self._view.geometry.character_at(position)
        word = self._view.steps.word_at(offset) if offset is not None else None
        if word is not None:
            self.selected.emit(Selection.over(word))
            self.finished.emit()

    def _select_sentence(self, position: QPointF) -> None:
        self._since_double_click.invalidate()
        caret = self._view.geometry.caret_at(position)
        sentence = self._view.steps.sentence_at(caret.offset)
        if sentence is not None:
            self.selected.emit(Selection.over(sentence))
            self.finished.emit()

    def _is_third_click(self, position: QPointF) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        is_soon = self._since_double_click.isValid() and not self._since_double_click.hasExpired(
            interval
        )
        return is_soon and not self._is_far(position)

    def _is_far(self, position: QPointF) -> bool:
        distance = (position - self._pressed_at).manhattanLength()
        return distance > QGuiApplication.styleHints().startDragDistance() / 2

    def _select_to(self, position: QPointF, *, extends: bool) -> None:
        nearest = self._view.geometry.caret_at(position)
        caret = Caret(self._view.steps.snapped(nearest.offset), nearest.leans_back)
        selection = self._view.decorations.selection
        self.selected.emit(selection.moved(caret, extends=extends))

    def _stop_drag(self) -> None:
        self._is_dragging = False
        self._autoscroll.stop()

    def _on_autoscroll(self, pixels: int) -> None:
        self.scrolled.emit(pixels)
        self._select_to(self._mouse_at, extends=True)
