"""Command palette: every command by its name, with its key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

_ACTION_ROLE = Qt.ItemDataRole.UserRole
_SIZE = (460, 420)


class CommandPalette(QDialog):
    """Type a part of a name; Enter runs the chosen command."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All commands"))
        self.resize(*_SIZE)
        self._query = QLineEdit()
        self._query.setPlaceholderText(self.tr("Type a part of a command’s name"))
        self._query.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Commands"))
        for action in actions:
            self._list.addItem(_item_of(action))
        layout = QVBoxLayout(self)
        layout.addWidget(self._query)
        layout.addWidget(self._list)
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
        action = item.data(_ACTION_ROLE) if item is not None and not item.isHidden() else None
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
        wanted = "".join(text.split()).casefold()
        for item in self._items():
            item.setHidden(wanted not in "".join(item.text().split()).casefold())
        seen = [item for item in self._items() if not item.isHidden()]
        if seen:
            self._list.setCurrentItem(seen[0])

    def _walk(self, step: int) -> None:
        seen = [item for item in self._items() if not item.isHidden()]
        if seen:
            index = seen.index(self._list.currentItem()) if self.chosen else -step
            self._list.setCurrentItem(seen[(index + step) % len(seen)])

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]


def _item_of(action: QAction) -> QListWidgetItem:
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    name = action.text().replace("&", "").removesuffix("…")
    item = QListWidgetItem(f"{name}    {keys}" if keys else name)
    item.setData(_ACTION_ROLE, action)
    if not action.icon().isNull():
        item.setIcon(action.icon())
    return item
