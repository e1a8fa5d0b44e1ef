"""Annotation filters: the fields with which a reader narrows and orders the annotations."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from annotator.core.annotation import AnchorState
from annotator.core.changes import Changes
from annotator.qt import icons
from annotator.qt.anchor_states import anchor_state_names
from annotator.qt.models.annotation_model import SortOrder
from annotator.qt.panels.narrow_combo import narrow_combo
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.services.listing import AnnotationFilter

_THIS_DOCUMENT = "this"


class AnnotationFilters(QWidget):
    """Text, tag, document, member and state; `changed` tells that one of them, or the order, was.

    The field for the order, `order`, is placed by whoever makes the filters.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._current_document: str | None = None
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(self.tr("Filter annotations…"))
        self.text.setAccessibleName(self.tr("Words in passage or note"))
        self.text.addAction(icons.icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.tag = narrow_combo(self.tr("Tag"))
        self.document = narrow_combo(self.tr("Text"))
        self.member = narrow_combo(self.tr("Member"))
        self.state = narrow_combo(self.tr("State"))
        self.order = narrow_combo(self.tr("Order"))
        self._offer_orders()
        self._offer_choices()
        self._lay_out()
        self.text.textChanged.connect(self.changed)
        for combo in (self.tag, self.document, self.member, self.state, self.order):
            combo.currentIndexChanged.connect(self.changed)
        session.changed.connect(self._on_session_changed)

    def wanted(self) -> AnnotationFilter:
        """Return what the fields ask for."""
        document_id = self.document.currentData()
        if document_id == _THIS_DOCUMENT:
            document_id = self._current_document
        return AnnotationFilter(
            document_id=document_id,
            tag_id=self.tag.currentData(),
            member_id=self.member.currentData(),
            text=self.text.text(),
            state=AnchorState(state) if (state := self.state.currentData()) else None,
        )

    def wanted_order(self) -> SortOrder:
        return SortOrder(self.order.currentData())

    def set_current_document(self, document_id: str | None) -> None:
        """Tell which document “This text” means."""
        self._current_document = document_id
        if self.document.currentData() == _THIS_DOCUMENT:
            self.changed.emit()

    def show_tag(self, tag_id: str) -> None:
        """Ask for the annotations with this tag and for nothing else."""
        self._ask_only(self.tag, tag_id)

    def show_member(self, member_id: str) -> None:
        """Ask for the annotations of this member and for nothing else."""
        self._ask_only(self.member, member_id)

    def _ask_only(self, combo: QComboBox, value: str) -> None:
        with QSignalBlocker(self):
            self.clear()
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.changed.emit()

    def clear(self) -> None:
        """Ask for all annotations."""
        with QSignalBlocker(self):
            self.text.clear()
            for combo in (self.tag, self.document, self.member, self.state):
                combo.setCurrentIndex(0)
        self.changed.emit()

    def _offer_orders(self) -> None:
        self.order.addItem(self.tr("By place"), SortOrder.PLACE.value)
        self.order.addItem(self.tr("Newest first"), SortOrder.NEWEST.value)
        self.order.addItem(self.tr("By tag"), SortOrder.TAG.value)

    def _offer_choices(self) -> None:
        """List tags, documents and members as they are now; choices that are still there stay."""
        session = self._session
        tags = [(shown_name(tag), tag.id) for tag in session.codebook]
        _offer(self.tag, [(self.tr("All tags"), None), *tags])
        documents = [(document.title, document.id) for document in session.documents()]
        this = (self.tr("This text"), _THIS_DOCUMENT)
        _offer(self.document, [(self.tr("All texts"), None), this, *documents])
        members = [(member.name, member.id) for member in session.members()]
        _offer(self.member, [(self.tr("All members"), None), *members])
        self.member.setVisible(len(members) > 1)
        states = [(name, state.value) for state, name in anchor_state_names().items()]
        _offer(self.state, [(self.tr("All states"), None), *states])
        self.state.setVisible(any(document.predecessor_id for document in session.documents()))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(self.text, 0, 0, 1, 2)
        grid.addWidget(self.tag, 1, 0)
        grid.addWidget(self.document, 1, 1)
        grid.addWidget(self.member, 2, 0, 1, 2)
        grid.addWidget(self.state, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _on_session_changed(self, changes: Changes) -> None:
        if not (changes.tags or changes.documents or changes.members or changes.everything):
            return
        before = self.wanted()
        with QSignalBlocker(self):
            self._offer_choices()
        if self.wanted() != before:
            self.changed.emit()


def _offer(combo: QComboBox, choices: list[tuple[str, str | None]]) -> None:
    chosen = combo.currentData()
    combo.clear()
    for name, value in choices:
        combo.addItem(name, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
