"""Tag palette: all tags to choose from by typing, and new ones to invent."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.codebook import Codebook
from annotator.core.identity import tag_name_key
from annotator.qt.dialogs.sizes import open_at
from annotator.qt.models.tag_signs import patch_icon
from annotator.qt.tag_names import shown_name

_ID_ROLE = Qt.ItemDataRole.UserRole
_KEYS_ROLE = Qt.ItemDataRole.UserRole + 1
_SIZE = (360, 400)
_ICON_PX = QSize(22, 16)


class TagChoice(NamedTuple):
    """The ids of the chosen tags, and the names of chosen ones that do not exist yet."""

    tag_ids: set[str]
    new_names: list[str]


class TagPalette(QDialog):
    """Type to narrow the list; Enter or Space gives or takes the current tag.

    Enter in the empty field keeps the choice. A name that no tag has is offered as a new tag.
    """

    def __init__(
        self, codebook: Codebook, chosen: Iterable[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self._query = QLineEdit()
        self._query.setClearButtonEnabled(True)
        self._query.setPlaceholderText(self.tr("Type the name of a tag"))
        self._query.setAccessibleName(self.tr("Name of a tag"))
        self._query.installEventFilter(self)
        self._list = QListWidget()
        self._list.setIconSize(_ICON_PX)
        self._list.setAccessibleName(self.tr("Tags"))
        self._list.installEventFilter(self)
        chosen = set(chosen)
        for tag in codebook:
            item = _checkable(shown_name(tag), is_checked=tag.id in chosen)
            item.setData(_ID_ROLE, tag.id)
            item.setData(_KEYS_ROLE, [tag_name_key(shown_name(tag)), tag_name_key(tag.name)])
            item.setIcon(patch_icon(tag, _ICON_PX))
            self._list.addItem(item)
        self._offer = _checkable("", is_checked=False)
        self._list.addItem(self._offer)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(self._query)
        column.addWidget(self._list, 1)
        column.addWidget(buttons)
        self._query.textChanged.connect(self._narrow)
        self._list.itemChanged.connect(self._on_item_changed)
        self._narrow("")
        open_at(self, *_SIZE)

    @classmethod
    def ask(
        cls, parent: QWidget | None, codebook: Codebook, chosen: Iterable[str]
    ) -> TagChoice | None:
        """Return the tags that the reader chose; None if cancelled."""
        dialog = cls(codebook, chosen, parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.choice() if is_accepted else None

    def choice(self) -> TagChoice:
        """Return what is checked."""
        checked = [item for item in self._items() if _is_checked(item)]
        return TagChoice(
            {item.data(_ID_ROLE) for item in checked if item.data(_ID_ROLE)},
            [item.text() for item in checked if not item.data(_ID_ROLE)],
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let ↑, ↓, Enter and Space work on the list while the reader types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._handle_key(event.key()) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _handle_key(self, key: int) -> bool:
        is_typing = self._query.hasFocus()
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down if is_typing:
                self._walk(1 if key == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if is_typing and not self._query.text():
                self.accept()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._toggle()
            case Qt.Key.Key_Space if not is_typing or not self._query.text():
                self._toggle()
            case _:
                return False
        return True

    def _toggle(self) -> None:
        item = self._list.currentItem()
        if item is not None and not item.isHidden():
            is_checked = _is_checked(item)
            item.setCheckState(Qt.CheckState.Unchecked if is_checked else Qt.CheckState.Checked)
            self._query.clear()

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        """Keep a new tag that was checked as one of the list, and offer another one below."""
        if item is self._offer and _is_checked(item):
            name = " ".join(self._query.text().split())
            self._offer = _checkable("", is_checked=False)
            item.setText(name)
            item.setData(_KEYS_ROLE, [tag_name_key(name)])
            self._list.addItem(self._offer)
            self._query.clear()

    def _narrow(self, query: str) -> None:
        wanted = tag_name_key(query)
        known = [item for item in self._items() if item is not self._offer]
        for item in known:
            item.setHidden(not any(wanted in key for key in item.data(_KEYS_ROLE)))
        is_known = any(wanted in item.data(_KEYS_ROLE) for item in known)
        self._offer.setText(self.tr("New tag “{name}”").format(name=" ".join(query.split())))
        self._offer.setHidden(is_known or not wanted)
        seen = self._seen()
        if seen and (query or self._list.currentItem() not in seen):
            self._list.setCurrentItem(seen[0])

    def _walk(self, step: int) -> None:
        seen = self._seen()
        if seen:
            current = self._list.currentItem()
            at = seen.index(current) if current in seen else -step
            self._list.setCurrentItem(seen[(at + step) % len(seen)])

    def _seen(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if not item.isHidden()]

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]


def _checkable(text: str, *, is_checked: bool) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
    return item


def _is_checked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
