"""Ticked hits: search hits of which the reader wants some."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from annotator.qt.models.hit_model import HitModel
from annotator.qt.models.row_model import ModelIndex
from annotator.services.search import Hit


class TickedHits(HitModel):
    """Hits under their texts, at first all ticked. A text is ticked with all of its hits.

    Signal: `ticks_changed`.
    """

    ticks_changed = Signal()

    def __init__(self, hits: Sequence[Hit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unticked: set[int] = set()
        self.append(hits)

    def ticked(self) -> list[Hit]:
        """Return the hits that are wanted, text by text."""
        return [hit for hit in super().hits() if id(hit) not in self._unticked]

    def toggle(self, indexes: Iterable[ModelIndex]) -> None:
        """Untick all of these, or tick them all if none is ticked."""
        hits = {id(hit) for index in indexes for hit in self.hits_at(index.row())}
        self._tick(hits, hits <= self._unticked)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            return self._state(index)
        count = super().data(index, self.CountRole)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and count is not None:
            # Said here too: `tr` looks for a counted sentence under the name of the subclass only.
            return self.tr("%n hits", "", len(self.hits_at(index.row())))
        return super().data(index, role)

    def setData(
        self, index: ModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        self._tick({id(hit) for hit in self.hits_at(index.row())}, wanted)
        return True

    def _state(self, index: ModelIndex) -> Qt.CheckState:
        hits = self.hits_at(index.row())
        unticked = sum(id(hit) in self._unticked for hit in hits)
        if not unticked:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if unticked == len(hits) else Qt.CheckState.PartiallyChecked

    def _tick(self, hits: set[int], wanted: bool) -> None:
        self._unticked = self._unticked - hits if wanted else self._unticked | hits
        self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
        self.ticks_changed.emit()
