"""Which key moves the caret how, and where it then stands.

Keys that no text editor has are those of actions, where the reader finds them in the menus.
"""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from annotator.qt.reader.column import Column
from annotator.qt.reader.geometry import Geometry
from annotator.qt.reader.selection import Caret, TextSteps


class Unit(Enum):
    """By how much a key moves the caret."""

    CHARACTER = auto()
    WORD = auto()
    CLAUSE = auto()
    SENTENCE = auto()
    LINE = auto()
    LINE_EDGE = auto()
    PARAGRAPH = auto()
    PAGE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Move:
    """A step of the caret, forwards (1) or backwards (-1)."""

    unit: Unit
    direction: int


_PLAIN_KEYS: dict[int, Move] = {
    Qt.Key.Key_Right: Move(Unit.CHARACTER, 1),
    Qt.Key.Key_Left: Move(Unit.CHARACTER, -1),
    Qt.Key.Key_Down: Move(Unit.LINE, 1),
    Qt.Key.Key_Up: Move(Unit.LINE, -1),
    Qt.Key.Key_End: Move(Unit.LINE_EDGE, 1),
    Qt.Key.Key_Home: Move(Unit.LINE_EDGE, -1),
    Qt.Key.Key_PageDown: Move(Unit.PAGE, 1),
    Qt.Key.Key_PageUp: Move(Unit.PAGE, -1),
}
_CONTROL_KEYS: dict[int, Move] = {
    Qt.Key.Key_Right: Move(Unit.WORD, 1),
    Qt.Key.Key_Left: Move(Unit.WORD, -1),
    Qt.Key.Key_Down: Move(Unit.PARAGRAPH, 1),
    Qt.Key.Key_Up: Move(Unit.PARAGRAPH, -1),
    Qt.Key.Key_End: Move(Unit.TEXT, 1),
    Qt.Key.Key_Home: Move(Unit.TEXT, -1),
}
_KEYS = {
    Qt.KeyboardModifier.NoModifier: _PLAIN_KEYS,
    Qt.KeyboardModifier.ControlModifier: _CONTROL_KEYS,
}


def move_of(event: QKeyEvent) -> Move | None:
    """Return the move that a key asks for, with or without Shift; None if it is not one."""
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return _KEYS.get(modifiers, {}).get(event.key())


class CaretMover:
    """Finds where a move takes the caret; remembers its x while it goes up and down."""

    def __init__(self, column: Column, steps: TextSteps) -> None:
        self._column = column
        self._geometry = Geometry(column)
        self._steps = steps
        self._x: float | None = None

    def forget_x(self) -> None:
        """Let the next move up or down start from where the caret is."""
        self._x = None

    def moved(self, caret: Caret, move: Move) -> Caret:
        """Return the caret after this move; a page also scrolls the column."""
        if move.unit in (Unit.LINE, Unit.PAGE):
            if self._x is None:
                self._x = self._geometry.caret_rect(caret).center().x()
            if move.unit is Unit.LINE:
                return self._line_step(caret, move.direction, self._x)
            return self._page_step(caret, move.direction, self._x)
        self._x = None
        if move.unit is Unit.LINE_EDGE:
            return self._line_edge(caret, move.direction)
        return Caret(self._step(caret.offset, move))

    def _step(self, offset: int, move: Move) -> int:
        is_forward = move.direction > 0
        if move.unit is Unit.TEXT:
            return self._steps.text_end if is_forward else 0
        forward, backward = {
            Unit.CHARACTER: (self._steps.next_character, self._steps.previous_character),
            Unit.WORD: (self._steps.next_word, self._steps.previous_word),
            Unit.CLAUSE: (self._steps.next_clause, self._steps.previous_clause),
            Unit.SENTENCE: (self._steps.next_sentence, self._steps.previous_sentence),
            Unit.PARAGRAPH: (self._steps.next_paragraph, self._steps.previous_paragraph),
        }[move.unit]
        return forward(offset) if is_forward else backward(offset)

    def _line_edge(self, caret: Caret, direction: int) -> Caret:
        start, end = self._geometry.line_edges(caret)
        return Caret(end, leans_back=True) if direction > 0 else Caret(start)

    def _line_step(self, caret: Caret, direction: int, x: float) -> Caret:
        stepped = self._geometry.line_step(caret, direction, x)
        if stepped is None:
            return Caret(self._steps.text_end if direction > 0 else 0)
        return Caret(self._steps.snapped(stepped.offset), stepped.leans_back)

    def _page_step(self, caret: Caret, direction: int, x: float) -> Caret:
        y = self._geometry.caret_rect(caret).center().y()
        before = self._column.y
        self._column.scroll_by(direction * self._column.page)
        if self._column.y == before:
            return Caret(self._steps.text_end if direction > 0 else 0)
        landed = self._geometry.caret_at(QPointF(x, y))
        return Caret(self._steps.snapped(landed.offset), landed.leans_back)
