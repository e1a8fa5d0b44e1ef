"""Passage map panel: which texts share how much, and what any two of them share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.qt.models.passage_map_model import PassageMapModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.passage_map_delegate import PassageMapDelegate

if TYPE_CHECKING:
    from annotator.services.passage_index import PassageIndex

_CELL_WIDTH = 58
_TITLES_WIDTH = 180


class PassageMapPanel(QWidget):
    """The map on the left; the passages of the chosen cell on the right, in the text's order.

    Signal: `pair_chosen` with the two document ids and the spans of a passage in both.
    """

    pair_chosen = Signal(str, object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._index: PassageIndex | None = None
        self.model = PassageMapModel(self)
        self.map = QTableView()
        self.passages = QListWidget()
        self._empty = EmptyState()
        self._pages = QStackedLayout()
        self._set_up_map()
        self._set_up_passages()
        self._lay_out()
        self.setFocusProxy(self.map)

    def set_index(self, index: "PassageIndex | None") -> None:
        """Show what this index knows; None while the texts are compared."""
        self._index = index
        self.model.set_index(index)
        self.passages.clear()
        has_several = self.model.rowCount() > 1
        self._pages.setCurrentIndex(0 if has_several else 1)
        if index is None:
            self._empty.say(self.tr("The texts are being compared…"))
        elif not has_several:
            self._empty.say(self.tr("Import another text to see what it shares with this one."))
        else:
            self.map.setCurrentIndex(self.model.index(0, 1))

    def _set_up_map(self) -> None:
        view = self.map
        view.setModel(self.model)
        view.setItemDelegate(PassageMapDelegate(view))
        view.setAccessibleName(self.tr("Map of shared passages"))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.horizontalHeader().setDefaultSectionSize(_CELL_WIDTH)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setMaximumWidth(_TITLES_WIDTH)
        view.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        view.selectionModel().currentChanged.connect(self._show_passages)
        view.clicked.connect(self._show_passages)

    def _set_up_passages(self) -> None:
        self.passages.setAccessibleName(self.tr("Passages of the two texts"))
        self.passages.setUniformItemSizes(True)
        self.passages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.passages.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.passages.itemClicked.connect(self._choose)
        for field, slot in (
            (self.map, self.passages.setFocus),
            (self.passages, lambda: self._choose(self.passages.currentItem())),
        ):
            shortcut = QShortcut(field)
            shortcut.setKeys([QKeySequence(key) for key in ("Return", "Enter")])
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.map)
        parts.addWidget(self.passages)
        parts.setSizes([3, 2])
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.addLayout(self._pages, 1)
        self._pages.addWidget(parts)  # now that they have a parent: no window of its own
        self._pages.addWidget(self._empty)

    def _show_passages(self, cell: ModelIndex) -> None:
        self.passages.clear()
        pair = cell.data(PassageMapModel.PairRole)
        if pair is None or self._index is None:
            return
        for one, other in sorted(self._index.between(*pair)):
            words = " ".join(one.slice_of(self._index.text(pair[0])).split())
            item = QListWidgetItem(words, self.passages)
            item.setToolTip(words)
            item.setData(Qt.ItemDataRole.UserRole, (pair[0], one, pair[1], other))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.pair_chosen.emit(*item.data(Qt.ItemDataRole.UserRole))
