"""What the reader has selected in a pane, kept on screen and told to others when it is finished."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.reader.keys import Move, move_of
from annotator.qt.reader.selection import Caret, Selection
from annotator.qt.reader.text_view import TextView


class Selecting(QObject):
    """Changes the selection of a view, repainting as little as that takes."""

    span_selected = Signal(object)  # ReadingSpan, or None when nothing is selected any more
    caret_moved = Signal()
    scrolled = Signal()

    def __init__(self, view: TextView, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._view = view
        self.viewport = viewport
        self._announced: ReadingSpan | None = None

    def set_view(self, view: TextView) -> None:
        """Go on with another text, in which nothing is selected yet."""
        self._view = view
        self.announce()

    @property
    def view(self) -> TextView:
        return self._view

    @property
    def span(self) -> ReadingSpan | None:
        return self._view.decorations.selection.span

    @property
    def caret(self) -> int:
        """The offset of the character after the caret."""
        return self._view.decorations.selection.head.offset

    @property
    def is_caret_seen(self) -> bool:
        return self._is_seen(self._view.decorations.selection.head)

    @property
    def place(self) -> int:
        """Where the reader is: at the selection, else at the caret if it is seen, or at the top."""
        if self.span is not None:
            return self.span.start
        return self.caret if self.is_caret_seen else self._view.place.offset

    @property
    def text(self) -> str:
        return self.span.slice_of(self._view.model.text) if self.span else ""

    def change(self, selection: Selection) -> None:
        """Select without telling: the reader may not have finished."""
        decorations = self._view.decorations
        former, decorations.selection = decorations.selection, selection
        if former.anchor == selection.anchor:
            changed = [Selection(former.head.offset, selection.head).span]
        else:
            changed = [former.span, selection.span]
        rects = [rect for span in changed if span for rect in self._view.painted_rects(span)]
        rects += [self._view.painted_caret(caret) for caret in (former.head, selection.head)]
        for rect in rects:
            self.viewport.update(rect)
        self.caret_moved.emit()

    def announce(self) -> None:
        """Tell what is selected, if it is not what was told last."""
        if self.span != self._announced:
            self._announced = self.span
            self.span_selected.emit(self.span)

    def select(self, span: ReadingSpan | None) -> None:
        """Select for the program, which needs no telling."""
        head = self._view.decorations.selection.head
        self.change(Selection.at(head) if span is None else Selection.over(span))
        self._announced = span

    def put_caret(self, offset: int) -> None:
        """Let the caret stand here, with nothing selected."""
        self.change(Selection.at(Caret(offset)))
        self.announce()

    def select_all(self) -> None:
        steps = self._view.steps
        self.change(Selection(steps.text_start, Caret(steps.text_end)))
        self.announce()

    def clear(self) -> bool:
        """Select nothing; return whether something was selected."""
        was_selected = self.span is not None
        self.change(Selection.at(self._view.decorations.selection.head))
        self.announce()
        return was_selected

    def move(self, move: Move, *, extends: bool) -> None:
        """Move the caret and scroll to it; one left out of view starts where the reader is."""
        y, selection = self._view.column.y, self._view.decorations.selection
        if selection.span is None and not self._is_seen(selection.head):
            selection = Selection.at(Caret(self._view.place.offset))
        head = self._view.mover.moved(selection.head, move)
        self.change(selection.moved(head, extends=extends))
        self._view.geometry.uncover(head)
        if self._view.column.y != y:
            self.scrolled.emit()
        self.announce()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return False if it has nothing to do with selecting."""
        if move := move_of(event):
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.move(move, extends=has_shift)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            return False
        return True

    def copy(self) -> None:
        """Put the selected text on the clipboard, each paragraph on a line."""
        if self.text:
            QGuiApplication.clipboard().setText(self.text)

    def select_more(self) -> None:
        """Select the next larger unit around the selection or the caret."""
        self._climb(self._view.ladder.expanded)

    def select_less(self) -> None:
        """Go back to what `select_more` started from, or to a smaller unit."""
        self._climb(self._view.ladder.shrunk)

    def _climb(self, step: Callable[[Selection], Selection]) -> None:
        self._view.mover.forget_x()
        self.change(step(self._view.decorations.selection))
        self.announce()

    def _is_seen(self, caret: Caret) -> bool:
        return self.viewport.rect().intersects(self._view.painted_caret(caret))
