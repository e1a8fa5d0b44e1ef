"""Section views: a section of a text in a pane of its own."""

from PySide6.QtCore import QObject

from annotator.qt.panels.outline_panel import OutlinePanel
from annotator.qt.reader.grid import MOST_PANES, ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.desk import Desk
from annotator.text.sections import Section


class SectionViews(QObject):
    """Opens what the reader chooses in the outline of the active pane."""

    def __init__(
        self, session: Session, grid: ReaderGrid, desk: Desk, outline: OutlinePanel
    ) -> None:
        super().__init__(desk)
        self._session = session
        self._grid = grid
        self._desk = desk
        self._outline = outline
        outline.place_requested.connect(self.go_to)
        outline.section_alone_requested.connect(self.show_here)
        outline.section_pane_requested.connect(self.open_beside)

    def go_to(self, offset: int) -> None:
        """Go to a place of the text in the active pane."""
        self._grid.active.go_to_place(offset)
        self._grid.active.pane.setFocus()

    def show_here(self, section: Section) -> None:
        """Show nothing but this section in the active pane."""
        self._grid.active.show_section(section, place=section.start)
        self._grid.active.pane.setFocus()
        self._outline.set_place(section.start)
        self._desk.tell_of_panes()

    def open_beside(self, section: Section) -> None:
        """Open the section in a pane that is added, or in the next one where there is no room."""
        document_id = self._desk.active_document_id
        if document_id is None:
            return
        if self._grid.count() < MOST_PANES:
            frame = self._grid.add_beside_active()
        else:
            frames = self._grid.frames
            frame = frames[(frames.index(self._grid.active) + 1) % len(frames)]
            self._grid.activate(frame)
        start = self._session.reading_text(document_id).source_offset(section.start)
        frame.want_section(document_id, start)
        self._desk.open(document_id, frame, place=start)
        frame.pane.setFocus()
        self._desk.tell_of_panes()
