"""Annotations: their anchors, notes and deletions. Taggings stand in `tagging_table`.

What is returned is what the current member may see: an open blind round hides the others' work.
Whom the reader hides, a Visibility leaves out of what was read.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import TypeAlias

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.changes import Changes
from annotator.core.clock import stamp_ms
from annotator.core.reply import Reply
from annotator.core.revision import AnchorRevision, Revision
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.visibility import ALL, Visibility, told_givers
from annotator.storage import anchor_revision_table, reply_table, revision_table
from annotator.storage.anchor_revision_table import anchor_values
from annotator.storage.library import Library, Write

_PRESENT = """
SELECT annotation.id, annotation.document_id, source_start, source_end, quotation, prefix, suffix,
    annotation.member_id, created_ms, note, state, passage_id,
    max(anchor_stamp, note_stamp, annotation.deletion_stamp, coalesce(
        (SELECT max(changed_stamp) FROM tagging WHERE annotation_id = annotation.id), 0)) AS changed
FROM visible_annotation AS annotation
JOIN present_document AS document ON document.id = annotation.document_id
WHERE true
"""

# CROSS JOIN makes SQLite begin with the annotations, not with all that has a tag.
_TAGGINGS = """
SELECT annotation_id, tag_id, member_id
FROM visible_tagging CROSS JOIN present_tag AS tag ON tag.id = tag_id
WHERE true
"""
_IN_ORDER = "ORDER BY position, tag_id, member_id"

# Where annotations are put, by id, and how sure that is.
Anchors: TypeAlias = Mapping[str, tuple[Selector, AnchorState]]

_Row = tuple[str, str, int, int, str, str, str, str, int, str, str, str, int]
_Givers = dict[str, tuple[str, ...]]


def insert(library: Library, annotation: Annotation) -> Changes:
    """Add an annotation, without its tags."""
    return insert_all(library, [annotation])


def insert_all(library: Library, annotations: Sequence[Annotation]) -> Changes:
    """Add annotations, without their tags."""
    with library.transaction() as write:
        write.db.executemany(
            """
            INSERT INTO annotation (id, member_id, created_ms, passage_id, document_id,
                source_start, source_end, quotation, prefix, suffix, state, anchor_stamp, note,
                note_stamp, seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (
                    annotation.id,
                    annotation.member_id,
                    annotation.created_ms,
                    annotation.passage_id,
                    *anchor_values(annotation.selector, annotation.state),
                    write.stamp,
                    annotation.note,
                    write.stamp,
                    write.seq,
                )
                for annotation in annotations
            ],
        )
    return _changes(
        [annotation.id for annotation in annotations],
        [annotation.document_id for annotation in annotations],
    )


def all_annotations(library: Library, seen: Visibility = ALL) -> list[Annotation]:
    """Return the annotations that are not deleted, text by text, in the order of the text."""
    found = _annotations(
        library.rows(
            f"{_PRESENT} ORDER BY document.imported_ms, document.id,"
            " source_start, source_end, annotation.id"
        ),
        library.rows(f"{_TAGGINGS} {_IN_ORDER}"),
        reply_table.threads(library),
    )
    return seen.seen(found)


def in_document(library: Library, document_id: str, seen: Visibility = ALL) -> list[Annotation]:
    """Return the annotations of one document, in the order of the text."""
    found = _annotations(
        library.rows(
            f"{_PRESENT} AND document.id = ? ORDER BY source_start, source_end, annotation.id",
            (document_id,),
        ),
        library.rows(
            f"{_TAGGINGS} AND annotation_id IN (SELECT id FROM annotation WHERE document_id = ?)"
            f" {_IN_ORDER}",
            (document_id,),
        ),
        reply_table.threads_in(library, document_id),
    )
    return seen.seen(found)


def with_words(library: Library) -> list[Annotation]:
    """Return the annotations with a note or a reply, text by text, in the order of the text."""
    replied = f"SELECT annotation_id FROM reply WHERE {reply_table.PRESENT}"
    has_words = f"(note <> '' OR annotation.id IN ({replied}))"
    found = _annotations(
        library.rows(
            f"{_PRESENT} AND {has_words} ORDER BY document.imported_ms, document.id,"
            " source_start, source_end, annotation.id"
        ),
        library.rows(
            f"{_TAGGINGS} AND annotation_id IN (SELECT id FROM annotation WHERE {has_words})"
            f" {_IN_ORDER}"
        ),
        reply_table.threads(library),
    )
    # A blind round may hide the replies.
    return [one for one in found if one.has_words]


def with_ids(
    library: Library, annotation_ids: Iterable[str], seen: Visibility = ALL
) -> list[Annotation]:
    """Return those of these annotations that are not deleted."""
    wanted = list(annotation_ids)
    ids = (json.dumps(wanted),)
    found = _annotations(
        library.rows(f"{_PRESENT} AND annotation.id IN (SELECT value FROM json_each(?))", ids),
        library.rows(
            f"{_TAGGINGS} AND annotation_id IN (SELECT value FROM json_each(?)) {_IN_ORDER}", ids
        ),
        reply_table.threads_of(library, wanted),
    )
    return seen.seen(found)


def beginning_with(library: Library, beginning: str) -> list[Annotation]:
    """Return those whose ids begin so and that are not deleted."""
    rows = library.rows(
        "SELECT id FROM present_annotation WHERE substr(id, 1, length(?1)) = ?1", (beginning,)
    )
    return with_ids(library, (row[0] for row in rows))


