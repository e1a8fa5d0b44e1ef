"""News: rows that others wrote, by the change numbers under which they came into this file.

Three streams, one after the other, each with the newest first: replies, versions of notes,
annotations. Each is read page by page, along an index, however much came.
"""

import json
from dataclasses import dataclass
from typing import Any

from annotator.core.news import News, NewsEnd, NewsFilter, NewsKind, NewsPage, ReadSoFar
from annotator.storage import reply_table
from annotator.storage.library import Library
from annotator.storage.seen_annotations import SEEN, parameters, seen_from

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class _Stream:
    """Which rows are one kind of news: a table, its words, and a condition."""

    table: str
    words: str
    condition: str


_STREAMS = {
    NewsKind.REPLY: _Stream("reply", "reply.content", reply_table.PRESENT),
    # Versions that one member wrote one after the other are one piece of news.
    NewsKind.NOTE: _Stream(
        "revision",
        "revision.note",
        """NOT EXISTS (
            SELECT 1 FROM revision AS later
            WHERE later.annotation_id = revision.annotation_id
                AND later.member_id = revision.member_id
                AND (later.stamp, later.id) > (revision.stamp, revision.id))""",
    ),
    # An annotation whose note somebody wrote later is told as that note.
    NewsKind.ANNOTATION: _Stream(
        "annotation",
        "annotation.note",
        """NOT EXISTS (
            SELECT 1 FROM revision
            WHERE revision.annotation_id = annotation.id
                AND revision.seq > :since AND revision.received_seq = revision.seq
                AND revision.member_id <> (SELECT coalesce(member_id, '') FROM library))""",
    ),
}


def page(
    library: Library,
    read: ReadSoFar,
    wanted: NewsFilter,
    *,
    after: NewsEnd | None = None,
    limit: int,
) -> NewsPage:
    """Return at most so many news that are not read."""
    found: list[News] = []
    kinds = list(NewsKind)
    for kind in kinds[kinds.index(after.kind) if after else 0 :]:
        bounds: dict[str, object] = {"limit": limit - len(found)}
        beyond = "true"
        if after and after.kind is kind:
            beyond = f"({_STREAMS[kind].table}.seq, {_STREAMS[kind].table}.rowid) < (:seq, :row)"
            bounds |= {"seq": after.seq, "row": after.row}
        rows = library.rows(
            f"{_select(kind)} AND {beyond} ORDER BY 3 DESC, 1 DESC LIMIT :limit",
            _values(read, wanted) | bounds,
        )
        found += [News(kind, *row[1:]) for row in rows]
        if len(found) == limit:
            return NewsPage(tuple(found), NewsEnd(kind, rows[-1][2], rows[-1][0]))
    return NewsPage(tuple(found), None)


def count(library: Library, read: ReadSoFar, wanted: NewsFilter, *, most: int) -> int:
    """Return how many news are not read; of more than `most`, only that many."""
    found = 0
    for kind in NewsKind:
        values = _values(read, wanted) | {"limit": most - found}
        rows = library.rows(f"SELECT count(*) FROM ({_select(kind)} LIMIT :limit)", values)
        found += rows[0][0]
    return found


def latest(library: Library) -> int:
    """Return the last change number of the library: nothing in it came later."""
    return int(library.rows("SELECT seq FROM library")[0][0])


def first_hidden(library: Library, since: int) -> int | None:
    """Return the least change number after this one of what came and a blind round hides."""
    known: dict[str, Any] = {"since": since}
    found = [
        number
        for kind in NewsKind
        for (number,) in library.rows(
            f"SELECT min({_STREAMS[kind].table}.seq) FROM {_with_annotation(kind)}"
            f" WHERE {_came(kind)} AND annotation.document_id IN (SELECT document_id FROM"
            " open_round)",
            known,
        )
        if number is not None
    ]
    return min(found, default=None)


def _with_annotation(kind: NewsKind) -> str:
    """Return the rows of a stream, each with its annotation."""
    table = _STREAMS[kind].table
    is_annotation = kind is NewsKind.ANNOTATION
    joined = "" if is_annotation else "CROSS JOIN annotation ON annotation.id = annotation_id"
    return f"{table} {joined}"


def _came(kind: NewsKind) -> str:
    """Return the condition for what others wrote and came after the change number `:since`."""
    table = _STREAMS[kind].table
    return (
        f"{table}.seq > :since AND {table}.received_seq = {table}.seq"
        f" AND {table}.member_id <> (SELECT coalesce(member_id, '') FROM library)"
    )


def _select(kind: NewsKind) -> str:
    stream = _STREAMS[kind]
    table = stream.table
    return f"""
        SELECT {table}.rowid, {table}.id, {table}.seq, annotation.id, annotation.document_id,
            {table}.member_id, substr({stream.words}, 1, {_LONGEST}),
            substr(annotation.quotation, 1, {_LONGEST})
        FROM {_with_annotation(kind)}
        WHERE {_came(kind)}
            AND {table}.id || ':' || {table}.seq NOT IN (SELECT value FROM json_each(:read))
            AND (:member = '' OR {table}.member_id = :member)
            AND (:document = '' OR annotation.document_id = :document)
            AND EXISTS (SELECT 1 FROM present_annotation WHERE id = annotation.id)
            AND EXISTS (SELECT 1 FROM present_document WHERE id = annotation.document_id)
            AND {SEEN} AND {seen_from(f"{table}.member_id")} AND {stream.condition}
        """


def _values(read: ReadSoFar, wanted: NewsFilter) -> dict[str, Any]:
    return parameters(wanted.seen) | {
        "since": read.since,
        "read": json.dumps(read.keys),
        "member": wanted.member_id or "",
        "document": wanted.document_id or "",
    }
