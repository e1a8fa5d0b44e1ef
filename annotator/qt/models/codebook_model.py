"""Codebook model: the tags in the reader's order, with their keys and how often they are used."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from annotator.core.changes import Changes
from annotator.core.codebook import Tag
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_definition, shown_name

_KEYS = 9


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag, the number of its annotations, and the number key that gives it, if one does."""

    tag: Tag
    count: int
    key: int | None


class CodebookModel(RowModel[TagRow]):
    """The codebook. `RowRole` gives a TagRow.

    Rows that a reader drags are not moved: `move_requested` tells the tag id and its new place.
    """

    RowRole = Qt.ItemDataRole.UserRole

    move_requested = Signal(str, int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.tag.id, parent)
        self._session = session
        self._counts = session.tag_counts()
        self._rows = self._wanted()
        session.changed.connect(self._on_changed)

    def tag(self, row: int) -> Tag:
        return self._rows[row].tag

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(row.tag)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.tr("%n annotations", "", row.count)
            case Qt.ItemDataRole.ToolTipRole:
                return shown_definition(row.tag) or None
            case self.RowRole:
                return row
        return None

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return usual | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(
        self,
        source_parent: ModelIndex,
        source_row: int,
        count: int,
        destination_parent: ModelIndex,
        destination_child: int,
    ) -> bool:
        """Ask for one tag to be put before another, as a list view does after a drop."""
        is_here = not source_parent.isValid() and not destination_parent.isValid()
        is_move = destination_child not in (source_row, source_row + 1)
        if not is_here or not is_move or count != 1:
            return False
        place = destination_child - (destination_child > source_row)
        self.move_requested.emit(self.tag(source_row).id, place)
        return True

    def _on_changed(self, changes: Changes) -> None:
        if changes.annotations or changes.annotated or changes.everything:
            self._counts = self._session.tag_counts()
        elif not changes.tags:
            return
        self._set_rows(self._wanted())

    def _wanted(self) -> list[TagRow]:
        return [
            TagRow(tag, self._counts.get(tag.id, 0), key if key <= _KEYS else None)
            for key, tag in enumerate(self._session.codebook, start=1)
        ]
