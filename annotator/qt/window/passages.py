"""Passages: what other texts share of the texts in the panes, beside their lines and in a panel."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import DuiduError
from annotator.core.passage import PassageSettings
from annotator.core.span import ReadingSpan
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.comparing import Comparing
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks

if TYPE_CHECKING:
    from annotator.qt.panels.passages_panel import PassagesPanel
    from annotator.services.passage_index import PassageIndex


class Passages(QObject):
    """Leads from a shared passage to wherever else it stands.

    Signals: `leaving` before the reader is taken elsewhere; `told` with a sentence.
    """

    leaving = Signal()
    told = Signal(str)

    def __init__(
        self, session: Session, comparing: Comparing, grid: ReaderGrid, desk: Desk, docks: Docks
    ) -> None:
        super().__init__(docks)
        self._session = session
        self._comparing = comparing
        self._grid = grid
        self._desk = desk
        self._docks = docks
        self._panel: PassagesPanel | None = None
        self._dock = docks.add_late("passages", self.tr("Shared passages"), self._make_panel)
        grid.frame_added.connect(self._on_frame_added)
        comparing.index_changed.connect(self._on_index_changed)

    def follow(self, commands: Actions) -> None:
        """Do what these commands ask for."""
        commands.passages.triggered.connect(self.show_all)
        commands.passage_here.triggered.connect(self.show_here)
        commands.next_passage.triggered.connect(partial(self.go_to_next, 1))
        commands.previous_passage.triggered.connect(partial(self.go_to_next, -1))

    def show_all(self) -> None:
        """Show the panel with all that the texts share."""
        self._docks.show_late(self._dock)

    def show_here(self) -> None:
        """Show where else the passage at the selection or the caret stands."""
        here = self._grid.active.pane.selecting.place
        self._show_at(self._grid.active, ReadingSpan(here, here + 1))

    def go_to_next(self, step: int) -> None:
        """Select the next passage of the active pane that another text shares; -1: the previous."""
        frame, here = self._grid.active, self._grid.active.pane.selecting.place
        index, document_id, shown = self._comparing.index, frame.document_id, frame.shown
        if index is None or document_id is None or shown is None:
            self._say_nothing_here()
            return
        spans = [span for span, _ in index.passages(document_id) if span.overlaps(shown)]
        if not spans:
            self._say_nothing_here()
            return
        in_turn = spans if step > 0 else spans[::-1]
        ahead = [span for span in in_turn if (span.start - here) * step > 0]
        self._go_to(document_id, (ahead or in_turn)[0])

    def _show_at(self, frame: PaneFrame, span: ReadingSpan) -> None:
        index, document_id = self._comparing.index, frame.document_id
        found = index.met(document_id, span) if index and document_id else None
        if found is None:
            self._say_nothing_here()
            return
        self._docks.show_late(self._dock)
        if self._panel is not None:
            self._panel.show_family(*found)

    def _say_nothing_here(self) -> None:
        if self._comparing.index is None:
            self.told.emit(self.tr("The texts are being compared…"))
        else:
            self.told.emit(self.tr("No other text shares this place."))

    def _go_to(self, document_id: str, span: ReadingSpan) -> None:
        """Show a passage; a text that is in no pane opens beside the one being read."""
        self.leaving.emit()
        if document_id not in self._desk.open_documents():
            frames = self._grid.frames
            after = frames.index(self._grid.active) + 1
            self._grid.activate(frames[after % len(frames)])
        self._desk.select_passage(document_id, span)

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.passages_panel import PassagesPanel

        self._panel = panel = PassagesPanel(self._session, self._comparing.settings)
        panel.set_index(self._comparing.index)
        panel.place_chosen.connect(self._go_to)
        panel.settings_changed.connect(self._on_settings_changed)
        return panel

    def _on_settings_changed(self, settings: PassageSettings) -> None:
        try:
            self._comparing.use(settings)
        except DuiduError as error:
            self.told.emit(sentence_of(error))

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.document_shown.connect(partial(self._show_lines, frame))
        frame.shared_lines.describe = partial(self._describe, frame)
        frame.shared_lines.line_clicked.connect(partial(self._on_line_clicked, frame))

    def _on_index_changed(self, index: "PassageIndex | None") -> None:
        for frame in self._grid:
            self._show_lines(frame)
        if self._panel is not None:
            self._panel.set_index(index)

    def _show_lines(self, frame: PaneFrame) -> None:
        index, document_id = self._comparing.index, frame.document_id
        frame.shared_lines.show(index.stretches(document_id) if index and document_id else [])

    def _describe(self, frame: PaneFrame, line: ReadingSpan) -> str:
        """Say which other texts share something of a line."""
        index, document_id = self._comparing.index, frame.document_id
        others = index.sharing(document_id, line) if index and document_id else []
        titles = [document.title for document in map(self._session.document, others) if document]
        also = self.tr("Also in %n other texts:", "", len(titles))
        return "\n".join([also, *titles]) if titles else ""

    def _on_line_clicked(self, frame: PaneFrame, line: ReadingSpan) -> None:
        self._grid.activate(frame)
        self._show_at(frame, line)
