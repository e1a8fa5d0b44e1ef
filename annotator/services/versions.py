"""What stands in several versions: notes and places of annotations that members changed without
knowing of each other, until somebody settles them.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.errors import NoteTooLongError
from annotator.core.revision import AnchorRevision, Revision
from annotator.core.talk_errors import NothingToSettleError, OnePlaceError
from annotator.core.visibility import ALL, Visibility
from annotator.services.editing.annotation_edits import LONGEST_NOTE, SettleNote, SettlePlace
from annotator.storage import anchor_revision_table, annotation_table, revision_table
from annotator.storage.library import Library

_Version = TypeVar("_Version")


@dataclass(frozen=True, slots=True)
class NoteConflict:
    """An annotation and the versions of its note, each text once, the one that is shown first."""

    annotation: Annotation
    versions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class PlaceConflict:
    """An annotation and the places it was given, each once, the one where it stands first."""

    annotation: Annotation
    versions: tuple[AnchorRevision, ...]


def note_conflicts(library: Library, seen: Visibility = ALL) -> list[NoteConflict]:
    """Return all notes that nobody has settled, the oldest annotation first."""
    found = revision_table.conflicts(library)
    told = [
        NoteConflict(annotation, _notes(library, found[annotation.id], seen))
        for annotation in _oldest_first(library, found, seen)
    ]
    return [conflict for conflict in told if conflict.versions]


def place_conflicts(library: Library, seen: Visibility = ALL) -> list[PlaceConflict]:
    """Return all annotations in several places that nobody has settled, the oldest first."""
    found = anchor_revision_table.conflicts(library)
    told = [
        PlaceConflict(annotation, _places(library, found[annotation.id], seen))
        for annotation in _oldest_first(library, found, seen)
    ]
    return [conflict for conflict in told if conflict.versions]


def notes_of(library: Library, annotation_id: str, seen: Visibility = ALL) -> tuple[Revision, ...]:
    """Return the versions between which somebody has to choose; none where all say the same."""
    return _notes(library, revision_table.leaves(library, annotation_id), seen)


def places_of(
    library: Library, annotation_id: str, seen: Visibility = ALL
) -> tuple[AnchorRevision, ...]:
    """Return the places between which somebody has to choose; none where there is only one."""
    return _places(library, anchor_revision_table.leaves(library, annotation_id), seen)


def last_version(library: Library, annotation_id: str) -> Revision | None:
    """Return the version of a note that is shown; None where nobody changed the first one."""
    return next(iter(revision_table.leaves(library, annotation_id)), None)


def settle_note(library: Library, annotation_id: str, note: str) -> SettleNote:
    """Return the edit that puts one note in the place of all versions.

    Raises NothingToSettleError or NoteTooLongError.
    """
    if not notes_of(library, annotation_id):
        raise NothingToSettleError
    if len(note) > LONGEST_NOTE:
        raise NoteTooLongError(limit=LONGEST_NOTE)
    return SettleNote(annotation_id, tuple(revision_table.leaves(library, annotation_id)), note)


def settle_place(library: Library, place: AnchorRevision) -> SettlePlace:
    """Return the edit that leaves an annotation one of its places; somebody looked, so it is sure.

    Raises OnePlaceError where there is nothing to choose.
    """
    if not places_of(library, place.annotation_id):
        raise OnePlaceError
    places = tuple(anchor_revision_table.leaves(library, place.annotation_id))
    return SettlePlace(place.annotation_id, places, (place.selector, AnchorState.OK))


def _oldest_first(library: Library, ids: Iterable[str], seen: Visibility) -> list[Annotation]:
    found = annotation_table.with_ids(library, ids, seen)
    return sorted(found, key=lambda one: (one.created_ms, one.id))


def _notes(library: Library, leaves: list[Revision], seen: Visibility) -> tuple[Revision, ...]:
    if len(leaves) < 2:  # as with nearly all
        return ()
    return _apart(revision_table.seen_among(library, leaves, seen), lambda one: one.note)


def _places(
    library: Library, leaves: list[AnchorRevision], seen: Visibility
) -> tuple[AnchorRevision, ...]:
    if len(leaves) < 2:  # as with nearly all
        return ()
    return _apart(anchor_revision_table.seen_among(library, leaves, seen), lambda one: one.place)


def _apart(
    versions: Iterable[_Version], what: Callable[[_Version], Hashable]
) -> tuple[_Version, ...]:
    """Return the first of those that say the same, unless all do."""
    found: dict[Hashable, _Version] = {}
    for version in versions:
        found.setdefault(what(version), version)
    return tuple(found.values()) if len(found) > 1 else ()
