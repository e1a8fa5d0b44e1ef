"""Status line: what is saved, how many annotations this text has, and the next useful key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QToolButton, QWidget

from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.services.news import MOST_COUNTED

_MESSAGE_MS = 6000


class StatusLine(QStatusBar):
    """Tells quietly, and offers what can be done next; it never asks.

    Signals: `offer_taken`, `news_wanted`.
    """

    offer_taken = Signal()
    news_wanted = Signal()

    def __init__(
        self, session: Session, focus: AnnotationFocus, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._focus = focus
        self._state = QLabel()
        self._hint = QLabel()
        self._hint.setMinimumWidth(1)  # or a hint could make the window wider
        self.offer_button = QPushButton()
        self.offer_button.clicked.connect(self.offer_taken)
        self.offer_button.hide()
        self.news_button = QToolButton()
        self.news_button.setAutoRaise(True)
        self.news_button.setToolTip(self.tr("What came from others and is not read"))
        self.news_button.clicked.connect(self.news_wanted)
        self.news_button.hide()
        self.setSizeGripEnabled(False)
        self.addWidget(self._state)
        self.addPermanentWidget(self.news_button)
        self.addPermanentWidget(self.offer_button)
        self.addPermanentWidget(self._hint)
        focus.changed.connect(self.refresh)
        session.changed.connect(self.refresh)

    def tell(self, sentence: str) -> None:
        """Show a sentence for a few seconds."""
        self.showMessage(sentence, _MESSAGE_MS)

    def offer(self, sentence: str) -> None:
        """Show a button that says what can be done, until it is withdrawn."""
        self.offer_button.setText(sentence)
        self.offer_button.show()

    def withdraw(self) -> None:
        self.offer_button.hide()

    def set_news(self, count: int) -> None:
        """Show how much came from others that is not read; MOST_COUNTED stands for more."""
        self.news_button.setVisible(count > 0)
        if count < MOST_COUNTED:
            self.news_button.setText(self.tr("%n new from others", "", count))
        else:
            self.news_button.setText(self.tr("%n or more new from others", "", count))

    def refresh(self) -> None:
        document_id = self._focus.frame.document_id
        if document_id is None:
            told = [self.tr("Saved")]
        else:
            count = self._session.annotation_counts().get(document_id, 0)
            told = [self.tr("Saved · %n annotations in this text", "", count)]
        if hidden := len(self._session.visibility.hidden_members):
            told.append(self.tr("%n members hidden", "", hidden))
        self._state.setText(" · ".join(told))
        self._hint.setText(self._next_keys())

    def _next_keys(self) -> str:
        if self._focus.selection is not None:
            return self.tr("1–9 tag · N note · Ctrl+K all tags · Ctrl+Shift+C copy with citation")
        if self._focus.active_id is not None:
            return self.tr("1–9 change tags · N note · [ ] move the ends · Del delete · Esc let go")
        if self._focus.frame.document_id is None:
            return self.tr("Ctrl+O import texts · Ctrl+Shift+P all commands")
        return self.tr("Select a passage to tag it · F6 next pane · Ctrl+Shift+P all commands")
