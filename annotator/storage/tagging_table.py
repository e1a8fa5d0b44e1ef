"""Who gave which tag to which annotation: an add/remove set with causal lengths.

A causal length counts additions and removals: odd is present, even is absent, and two copies merge
by taking the greater (Yu and Rostad, "A low-cost set CRDT based on causal lengths", 2020).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from annotator.core.changes import Changes
from annotator.storage.library import Library

_ADD = """
INSERT INTO tagging (changed_stamp, seq, annotation_id, tag_id, member_id, causal_length)
VALUES (?, ?, ?, ?, ?, 1)
ON CONFLICT DO UPDATE SET causal_length = causal_length + 1,
    changed_stamp = excluded.changed_stamp, seq = excluded.seq
WHERE causal_length % 2 = 0
"""

_MARKS = """
SELECT member_id, '', state, source_start, source_end FROM visible_annotation
WHERE document_id = ?1
UNION ALL
SELECT tagging.member_id, tag_id, state, source_start, source_end
FROM visible_annotation AS annotation
JOIN visible_tagging AS tagging ON annotation_id = annotation.id
JOIN present_tag AS tag ON tag.id = tag_id
WHERE document_id = ?1
"""

_REMOVE = """
UPDATE tagging SET changed_stamp = ?, seq = ?, causal_length = causal_length + 1
WHERE annotation_id = ? AND tag_id = ? AND member_id = ? AND causal_length % 2 = 1
"""


# Member, tag, state, and the range in the source text.
Mark: TypeAlias = tuple[str, str, str, int, int]


@dataclass(frozen=True, slots=True, order=True)
class Tagging:
    """One member's use of one tag on one annotation."""

    annotation_id: str
    tag_id: str
    member_id: str


def present(library: Library, annotation_ids: Iterable[str]) -> frozenset[Tagging]:
    """Return the taggings of these annotations that are seen, but for those with deleted tags."""
    rows = library.rows(
        "SELECT annotation_id, tag_id, tagging.member_id"
        " FROM visible_tagging AS tagging JOIN present_tag ON present_tag.id = tag_id"
        " WHERE annotation_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(annotation_ids)),),
    )
    return frozenset(Tagging(*row) for row in rows)


def set_present(library: Library, taggings: Iterable[Tagging], *, present: bool) -> Changes:
    """Add or remove taggings; those that already are as wanted stay untouched."""
    taggings = list(taggings)
    with library.transaction() as write:
        write.db.executemany(
            _ADD if present else _REMOVE,
            [
                (write.stamp, write.seq, tagging.annotation_id, tagging.tag_id, tagging.member_id)
                for tagging in taggings
            ],
        )
    return _changes(library, taggings)


def marks(library: Library, document_id: str) -> list[Mark]:
    """Return what was marked in a document, in no order: by those who annotated, whatever the tag
    (""), and by those who gave a tag.
    """
    return library.rows(_MARKS, (document_id,))


def _changes(library: Library, taggings: Iterable[Tagging]) -> Changes:
    annotation_ids = sorted({tagging.annotation_id for tagging in taggings})
    rows = library.rows(
        "SELECT DISTINCT document_id FROM annotation WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(annotation_ids),),
    )
    return Changes(
        annotations=frozenset(annotation_ids), annotated=frozenset(row[0] for row in rows)
    )
