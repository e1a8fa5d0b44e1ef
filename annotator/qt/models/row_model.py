"""Row model: a list that follows a sequence of values."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
)

ModelIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

# From so many rows on, views are quicker with a new list than with news of each row.
_MOST_SINGLE_STEPS = 200

Row = TypeVar("Row")


class RowModel(QAbstractListModel, Generic[Row]):
    """Keeps rows in step with values of the same identity, telling views only what changed."""

    def __init__(self, identity: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._identity = identity
        self._rows: list[Row] = []

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def row_of(self, identity: str) -> int | None:
        """Return the number of the row with this identity."""
        return next(
            (at for at, row in enumerate(self._rows) if self._identity(row) == identity), None
        )

    def index_of(self, identity: str) -> QModelIndex:
        """Return the index of the row with this identity, an invalid one if there is none."""
        at = self.row_of(identity)
        return QModelIndex() if at is None else self.index(at)

    def _set_rows(self, wanted: Sequence[Row]) -> None:
        """Show these rows, each identity once."""
        if abs(len(self._rows) - len(wanted)) > _MOST_SINGLE_STEPS:
            self._reset(wanted)
            return
        before = {self._identity(row) for row in self._rows}
        after = {self._identity(row) for row in wanted}
        if len(before ^ after) > _MOST_SINGLE_STEPS:
            self._reset(wanted)
            return
        for at in reversed(range(len(self._rows))):
            if self._identity(self._rows[at]) not in after:
                self._remove(at)
        for at, row in enumerate(wanted):
            self._put(at, row, is_new=self._identity(row) not in before)

    def _reset(self, wanted: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(wanted)
        self.endResetModel()

    def _put(self, at: int, row: Row, *, is_new: bool) -> None:
        """Show this row here; all rows above are as wanted already."""
        if is_new:
            self.beginInsertRows(ROOT, at, at)
            self._rows.insert(at, row)
            self.endInsertRows()
            return
        identity = self._identity(row)
        if self._identity(self._rows[at]) != identity:
            self._move_up(at, identity)
        if self._rows[at] is not row and self._rows[at] != row:
            self._rows[at] = row
            self.dataChanged.emit(self.index(at), self.index(at))

    def _move_up(self, to: int, identity: str) -> None:
        now = next(
            at for at in range(to, len(self._rows)) if self._identity(self._rows[at]) == identity
        )
        self.beginMoveRows(ROOT, now, now, ROOT, to)
        self._rows.insert(to, self._rows.pop(now))
        self.endMoveRows()

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(ROOT, at, at)
        del self._rows[at]
        self.endRemoveRows()

    def _repaint_all(self) -> None:
        """Tell views that every row may look different."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def for_long_lists(model: QAbstractListModel) -> QSortFilterProxyModel:
    """Return the same rows for a view of them.

    A QListView asks at every row how many there are: Python would answer 100,000 times.
    """
    rows = QSortFilterProxyModel(model)
    rows.setSourceModel(model)
    return rows
