"""Hit model: search hits under the texts in which they stand, or under other headings."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from annotator.qt.models.hit_groups import AnyHit, HitGroup, HitGroups, place_of
from annotator.qt.models.row_model import ROOT, ModelIndex
from annotator.services.note_search import NoteHit, TagHit
from annotator.services.search import Hit


class HitModel(QAbstractListModel):
    """Headings, and the hits of each below it.

    Roles: `HitRole` gives the hit, None in the row of a heading; `CountRole` there the number of
    hits. Headings cannot be chosen.
    """

    HitRole = Qt.ItemDataRole.UserRole
    CountRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups = HitGroups(self)
        self._groups: list[HitGroup] = []
        # The row of each heading.
        self._rows: list[int] = []
        # Qt asks for it once a row whenever it lays the list out.
        self._row_count = 0
        self._found: list[AnyHit] = []

    def found(self) -> list[AnyHit]:
        """Return all hits in the order in which they were found."""
        return self._found

    def hits(self) -> list[Hit]:
        """Return the hits in texts as they are listed, each once."""
        listed = (hit for group in self._groups for hit in group.hits if isinstance(hit, Hit))
        return list({id(hit): hit for hit in listed}.values())

    def hits_at(self, row: int) -> Sequence[AnyHit]:
        """Return the hit of a row, or all hits under a heading."""
        group, place = self._place(row)
        return group.hits[place : place + 1] if place >= 0 else group.hits

    def hit_count(self) -> int:
        return len(self._found)

    def has_hits_in_texts(self) -> bool:
        # What is found in texts comes before what is found in notes and tags.
        return bool(self._found) and isinstance(self._found[0], Hit)

    def clear(self) -> None:
        self._found = []
        self.arrange([])

    def append(self, hits: Sequence[AnyHit]) -> None:
        """Add hits that follow those already there; hits in one text come one after the other."""
        for place, group in groupby(hits, key=place_of):
            self._append_to_group(place, list(group))

    def arrange(self, groups: Sequence[HitGroup]) -> None:
        """List the hits under these headings."""
        self.beginResetModel()
        self._groups, self._rows = [], []
        row = 0
        for group in groups:
            self._groups.append(group)
            self._rows.append(row)
            row += 1 + len(group.hits)
        self._row_count = row
        self.endResetModel()

    def following(self, index: ModelIndex, step: int = 1) -> QModelIndex:
        """Return the hit after this one, or with step -1 the one before, going round."""
        count = self.rowCount()
        if not count:
            return QModelIndex()
        start = index.row() if index.isValid() else min(-step, 0)
        row = (start + step) % count
        while row in self._rows:
            row = (row + step) % count
        return self.index(row)

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else self._row_count

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._place(index.row())[1] < 0:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group, place = self._place(index.row())
        if place < 0:
            return self._heading_data(group, role)
        hit = group.hits[place]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.before + hit.match + hit.after
            case Qt.ItemDataRole.ToolTipRole:
                return _whole(hit)
            case self.HitRole:
                return hit
        return None

    def _heading_data(self, group: HitGroup, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return group.title
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.tr("%n hits", "", len(group.hits))
            case self.CountRole:
                return len(group.hits)
        return None

    def _place(self, row: int) -> tuple[HitGroup, int]:
        """Return the group of a row, and the number of its hit there, -1 for a heading."""
        number = bisect_right(self._rows, row) - 1
        return self._groups[number], row - self._rows[number] - 1

    def _append_to_group(self, place: str, hits: list[AnyHit]) -> None:
        is_new = not self._found or place_of(self._found[-1]) != place
        end, added = self._row_count, len(hits) + is_new
        self.beginInsertRows(ROOT, end, end + added - 1)
        self._row_count += added
        self._found += hits
        if is_new:
            self._groups.append(HitGroup(self.groups.title_of(hits[0])))
            self._rows.append(end)
        self._groups[-1].hits.extend(hits)
        self.endInsertRows()
        heading = self.index(self._rows[-1])
        self.dataChanged.emit(heading, heading)


def _whole(hit: AnyHit) -> str:
    """Return what a row has no room for."""
    match hit:
        case NoteHit():
            return hit.whole
        case TagHit():
            return hit.tag.definition
    return hit.document.title
