"""Caret commands: what the menus and their keys do with the selection of the active pane."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.reader.keys import Move, Unit
from annotator.qt.reader.selecting import Selecting
from annotator.qt.window.actions import Actions


class CaretCommands(QObject):
    """Moves the caret by clauses and sentences; selects more and less."""

    def __init__(self, grid: ReaderGrid, actions: Actions) -> None:
        super().__init__(actions)
        self._grid = grid
        for action, step in (
            (actions.select_all, Selecting.select_all),
            (actions.select_more, Selecting.select_more),
            (actions.select_less, Selecting.select_less),
        ):
            action.triggered.connect(partial(self._select, step))
        for action, unit, direction, extends in (
            (actions.next_clause, Unit.CLAUSE, 1, False),
            (actions.previous_clause, Unit.CLAUSE, -1, False),
            (actions.next_sentence, Unit.SENTENCE, 1, False),
            (actions.previous_sentence, Unit.SENTENCE, -1, False),
            (actions.select_next_clause, Unit.CLAUSE, 1, True),
            (actions.select_previous_clause, Unit.CLAUSE, -1, True),
            (actions.select_next_sentence, Unit.SENTENCE, 1, True),
            (actions.select_previous_sentence, Unit.SENTENCE, -1, True),
        ):
            move = partial(self._move, Move(unit, direction), extends=extends)
            action.triggered.connect(move)

    def _select(self, step: Callable[[Selecting], None]) -> None:
        step(self._grid.active.pane.selecting)

    def _move(self, move: Move, *, extends: bool) -> None:
        self._grid.active.pane.selecting.move(move, extends=extends)
