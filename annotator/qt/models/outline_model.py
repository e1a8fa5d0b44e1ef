"""Outline model: the headings of a text, each under the higher one before it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from annotator.core.reading_text import OutlineEntry
from annotator.qt.models.row_model import ROOT, ModelIndex

_TITLE, _PAGE = range(2)


class OutlineModel(QAbstractItemModel):
    """Headings with their pages in a second column. `EntryRole` gives the OutlineEntry."""

    EntryRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[OutlineEntry] = ()
        self._parents: list[int | None] = []
        self._children: dict[int | None, list[int]] = {}
        self._rows: list[int] = []
        self._current: int | None = None

    def set_outline(self, entries: Sequence[OutlineEntry]) -> None:
        """Show another outline; none of its headings is the current one."""
        self.beginResetModel()
        self._entries = entries
        self._current = None
        self._nest()
        self.endResetModel()

    def has_pages(self) -> bool:
        """Whether it is known of any heading on which page it stands."""
        return any(entry.page is not None for entry in self._entries)

    def current(self) -> QModelIndex:
        """Return the index of the marked heading, an invalid one if none is."""
        return self._index(self._current)

    def set_current(self, entry: OutlineEntry | None) -> None:
        """Mark the heading where reading stands."""
        before = self._current
        self._current = None if entry is None else self._entries.index(entry)
        if before != self._current:
            for index in (self._index(before), self.current()):
                if index.isValid():
                    self.dataChanged.emit(index, index.siblingAtColumn(_PAGE))

    def index(self, row: int, column: int, parent: ModelIndex = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._children[_position(parent)][row])

    def parent(self, index: ModelIndex = ROOT) -> QModelIndex:  # type: ignore[override]
        position = _position(index)
        return QModelIndex() if position is None else self._index(self._parents[position])

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        if parent.column() > 0:
            return 0
        return len(self._children.get(_position(parent), ()))

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        del parent
        return 2

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        position = _position(index)
        if position is None:
            return None
        entry = self._entries[position]
        match role:
            case Qt.ItemDataRole.DisplayRole if index.column() == _PAGE:
                return "" if entry.page is None else str(entry.page)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return entry.title
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == _PAGE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if position == self._current:
                font = QFont()
                font.setBold(True)
                return font
            case self.EntryRole:
                return entry
        return None

    def _nest(self) -> None:
        self._parents, self._rows, self._children = [], [], {}
        above: list[int] = []
        for position, entry in enumerate(self._entries):
            while above and self._entries[above[-1]].level >= entry.level:
                above.pop()
            parent = above[-1] if above else None
            siblings = self._children.setdefault(parent, [])
            self._parents.append(parent)
            self._rows.append(len(siblings))
            siblings.append(position)
            above.append(position)

    def _index(self, position: int | None) -> QModelIndex:
        if position is None:
            return QModelIndex()
        return self.createIndex(self._rows[position], _TITLE, position)


def _position(index: ModelIndex) -> int | None:
    return int(index.internalId()) if index.isValid() else None
