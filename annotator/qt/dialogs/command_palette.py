"""Command palette: every command by its name, with its key."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QStyle,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.qt.dialogs.sizes import open_at
from annotator.qt.panels.empty_state import EmptyState

_ACTION_ROLE = Qt.ItemDataRole.UserRole
_SIZE = (480, 420)
_NAME, _KEY = 0, 1

# In Chinese the letter of a mnemonic stands in brackets behind the name.
_MNEMONIC = re.compile(r"\(&\w\)|&(?=\w)")


class CommandPalette(QDialog):
    """Type a part of a name; Enter runs the chosen command."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All commands"))
        open_at(self, *_SIZE)
        self._query = QLineEdit()
        self._query.setPlaceholderText(self.tr("Type a part of a command’s name"))
        self._query.setAccessibleName(self.tr("Name of a command"))
        self._query.setClearButtonEnabled(True)
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setColumnCount(2)
        self._list.header().setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(_KEY, QHeaderView.ResizeMode.ResizeToContents)
        side = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, self._list)
        no_icon = QPixmap(side, side)
        no_icon.fill(Qt.GlobalColor.transparent)
        self._list.addTopLevelItems([_item_of(action, QIcon(no_icon)) for action in actions])
        self._none = EmptyState(self.tr("No command has this in its name."))
        layout = QVBoxLayout(self)
        layout.addWidget(self._query)
        layout.addWidget(self._list)
        layout.addWidget(self._none)
        self._query.textChanged.connect(self._filter)
        self._query.installEventFilter(self)
        self._list.itemActivated.connect(self.accept)
        self._query.returnPressed.connect(self.accept)
        self._filter("")

    @classmethod
    def ask(cls, actions: Sequence[QAction], parent: QWidget) -> QAction | None:
        """Return the command to run, None if the reader thought better of it."""
        dialog = cls(actions, parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen if is_accepted else None

    @property
    def chosen(self) -> QAction | None:
        item = self._list.currentItem()
        action = item.data(_NAME, _ACTION_ROLE) if item and not item.isHidden() else None
        return action if isinstance(action, QAction) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑ and ↓ walk through the list while the reader types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if step := steps.get(Qt.Key(event.key())):
                self._walk(step)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        wanted = _searched(text)
        for item in self._items():
            item.setHidden(wanted not in _searched(item.text(_NAME)))
        seen = self._seen()
        if seen:
            self._list.setCurrentItem(seen[0])
        self._list.setVisible(bool(seen))
        self._none.setVisible(not seen)

    def _walk(self, step: int) -> None:
        seen, current = self._seen(), self._list.currentItem()
        if seen and current in seen:
            self._list.setCurrentItem(seen[(seen.index(current) + step) % len(seen)])

    def _seen(self) -> list[QTreeWidgetItem]:
        return [item for item in self._items() if not item.isHidden()]

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount()))
        return [item for item in items if item is not None]


def _item_of(action: QAction, no_icon: QIcon) -> QTreeWidgetItem:
    """Return the row of a command; `no_icon` keeps the names under each other."""
    name = _MNEMONIC.sub("", action.text()).replace("&&", "&").removesuffix("…")
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    item = QTreeWidgetItem([name, key])
    item.setData(_NAME, _ACTION_ROLE, action)
    item.setIcon(_NAME, no_icon if action.icon().isNull() else action.icon())
    return item


def _searched(text: str) -> str:
    return "".join(text.split()).casefold()
