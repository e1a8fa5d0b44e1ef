"""Hit model: search hits under the texts in which they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from annotator.core.document import Document
from annotator.qt.models.row_model import ROOT, ModelIndex
from annotator.services.search import Hit, Order, in_order

# The internal id of a text; that of a hit is the number of its text.
_IS_TEXT = 0xFFFFFFFF


@dataclass
class _Text:
    """The hits in one document, or in all (None) where they are in another order."""

    document: Document | None
    hits: list[Hit] = field(default_factory=list)


class HitModel(QAbstractItemModel):
    """Texts, and under each its hits.

    Roles: `HitRole` gives the Hit, None in the row of a text; `CountRole` there the number of hits.
    Rows of texts cannot be chosen.
    """

    HitRole = Qt.ItemDataRole.UserRole
    CountRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: list[_Text] = []
        self._in_text_order: list[Hit] = []

    def hits(self) -> list[Hit]:
        return [hit for text in self._texts for hit in text.hits]

    def hit_count(self) -> int:
        return sum(len(text.hits) for text in self._texts)

    def clear(self) -> None:
        self.beginResetModel()
        self._texts = []
        self._in_text_order = []
        self.endResetModel()

    def append(self, hits: Sequence[Hit]) -> None:
        """Add hits that follow those already there; hits in one text come one after the other."""
        self._in_text_order += hits
        self._append(hits)

    def _append(self, hits: Sequence[Hit]) -> None:
        start = 0
        while start < len(hits):
            document = hits[start].document
            end = start
            while end < len(hits) and hits[end].document.id == document.id:
                end += 1
            self._append_to_text(document, hits[start:end])
            start = end

    def arrange(self, order: Order) -> None:
        """Put the hits under their texts, or all together in another order."""
        hits = in_order(self._in_text_order, order)
        self.beginResetModel()
        self._texts = [_Text(None, hits)] if hits and order is not Order.TEXT else []
        self.endResetModel()
        if order is Order.TEXT:
            self._append(hits)

    def following(self, index: ModelIndex, step: int = 1) -> QModelIndex:
        """Return the hit after this one, or with step -1 the one before, going round."""
        places = [
            (text, row) for text, one in enumerate(self._texts) for row in range(len(one.hits))
        ]
        if not places:
            return QModelIndex()
        here = -1 if step > 0 else 0
        if index.isValid() and index.internalId() != _IS_TEXT:
            here = places.index((int(index.internalId()), index.row()))
        text, row = places[(here + step) % len(places)]
        return self.createIndex(row, 0, text)

    def index(self, row: int, column: int, parent: ModelIndex = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() if parent.isValid() else _IS_TEXT)

    def parent(self, index: ModelIndex = ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _IS_TEXT:
            return QModelIndex()
        return self.createIndex(int(index.internalId()), 0, _IS_TEXT)

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        if not parent.isValid():
            return len(self._texts)
        return len(self._texts[parent.row()].hits) if parent.internalId() == _IS_TEXT else 0

    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        del parent
        return 1

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or index.internalId() == _IS_TEXT:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.internalId() == _IS_TEXT:
            return self._text_data(self._texts[index.row()], role)
        hit = self._texts[int(index.internalId())].hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.before + hit.match + hit.after
            case Qt.ItemDataRole.ToolTipRole:
                return hit.document.title
            case self.HitRole:
                return hit
        return None

    def _text_data(self, text: _Text, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text.document.title if text.document else self.tr("All texts")
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.tr("%n hits", "", len(text.hits))
            case self.CountRole:
                return len(text.hits)
        return None

    def _append_to_text(self, document: Document, hits: Sequence[Hit]) -> None:
        last = self._texts[-1].document if self._texts else None
        if last is None or last.id != document.id:
            self.beginInsertRows(ROOT, len(self._texts), len(self._texts))
            self._texts.append(_Text(document))
            self.endInsertRows()
        text = self._texts[-1]
        index = self.index(len(self._texts) - 1, 0)
        self.beginInsertRows(index, len(text.hits), len(text.hits) + len(hits) - 1)
        text.hits.extend(hits)
        self.endInsertRows()
        self.dataChanged.emit(index, index)
