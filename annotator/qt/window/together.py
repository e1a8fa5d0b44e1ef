"""Together: what the members of a group say to each other, and what is new from them."""

from PySide6.QtCore import QObject, Signal

from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.docks import Docks
from annotator.qt.window.settling import Settling
from annotator.qt.window.talking import Talking


class Together(QObject):
    """Holds the parts of a window that show members to each other.

    Signals: `told` with a sentence for the status line, `annotation_chosen` with the id of one to
    go to, `note_requested` with that of one to write on.
    """

    told = Signal(str)
    annotation_chosen = Signal(str)
    note_requested = Signal(str)

    def __init__(
        self, session: Session, focus: AnnotationFocus, docks: Docks, commands: Actions
    ) -> None:
        super().__init__(docks)
        self.talking = Talking(session, focus, docks, commands)
        self.settling = Settling(session, commands, docks.annotations.window())
        self.talking.told.connect(self.told)
        self.talking.note_requested.connect(self.note_requested)
        self.talking.versions_requested.connect(self.settling.open_at)
        self.settling.annotation_chosen.connect(self.annotation_chosen)
