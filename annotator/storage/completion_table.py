"""Completions: which members have finished which texts."""

from collections import defaultdict

from annotator.core.changes import Changes
from annotator.storage.library import Library


def finished(library: Library) -> dict[str, frozenset[str]]:
    """Return the ids of the members who finished a document, by its id; others are absent."""
    members: dict[str, set[str]] = defaultdict(set)
    for document_id, member_id in library.rows(
        "SELECT document_id, member_id FROM completion"
        " JOIN present_document AS document ON document.id = document_id WHERE finished = 1"
    ):
        members[document_id].add(member_id)
    return {document_id: frozenset(ids) for document_id, ids in members.items()}


def set_finished(library: Library, document_id: str, member_id: str, *, finished: bool) -> Changes:
    """Say whether a member has finished a document; what is said already keeps its stamp."""
    with library.transaction() as write:
        write.db.execute(
            """
            INSERT INTO completion (member_id, document_id, finished, finished_stamp, seq)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET finished = excluded.finished,
                finished_stamp = excluded.finished_stamp, seq = excluded.seq
            WHERE finished <> excluded.finished
            """,
            (member_id, document_id, int(finished), write.stamp, write.seq),
        )
    return Changes(documents=frozenset([document_id]))
