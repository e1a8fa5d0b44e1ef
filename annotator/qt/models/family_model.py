"""Family model: the passages that the texts share, those in the most texts first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from annotator.core.passage import Family
from annotator.qt.models.row_model import ROOT, ModelIndex

if TYPE_CHECKING:
    from annotator.services.passage_index import PassageIndex


class FamilyModel(QAbstractListModel):
    """Rows are families that have the wanted words; `FamilyRole` gives the Family.

    `CountsRole` tells in how many texts and places it stands, and how long it is.
    """

    FamilyRole = Qt.ItemDataRole.UserRole
    CountsRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: PassageIndex | None = None
        self._words = ""
        self._families: list[Family] = []

    def set_index(self, index: "PassageIndex | None") -> None:
        """Show the families of this index."""
        self._index = index
        self._refill()

    def set_words(self, words: str) -> None:
        """Show only what says these words somewhere; blanks in them do not count."""
        wanted = "".join(words.split())
        if wanted != self._words:
            self._words = wanted
            self._refill()

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._families)

    def index_of(self, family: Family) -> QModelIndex:
        """Return the index of a family, an invalid one if it is not shown."""
        if family not in self._families:
            return QModelIndex()
        return self.index(self._families.index(family))

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._index is None:
            return None
        family = self._families[index.row()]
        match role:
            case self.FamilyRole:
                return family
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return " ".join(self._index.comparison.words(family.members[0]).split())
            case self.CountsRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._counts(self._index, family)
        return None

    def _refill(self) -> None:
        self.beginResetModel()
        families = self._index.families if self._index else ()
        self._families = [family for family in families if self._is_wanted(family)]
        self.endResetModel()

    def _is_wanted(self, family: Family) -> bool:
        if not self._words or self._index is None:
            return True
        words = map(self._index.comparison.words, family.members)
        return any(self._words in "".join(each.split()) for each in words)

    def _counts(self, index: "PassageIndex", family: Family) -> str:
        texts = self.tr("In %n of {total} texts", "", index.reach(family))
        places = self.tr("%n places", "", len(family.members))
        length = self.tr("%n characters", "", family.longest)
        total = index.text_count
        return " · ".join((texts.format(total=total), places, length))
