"""Analyses: what the program finds out about the texts, each in a late dock below the panes."""

from PySide6.QtCore import QObject, Signal

from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.agreeing import Agreeing
from annotator.qt.window.agreement_heat import AgreementHeat
from annotator.qt.window.aligning import Aligning
from annotator.qt.window.blind_rounds import BlindRounds
from annotator.qt.window.comparing import Comparing
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks
from annotator.qt.window.figure_study import FigureStudy
from annotator.qt.window.passage_map import PassageMap
from annotator.qt.window.passages import Passages
from annotator.qt.window.suggesting import Suggesting


class Analyses(QObject):
    """Holds the analyses of a window. `told` carries a sentence for the status line."""

    told = Signal(str)

    def __init__(
        self, session: Session, grid: ReaderGrid, desk: Desk, docks: Docks, *, commands: Actions
    ) -> None:
        super().__init__(docks)
        self.comparing = Comparing(session, self)
        self.passages = Passages(session, self.comparing, grid, desk, docks)
        self.passages.follow(commands)
        self.aligning = Aligning(self.comparing, grid, commands)
        self.passage_map = PassageMap(self.comparing, grid, desk, docks, commands=commands)
        for part in (self.comparing, self.passages, self.aligning):
            part.told.connect(self.told)
        self.suggesting = Suggesting(session, grid, desk, docks, commands=commands)
        self.figure_study = FigureStudy(session, desk, docks, commands=commands)
        self.agreeing = Agreeing(session, desk, docks, commands)
        self.blind_rounds = BlindRounds(session, grid, desk, commands)
        self.blind_rounds.agreement_requested.connect(self.agreeing.open_on)
        self.agreeing.told.connect(self.told)
        self.blind_rounds.told.connect(self.told)
        AgreementHeat(session, self.agreeing, grid, commands)
