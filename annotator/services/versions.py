"""Notes that stand in several versions: members changed them without knowing of each other."""

from dataclasses import dataclass

from annotator.core.annotation import Annotation
from annotator.core.errors import NoteTooLongError
from annotator.core.talk_errors import NothingToSettleError
from annotator.core.visibility import ALL, Visibility
from annotator.services.editing.annotation_edits import LONGEST_NOTE, SettleNote
from annotator.storage import annotation_table, revision_table
from annotator.storage.library import Library
from annotator.storage.revision_table import Revision


@dataclass(frozen=True, slots=True)
class Conflict:
    """An annotation and the versions of its note, each text once, the one that is shown first."""

    annotation: Annotation
    versions: tuple[Revision, ...]


def conflicts(library: Library, seen: Visibility = ALL) -> list[Conflict]:
    """Return all notes that nobody has settled, the oldest annotation first."""
    found = revision_table.conflicts(library)
    annotations = annotation_table.with_ids(library, found, seen)
    told = [
        Conflict(annotation, _told(library, found[annotation.id], seen))
        for annotation in sorted(annotations, key=lambda one: (one.created_ms, one.id))
    ]
    return [conflict for conflict in told if conflict.versions]


def versions_of(
    library: Library, annotation_id: str, seen: Visibility = ALL
) -> tuple[Revision, ...]:
    """Return the versions between which somebody has to choose; none where all say the same."""
    return _told(library, revision_table.leaves(library, annotation_id), seen)


def last_version(library: Library, annotation_id: str) -> Revision | None:
    """Return the version of a note that is shown; None where nobody changed the first one."""
    return next(iter(revision_table.leaves(library, annotation_id)), None)


def settle(library: Library, annotation_id: str, note: str) -> SettleNote:
    """Return the edit that puts one note in the place of all versions.

    Raises NothingToSettleError or NoteTooLongError.
    """
    if not versions_of(library, annotation_id):
        raise NothingToSettleError
    if len(note) > LONGEST_NOTE:
        raise NoteTooLongError(limit=LONGEST_NOTE)
    leaves = tuple(revision_table.leaves(library, annotation_id))
    return SettleNote(annotation_id, leaves, note)


def _told(library: Library, leaves: list[Revision], seen: Visibility) -> tuple[Revision, ...]:
    """Return those that are seen, each text once, unless there is only one."""
    if len(leaves) < 2:  # as with nearly all
        return ()
    by_text: dict[str, Revision] = {}
    for revision in revision_table.seen_among(library, leaves, seen):
        by_text.setdefault(revision.note, revision)
    return tuple(by_text.values()) if len(by_text) > 1 else ()
