"""Editions: which text is a newer edition of which, and where its annotations are now.

A link moves to the newer text every annotation whose place there is beyond doubt (state moved). The
others stay where they were made, in the older text: with a possible place as *to check*, without
any as *orphan*. Nothing is dropped, and undoing the link brings all of them back.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.document import Document
from annotator.core.errors import EditionCircleError, OtherEditionError
from annotator.core.round_errors import InRoundError
from annotator.core.span import ReadingSpan
from annotator.services import reading
from annotator.services.anchoring import describe
from annotator.services.anchoring.letters import Letters
from annotator.services.anchoring.likeness import Likeness, likeness, shingles
from annotator.services.editing import Edit, EditGroup
from annotator.services.editing.annotation_edits import (
    MoveAnnotation,
    MoveAnnotations,
    change_state,
    move,
)
from annotator.services.editing.document_edits import ChangePredecessor
from annotator.storage import annotation_table, document_table, round_table
from annotator.storage.library import Library

if TYPE_CHECKING:
    from annotator.services.anchoring.edition_map import PossiblePlace

_LEAST_OF_ONE = 0.6
_LEAST_OF_OTHER = 0.3
UNSURE = (AnchorState.TO_CHECK, AnchorState.ORPHAN)


@dataclass(frozen=True, slots=True)
class LikelyEdition:
    """Two texts of the library that share most of their letters, the newer one by its dates."""

    newer: Document
    older: Document
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class EditionLink:
    """What linking two editions would do; nothing is done until the edit is applied."""

    newer: Document
    older: Document
    edit: Edit
    moved: int
    to_check: int
    orphans: int


@dataclass(frozen=True, slots=True)
class Unchecked:
    """An annotation that was left at an older edition, and the newest one it may belong to."""

    annotation: Annotation
    older: Document
    newest: Document


def likely_editions(library: Library, document_id: str) -> list[LikelyEdition]:
    """Return the texts that this one seems to be an edition of, the likest first.

    One that came out of the same file stands before all others, however it was read.
    """
    document = document_table.find(library, document_id)
    if document is None:
        return []
    file_hash = document_table.origin(library, document_id).file_hash
    same_file = set(document_table.made_of(library, file_hash))
    linked = {one.id for one in editions(library, document)}
    own = shingles(Letters(reading.reading_text(library, document_id)).text)
    found = []
    for other in document_table.all_documents(library):
        if other.id in linked:
            continue
        theirs = shingles(Letters(reading.reading_text(library, other.id)).text)
        how_like = likeness(own, theirs)
        shares = sorted((how_like.of_first, how_like.of_second))
        is_like = shares[1] >= _LEAST_OF_ONE and shares[0] >= _LEAST_OF_OTHER
        if is_like or other.id in same_file:
            newer, older = _newer_first(library, document, other)
            found.append(LikelyEdition(newer, older, how_like))

    def rank(one: LikelyEdition) -> tuple[bool, float]:
        is_one_file = {one.newer.id, one.older.id} <= same_file
        return not is_one_file, -one.likeness.of_first - one.likeness.of_second

    return sorted(found, key=rank)


def likely_edition_in(
    library_path: Path, document_ids: Sequence[str], report: Callable[[int, int, str], None]
) -> LikelyEdition | None:
    """Return the first likely edition of these documents: for other threads."""
    with Library.open(library_path) as library:
        for number, document_id in enumerate(document_ids):
            report(number, len(document_ids), "")
            if found := likely_editions(library, document_id):
                return found[0]
    return None


def editions(library: Library, document: Document) -> list[Document]:
    """Return all linked editions of a text, itself among them, the oldest first.

    Two members may each have linked two texts the other way round: then the one whose id is less
    is the older one, in every library.
    """
    documents = {one.id: one for one in document_table.all_documents(library)}
    newer_of = {one.predecessor_id: one for one in documents.values() if one.predecessor_id}
    line = [documents.get(document.id, document)]
    while (older := documents.get(line[0].predecessor_id)) and older not in line:
        line.insert(0, older)
    if older is not None:
        line = [min(line[: line.index(older) + 1], key=_id)]
    while (newer := newer_of.get(line[-1].id)) and newer not in line:
        line.append(newer)
    return line


def in_round(library: Library, *documents: Document) -> Document | None:
    """Return the first edition of these texts that is in a blind round."""
    blind = round_table.blind_documents(library)
    lines = (editions(library, document) for document in documents) if blind else ()
    return next((one for line in lines for one in line if one.id in blind), None)


def linked(library: Library) -> list[list[Document]]:
    """Return the editions of each text that has more than one, the oldest first."""
    lines = (editions(library, one) for one in document_table.all_documents(library))
    return [line for line in {line[0].id: line for line in lines}.values() if len(line) > 1]


def plan_link(library: Library, newer: Document, older: Document) -> EditionLink:
    """Return what a link would do.

    Annotations go to the newest edition there is. Where the two are linked already, those move that
    came to the older text since. Raises EditionCircleError, OtherEditionError or InRoundError.
    """
    if newer.id == editions(library, older)[-1].id != older.id:
        return plan_joining(library, newer, older)
    _check(library, newer, older)
    link = ChangePredecessor(newer.id, newer.predecessor_id, older.id)
    newest = editions(library, newer)[-1]
    return _planned(library, newest, older, _waiting(library, older), [link])


def plan_joining(library: Library, ours: Document, theirs: Document) -> EditionLink:
    """Return what it would do to make a text that came from others an older edition of ours.

    It stands before all editions of ours, and its annotations go to the newest. Where it is one of
    them already, those go that came in since. Raises InRoundError.
    """
    _check_no_round(library, ours, theirs)
    line = editions(library, ours)
    if theirs.id in map(_id, line):
        return _planned(library, line[-1], theirs, [(theirs, untried(library, theirs))], [])
    older = editions(library, theirs)[-1]
    link = ChangePredecessor(line[0].id, line[0].predecessor_id, older.id)
    return _planned(library, line[-1], older, _waiting(library, older), [link])


def plan_joining_in(library_path: Path, ours: Document, theirs: Document) -> EditionLink:
    """Return what joining would do, over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return plan_joining(library, ours, theirs)


