"""Group panel: the members, to see or hide what they annotated, to name, and to choose among."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.qt.attempt import attempt
from annotator.qt.models.group_model import GroupModel, GroupRow
from annotator.qt.panels.group_delegate import GroupDelegate
from annotator.qt.panels.keyed_list import KeyedList, tool_row
from annotator.qt.session import Session
from annotator.services.editing.member_edits import ChangeMember
from annotator.services.libraries import free_colour


class GroupPanel(QWidget):
    """Lists the members with boxes to tick, and edits them.

    Signals: `colouring_requested` with whether colours shall tell members apart,
    `annotations_requested` with the id of a member whose annotations to list.
    """

    colouring_requested = Signal(bool)
    annotations_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = GroupModel(session, self)
        self.list = KeyedList()
        self.by_member = QCheckBox(self.tr("&Colour by member, not by tag"))
        self.list.show_rows(self.model, GroupDelegate(self.list), self.tr("Members"))
        self._add_actions()
        self._lay_out()
        self._connect()
        self._select(session.member.id)
        self._update_state()

    def menu(self) -> QMenu:
        """Return what can be done with the current member."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.become, self.show_annotations])
        menu.addSeparator()
        menu.addActions([self.show_only, self.show_all])
        menu.addSeparator()
        menu.addActions([self.edit, self.add])
        return menu

    def _add_actions(self) -> None:
        self.add = self.list.add_action(self.tr("&New member…"), "Ins", "plus")
        self.edit = self.list.add_action(self.tr("&Edit member…"), "F2", "edit")
        self.become = self.list.add_action(self.tr("This is me"), "Return")
        self.become.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        self.show_annotations = self.list.add_action(
            self.tr("&List the annotations"), "Ctrl+Return"
        )
        self.show_only = self.list.add_action(self.tr("Show &only this member"), "O")
        self.show_all = self.list.add_action(self.tr("Show all"), "A")

    def _lay_out(self) -> None:
        tools = tool_row((self.add, self.edit), (self.become, self.show_all))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 10)
        column.setSpacing(6)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
        column.addWidget(self.by_member)

    def _connect(self) -> None:
        self.add.triggered.connect(self._on_add)
        self.edit.triggered.connect(self._on_edit)
        self.become.triggered.connect(self._on_become)
        self.show_annotations.triggered.connect(self._on_show_annotations)
        self.show_only.triggered.connect(self._on_show_only)
        self.show_all.triggered.connect(lambda: self._hide(frozenset()))
        self.by_member.clicked.connect(self.colouring_requested)
        self.list.doubleClicked.connect(self._on_edit)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.list.selectionModel().currentChanged.connect(self._update_state)
        self.model.seen_requested.connect(self._on_seen_requested)
        for happened in (
            self.model.rowsInserted,
            self.model.rowsMoved,
            self.model.dataChanged,
            self.model.modelReset,
        ):
            happened.connect(self._update_state)

    def _current(self) -> GroupRow | None:
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _select(self, member_id: str) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self.model.index_of(member_id)
        self.list.selectionModel().setCurrentIndex(index, flags)

    def _do(self, run: Callable[[], object]) -> None:
        attempt(self, run)

    def _hide(self, member_ids: frozenset[str]) -> None:
        """Hide these members and show all others."""
        session = self._session
        visibility = replace(session.visibility, hidden_members=member_ids)
        self._do(lambda: session.see(visibility))

    def _on_seen_requested(self, member_id: str, is_seen: bool) -> None:
        hidden = self._session.visibility.hidden_members
        self._hide(hidden - {member_id} if is_seen else hidden | {member_id})

    def _on_show_only(self) -> None:
        if row := self._current():
            everybody = frozenset(member.id for member in self._session.members())
            self._hide(everybody - {row.member.id})

    def _on_become(self) -> None:
        if row := self._current():
            self._do(lambda: self._session.become(row.member.id))

    def _on_show_annotations(self) -> None:
        if row := self._current():
            self.annotations_requested.emit(row.member.id)

    def _on_add(self) -> None:
        new = Member(new_id(), "", free_colour(self._session.library))
        if wanted := self._asked(new):
            self._do(lambda: self._session.add_member(wanted))

    def _on_edit(self) -> None:
        if (row := self._current()) and (after := self._asked(row.member)):
            edit = ChangeMember(row.member, after)
            self._do(lambda: self._session.do(edit, self.tr("Change member")))

    def _asked(self, member: Member) -> Member | None:
        """Return what the reader makes of a member, None where that is nothing new."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.member_dialog import MemberDialog

        wanted = MemberDialog.ask(self, self._session.members(), member)
        return None if wanted == member else wanted

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu().popup(self.list.viewport().mapToGlobal(position))

    def _update_state(self) -> None:
        row = self._current()
        for action in (self.edit, self.show_annotations, self.show_only):
            action.setEnabled(row is not None)
        self.become.setEnabled(row is not None and not row.annotates_here)
        self.show_all.setEnabled(bool(self._session.visibility.hidden_members))
