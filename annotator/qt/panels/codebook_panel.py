"""Codebook panel: the tags, to invent, change, order and delete."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.codebook import Tag
from annotator.qt.attempt import attempt
from annotator.qt.models.codebook_model import CodebookModel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.keyed_list import KeyedList, tool_row
from annotator.qt.panels.tag_delegate import TagDelegate
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_definition
from annotator.services.editing import Edit
from annotator.services.editing.tag_edits import DeleteTag, add_tag, change_tag, move_tag


class CodebookPanel(QWidget):
    """Lists the tags and edits them. `filter_requested` tells a tag whose annotations to show."""

    filter_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = CodebookModel(session, self)
        self._list = KeyedList()
        self._list.show_rows(self._model, TagDelegate(self._list), self.tr("Tags"))
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._definition = QLabel()
        self._definition.setProperty("quiet", True)
        self._definition.setTextFormat(Qt.TextFormat.PlainText)
        self._definition.setWordWrap(True)
        self._definition.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add_actions()
        self._lay_out()
        self._connect()
        self._update_state()

    def current_tag(self) -> Tag | None:
        index = self._list.currentIndex()
        return self._model.tag(index.row()) if index.isValid() else None

    def definition(self) -> str:
        """Return what is told of the current tag."""
        return self._definition.text()

    def select(self, tag_id: str) -> None:
        """Make this the current tag."""
        index = self._model.index_of(tag_id)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self._list.selectionModel().setCurrentIndex(index, flags)

    def menu(self) -> QMenu:
        """Return what can be done with the current tag."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.show_annotations)
        menu.addSeparator()
        menu.addActions([self.edit, self.move_up, self.move_down])
        menu.addSeparator()
        menu.addActions([self.add, self.delete])
        return menu

    def _add_actions(self) -> None:
        self.add = self._list.add_action(self.tr("&New tag…"), "Ins", "plus")
        self.edit = self._list.add_action(self.tr("&Edit tag…"), "F2", "edit")
        self.move_up = self._list.add_action(self.tr("Move &up"), "Ctrl+Shift+Up", "up")
        self.move_down = self._list.add_action(self.tr("Move &down"), "Ctrl+Shift+Down", "down")
        self.delete = self._list.add_action(self.tr("De&lete tag"), "Del", "delete")
        self.show_annotations = self._list.add_action(
            self.tr("&Show its annotations"), "Ctrl+Return"
        )
        self.edit.setShortcuts([QKeySequence("F2"), QKeySequence("Return"), QKeySequence("Enter")])

    def _lay_out(self) -> None:
        tools = tool_row((self.add, self.edit, self.move_up, self.move_down), (self.delete,))
        self._empty = EmptyState(
            self.tr("This codebook has no tags. Press + to make the first one.")
        )
        self._pages = QStackedLayout()
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 10)
        column.setSpacing(6)
        column.addLayout(tools)
        column.addLayout(self._pages, 1)
        column.addWidget(self._definition)

    def _connect(self) -> None:
        self.add.triggered.connect(self._on_add)
        self.edit.triggered.connect(self._on_edit)
        self.move_up.triggered.connect(lambda: self._move_by(-1))
        self.move_down.triggered.connect(lambda: self._move_by(1))
        self.delete.triggered.connect(self._on_delete)
        self.show_annotations.triggered.connect(self._on_show_annotations)
        self._list.doubleClicked.connect(self._on_edit)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        self._list.selectionModel().currentChanged.connect(self._update_state)
        self._model.move_requested.connect(self._on_move_requested)
        for happened in (
            self._model.rowsInserted,
            self._model.rowsRemoved,
            self._model.rowsMoved,
            self._model.dataChanged,
            self._model.modelReset,
        ):
            happened.connect(self._update_state)

    def _do(self, make_edit: Callable[[], Edit], text: str) -> None:
        attempt(self, lambda: self._session.do(make_edit(), text))

    def _move_by(self, step: int) -> None:
        if tag := self.current_tag():
            self._on_move_requested(tag.id, self._list.currentIndex().row() + step)

    def _on_add(self) -> None:
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.tag_dialog import TagDialog

        wanted = TagDialog.ask(self, self._session.codebook, None)
        if wanted is None:
            return
        self._do(lambda: add_tag(self._session.library, wanted), self.tr("Add tag"))
        if added := self._session.codebook.named(wanted.name):
            self.select(added.id)

    def _on_edit(self) -> None:
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.tag_dialog import TagDialog

        before = self.current_tag()
        if before is None:
            return
        after = TagDialog.ask(self, self._session.codebook, before)
        if after is not None and after != before:
            self._do(
                lambda: change_tag(self._session.library, before, after), self.tr("Change tag")
            )

    def _on_delete(self) -> None:
        if tag := self.current_tag():
            self._do(lambda: DeleteTag(tag.id), self.tr("Delete tag"))

    def _on_move_requested(self, tag_id: str, place: int) -> None:
        self._do(lambda: move_tag(self._session.codebook, tag_id, place), self.tr("Move tag"))

    def _on_show_annotations(self) -> None:
        if tag := self.current_tag():
            self.filter_requested.emit(tag.id)

    def _on_menu_requested(self, position: QPoint) -> None:
        self.menu().popup(self._list.viewport().mapToGlobal(position))

    def _update_state(self) -> None:
        tag, row, count = (
            self.current_tag(),
            self._list.currentIndex().row(),
            self._model.rowCount(),
        )
        for action in (self.edit, self.delete, self.show_annotations):
            action.setEnabled(tag is not None)
        self.move_up.setEnabled(row > 0)
        self.move_down.setEnabled(tag is not None and row < count - 1)
        self._definition.setText(shown_definition(tag) if tag else "")
        self._definition.setVisible(bool(self._definition.text()))
        self._pages.setCurrentWidget(self._list if count else self._empty)
