"""Analyses: what the program finds out about the texts, each in a late dock below the panes."""

from PySide6.QtCore import QObject, Signal

from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.agreeing import Agreeing
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks


class Analyses(QObject):
    """Holds the analyses of a window. `told` carries a sentence for the status line."""

    told = Signal(str)

    def __init__(
        self, session: Session, grid: ReaderGrid, desk: Desk, docks: Docks, *, commands: Actions
    ) -> None:
        super().__init__(docks)
        self.agreeing = Agreeing(session, desk, docks, commands)
        self.agreeing.told.connect(self.told)
