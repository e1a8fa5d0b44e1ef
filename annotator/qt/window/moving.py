"""Moving: back to where a jump started, and forward again."""

from functools import partial

from PySide6.QtCore import QObject, SignalInstance

from annotator.core.history import History, Station
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk


class Moving(QObject):
    """Notes where the reader jumps away from. One window has one history for all its panes."""

    def __init__(self, session: Session, grid: ReaderGrid, desk: Desk, actions: Actions) -> None:
        super().__init__(actions)
        self._session = session
        self._grid = grid
        self._desk = desk
        self._history = History()
        actions.back.triggered.connect(self.back)
        actions.forward.triggered.connect(self.forward)
        grid.frame_added.connect(self._on_frame_added)
        self.follow(actions.next_annotation.triggered, actions.previous_annotation.triggered)

    def follow(self, *jumps: SignalInstance) -> None:
        """Note the place whenever one of these tells of a jump; connect this before the jump."""
        for jump in jumps:
            jump.connect(self._on_jump)

    def back(self) -> None:
        if here := self._desk.station():
            self._go_to(self._history.back(here))

    def forward(self) -> None:
        if here := self._desk.station():
            self._go_to(self._history.forward(here))

    def _go_to(self, station: Station | None) -> None:
        if station and self._session.document(station.document_id):
            self._desk.show_station(station)

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.document_chosen.connect(partial(self._on_document_chosen, frame))

    def _on_document_chosen(self, frame: PaneFrame, document_id: str) -> None:
        """Open the text that was chosen above a pane, in that pane."""
        self._grid.activate(frame)
        if document_id != frame.document_id:
            self._on_jump()
            self._desk.open(document_id, frame)
        frame.pane.setFocus()

    def _on_jump(self) -> None:
        if here := self._desk.station():
            self._history.leave(here)
