"""Blind round dialog: which texts are in a round, who has finished them, opening and ending."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QItemSelectionModel, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.document import Document
from annotator.core.member import Member
from annotator.qt.dialogs.sizes import open_at
from annotator.services.rounds import RoundStatus

_SIZE = (720, 460)
_FEWEST = 2


class BlindRoundDialog(QDialog):
    """Shows texts and members. Nothing tells what anybody marked, only who has finished.

    Signals: `opening_requested` with the chosen Documents and Members, `ending_requested` with the
    chosen Documents.
    """

    opening_requested = Signal(list, list)
    ending_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Blind round"))
        open_at(self, *_SIZE)
        self.texts = QTreeWidget()
        self.members = QListWidget()
        self.open_button = self._button(self.tr("&Open a round"), self._on_open_clicked)
        self.end_button = self._button(self.tr("&End the round"), self._on_end_clicked)
        self._documents: dict[str, Document] = {}
        self._members: dict[str, Member] = {}
        self._blind: set[str] = set()
        self._set_up()
        self._lay_out()
        self.texts.itemSelectionChanged.connect(self._offer)
        self.members.itemChanged.connect(self._offer)

    def show_rounds(
        self, documents: Sequence[Document], members: Sequence[Member], rounds: list[RoundStatus]
    ) -> None:
        """Show these texts and members; what was chosen stays chosen, at first everybody is."""
        chosen = {document.id for document in self._chosen_documents()}
        ticked = {member.id for member in self._chosen_members()} or {one.id for one in members}
        ticked |= {member.id for member in members if member.id not in self._members}
        self._documents = {document.id: document for document in documents}
        self._members = {member.id: member for member in members}
        self._blind = {one.document.id for one in rounds if one.is_open}
        last = {one.document.id: one for one in sorted(rounds, key=lambda one: one.is_open)}
        self.texts.clear()
        for document in documents:
            state = self._state(last[document.id]) if document.id in last else ""
            item = QTreeWidgetItem(self.texts, [document.title, state])
            item.setData(0, Qt.ItemDataRole.UserRole, document.id)
            item.setToolTip(1, state)
            item.setSelected(document.id in chosen)
        self._list_members(ticked)
        self._offer()

    def choose(self, document_id: str | None) -> None:
        """Select this text, or all of them."""
        for item in self._items():
            is_wanted = document_id in (None, item.data(0, Qt.ItemDataRole.UserRole))
            item.setSelected(is_wanted)
            if is_wanted and document_id is not None:
                no_update = QItemSelectionModel.SelectionFlag.NoUpdate
                self.texts.setCurrentItem(item, 0, no_update)

    def _set_up(self) -> None:
        self.texts.setHeaderLabels([self.tr("Text"), self.tr("Blind round")])
        self.texts.setRootIsDecorated(False)
        self.texts.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.texts.setAccessibleName(self.tr("Texts and their rounds"))
        self.texts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.texts.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.members.setAccessibleName(self.tr("Who takes part"))

    def _lay_out(self) -> None:
        told = QLabel(
            self.tr(
                "In a blind round everybody sees only their own work in a text, until all who take"
                " part have said that they finished it, or somebody ends the round."
            )
        )
        told.setWordWrap(True)
        told.setProperty("quiet", True)
        who = QLabel(self.tr("&Who takes part:"))
        who.setBuddy(self.members)
        side = QVBoxLayout()
        side.addWidget(who)
        side.addWidget(self.members, 1)
        middle = QHBoxLayout()
        middle.addWidget(self.texts, 3)
        middle.addLayout(side, 1)
        everything = self._button(self.tr("Choose &all texts"), self.texts.selectAll)
        close = self._button(self.tr("Close"), self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(everything)
        buttons.addStretch()
        for button in (self.end_button, self.open_button, close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(told)
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _state(self, one: RoundStatus) -> str:
        """Return in words how a round stands."""
        if not one.is_open:
            if one.ended_by is None:
                return self.tr("Over: all had finished")
            return self.tr("Ended by {name}").format(name=one.ended_by.name)
        awaited = self.tr("Waiting for {names}").format(names=_joined(one.awaited))
        if not one.finished:
            return awaited
        finished = self.tr("{names} finished").format(names=_joined(one.finished))
        return " · ".join((awaited, finished))

    def _list_members(self, ticked: set[str]) -> None:
        self.members.blockSignals(True)
        self.members.clear()
        for member in self._members.values():
            item = QListWidgetItem(member.name, self.members)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_ticked = member.id in ticked
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, member.id)
        self.members.blockSignals(False)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for row in range(self.texts.topLevelItemCount()):
            if item := self.texts.topLevelItem(row):
                yield item

    def _chosen_documents(self) -> list[Document]:
        ids = (
            item.data(0, Qt.ItemDataRole.UserRole) for item in self._items() if item.isSelected()
        )
        return [self._documents[id_] for id_ in ids]

    def _chosen_members(self) -> list[Member]:
        items = (self.members.item(row) for row in range(self.members.count()))
        return [
            self._members[item.data(Qt.ItemDataRole.UserRole)]
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _offer(self, *_: object) -> None:
        chosen = {document.id for document in self._chosen_documents()}
        self.open_button.setEnabled(bool(chosen) and len(self._chosen_members()) >= _FEWEST)
        self.end_button.setEnabled(bool(chosen & self._blind))

    def _on_open_clicked(self) -> None:
        self.opening_requested.emit(self._chosen_documents(), self._chosen_members())

    def _on_end_clicked(self) -> None:
        blind = [one for one in self._chosen_documents() if one.id in self._blind]
        self.ending_requested.emit(blind)


def _joined(members: Sequence[Member]) -> str:
    return QLocale().createSeparatedList([member.name for member in members])
