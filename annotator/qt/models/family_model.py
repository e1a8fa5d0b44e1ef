"""Family model: the passages that the texts share, those in the most texts first."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from annotator.core.passage import Family
from annotator.qt.models.row_model import ROOT, ModelIndex

if TYPE_CHECKING:
    from annotator.services.passage_index import PassageIndex


class FamilyModel(QAbstractListModel):
    """Rows are families of an index; `FamilyRole` gives the Family.

    `CountsRole` tells in how many texts and places it stands, and how long it is.
    """

    FamilyRole = Qt.ItemDataRole.UserRole
    CountsRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: PassageIndex | None = None
        self._numbers: Sequence[int] = ()

    def show_families(self, index: "PassageIndex | None", numbers: Sequence[int]) -> None:
        """Show the families of this index that have these numbers, which rise."""
        self.beginResetModel()
        self._index, self._numbers = index, numbers
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def index_of(self, family: Family) -> QModelIndex:
        """Return the index of a family, an invalid one if it is not shown."""
        number = self._index.number_of(family) if self._index else None
        if number is None:
            return QModelIndex()
        row = bisect_left(self._numbers, number)
        is_shown = row < len(self._numbers) and self._numbers[row] == number
        return self.index(row) if is_shown else QModelIndex()

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._index is None:
            return None
        family = self._index.families[self._numbers[index.row()]]
        match role:
            case self.FamilyRole:
                return family
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return " ".join(self._index.comparison.words(family.members[0]).split())
            case self.CountsRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._counts(self._index, family)
        return None

    def _counts(self, index: "PassageIndex", family: Family) -> str:
        texts = self.tr("In %n of {total} texts", "", index.reach(family))
        places = self.tr("%n places", "", len(family.members))
        length = self.tr("%n characters", "", family.longest)
        total = index.text_count
        return " · ".join((texts.format(total=total), places, length))
