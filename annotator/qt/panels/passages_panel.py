"""Passages panel: what the texts share, and how each of them says it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSpinBox,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.passage import SHORTEST_PASSAGE, Family, PassageSettings, Place
from annotator.qt import icons
from annotator.qt.latest_task import LatestTask
from annotator.qt.models.family_model import FamilyModel
from annotator.qt.models.member_model import Member, MemberModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.family_delegate import FamilyDelegate
from annotator.qt.panels.member_delegate import MemberDelegate
from annotator.qt.panels.passage_members import members_of
from annotator.qt.session import Session

if TYPE_CHECKING:
    from annotator.services.passage_index import PassageIndex

_MOST_LETTERS = 500


class PassagesPanel(QWidget):
    """Families on the left; the places of the chosen one on the right.

    Signals: `place_chosen` with a document id and a ReadingSpan; `settings_changed` with the
    PassageSettings that the reader wants.
    """

    place_chosen = Signal(str, object)
    settings_changed = Signal(object)

    def __init__(self, session: Session, settings: PassageSettings) -> None:
        super().__init__()
        self._session = session
        self._index: PassageIndex | None = None
        self._here: Place | None = None
        self._filtering = LatestTask(self)
        self._families = FamilyModel(self)
        self._members = MemberModel(self)
        self._words = QLineEdit()
        self._words.setClearButtonEnabled(True)
        self._words.setPlaceholderText(self.tr("Filter…"))
        self._words.setAccessibleName(self.tr("Words in the shared passages"))
        self._words.addAction(icons.icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self._least = QSpinBox()
        self._least.setRange(SHORTEST_PASSAGE, _MOST_LETTERS)
        self._least.setKeyboardTracking(False)
        self._least.setAccessibleName(self.tr("Least letters of a shared passage"))
        self._fuzzy = QCheckBox(self.tr("Also &nearly the same"))
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._empty = EmptyState()
        self._family_list = _list(self._families, self.tr("Shared passages"))
        self._family_list.setItemDelegate(FamilyDelegate(self))
        self._family_list.setUniformItemSizes(True)
        self._member_list = _list(self._members, self.tr("Places of the passage"))
        self._member_list.setItemDelegate(MemberDelegate(self))
        self._lay_out()
        self._show_settings(settings)
        self._connect()
        self._show_state()

    def set_index(self, index: "PassageIndex | None") -> None:
        """Show what this index knows; None while the texts are compared."""
        self._index, self._here = index, None
        if index is not None and self._words.text().strip():
            self._find_words()
        else:
            self._filtering.stop()
            self._show_families(range(len(index.families)) if index else ())

    def show_family(self, family: Family, here: Place | None) -> None:
        """Let the reader go through the places of a family, compared with the one that is here."""
        if self._index is not None:
            with QSignalBlocker(self._words):
                self._words.clear()
            self._filtering.stop()
            self._show_families(range(len(self._index.families)))
        self._here = here
        self._choose(self._families.index_of(family))
        row = self._members.index(self._members.row_here())
        self._member_list.setCurrentIndex(row)
        self._member_list.scrollTo(row)
        self._member_list.setFocus()

    def _lay_out(self) -> None:
        least = QLabel(self.tr("Least &letters"))
        least.setBuddy(self._least)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._words, 1)
        for widget in (self._count, least, self._least, self._fuzzy):
            head.addWidget(widget)
        lists = QSplitter()
        lists.setChildrenCollapsible(False)
        lists.addWidget(self._family_list)
        lists.addWidget(self._member_list)
        lists.setSizes([2, 3])
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        # Now that the pages have a parent: the first one is shown at once, as a window without.
        self._pages.addWidget(lists)
        self._pages.addWidget(self._empty)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._find_words)
        self._filtering.done.connect(self._show_families)
        self._least.valueChanged.connect(self._on_settings_changed)
        self._fuzzy.toggled.connect(self._on_settings_changed)
        self._family_list.selectionModel().currentChanged.connect(self._on_family_changed)
        self._member_list.clicked.connect(self._on_member_chosen)
        for field, keys, slot in (
            (self._words, ("Down", "Return", "Enter"), self._family_list.setFocus),
            (self._family_list, ("Return", "Enter"), self._member_list.setFocus),
            (self._member_list, ("Return", "Enter"), self._on_enter),
        ):
            shortcut = QShortcut(field)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _show_settings(self, settings: PassageSettings) -> None:
        with QSignalBlocker(self._least), QSignalBlocker(self._fuzzy):
            self._least.setValue(settings.least)
            self._fuzzy.setChecked(settings.fuzzy)

    def _choose(self, index: QModelIndex) -> None:
        if index == self._family_list.currentIndex():
            self._show_members(index)
        else:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._family_list.selectionModel().setCurrentIndex(index, flags)

    def _show_members(self, index: ModelIndex) -> None:
        family = index.data(FamilyModel.FamilyRole)
        members: list[Member] = []
        if family is not None and self._index is not None:
            here = self._here if self._here in family.members else None
            members = members_of(self._session, self._index, family, here)
        self._members.set_members(members)

    def _show_state(self) -> None:
        shown = self._families.rowCount()
        self._pages.setCurrentIndex(0 if shown else 1)
        self._count.setText(self.tr("%n passages", "", shown) if self._index else "")
        if self._index is None:
            self._empty.say(self.tr("The texts are being compared…"))
        elif self._words.text().strip():
            self._empty.say(self.tr("No shared passage has these words. Try fewer words."))
        elif len(self._index.comparison.documents) < 2:
            self._empty.say(self.tr("Import another text to see what it shares with this one."))
        else:
            self._empty.say(
                self.tr("The texts share no passage of this length. Look for shorter ones above.")
            )

    def _find_words(self) -> None:
        """Look for the passages with the words that were typed; those of before stay until then."""
        if (index := self._index) is not None:
            words = self._words.text()
            self._filtering.start(lambda _report: index.words.families_with(words))

    def _show_families(self, numbers: Sequence[int]) -> None:
        """Show the families with these numbers; the chosen one stays so if it is among them."""
        chosen = self._family_list.currentIndex().data(FamilyModel.FamilyRole)
        self._families.show_families(self._index, numbers)
        again = self._families.index_of(chosen) if chosen else QModelIndex()
        self._choose(again if again.isValid() else self._families.index(0))
        self._show_state()

    def _on_settings_changed(self) -> None:
        wanted = PassageSettings(self._least.value(), self._fuzzy.isChecked())
        self.settings_changed.emit(wanted)

    def _on_family_changed(self, index: QModelIndex) -> None:
        self._show_members(index)

    def _on_member_chosen(self, index: ModelIndex) -> None:
        member: Member | None = index.data(MemberModel.MemberRole)
        if member is not None:
            self.place_chosen.emit(member.document_id, member.span)

    def _on_enter(self) -> None:
        self._on_member_chosen(self._member_list.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the keys on; a focus proxy would let Tab leave out what stands before it."""
        super().focusInEvent(event)
        self._family_list.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._member_list.scheduleDelayedItemsLayout()


def _list(model: FamilyModel | MemberModel, name: str) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    return view