def plan_link_in(library_path: Path, newer: Document, older: Document) -> EditionLink:
    """Return what a link would do, over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return plan_link(library, newer, older)


def plan_unlink(library: Library, newer: Document) -> Edit:
    """Return the edit that ends a link; what was left at the older text is in its place there.

    Raises InRoundError.
    """
    _check_no_round(library, newer)
    left = annotation_table.in_document(library, newer.predecessor_id)
    states = tuple(change_state(one, AnchorState.OK) for one in left if one.state in UNSURE)
    unlink = ChangePredecessor(newer.id, newer.predecessor_id, "")
    return EditGroup((unlink, MoveAnnotations(states)))


def unchecked(library: Library) -> list[Unchecked]:
    """Return the annotations that a link left behind, text by text, in the order of the text."""
    found = []
    for line in linked(library):
        for older in line[:-1]:
            found += [
                Unchecked(annotation, older, line[-1])
                for annotation in annotation_table.in_document(library, older.id)
                if annotation.state in UNSURE
            ]
    return found


def places_for(library: Library, one: Unchecked) -> "list[PossiblePlace]":
    """Return where this annotation may belong in the newest edition, the likeliest first."""
    # Loaded when texts are compared: the window need not wait for RapidFuzz.
    from annotator.services.anchoring.edition_map import possible_places

    letters = Letters(reading.reading_text(library, one.newest.id))
    return possible_places(letters, one.annotation.selector)


def accept(library: Library, one: Unchecked, span: ReadingSpan) -> Edit:
    """Return the edit that puts an annotation where a reader says. Raises a DuiduError."""
    text = reading.reading_text(library, one.newest.id)
    return move(one.annotation, describe(one.newest.id, text, span))


def leave_as_orphan(one: Unchecked) -> Edit:
    """Return the edit that says: this passage is not in the newest edition."""
    return change_state(one.annotation, AnchorState.ORPHAN)


def untried(library: Library, document: Document) -> list[Annotation]:
    """Return the annotations of an older edition that no link has seen."""
    found = annotation_table.in_document(library, document.id)
    return [one for one in found if one.state not in UNSURE]


def _waiting(library: Library, older: Document) -> Iterator[tuple[Document, list[Annotation]]]:
    """Yield what a link looks at: all of the older text, and what earlier links left behind."""
    for edition in editions(library, older):
        found = annotation_table.in_document(library, edition.id)
        yield edition, [one for one in found if edition.id == older.id or one.state in UNSURE]


def _planned(
    library: Library,
    newer: Document,
    older: Document,
    waiting: Iterable[tuple[Document, list[Annotation]]],
    links: Sequence[Edit],
) -> EditionLink:
    states = dict.fromkeys(AnchorState, 0)
    moves = []
    for edit in _moves(library, newer, waiting):
        states[edit.after[1]] += 1
        if edit.after != edit.before:
            moves.append(edit)
    return EditionLink(
        newer,
        older,
        EditGroup((*links, MoveAnnotations(tuple(moves)))),
        moved=states[AnchorState.MOVED],
        to_check=states[AnchorState.TO_CHECK],
        orphans=states[AnchorState.ORPHAN],
    )


def _moves(
    library: Library, newer: Document, waiting: Iterable[tuple[Document, list[Annotation]]]
) -> Iterator[MoveAnnotation]:
    """Yield the move of each of these annotations to the newer text."""
    # Loaded when texts are compared: the window need not wait for RapidFuzz.
    from annotator.services.anchoring.edition_map import EditionMap

    newer_text = reading.reading_text(library, newer.id)
    for edition, annotations in waiting:
        if not annotations:
            continue
        edition_map = EditionMap(reading.reading_text(library, edition.id), newer_text, newer.id)
        for annotation in annotations:
            before = (annotation.selector, annotation.state)
            if (place := edition_map.place(annotation.selector)) is not None:
                after = (place, AnchorState.MOVED)
            elif edition_map.possible_places(annotation.selector):
                after = (annotation.selector, AnchorState.TO_CHECK)
            else:
                after = (annotation.selector, AnchorState.ORPHAN)
            yield MoveAnnotation(annotation.id, before, after)


def _check(library: Library, newer: Document, older: Document) -> None:
    line = editions(library, older)
    if any(one.id == newer.id for one in line):
        raise EditionCircleError(newer=newer.title, older=older.title)
    if line[-1].id != older.id:
        after = next(one for one in line if one.predecessor_id == older.id)
        raise OtherEditionError(newer=after.title, older=older.title)
    known = document_table.find(library, newer.predecessor_id)
    if known is not None:
        raise OtherEditionError(newer=newer.title, older=known.title)
    _check_no_round(library, newer, older)


def _check_no_round(library: Library, *documents: Document) -> None:
    """All annotations move with a text, or none: those that are hidden cannot be left behind."""
    if document := in_round(library, *documents):
        raise InRoundError(document=document.title)


def _newer_first(library: Library, one: Document, other: Document) -> tuple[Document, Document]:
    """Guess by the dates of text, file and import, in this order."""

    def age(document: Document) -> tuple[int, int]:
        return (document_table.modified_ms(library, document.id), document.imported_ms)

    dates = (one.about.date, other.about.date)
    if all(dates) and dates[0] != dates[1]:
        return (one, other) if dates[0] > dates[1] else (other, one)
    return (one, other) if age(one) >= age(other) else (other, one)


def _id(document: Document) -> str:
    return document.id
