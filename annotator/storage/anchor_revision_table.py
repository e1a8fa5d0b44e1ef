"""Revisions of anchors: every place that somebody gave an annotation, and which it replaced.

Two members may move one annotation without knowing of each other. The later place is where it
stands then; the other is kept here until somebody settles which it is.
"""

import json
from collections.abc import Iterable, Sequence

from annotator.core.annotation import AnchorState
from annotator.core.identity import new_id
from annotator.core.revision import AnchorRevision
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.visibility import Visibility
from annotator.storage import revision_tree
from annotator.storage.library import Library
from annotator.storage.shared_tables import ANCHOR_REVISION

_ANCHOR = "document_id, source_start, source_end, quotation, prefix, suffix, state"
# As the merge decides which of two anchors with one stamp is the greater.
_SHOWN_FIRST = ", ".join(f"{column} DESC" for column in ("stamp", *_ANCHOR.split(", ")))


def record(library: Library, annotation_ids: Iterable[str], *, settles: bool) -> None:
    """Keep the places which the current member has just given annotations.

    Each replaces the place where its annotation stood or, where they settle, all of its places.
    """
    ids = list(annotation_ids)
    last = _leaves_of(library, ids)
    with library.transaction() as write:
        write.db.executemany(
            f"INSERT INTO anchor_revision (id, annotation_id, member_id, stamp, bases, {_ANCHOR},"
            " seq) SELECT ?, annotation.id, coalesce(library.member_id, annotation.member_id),"
            f" anchor_stamp, ?, {_ANCHOR}, ? FROM annotation, library WHERE annotation.id = ?",
            [
                (
                    new_id(),
                    _ids_of(last.get(annotation_id, [])[: None if settles else 1]),
                    write.seq,
                    annotation_id,
                )
                for annotation_id in ids
            ],
        )


def bring_back(library: Library, annotation_id: str, places: Sequence[AnchorRevision]) -> None:
    """Write places anew, each in the name of who gave it, in the place of all that there are.

    The first gets the stamp of now, so that it is shown; the others keep when they were given.
    """
    bases = _ids_of(leaves(library, annotation_id))
    with library.transaction() as write:
        stamps = [write.stamp, *(place.stamp for place in places[1:])]
        write.db.executemany(
            f"INSERT INTO anchor_revision (id, annotation_id, member_id, stamp, bases, {_ANCHOR},"
            " seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(new_id(), annotation_id, one.member_id, stamp, bases),
                    *anchor_values(one.selector, one.state),
                    write.seq,
                )
                for one, stamp in zip(places, stamps, strict=True)
            ],
        )


def leaves(library: Library, annotation_id: str) -> list[AnchorRevision]:
    """Return the places that nothing replaces, the one where the annotation stands first.

    None where nobody moved the annotation.
    """
    return _leaves_of(library, [annotation_id]).get(annotation_id, [])


def seen_among(
    library: Library, revisions: Sequence[AnchorRevision], seen: Visibility
) -> list[AnchorRevision]:
    """Return those of these places that members gave who are seen."""
    return revision_tree.seen_among(library, ANCHOR_REVISION, revisions, seen)


def conflicts(library: Library) -> dict[str, list[AnchorRevision]]:
    """Return the leaves, by annotation, of every annotation that was moved to several places."""
    trees = revision_tree.leaves_by_annotation(
        _revisions(library, revision_tree.has_several(ANCHOR_REVISION))
    )
    return {
        annotation_id: last
        for annotation_id, last in trees.items()
        if len({revision.place for revision in last}) > 1
    }


def anchor_values(selector: Selector, state: AnchorState) -> tuple[str | int, ...]:
    """Return what stands in the columns of an anchor, but for its stamp."""
    return (
        selector.document_id,
        selector.span.start,
        selector.span.end,
        selector.quotation,
        selector.prefix,
        selector.suffix,
        state,
    )


def _leaves_of(library: Library, annotation_ids: list[str]) -> dict[str, list[AnchorRevision]]:
    of_these = "annotation_id IN (SELECT value FROM json_each(?))"
    revisions = _revisions(library, of_these, (json.dumps(annotation_ids),))
    return revision_tree.leaves_by_annotation(revisions)


def _ids_of(revisions: Iterable[AnchorRevision]) -> str:
    return json.dumps([revision.id for revision in revisions])


def _revisions(
    library: Library, condition: str, parameters: tuple[object, ...] = ()
) -> list[AnchorRevision]:
    rows = library.rows(
        f"SELECT id, annotation_id, member_id, stamp, bases, {_ANCHOR} FROM anchor_revision"
        f" WHERE {condition} ORDER BY {_SHOWN_FIRST}, id",
        parameters,
    )
    return [
        AnchorRevision(
            id=row[0],
            annotation_id=row[1],
            member_id=row[2],
            stamp=row[3],
            bases=tuple(json.loads(row[4])),
            selector=Selector(row[5], SourceSpan(row[6], row[7]), *row[8:11]),
            state=AnchorState(row[11]),
        )
        for row in rows
    ]
