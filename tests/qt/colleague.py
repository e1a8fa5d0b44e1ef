"""Another member, whose work comes into the library of a session as if it had been merged."""

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.clock import now_ms
from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.core.reply import Reply
from annotator.qt.session import Session
from annotator.services import libraries
from annotator.storage import annotation_table, arrivals, reply_table, tagging_table
from annotator.storage.tagging_table import Tagging


class Colleague:
    """Writes into the session's own file; each thing gets the marks of one that came in."""

    def __init__(self, session: Session, name: str = "周") -> None:
        self._session = session
        self.member: Member = libraries.add_member(session.library, name)
        session.announce(Changes(members=frozenset([self.member.id])))

    def reply(self, annotation: Annotation, content: str) -> Reply:
        made_ms = now_ms()
        reply = Reply(new_id(), annotation.id, self.member.id, made_ms, made_ms, content)
        reply_table.insert(self._session.library, reply)
        self._came("reply", reply.id)
        return reply

    def change_note_meanwhile(self, annotation: Annotation, note: str) -> None:
        """Write a version of a note that knows nothing of the one that is shown."""
        version_id = new_id()
        with self._session.library.transaction() as write:
            write.db.execute(
                "INSERT INTO revision (id, annotation_id, member_id, stamp, bases, note, seq)"
                " VALUES (?, ?, ?, 1, '[]', ?, 0)",
                (version_id, annotation.id, self.member.id, note),
            )
        self._came("revision", version_id)

    def move_meanwhile(self, annotation: Annotation, start: int, end: int) -> None:
        """Give an annotation a place, in source offsets, that knows nothing of where it stands."""
        place_id = new_id()
        with self._session.library.transaction() as write:
            write.db.execute(
                "INSERT INTO anchor_revision (id, annotation_id, member_id, stamp, bases,"
                " document_id, source_start, source_end, quotation, prefix, suffix, state, seq)"
                " SELECT ?, id, ?, 1, '[]', document_id, ?, ?, quotation, '', '', 'ok', 0"
                " FROM annotation WHERE id = ?",
                (place_id, self.member.id, start, end, annotation.id),
            )
        self._came("anchor_revision", place_id)

    def take_over(self, annotation: Annotation) -> None:
        """Let an annotation be this member's."""
        with self._session.library.transaction() as write:
            write.db.execute(
                "UPDATE annotation SET member_id = ? WHERE id = ?", (self.member.id, annotation.id)
            )
        self._came("annotation", annotation.id)

    def tag(self, annotation: Annotation, tag_id: str, *, present: bool = True) -> None:
        """Give a tag to an annotation, or take it, as a merge of this would."""
        library = self._session.library
        with library.transaction() as write:
            arrival = arrivals.begin(write.db, write.seq)
            tagging = Tagging(annotation.id, tag_id, self.member.id)
            tagging_table.set_present(library, [tagging], present=present)
            arrivals.add(library, arrival)
        self._session.announce(Changes(everything=True))

    def delete(self, annotation: Annotation) -> None:
        """Delete an annotation, as a merge of this would."""
        library = self._session.library
        with library.transaction() as write:
            arrival = arrivals.begin(write.db, write.seq)
            annotation_table.set_deleted(library, [annotation.id], deleted=True)
            arrivals.add(library, arrival)
        self._session.announce(Changes(everything=True))

    def _came(self, table: str, row_id: str) -> None:
        with self._session.library.transaction() as write:
            write.db.execute(
                f"UPDATE {table} SET seq = ?, received_seq = ? WHERE id = ?",
                (write.seq, write.seq, row_id),
            )
        self._session.announce(Changes(everything=True))
