"""Moving: back to where a jump started, and forward again."""

from PySide6.QtCore import QObject, SignalInstance

from annotator.core.history import History, Station
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk


class Moving(QObject):
    """Notes where the reader jumps away from. One window has one history for all its panes."""

    def __init__(self, session: Session, desk: Desk, actions: Actions) -> None:
        super().__init__(actions)
        self._session = session
        self._desk = desk
        self._history = History()
        actions.back.triggered.connect(self.back)
        actions.forward.triggered.connect(self.forward)
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

    def _on_jump(self) -> None:
        if here := self._desk.station():
            self._history.leave(here)
