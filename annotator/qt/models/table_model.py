"""Table model: rows of values in columns that can be sorted and filtered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from annotator.qt.models.row_model import ROOT, ModelIndex

Row = TypeVar("Row")
Value = str | int | float | None


@dataclass(frozen=True)
class Column(Generic[Row]):
    """A column; `value` is what it is sorted and exported by, `shown` how that is written."""

    title: str
    value: Callable[[Row], Value]
    shown: Callable[[Row], str]
    tip: str = ""
    is_number: bool = True

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        return (right if self.is_number else left) | Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel, Generic[Row]):
    """Shows rows in the order they come in, or by the column that the reader chose."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._all: Sequence[Row] = ()
        self._rows: list[Row] = []
        self._accepts: Callable[[Row], bool] = lambda _row: True
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Row]) -> None:
        self._all = rows
        self._show()

    def set_filter(self, accepts: Callable[[Row], bool]) -> None:
        """Show only the rows that this accepts."""
        self._accepts = accepts
        self._show()

    def row(self, index: ModelIndex) -> Row | None:
        """Return what stands in the row of this index, None for no index."""
        return self._rows[index.row()] if index.isValid() else None

    def rows(self) -> list[Row]:
        """Return what is shown, as it is sorted."""
        return list(self._rows)

    def values(self) -> list[list[Value]]:
        """Return the values of what is shown."""
        return [[column.value(row) for column in self.columns] for row in self._rows]

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.shown(self._rows[index.row()])
            case Qt.ItemDataRole.TextAlignmentRole:
                side = (
                    Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
                )
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.title
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = (
                    Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
                )
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by this column; rows without a value there come last. -1 is the given order.

        What is chosen in a view stays chosen.
        """
        self._sorted_by = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._rows[index.row()]) for index in self.persistentIndexList()]
        self._rows = self._wanted()
        places = {id(row): at for at, row in enumerate(self._rows)} if kept else {}
        moved = [self.index(places[id(row)], index.column()) for index, row in kept]
        self.changePersistentIndexList([index for index, _ in kept], moved)
        self.layoutChanged.emit()

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = self._wanted()
        self.endResetModel()

    def _wanted(self) -> list[Row]:
        rows = [row for row in self._all if self._accepts(row)]
        if self._sorted_by is None:
            return rows
        number, order = self._sorted_by
        value = self.columns[number].value

        def rank(row: Row) -> tuple[bool, Any]:
            """Put numbers before words."""
            return isinstance(value(row), str), value(row)

        with_value = [row for row in rows if value(row) is not None]
        without = [row for row in rows if value(row) is None]
        with_value.sort(key=rank, reverse=order is Qt.SortOrder.DescendingOrder)
        return with_value + without
