"""Codebook model: the tags in the reader's order, with their keys and how often they are used."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from annotator.core.changes import Changes
from annotator.core.codebook import Tag, TagUse
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_definition, shown_name

_KEYS = 9
_UNUSED = TagUse(0, 0)


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag, how it is used, and the number key that gives it, if one does."""

    tag: Tag
    use: TagUse
    key: int | None

    @property
    def counts(self) -> str:
        """The annotations and, where they are fewer, the distinct passages in brackets."""
        if self.use.passages == self.use.annotations:
            return str(self.use.annotations)
        return f"{self.use.annotations} ({self.use.passages})"


class CodebookModel(RowModel[TagRow]):
    """The codebook. `RowRole` gives a TagRow.

    Rows that a reader drags are not moved: `move_requested` tells the tag id and its new place.
    """

    RowRole = Qt.ItemDataRole.UserRole

    move_requested = Signal(str, int)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.tag.id, parent)
        self._session = session
        self._uses = session.tag_uses()
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
                return self._told(row)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (shown_definition(row.tag), self._told(row))))
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
            self._uses = self._session.tag_uses()
        elif not changes.tags:
            return
        self._set_rows(self._wanted())

    def _told(self, row: TagRow) -> str:
        told = self.tr("%n annotations", "", row.use.annotations)
        if row.use.passages == row.use.annotations:
            return told
        return " · ".join((told, self.tr("%n distinct passages", "", row.use.passages)))

    def _wanted(self) -> list[TagRow]:
        return [
            TagRow(tag, self._uses.get(tag.id, _UNUSED), key if key <= _KEYS else None)
            for key, tag in enumerate(self._session.codebook, start=1)
        ]
