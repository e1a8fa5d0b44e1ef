"""Together: what the members of a group say to each other, and what is new from them."""

from PySide6.QtCore import QObject, Signal

from annotator.core.news import News, NewsKind
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.catching_up import CatchingUp
from annotator.qt.window.docks import Docks
from annotator.qt.window.settling import Settling
from annotator.qt.window.talking import Talking


class Together(QObject):
    """Holds the parts of a window that show members to each other.

    Signals: `told` with a sentence for the status line, `annotation_chosen` with the id of one to
    go to, `note_requested` with that of one to write on, `news_counted` with how much came that is
    not read.
    """

    told = Signal(str)
    annotation_chosen = Signal(str)
    note_requested = Signal(str)
    news_counted = Signal(int)

    def __init__(
        self, session: Session, focus: AnnotationFocus, docks: Docks, commands: Actions
    ) -> None:
        super().__init__(docks)
        self.talking = Talking(session, focus, docks, commands)
        self.settling = Settling(session, commands, docks.annotations.window())
        self.catching_up = CatchingUp(session, docks, commands)
        for part in (self.talking, self.catching_up):
            part.told.connect(self.told)
        self.talking.note_requested.connect(self.note_requested)
        self.talking.versions_requested.connect(self.settling.open_at)
        self.settling.annotation_chosen.connect(self.annotation_chosen)
        self.catching_up.counted.connect(self.news_counted)
        self.catching_up.news_chosen.connect(self._on_news_chosen)

    def _on_news_chosen(self, news: News) -> None:
        self.annotation_chosen.emit(news.annotation_id)
        if news.kind in (NewsKind.REPLY, NewsKind.NOTE):
            self.talking.show(news.id)
