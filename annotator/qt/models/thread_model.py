"""Thread model: the note of one annotation and the replies to it."""

from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QObject, Qt

from annotator.core.annotation import Annotation
from annotator.core.member import Member, signs_of
from annotator.core.reply import Reply
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.session import Session
from annotator.services import versions

_TIME = "yyyy-MM-dd HH:mm"


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """What one member wrote, and when: the note, which has no `reply`, or a reply.

    `sign` is that of the member among all members.
    """

    id: str
    member: Member
    sign: str
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
                return " · ".join((entry.member.name, entry.written))
            case self.EntryRole:
                return entry
        return None

    def _entries(self, annotation: Annotation) -> list[ThreadEntry]:
        members = {member.id: member for member in self._session.members()}
        signs = signs_of(members.values())
        me = self._session.member.id
        replies = [
            ThreadEntry(
                id=reply.id,
                member=members[reply.member_id],
                sign=signs[reply.member_id],
                written=_time(reply.created_ms),
                words=reply.content,
                reply=reply,
                is_own=reply.member_id == me,
            )
            for reply in annotation.replies
        ]
        if not annotation.has_note:
            return replies
        version = versions.last_version(self._session.library, annotation.id)
        writer_id = version.member_id if version else annotation.member_id
        written = _time(version.written_ms if version else annotation.created_ms)
        told = self.tr("note of {time}").format(time=written)
        note = ThreadEntry(
            annotation.id, members[writer_id], signs[writer_id], told, annotation.note
        )
        return [note, *replies]


def _time(unix_ms: int) -> str:
    return QDateTime.fromMSecsSinceEpoch(unix_ms).toString(_TIME)
