"""Suggesting: suggestions in the panes and in their panel, and what the reader answers."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.attempt import attempt
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.suggestion_feed import SuggestionFeed
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks

if TYPE_CHECKING:
    from annotator.services.suggesting import PlacedSuggestion


class Suggesting(QObject):
    """Holds the late dock of the suggestions; nothing is looked for until the reader asks."""

    def __init__(
        self, session: Session, grid: ReaderGrid, desk: Desk, docks: Docks, *, commands: Actions
    ) -> None:
        super().__init__(docks)
        self._session = session
        self._grid = grid
        self._desk = desk
        self._docks = docks
        self._command = commands.suggestions
        self.feed = SuggestionFeed(session, self)
        self.dock = docks.add_late("suggestions", self.tr("Suggestions"), self._make_panel)
        self._command.toggled.connect(self._on_toggled)
        self.feed.changed.connect(self._show_all)
        grid.frame_added.connect(self._on_frame_added)

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.suggestions_panel import SuggestionsPanel

        panel = SuggestionsPanel(self._session, self.feed)
        panel.scope.set_current_document(self._desk.active_document_id)
        self._desk.active_document_changed.connect(panel.scope.set_current_document)
        panel.search_requested.connect(self._command.trigger)
        panel.passage_chosen.connect(self._on_passage_chosen)
        panel.accept_requested.connect(self._accept)
        panel.dismiss_requested.connect(self._dismiss)
        panel.bring_back_requested.connect(self._bring_back)
        return panel

    def _on_toggled(self, on: bool) -> None:
        self.feed.switch(on)
        if on:
            self._docks.show_late(self.dock)
        else:
            self.dock.hide()

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.document_shown.connect(partial(self._show_in, frame))

    def _show_all(self) -> None:
        for frame in self._grid:
            self._show_in(frame)

    def _show_in(self, frame: PaneFrame) -> None:
        spans: dict[str, list[ReadingSpan]] = {}
        if self.feed.is_on and frame.document_id is not None:
            from annotator.services.suggesting import tags_by_kind

            tags = tags_by_kind(self._session.codebook)
            spans = {tag.id: [] for tag in tags.values()}
            for one in self.feed.waiting(frame.document_id):
                spans[tags[one.kind].id].append(one.span)
        frame.pane.set_suggested(spans)

    def _on_passage_chosen(self, one: "PlacedSuggestion") -> None:
        self._desk.show_passage(one.document.id, one.span)

    def _accept(self, chosen: Sequence["PlacedSuggestion"]) -> None:
        from annotator.services.suggesting import accepted

        def run() -> None:
            edit = accepted(self._session.library, chosen, self._session.reading_text)
            self._session.do(edit, self.tr("Accept suggestions"))

        attempt(self.dock, run)

    def _dismiss(self, chosen: Sequence["PlacedSuggestion"]) -> None:
        from annotator.services.editing.suggestion_edits import ChangeDismissals

        edit = ChangeDismissals(frozenset(one.dismissal for one in chosen))
        name = self.tr("Dismiss suggestions")
        attempt(self.dock, partial(self._session.do, edit, name))

    def _bring_back(self) -> None:
        from annotator.services.editing.suggestion_edits import ChangeDismissals, dismissals

        dismissed = frozenset(dismissals(self._session.library))
        edit = ChangeDismissals(dismissed, dismissed=False)
        name = self.tr("Bring back suggestions")
        attempt(self.dock, partial(self._session.do, edit, name))
