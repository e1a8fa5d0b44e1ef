"""Passage map model: how much every two texts share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from annotator.core.document import Document
from annotator.qt.models.row_model import ROOT, ModelIndex

if TYPE_CHECKING:
    from annotator.services.passage_index import PassageIndex


class PassageMapModel(QAbstractTableModel):
    """Rows and columns are the texts; a cell tells how many letters of its row's text stand in
    that of its column.

    `ShareRole` gives that as a share of the row's text, `PairRole` the ids of both documents.
    """

    ShareRole = Qt.ItemDataRole.UserRole
    PairRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: PassageIndex | None = None
        self._documents: tuple[Document, ...] = ()

    def set_index(self, index: "PassageIndex | None") -> None:
        self.beginResetModel()
        self._index = index
        self._documents = index.comparison.documents if index else ()
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return self.rowCount(parent)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        title = self._documents[section].title
        match role:
            case Qt.ItemDataRole.DisplayRole if orientation == Qt.Orientation.Horizontal:
                return str(section + 1)
            case Qt.ItemDataRole.DisplayRole:
                return f"{section + 1}  {title}"
            case Qt.ItemDataRole.ToolTipRole:
                return title
            case Qt.ItemDataRole.TextAlignmentRole if orientation == Qt.Orientation.Vertical:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._index is None or index.row() == index.column():
            return None
        one, other = self._documents[index.row()], self._documents[index.column()]
        letters = self._index.matrix.get((one.id, other.id), 0)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{letters:,}" if letters else "·"
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._told(one, other, letters)
            case self.ShareRole:
                return letters / max(1, self._index.letters[one.id])
            case self.PairRole:
                return one.id, other.id
        return None

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if index.row() == index.column():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _told(self, one: Document, other: Document, letters: int) -> str:
        told = self.tr("%n letters of “{one}” stand in “{other}” too", "", letters)
        return told.format(one=one.title, other=other.title)
