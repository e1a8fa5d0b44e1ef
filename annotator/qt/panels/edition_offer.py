"""Edition offer: a quiet line above the texts, when one is perhaps an edition of another."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.qt.session import Session
from annotator.services.matching import Match


@dataclass(frozen=True, slots=True)
class _Question:
    """Whether the older text is an older edition of the newer one; `match` where it came in."""

    newer: Document
    older: Document
    match: Match | None = None


class EditionOffer(QFrame):
    """Hidden until it has something to offer.

    Signals: `link_requested` with newer and older id; `join_requested` with the id of our text and
    of one that came from others.
    """

    link_requested = Signal(str, str)
    join_requested = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question: _Question | None = None
        self._waiting: list[Match] = []
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self.link = QPushButton(self.tr("Link the editions"))
        self.link.clicked.connect(self._on_link_clicked)
        self.swap = QPushButton(self.tr("The other way round"))
        self.swap.clicked.connect(self._on_swap_clicked)
        self.refuse = QPushButton(self.tr("Not now"))
        self.refuse.clicked.connect(self._offer_next)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._label, 1)
        for button in (self.link, self.swap, self.refuse):
            row.addWidget(button)
        self.hide()
        session.changed.connect(self._on_session_changed)

    @property
    def told(self) -> str:
        return self._label.text()

    def offer(self, newer: Document, older: Document) -> None:
        """Ask whether the first text is a newer edition of the second; what was asked waits."""
        if self._question is not None and self._question.match is not None:
            self._waiting.insert(0, self._question.match)
        if count := self._session.annotation_counts().get(older.id, 0):
            told = self.tr(
                "“{newer}” looks like a newer edition of “{older}”. "
                "Link them to move its %n annotations.",
                "",
                count,
            )
        else:
            told = self.tr("“{newer}” looks like a newer edition of “{older}”.")
        self._ask(_Question(newer, older), told)

    def offer_matches(self, matches: Iterable[Match]) -> None:
        """Ask of each text that came from others whether it is linked to ours, one by one."""
        self._waiting += [one for one in matches if one not in self._waiting]
        if self.isHidden():
            self._offer_next()

    def _offer_next(self) -> None:
        self.hide()
        self._question = None
        while self._waiting and self.isHidden():
            match = self._waiting.pop(0)
            question = _Question(match.ours, match.theirs, match)
            if self._is_open(question):
                self._ask(question, self._told_of(match))

    def _told_of(self, match: Match) -> str:
        if match.is_joined:
            return self.tr(
                "%n annotations came in at “{older}”, an older edition of “{newer}”. "
                "Link them again to move these, too.",
                "",
                match.annotations,
            )
        if match.annotations:
            return self.tr(
                "“{older}” came in and is nearly your “{newer}”. "
                "Link them to move its %n annotations to yours.",
                "",
                match.annotations,
            )
        return self.tr("“{older}” came in and is nearly your “{newer}”.")

    def _ask(self, question: _Question, told: str) -> None:
        self._question = question
        newer, older = question.newer, question.older
        self._label.setText(told.format(newer=_named(newer, older), older=_named(older, newer)))
        self.swap.setVisible(question.match is None or not question.match.is_joined)
        self.show()

    def _on_link_clicked(self) -> None:
        question = self._question
        self._offer_next()
        if question is not None:
            requested = self.join_requested if question.match else self.link_requested
            requested.emit(question.newer.id, question.older.id)

    def _on_swap_clicked(self) -> None:
        if (question := self._question) is not None:
            self._question = None
            self.offer(question.older, question.newer)

    def _on_session_changed(self, changes: Changes) -> None:
        """Take the offer back when one of the texts is gone, or linked in another way."""
        is_concerned = changes.documents or changes.everything
        if self._question is not None and is_concerned and not self._is_open(self._question):
            self._offer_next()

    def _is_open(self, question: _Question) -> bool:
        pair = (question.newer, question.older)
        now = [self._session.document(document.id) for document in pair]
        if question.match is None:
            return None not in now and not any(one.predecessor_id for one in now if one)
        have_newer = {one.predecessor_id for one in self._session.documents()}
        return None not in now and (question.older.id in have_newer) == question.match.is_joined


def _named(document: Document, other: Document) -> str:
    """Return the title, or the name of the file where both have the same title."""
    return document.file_name if document.title == other.title else document.title
