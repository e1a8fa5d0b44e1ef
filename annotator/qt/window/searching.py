"""Searching: commands, panel, and what they make the panes show."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks
from annotator.services.search import Hit


class Searching(QObject):
    """Lets the reader find words in the text of the active pane or in all texts."""

    def __init__(self, grid: ReaderGrid, desk: Desk, docks: Docks, commands: Actions) -> None:
        super().__init__(docks.search)
        self._grid = grid
        self._desk = desk
        self._docks = docks
        commands.find.triggered.connect(partial(self._begin, everywhere=False))
        commands.search.triggered.connect(partial(self._begin, everywhere=True))
        commands.next_hit.triggered.connect(docks.search.go_to_next_hit)
        commands.previous_hit.triggered.connect(docks.search.go_to_previous_hit)
        desk.active_document_changed.connect(docks.search.set_current_document)
        docks.search.hit_chosen.connect(self._on_hit_chosen)

    def show_hits(self, query: str) -> None:
        """Show where this stands in all texts; the keys stay where they are."""
        focused = QApplication.focusWidget()
        self._docks.show_panel(self._docks.search)
        self._docks.search.focus_query(query, everywhere=True)
        if focused is not None:
            focused.setFocus()

    def _begin(self, *_: object, everywhere: bool) -> None:
        self._docks.show_panel(self._docks.search)
        selected = self._grid.active.pane.selected_text()
        self._docks.search.focus_query(selected, everywhere=everywhere)

    def _on_hit_chosen(self, hit: Hit) -> None:
        self._desk.show_passage(hit.document.id, hit.span)
