"""Dictionary dialog: the reader's own words, by which texts are divided."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_SIZE = (420, 460)


class DictionaryDialog(QDialog):
    """Lists the words and says what is to become of them.

    Signals: `add_requested` with what was typed, `remove_requested` with a list of words,
    `rename_requested` with a word and what was typed in its place, `import_requested`.
    """

    add_requested = Signal(str)
    remove_requested = Signal(list)
    rename_requested = Signal(str, str)
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Dictionary"))
        self.resize(*_SIZE)
        self._new = QLineEdit()
        self._new.setPlaceholderText(self.tr("New word…"))
        self._new.setAccessibleName(self.tr("New word"))
        self._add = QPushButton(self.tr("&Add"))
        self._add.setDefault(True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Your words"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._remove = QPushButton(self.tr("&Remove"))
        self._import = QPushButton(self.tr("&Import…"))
        self._import.setToolTip(self.tr("Add the words of a dictionary as jieba reads it"))
        self._lay_out()
        self._connect()
        self.set_words(())

    def set_words(self, words: tuple[str, ...]) -> None:
        """List these words; the chosen ones stay chosen as far as they are there."""
        chosen = set(self._chosen())
        self._list.blockSignals(True)
        self._list.clear()
        for word in words:
            item = QListWidgetItem(word)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(Qt.ItemDataRole.UserRole, word)
            self._list.addItem(item)
            item.setSelected(word in chosen)
        self._list.blockSignals(False)
        self._on_selection_changed()

    def take_typed(self) -> None:
        """Empty the field: what was typed is in the list now."""
        self._new.clear()

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr(
                "Texts are divided by these words, wherever words are counted or chosen by a "
                "double-click. They belong to this library and are not shared."
            )
        )
        hint.setProperty("quiet", True)
        hint.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self._new, 1)
        top.addWidget(self._add)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._remove)
        foot.addWidget(self._import)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(hint)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add_clicked)
        self._import.clicked.connect(self.import_requested)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._list.itemSelectionChanged.connect(self._on_selection_changed)
        self._list.itemChanged.connect(self._on_item_changed)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove_clicked)

    def _chosen(self) -> list[str]:
        return [item.data(Qt.ItemDataRole.UserRole) for item in self._list.selectedItems()]

    def _on_add_clicked(self) -> None:
        if self._new.text().strip():
            self.add_requested.emit(self._new.text())
        self._new.setFocus()

    def _on_remove_clicked(self) -> None:
        if chosen := self._chosen():
            self.remove_requested.emit(chosen)

    def _on_selection_changed(self) -> None:
        self._remove.setEnabled(bool(self._chosen()))

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        word = item.data(Qt.ItemDataRole.UserRole)
        if item.text() != word:
            self.rename_requested.emit(word, item.text())
