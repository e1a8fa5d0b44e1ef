"""Searching: commands, panel, and what they make the panes show."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks
from annotator.qt.window.indexing import Indexing
from annotator.services.search import Hit


class Searching(QObject):
    """Lets the reader find words in the text of the active pane or everywhere, and tag the hits.

    Signal: `told` with a sentence for the reader.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, grid: ReaderGrid, desk: Desk, docks: Docks, *, commands: Actions
    ) -> None:
        super().__init__(docks.search)
        self._session = session
        self._grid = grid
        self._desk = desk
        self._docks = docks
        self._indexing = Indexing(session, self)
        commands.find.triggered.connect(partial(self._begin, everywhere=False))
        commands.search.triggered.connect(partial(self._begin, everywhere=True))
        commands.next_hit.triggered.connect(docks.search.go_to_next_hit)
        commands.previous_hit.triggered.connect(docks.search.go_to_previous_hit)
        commands.tag_hits.triggered.connect(self._tag_hits)
        docks.search.tagging_requested.connect(self._tag_hits)
        desk.active_document_changed.connect(docks.search.set_current_document)
        docks.search.hit_chosen.connect(self._on_hit_chosen)
        docks.search.tag_chosen.connect(self._on_tag_chosen)

    def show_hits(self, query: str) -> None:
        """Show where this stands in all texts; the keys stay where they are."""
        focused = QApplication.focusWidget()
        self._docks.show_panel(self._docks.search)
        self._docks.search.focus_query(query, everywhere=True)
        if focused is not None:
            focused.setFocus()

    def _begin(self, *_: object, everywhere: bool) -> None:
        self._docks.show_panel(self._docks.search)
        selected = self._grid.active.pane.selecting.text
        self._docks.search.focus_query(selected, everywhere=everywhere)

    def _on_hit_chosen(self, hit: Hit) -> None:
        self._desk.show_passage(hit.document.id, hit.span)

    def _on_tag_chosen(self, tag_id: str) -> None:
        self._docks.annotations.show_tag(tag_id)
        self._docks.show_panel(self._docks.annotations)

    def _tag_hits(self) -> None:
        hits = self._docks.search.hits()
        if not hits:
            self._begin(everywhere=True)
            self.told.emit(self.tr("Search for something first; then its hits can be tagged."))
            return
        # Imported here, because the window shows sooner without it.
        from annotator.qt.dialogs.tag_hits_dialog import TagHitsDialog

        dialog = TagHitsDialog(self._session, hits, self._docks.search.window())
        dialog.tagged.connect(self.told)
        dialog.open()
