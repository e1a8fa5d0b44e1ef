"""Thread model: the note of one annotation and the replies to it."""

from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QObject, Qt

from annotator.core.annotation import Annotation
from annotator.core.reply import Reply
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session

_TIME = "yyyy-MM-dd HH:mm"


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """What one member wrote: the note, which has no `reply`, or a reply."""

    id: str
    member: str
    colour: str
    written: str
    words: str
    reply: Reply | None = None
    is_own: bool = False


class ThreadModel(RowModel[ThreadEntry]):
    """The note first, then the replies as they were written. `EntryRole` gives a ThreadEntry."""

    EntryRole = Qt.ItemDataRole.UserRole

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(lambda entry: entry.id, parent)
        self._session = session

    def show_annotation(self, annotation: Annotation | None) -> None:
        """Show what was written about this annotation, or nothing."""
        self._set_rows(self._entries(annotation) if annotation else [])

    def entry(self, row: int) -> ThreadEntry:
        return self._rows[row]

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.words
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return " · ".join((entry.member, entry.written))
            case self.EntryRole:
                return entry
        return None

    def _entries(self, annotation: Annotation) -> list[ThreadEntry]:
        members = {member.id: member for member in self._session.members()}

        def entry(written: Annotation | Reply, when: str, words: str) -> ThreadEntry:
            member = members[written.member_id]
            return ThreadEntry(
                id=written.id,
                member=member.name,
                colour=member.colour,
                written=when,
                words=words,
                reply=written if isinstance(written, Reply) else None,
                is_own=member.id == self._session.member.id,
            )

        note = [entry(annotation, self.tr("note"), annotation.note)] if annotation.has_note else []
        return [*note, *(entry(reply, _when(reply), reply.content) for reply in annotation.replies)]


def _when(reply: Reply) -> str:
    return QDateTime.fromMSecsSinceEpoch(reply.created_ms).toString(_TIME)
