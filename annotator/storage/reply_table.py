"""Replies: the thread under each annotation, in the order in which it was written."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from annotator.core.changes import Changes
from annotator.core.clock import stamp_ms
from annotator.core.reply import Reply
from annotator.storage.library import Library
from annotator.storage.seen_annotations import visible_from

Threads: TypeAlias = dict[str, tuple[Reply, ...]]

# As with all shared rows, a change that is later than the deletion brings a reply back.
PRESENT = "(reply.deleted = 0 OR reply.deletion_stamp < reply.content_stamp)"

# CROSS JOIN makes SQLite begin with the replies: a text has many more annotations.
_SELECT = f"""
SELECT reply.id, annotation_id, reply.member_id, reply.created_ms, content_stamp, content
FROM reply CROSS JOIN annotation ON annotation.id = annotation_id
WHERE {PRESENT} AND {visible_from("reply.member_id")}
"""


def insert(library: Library, reply: Reply) -> Changes:
    with library.transaction() as write:
        write.db.execute(
            "INSERT INTO reply (id, annotation_id, member_id, created_ms, content, content_stamp,"
            " seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                reply.id,
                reply.annotation_id,
                reply.member_id,
                reply.created_ms,
                reply.content,
                write.stamp,
                write.seq,
            ),
        )
    return _changes(library, reply.id)


def set_content(library: Library, reply_id: str, content: str) -> Changes:
    with library.transaction() as write:
        write.db.execute(
            "UPDATE reply SET content = ?, content_stamp = ?, seq = ? WHERE id = ?",
            (content, write.stamp, write.seq, reply_id),
        )
    return _changes(library, reply_id)


def set_deleted(library: Library, reply_id: str, *, deleted: bool) -> Changes:
    """Delete a reply or bring it back."""
    with library.transaction() as write:
        write.db.execute(
            "UPDATE reply SET deleted = ?, deletion_stamp = ?, seq = ? WHERE id = ?",
            (int(deleted), write.stamp, write.seq, reply_id),
        )
    return _changes(library, reply_id)


def is_known(library: Library, reply_id: str) -> bool:
    """Whether the library holds this reply, deleted or not."""
    return bool(library.rows("SELECT 1 FROM reply WHERE id = ?", (reply_id,)))


def beginning_with(library: Library, beginning: str) -> list[Reply]:
    """Return the replies whose ids begin so."""
    condition = "AND substr(reply.id, 1, length(:beginning)) = :beginning"
    return _replies(library, condition, beginning=beginning)


def threads(library: Library) -> Threads:
    """Return the replies by annotation id; annotations without any are absent, here and below."""
    return _threads(_replies(library))


def threads_in(library: Library, document_id: str) -> Threads:
    """Return the replies to the annotations of one document."""
    condition = "AND annotation.document_id = :document"
    return _threads(_replies(library, condition, document=document_id))


def threads_of(library: Library, annotation_ids: Iterable[str]) -> Threads:
    """Return the replies to these annotations."""
    condition = "AND annotation_id IN (SELECT value FROM json_each(:ids))"
    return _threads(_replies(library, condition, ids=json.dumps(list(annotation_ids))))


def _threads(replies: Iterable[Reply]) -> Threads:
    found: dict[str, list[Reply]] = defaultdict(list)
    for reply in replies:
        found[reply.annotation_id].append(reply)
    return {annotation_id: tuple(thread) for annotation_id, thread in found.items()}


def _replies(library: Library, condition: str = "", **known: str) -> list[Reply]:
    rows = library.rows(f"{_SELECT} {condition} ORDER BY reply.created_ms, reply.id", known)
    return [
        Reply(reply_id, annotation_id, member_id, created_ms, stamp_ms(stamp), content)
        for reply_id, annotation_id, member_id, created_ms, stamp, content in rows
    ]


def _changes(library: Library, reply_id: str) -> Changes:
    rows = library.rows(
        "SELECT annotation.id, document_id FROM annotation"
        " JOIN reply ON annotation_id = annotation.id WHERE reply.id = ?",
        (reply_id,),
    )
    return Changes(
        annotations=frozenset(row[0] for row in rows), annotated=frozenset(row[1] for row in rows)
    )
