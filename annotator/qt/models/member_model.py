"""Member model: the places at which one shared passage stands, and how each reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from annotator.core.span import ReadingSpan
from annotator.qt.models.row_model import ROOT, ModelIndex

# Stands in the words where letters are left out.
MISSING = "∧"


@dataclass(frozen=True, slots=True)
class Member:
    """A place of a shared passage.

    `words` are what is read there; `marked` are ranges in them that another place has otherwise,
    empty where letters are left out.
    """

    document_id: str
    span: ReadingSpan
    title: str
    where: str
    words: str
    marked: tuple[tuple[int, int], ...]
    is_first_said: bool
    is_here: bool


class MemberModel(QAbstractListModel):
    """Rows are members; `MemberRole` gives the Member."""

    MemberRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members: Sequence[Member] = ()

    def set_members(self, members: Sequence[Member]) -> None:
        self.beginResetModel()
        self._members = members
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._members)

    def row_here(self) -> int:
        """Return the row that the others are compared with, 0 without any."""
        return next((at for at, member in enumerate(self._members) if member.is_here), 0)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        member = self._members[index.row()]
        match role:
            case self.MemberRole:
                return member
            case Qt.ItemDataRole.DisplayRole:
                return member.words
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return " · ".join(
                    part for part in (*self._said_of(member), self._signs(member)) if part
                )
        return None

    def heading(self, member: Member) -> str:
        """Return which text it is, where in it, and what is to be said of it."""
        return " · ".join(part for part in self._said_of(member) if part)

    def _said_of(self, member: Member) -> tuple[str, ...]:
        first = self.tr("earliest by date") if member.is_first_said else ""
        here = self.tr("the others are compared with this") if member.is_here else ""
        return member.title, member.where, first, here

    def _signs(self, member: Member) -> str:
        """Say what the marks show, for those who cannot see them."""
        parts = [member.words[start:end] for start, end in member.marked if start < end]
        if not parts:
            return ""
        return self.tr("Differs: {words}").format(words=" ".join(parts))
