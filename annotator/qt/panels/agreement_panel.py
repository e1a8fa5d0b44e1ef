"""Agreement panel: how far members agree, where along the texts, and on what they do not."""

from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.qt.models.agreement_model import AgreementModel, DisputeModel
from annotator.qt.panels.agreement_strip import AgreementStrip
from annotator.qt.panels.dispute_delegate import DisputeDelegate
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.narrow_combo import narrow_combo
from annotator.services.agreement import Agreement, Scope, TagAgreement

_STRIPS_PX = 92
_ROW_PX = 8
_TITLE_CHARACTERS = 12


class AgreementPanel(QWidget):
    """Shows an Agreement.

    Signals: `scope_changed` with the Scope that the reader asks for, `place_requested` and
    `dispute_chosen` with a document id and a ReadingSpan, `export_requested` with the TagAgreement
    that is shown, `shown_changed` when that is another one.
    """

    scope_changed = Signal(object)
    place_requested = Signal(str, object)
    dispute_chosen = Signal(str, object)
    export_requested = Signal(object)
    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agreement = Agreement({}, (), (), 0)
        self.model = AgreementModel(self)
        self.disputes = DisputeModel(self)
        self.table = QTableView()
        self.list = QListView()
        self.texts = narrow_combo(self.tr("Texts that are compared"))
        self.members = QToolButton()
        self.export_button = QPushButton(self.tr("&Export for a talk…"))
        self.empty = EmptyState(self.tr("Looking at what was marked…"))
        self._summary = QLabel()
        self._strips = QFormLayout()
        self._pages = QStackedLayout()
        self._set_up()
        self._connect()

    def set_choices(self, texts: dict[str, str], members: list[Member]) -> None:
        """Offer these texts (titles by id) and members; what was chosen stays chosen."""
        scope = self.scope()
        blocked = QSignalBlocker(self.texts)
        self.texts.clear()
        self.texts.addItem(self.tr("All texts"), None)
        for document_id, title in texts.items():
            self.texts.addItem(title, document_id)
        self.texts.setCurrentIndex(max(0, self.texts.findData(scope.document_id)))
        blocked.unblock()
        self._menu.clear()
        for member in members:
            action = self._menu.addAction(member.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(member.id)
            action.setChecked(scope.member_ids is None or member.id in scope.member_ids)
            action.toggled.connect(self._ask)

    def choose_text(self, document_id: str) -> None:
        """Compare this text alone, if it is on offer."""
        self.texts.setCurrentIndex(max(0, self.texts.findData(document_id)))

    def scope(self) -> Scope:
        """Return what the reader wants compared."""
        actions = self._menu.actions()
        chosen = frozenset(action.data() for action in actions if action.isChecked())
        everybody = len(chosen) == len(actions)
        return Scope(self.texts.currentData(), None if everybody else chosen)

    def show_agreement(self, agreement: Agreement) -> None:
        """Show these figures, and stay with the tag that was shown."""
        row = max(0, self.table.currentIndex().row())
        self.agreement = agreement
        self.model.set_agreement(agreement)
        self.table.resizeColumnsToContents()
        self._say_what_to_do()
        self._pages.setCurrentIndex(0 if agreement.texts else 1)
        if agreement.left_out:
            left_out = self.tr("%n annotations to check are left out", "", agreement.left_out)
            self._summary.setText(left_out)
        else:
            self._summary.setText(self.tr("%n texts compared", "", len(agreement.texts)))
        self.table.selectRow(min(row, self.model.rowCount() - 1))
        self.shown_changed.emit()

    def step(self, by: int) -> bool:
        """Go to the next disputed passage, or the one before; return whether there is one."""
        rows, now = self.disputes.rowCount(), self.list.currentIndex()
        if rows:
            self._go_to((now.row() + by) % rows if now.isValid() else (0 if by > 0 else rows - 1))
        return rows > 0

    def go_to_dispute(self, document_id: str, span: ReadingSpan) -> bool:
        """Go to the first disputed passage of this text that meets the span, if there is one."""
        row = self.disputes.row_at(document_id, span)
        if row is not None:
            self._go_to(row)
        return row is not None

    def shown(self) -> TagAgreement | None:
        """Return the tag whose passages are listed."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _set_up(self) -> None:
        self._menu = QMenu(self.members)
        self.members.setText(self.tr("Members"))
        self.members.setMenu(self._menu)
        self.members.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._summary.setProperty("quiet", True)
        head = QHBoxLayout()
        head.addWidget(self.texts, 2)
        head.addWidget(self.members)
        head.addWidget(self._summary, 3)
        head.addWidget(self.export_button)
        self._set_up_views()
        sides = QSplitter()
        for side, stretch in ((self.table, 3), (self._where(), 2)):
            sides.addWidget(side)
            sides.setStretchFactor(sides.count() - 1, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        self._pages.addWidget(sides)
        self._pages.addWidget(self.empty)
        self._pages.setCurrentIndex(1)
        self.setFocusProxy(self.texts)

    def _set_up_views(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(
            self.table.fontMetrics().height() + _ROW_PX
        )
        self.table.setAccessibleName(self.tr("Agreement by tag"))
        self.list.setModel(self.disputes)
        self.list.setItemDelegate(DisputeDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Passages that were not marked alike"))

    def _where(self) -> QWidget:
        """Return the strips of the texts above the list of passages."""
        rows = QWidget()
        rows.setLayout(self._strips)
        self._strips.setContentsMargins(0, 0, 0, 4)
        self._strips.setVerticalSpacing(1)
        self._strips.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(rows)
        self._area.setMaximumHeight(_STRIPS_PX)
        where = QWidget()
        column = QVBoxLayout(where)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        column.addWidget(self.list, 1)
        return where

    def _connect(self) -> None:
        self.texts.currentIndexChanged.connect(self._ask)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.list.clicked.connect(self._on_dispute_chosen)
        self.list.activated.connect(self._on_dispute_chosen)
        self.export_button.clicked.connect(self._on_export)

    def _ask(self, *_: object) -> None:
        self.scope_changed.emit(self.scope())

    def _say_what_to_do(self) -> None:
        if self.scope() == Scope():
            sentence = self.tr(
                "No text was finished by two members yet. Say “I have finished this text” in the"
                " menu Annotate, and merge the libraries of the others: then you see here how far"
                " you agree."
            )
        else:
            sentence = self.tr("These members have not finished this text. Choose others.")
        self.empty.say(sentence)

    def _on_row_changed(self, index: QModelIndex) -> None:
        while self._strips.rowCount():
            self._strips.removeRow(0)
        if not index.isValid():
            self.disputes.set_disputed(())
            return
        row = self.model.row(index.row())
        self.disputes.set_disputed(row.disputed)
        self.export_button.setEnabled(bool(row.disputed))
        for text in self.agreement.texts:
            strip = AgreementStrip(text, row.key)
            strip.place_requested.connect(partial(self.place_requested.emit, text.document.id))
            title = QLabel(text.document.title[:_TITLE_CHARACTERS])
            title.setToolTip(text.document.title)
            title.setProperty("quiet", True)
            title.setTextFormat(Qt.TextFormat.PlainText)
            self._strips.addRow(title, strip)
        self.shown_changed.emit()

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self.disputes.index(row))
        self._on_dispute_chosen(self.list.currentIndex())

    def _on_dispute_chosen(self, index: QModelIndex) -> None:
        one = index.data(DisputeModel.DisputeRole)
        self.dispute_chosen.emit(one.document.id, one.span)

    def _on_export(self) -> None:
        if row := self.shown():
            self.export_requested.emit(row)
