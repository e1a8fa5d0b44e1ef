"""Search options: where to search, how to read the query, how to order the hits."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from annotator.core.document import Document
from annotator.qt.panels.narrow_combo import narrow_combo
from annotator.qt.session import Session
from annotator.services.search import Order
from annotator.text.queries import Query, parse

_EVERYWHERE, _THIS_TEXT, _NOTES_AND_TAGS = range(3)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to search: in these texts, in the notes on those, in the tags or not."""

    texts: tuple[Document, ...] = ()
    noted: tuple[Document, ...] = ()
    has_tags: bool = False


class SearchOptions(QWidget):
    """Scope and order; the toggles `script` and `pattern` are placed by whoever makes the options.

    Signals: `changed` when the search must be made anew, `order_changed` with an Order.
    """

    changed = Signal()
    order_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._current_document: str | None = None
        self.scope = narrow_combo(self.tr("Where to search"))
        self.scope.addItems(
            [self.tr("Everywhere"), self.tr("This text"), self.tr("Notes and tags")]
        )
        self.order = narrow_combo(self.tr("Order of the hits"))
        for name, order in (
            (self.tr("By place"), Order.TEXT),
            (self.tr("By what follows"), Order.AFTER),
            (self.tr("By what precedes"), Order.BEFORE),
            (self.tr("By tag"), Order.TAG),
        ):
            self.order.addItem(name, order.value)
        self.script = _toggle(
            self.tr("繁=简"), self.tr("Take traditional and simplified characters for the same")
        )
        self.pattern = _toggle(".*", self.tr("Search by a regular expression"))
        self._lay_out()
        self.scope.currentIndexChanged.connect(self.changed)
        self.script.toggled.connect(self.changed)
        self.pattern.toggled.connect(self.changed)
        self.order.currentIndexChanged.connect(lambda: self.order_changed.emit(self.wanted_order()))

    def query(self, text: str) -> Query:
        """Return what the reader looks for. Raises PatternError."""
        return parse(
            text,
            is_pattern=self.pattern.isChecked(),
            is_blind_to_script=self.script.isChecked(),
        )

    def wanted_order(self) -> Order:
        return Order(self.order.currentData())

    def wanted_scope(self) -> Scope:
        """Return where to search; with a text come the notes on it."""
        documents = tuple(self._session.documents())
        match self.scope.currentIndex():
            case index if index == _THIS_TEXT:
                here = tuple(one for one in documents if one.id == self._current_document)
                return Scope(texts=here, noted=here)
            case index if index == _NOTES_AND_TAGS:
                return Scope(noted=documents, has_tags=True)
        return Scope(texts=documents, noted=documents, has_tags=True)

    def search_everywhere(self, everywhere: bool) -> None:
        """Choose to search everywhere or in this text, without a signal."""
        with QSignalBlocker(self.scope):
            self.scope.setCurrentIndex(_EVERYWHERE if everywhere else _THIS_TEXT)

    def set_current_document(self, document_id: str | None) -> None:
        """Tell which document “This text” means."""
        if document_id != self._current_document:
            self._current_document = document_id
            if self.scope.currentIndex() == _THIS_TEXT:
                self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.scope, 0, 0)
        grid.addWidget(self.order, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)


def _toggle(text: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button
