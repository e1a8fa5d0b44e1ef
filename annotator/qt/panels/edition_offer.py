"""Edition offer: a quiet line above the texts, when one looks like an edition of another."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.qt.session import Session


class EditionOffer(QFrame):
    """Hidden until it has something to offer. Signal: `link_requested` with newer and older id."""

    link_requested = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pair: tuple[Document, Document] | None = None
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self.link = QPushButton(self.tr("Link the editions"))
        self.link.clicked.connect(self._on_link_clicked)
        self.swap = QPushButton(self.tr("The other way round"))
        self.swap.clicked.connect(self._on_swap_clicked)
        self.refuse = QPushButton(self.tr("Not now"))
        self.refuse.clicked.connect(self.hide)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._label, 1)
        for button in (self.link, self.swap, self.refuse):
            row.addWidget(button)
        self.hide()
        session.changed.connect(self._on_session_changed)

    def offer(self, newer: Document, older: Document) -> None:
        """Ask whether the first text is a newer edition of the second."""
        self._pair = (newer, older)
        if count := self._session.annotation_counts().get(older.id, 0):
            told = self.tr(
                "“{newer}” looks like a newer edition of “{older}”. "
                "Link them to move its %n annotations.",
                "",
                count,
            )
        else:
            told = self.tr("“{newer}” looks like a newer edition of “{older}”.")
        self._label.setText(told.format(newer=_named(newer, older), older=_named(older, newer)))
        self.show()

    def _on_link_clicked(self) -> None:
        self.hide()
        if self._pair is not None:
            newer, older = self._pair
            self.link_requested.emit(newer.id, older.id)

    def _on_swap_clicked(self) -> None:
        if self._pair is not None:
            newer, older = self._pair
            self.offer(older, newer)

    def _on_session_changed(self, changes: Changes) -> None:
        """Take the offer back when one of the texts is gone, or linked in another way."""
        if self._pair is not None and (changes.documents or changes.everything):
            now = [self._session.document(document.id) for document in self._pair]
            if None in now or any(one.predecessor_id for one in now if one):
                self.hide()


def _named(document: Document, other: Document) -> str:
    """Return the title, or the name of the file where both have the same title."""
    return document.file_name if document.title == other.title else document.title