def places_in(library: Library, document_id: str) -> list[tuple[str, int, int, str]]:
    """Return id, source range and quotation of all annotations of a document, also hidden ones."""
    return library.rows(
        "SELECT id, source_start, source_end, quotation FROM present_annotation"
        " WHERE document_id = ? ORDER BY source_start, source_end, id",
        (document_id,),
    )


def counts_by_member(library: Library) -> dict[str, int]:
    """Return annotations per member id; members without any are absent."""
    return dict(
        library.rows(
            "SELECT annotation.member_id, count(*) FROM visible_annotation AS annotation"
            " JOIN present_document AS document ON document.id = document_id"
            " GROUP BY annotation.member_id"
        )
    )


def is_known(library: Library, annotation_id: str) -> bool:
    """Whether the library holds this annotation, deleted or not."""
    return bool(library.rows("SELECT 1 FROM annotation WHERE id = ?", (annotation_id,)))


def set_note(library: Library, annotation_id: str, note: str, *, settles: bool = False) -> Changes:
    """Write a note; it replaces the version that is shown or, where it settles, all of them."""
    with library.transaction() as write:
        revision_table.record(library, annotation_id, note, settles=settles)
        write.db.execute(
            "UPDATE annotation SET note = ?, note_stamp = ?, seq = ? WHERE id = ?",
            (note, write.stamp, write.seq, annotation_id),
        )
    return _changes_of(library, [annotation_id])


def bring_back_versions(
    library: Library, annotation_id: str, versions: Sequence[Revision]
) -> Changes:
    """Let these versions of a note stand side by side again; the first is the one to show."""
    with library.transaction() as write:
        revision_table.bring_back(library, annotation_id, versions)
        write.db.execute(
            "UPDATE annotation SET note = ?, note_stamp = ?, seq = ? WHERE id = ?",
            (versions[0].note, write.stamp, write.seq, annotation_id),
        )
    return _changes_of(library, [annotation_id])


def set_anchors(library: Library, anchors: Anchors, *, settles: bool = False) -> Changes:
    """Put annotations on other passages, of the same or of another document.

    Each place replaces the one where the annotation stood or, where it settles, all that it was
    given.
    """
    before = _changes_of(library, anchors)
    with library.transaction() as write:
        _write_anchors(write, anchors)
        anchor_revision_table.record(library, anchors, settles=settles)
    return before | _changes_of(library, anchors)


def bring_back_places(
    library: Library, annotation_id: str, places: Sequence[AnchorRevision]
) -> Changes:
    """Let an annotation have these places side by side again; it stands at the first."""
    before = _changes_of(library, [annotation_id])
    with library.transaction() as write:
        anchor_revision_table.bring_back(library, annotation_id, places)
        _write_anchors(write, {annotation_id: (places[0].selector, places[0].state)})
    return before | _changes_of(library, [annotation_id])


def set_deleted(library: Library, annotation_ids: Iterable[str], *, deleted: bool) -> Changes:
    """Delete annotations or bring them back, with all that they had."""
    ids = list(annotation_ids)
    with library.transaction() as write:
        write.db.executemany(
            "UPDATE annotation SET deleted = ?, deletion_stamp = ?, seq = ? WHERE id = ?",
            [(int(deleted), write.stamp, write.seq, annotation_id) for annotation_id in ids],
        )
    return _changes_of(library, ids)


def _write_anchors(write: Write, anchors: Anchors) -> None:
    write.db.executemany(
        "UPDATE annotation SET document_id = ?, source_start = ?, source_end = ?,"
        " quotation = ?, prefix = ?, suffix = ?, state = ?, anchor_stamp = ?, seq = ?"
        " WHERE id = ?",
        [
            (*anchor_values(selector, state), write.stamp, write.seq, annotation_id)
            for annotation_id, (selector, state) in anchors.items()
        ],
    )


def _changes_of(library: Library, annotation_ids: Iterable[str]) -> Changes:
    ids = list(annotation_ids)
    rows = library.rows(
        "SELECT DISTINCT document_id FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return _changes(ids, [row[0] for row in rows])


def _changes(annotation_ids: Iterable[str], document_ids: Iterable[str]) -> Changes:
    return Changes(annotations=frozenset(annotation_ids), annotated=frozenset(document_ids))


def _annotations(
    rows: list[_Row],
    taggings: list[tuple[str, str, str]],
    threads: reply_table.Threads,
) -> list[Annotation]:
    """Join annotations with their tags and replies; a tag that several members gave counts once.

    The same ids are the same strings: many annotations have few documents, members and tags.
    """
    givers: dict[str, _Givers] = defaultdict(dict)
    for annotation_id, tag_id, member_id in taggings:
        given = givers[annotation_id]
        given[intern(tag_id)] = (*given.get(tag_id, ()), intern(member_id))
    return [_annotation(row, givers.get(row[0], {}), threads.get(row[0], ())) for row in rows]


def _annotation(row: _Row, givers: _Givers, replies: tuple[Reply, ...]) -> Annotation:
    annotation_id, document_id, start, end, quotation, prefix, suffix = row[:7]
    member_id, created_ms, note, state, passage_id, changed_stamp = row[7:]
    return Annotation(
        id=annotation_id,
        selector=Selector(intern(document_id), SourceSpan(start, end), quotation, prefix, suffix),
        member_id=intern(member_id),
        created_ms=created_ms,
        modified_ms=max(created_ms, stamp_ms(changed_stamp)),
        tag_ids=tuple(givers),
        note=note,
        state=AnchorState(state),
        passage_id=passage_id,
        replies=replies,
        given_by=told_givers(member_id, givers.values()),
    )
