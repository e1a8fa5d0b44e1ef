"""Group model: the members of a library, with their annotations and who of them is seen."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from annotator.core.changes import Changes
from annotator.core.member import Member, signs_of
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A member with the sign that stands in the margin, and how many annotations there are."""

    member: Member
    sign: str
    annotations: int
    annotates_here: bool
    is_seen: bool


class GroupModel(RowModel[GroupRow]):
    """The members by name. `RowRole` gives a GroupRow; a ticked member is seen.

    Signal: `seen_requested` with the id of a member and whether to show what the member annotated.
    """

    RowRole = Qt.ItemDataRole.UserRole

    seen_requested = Signal(str, bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.member.id, parent)
        self._session = session
        self._rows = self._wanted()
        session.changed.connect(self._on_changed)

    def row(self, number: int) -> GroupRow:
        return self._rows[number]

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.member.name
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.is_seen else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                told = [self.tr("%n annotations", "", row.annotations)]
                if row.annotates_here:
                    told.append(self.tr("annotates here"))
                if not row.is_seen:
                    told.append(self.tr("hidden"))
                return " · ".join(told)
            case self.RowRole:
                return row
        return None

    def setData(
        self, index: ModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Ask for a member to be shown or hidden, as a list view does for its boxes."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_seen = Qt.CheckState(value) is Qt.CheckState.Checked
        self.seen_requested.emit(self._rows[index.row()].member.id, is_seen)
        return True

    def _on_changed(self, changes: Changes) -> None:
        others = changes.documents or changes.only_seen or changes.everything
        if changes.members or changes.annotated or others:
            self._set_rows(self._wanted())

    def _wanted(self) -> list[GroupRow]:
        session = self._session
        members = session.members()
        signs, counts = signs_of(members), session.counts_by_member()
        return [
            GroupRow(
                member=member,
                sign=signs[member.id],
                annotations=counts.get(member.id, 0),
                annotates_here=member.id == session.member.id,
                is_seen=member.id not in session.visibility.hidden_members,
            )
            for member in members
        ]
