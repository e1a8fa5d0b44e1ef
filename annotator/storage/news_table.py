"""News: rows that others wrote or changed, by the change numbers under which they came in.

One stream after the other, each with the newest first: replies, versions of notes, annotations,
other places for one's own, tags given and taken, deletions. Each is read page by page, along an
index, however much came.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from annotator.core.annotation import AnchorState
from annotator.core.news import ALL_NEWS, News, NewsEnd, NewsFilter, NewsKind, NewsPage, ReadSoFar
from annotator.storage import arrivals, reply_table, round_table
from annotator.storage.library import Library
from annotator.storage.seen_annotations import SEEN, parameters, seen_from

_LONGEST = 300
_LAST_ROW = 2**63 - 1

_IS_PRESENT = "EXISTS (SELECT 1 FROM present_annotation WHERE id = annotation.id)"


def _by_others(table: str) -> str:
    """Return the condition for rows that came in as somebody else made them."""
    return (
        f"{table}.seq > :since AND {table}.received_seq = {table}.seq"
        f" AND {table}.member_id <> (SELECT coalesce(member_id, '') FROM library)"
    )


def _last_of_member(table: str) -> str:
    """Return the condition for the last of the revisions that one member made of one thing."""
    return f"""NOT EXISTS (
            SELECT 1 FROM {table} AS later
            WHERE later.annotation_id = {table}.annotation_id
                AND later.member_id = {table}.member_id
                AND (later.stamp, later.id) > ({table}.stamp, {table}.id))"""


@dataclass(frozen=True, slots=True)
class _Stream:
    """Which rows are one kind of news: a table, its words, and the conditions for having come in
    and for being worth telling. What merges changed is read merge by merge.
    """

    kind: NewsKind
    table: str
    words: str
    came: str
    condition: str
    is_of_changes: bool = False

    @property
    def told_kind(self) -> str:
        if self.is_of_tags:
            return f"iif(causal_length % 2 = 1, '{NewsKind.TAG}', '{NewsKind.TAG_REMOVED}')"
        return f"'{self.kind}'"

    @property
    def is_of_tags(self) -> bool:
        return self.table == "tagging"

    @property
    def row_id(self) -> str:
        return "annotation.id" if self.is_of_tags else f"{self.table}.id"

    @property
    def tag_id(self) -> str:
        return "tagging.tag_id" if self.is_of_tags else "''"

    @property
    def key(self) -> str:
        """`News.key`, in SQL."""
        of_tag = " || ':' || tagging.tag_id || ':' || tagging.member_id" if self.is_of_tags else ""
        return f"{self.row_id}{of_tag} || ':' || {self.table}.seq"

    @property
    def rows(self) -> str:
        """The rows of the table, each with its annotation."""
        if self.table == "annotation":
            return self.table
        return f"{self.table} CROSS JOIN annotation ON annotation.id = annotation_id"

    def select(self) -> str:
        return f"""
            SELECT {self.table}.rowid, {self.told_kind}, {self.row_id}, {self.table}.seq,
                annotation.id, annotation.document_id, {self.table}.member_id,
                substr({self.words}, 1, {_LONGEST}), substr(annotation.quotation, 1, {_LONGEST}),
                {self.tag_id}
            FROM {self.rows}
            WHERE {self.came} AND {self.condition}
                AND {self.key} NOT IN (SELECT value FROM json_each(:read))
                AND (:member = '' OR {self.table}.member_id = :member)
                AND (:document = '' OR annotation.document_id = :document)
                AND EXISTS (SELECT 1 FROM present_document WHERE id = annotation.document_id)
                AND {SEEN} AND {seen_from(f"{self.table}.member_id")}
            """


_STREAMS = (
    _Stream(
        NewsKind.REPLY,
        "reply",
        "reply.content",
        _by_others("reply"),
        f"{reply_table.PRESENT} AND {_IS_PRESENT}",
    ),
    # Versions that one member wrote one after the other are one piece of news.
    _Stream(
        NewsKind.NOTE,
        "revision",
        "revision.note",
        _by_others("revision"),
        f"""{_IS_PRESENT} AND {_last_of_member("revision")}""",
    ),
    # An annotation whose note somebody wrote later is told as that note.
    _Stream(
        NewsKind.ANNOTATION,
        "annotation",
        "annotation.note",
        _by_others("annotation"),
        f"""{_IS_PRESENT} AND NOT EXISTS (
            SELECT 1 FROM revision
            WHERE revision.annotation_id = annotation.id AND {_by_others("revision")})""",
    ),
    # Somebody looked and moved it. Where others moved their own, these are told as annotations.
    _Stream(
        NewsKind.PLACE,
        "anchor_revision",
        "anchor_revision.quotation",
        _by_others("anchor_revision"),
        f"""{_IS_PRESENT} AND anchor_revision.state = '{AnchorState.OK}'
        AND annotation.member_id = (SELECT member_id FROM library)
        AND {_last_of_member("anchor_revision")}""",
    ),
    # Tags that came together with an annotation are part of it.
    _Stream(
        NewsKind.TAG,
        "tagging",
        "(SELECT name FROM tag WHERE tag.id = tagging.tag_id)",
        "tagging.seq = :seq AND tagging.rowid BETWEEN :first_tag AND min(:row, :last_tag)"
        " AND annotation.rowid <= :annotations",
        f"""iif(causal_length % 2 = 1,
            tagging.member_id <> (SELECT coalesce(member_id, '') FROM library),
            tagging.rowid <= :taggings)
        AND EXISTS (SELECT 1 FROM present_tag WHERE present_tag.id = tagging.tag_id)
        AND {_IS_PRESENT}""",
        is_of_changes=True,
    ),
    _Stream(
        NewsKind.DELETION,
        "annotation",
        "annotation.note",
        "annotation.seq = :seq AND annotation.rowid <= min(:row, :annotations)",
        f"annotation.deleted = 1 AND NOT {_IS_PRESENT}",
        is_of_changes=True,
    ),
)


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
    known = _parameters(wanted)
    kinds = [stream.kind for stream in _STREAMS]
    for stream in _STREAMS[kinds.index(after.kind) if after else 0 :]:
        end = after if after and after.kind is stream.kind else None
        select = stream.select()
        for condition, values in _parts(library, stream, read, end):
            rows = library.rows(
                f"{select} AND {condition} ORDER BY 4 DESC, 1 DESC LIMIT :limit",
                known | values | {"limit": limit - len(found)},
            )
            found += [News(NewsKind(row[1]), *row[2:]) for row in rows]
            if len(found) == limit:
                return NewsPage(tuple(found), NewsEnd(stream.kind, rows[-1][3], rows[-1][0]))
    return NewsPage(tuple(found), None)


def count(library: Library, read: ReadSoFar, wanted: NewsFilter, *, most: int) -> int:
    """Return how many news are not read; of more than `most`, only that many."""
    found, known = 0, _parameters(wanted)
    for stream in _STREAMS:
        select = stream.select()
        for condition, values in _parts(library, stream, read):
            if found == most:
                break
            ((number,),) = library.rows(
                f"SELECT count(*) FROM ({select} AND {condition} LIMIT :limit)",
                known | values | {"limit": most - found},
            )
            found += number
    return found


def latest(library: Library) -> int:
    """Return the last change number of the library: nothing in it came later."""
    return int(library.rows("SELECT seq FROM library")[0][0])


def first_hidden(library: Library, since: int) -> int | None:
    """Return the least change number after this one of what came and a blind round hides."""
    if not round_table.blind_documents(library):
        return None
    known = _parameters(ALL_NEWS)
    found = [
        number
        for stream in _STREAMS
        for condition, values in _parts(library, stream, ReadSoFar(since))
        for (number,) in library.rows(
            f"SELECT min({stream.table}.seq) FROM {stream.rows} WHERE {stream.came}"
            f" AND {condition}"
            " AND annotation.document_id IN (SELECT document_id FROM open_round)",
            known | values,
        )
        if number is not None
    ]
    return min(found, default=None)


def _parts(
    library: Library, stream: _Stream, read: ReadSoFar, after: NewsEnd | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a condition for each part of a stream, the newest first, and what it has to know.

    Rows that came in together have one change number: an index leads to the middle of them only
    where that number is given.
    """
    if stream.is_of_changes:
        yield from _merges(library, stream, read, after)
        return
    known = {"since": read.since, "read": json.dumps(read.keys)}
    if after is None:
        yield "true", known
    else:
        row, seq = f"{stream.table}.rowid", f"{stream.table}.seq"
        yield f"{seq} = :seq AND {row} < :row", known | {"seq": after.seq, "row": after.row}
        yield f"{seq} < :seq", known | {"seq": after.seq}


def _merges(
    library: Library, stream: _Stream, read: ReadSoFar, after: NewsEnd | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    keys = defaultdict(list)
    for key in read.keys:
        keys[key.rpartition(":")[2]].append(key)
    for merge in arrivals.latest_first(library, read.since):
        has_rows = merge.last_tag if stream.is_of_tags else merge.deletes
        if has_rows and (after is None or merge.seq <= after.seq):
            row = after.row - 1 if after and merge.seq == after.seq else _LAST_ROW
            its_keys = json.dumps(keys[str(merge.seq)])
            yield "true", asdict(merge) | {"row": row, "read": its_keys}


def _parameters(wanted: NewsFilter) -> dict[str, Any]:
    return parameters(wanted.seen) | {
        "member": wanted.member_id or "",
        "document": wanted.document_id or "",
    }
