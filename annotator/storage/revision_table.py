"""Revisions of notes: every version that somebody wrote, and which versions it replaced.

The version tree shows where two members changed one note without knowing of each other: then it
has more than one leaf. Nothing that was written is lost when the later version wins.
"""

import json
from collections.abc import Sequence

from annotator.core.identity import new_id
from annotator.core.revision import Revision
from annotator.core.visibility import Visibility
from annotator.storage import revision_tree
from annotator.storage.library import Library
from annotator.storage.shared_tables import REVISION

_Row = tuple[str, str, str, int, str, str]


def record(library: Library, annotation_id: str, note: str, *, settles: bool) -> None:
    """Keep the version of a note that the current member is about to write.

    It replaces the version that is shown or, where it settles a conflict, all that there are.
    """
    last = leaves(library, annotation_id)
    bases = [revision.id for revision in (last if settles else last[:1])]
    with library.transaction() as write:
        write.db.execute(
            "INSERT INTO revision (id, annotation_id, member_id, stamp, bases, note, seq)"
            " SELECT ?, annotation.id, coalesce(library.member_id, annotation.member_id),"
            " ?, ?, ?, ? FROM annotation, library WHERE annotation.id = ?",
            (new_id(), write.stamp, json.dumps(bases), note, write.seq, annotation_id),
        )


def bring_back(library: Library, annotation_id: str, versions: Sequence[Revision]) -> None:
    """Write versions anew, each in the name of who wrote it, in the place of all that there are.

    The first gets the stamp of now, so that it is shown; the others keep when they were written.
    """
    bases = json.dumps([revision.id for revision in leaves(library, annotation_id)])
    with library.transaction() as write:
        stamps = [write.stamp, *(revision.stamp for revision in versions[1:])]
        write.db.executemany(
            "INSERT INTO revision (id, annotation_id, member_id, stamp, bases, note, seq)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (new_id(), annotation_id, one.member_id, stamp, bases, one.note, write.seq)
                for one, stamp in zip(versions, stamps, strict=True)
            ],
        )


def leaves(library: Library, annotation_id: str) -> list[Revision]:
    """Return the versions that nothing replaces, the one that is shown first."""
    return revision_tree.leaves(_revisions(library, "annotation_id = ?", (annotation_id,)))


def seen_among(library: Library, revisions: Sequence[Revision], seen: Visibility) -> list[Revision]:
    """Return those of these versions whose writers are seen."""
    return revision_tree.seen_among(library, REVISION, revisions, seen)


def conflicts(library: Library) -> dict[str, list[Revision]]:
    """Return the leaves of every note, by annotation, that has several which say other things."""
    trees = revision_tree.leaves_by_annotation(
        _revisions(library, revision_tree.has_several(REVISION))
    )
    return {
        annotation_id: last
        for annotation_id, last in trees.items()
        if len({revision.note for revision in last}) > 1
    }


def _revisions(
    library: Library, condition: str, parameters: tuple[object, ...] = ()
) -> list[Revision]:
    rows: Sequence[_Row] = library.rows(
        "SELECT id, annotation_id, member_id, stamp, bases, note FROM revision"
        f" WHERE {condition} ORDER BY stamp DESC, note DESC, id",
        parameters,
    )
    return [Revision(*row[:4], tuple(json.loads(row[4])), row[5]) for row in rows]
