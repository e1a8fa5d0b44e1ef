"""Matching: texts that came from others and are nearly one of ours.

Another program took the text out of its file, or it is another printing: letters are the same but
for a few. Nothing is linked or moved here; that is an edit, which a reader asks for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.core.document import Document
from annotator.services import editions
from annotator.services.anchoring.likeness import likeness, shingles
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.normal_form import NormalForm

# One letter in 25 may be another one. Of a text that has ours in it, and as much again, half is in
# ours.
_LEAST_IN_BOTH = 0.6
# Blanks between all letters double a source text.
_MOST_LONGER = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A text that came in, the one of ours that it nearly is, and what joining them would do.

    `ours` is the newest edition of that text, `oldest` the one before which theirs would stand. So
    many of its annotations have a certain place in ours, a likely one, or none. `is_joined`
    where it is known as an edition of ours and annotations came in there since.
    """

    theirs: Document
    ours: Document
    oldest: Document
    placed: int
    to_check: int
    not_found: int
    is_joined: bool = False

    @property
    def annotations(self) -> int:
        return self.placed + self.to_check + self.not_found


def matches(
    library: Library, new_ids: Sequence[str], annotated_ids: Sequence[str]
) -> tuple[Match, ...]:
    """Return the matches of texts that came in, and of those in which annotations came in.

    Where all of them are ours already, and the newest edition, nothing is compared. What is in a
    blind round is joined with nothing, and left out.
    """
    pairs = [*_pairs(library, new_ids), *_joined_pairs(library, annotated_ids)]
    return tuple(
        _match(library, theirs, ours)
        for theirs, ours in pairs
        if editions.in_round(library, theirs, ours) is None
    )


def _match(library: Library, theirs: Document, ours: Document) -> Match:
    line = editions.editions(library, ours)
    plan = editions.plan_joining(library, ours, theirs)
    return Match(
        theirs,
        line[-1],
        line[0],
        placed=plan.moved,
        to_check=plan.to_check,
        not_found=plan.orphans,
        is_joined=theirs in line,
    )


def _pairs(library: Library, new_ids: Sequence[str]) -> Iterator[tuple[Document, Document]]:
    """Yield each new text that is linked to none of ours, with the likest of ours."""
    new = set(new_ids)
    ours = [one for one in document_table.all_documents(library) if one.id not in new]
    nearest = _Nearest(library, ours)
    seen = set()
    for document_id in new_ids if ours else ():
        document = document_table.find(library, document_id)
        if document is None:
            continue
        line = editions.editions(library, document)
        theirs = line[-1]
        if theirs.id in seen or any(one.id not in new for one in line):
            continue
        seen.add(theirs.id)
        if (like := nearest.to(theirs)) is not None:
            yield theirs, like


def _joined_pairs(
    library: Library, annotated_ids: Sequence[str]
) -> Iterator[tuple[Document, Document]]:
    """Yield each older edition with annotations that no link has seen, and the newest edition."""
    documents = {one.id: one for one in document_table.all_documents(library)}
    have_newer = {one.predecessor_id for one in documents.values()}
    for document_id in annotated_ids:
        if document_id in have_newer and document_id in documents:
            older = documents[document_id]
            newest = editions.editions(library, older)[-1]
            if newest.id != older.id and editions.untried(library, older):
                yield older, newest


class _Nearest:
    """Finds the text of ours that another one nearly is, by the letters that both have."""

    def __init__(self, library: Library, ours: Sequence[Document]) -> None:
        self._library = library
        self._ours = ours
        self._shingles: dict[str, frozenset[str]] = {}

    def to(self, theirs: Document) -> Document | None:
        """Return the likest text, one out of the same file before all others."""
        file_hash = document_table.origin(self._library, theirs.id).file_hash
        same_file = set(document_table.made_of(self._library, file_hash))
        found = []
        for one in self._ours:
            if not _have_like_lengths(one, theirs) and one.id not in same_file:
                continue
            how_like = likeness(self._shingles_of(theirs), self._shingles_of(one))
            shares = (how_like.of_first, how_like.of_second)
            if min(shares) >= _LEAST_IN_BOTH or one.id in same_file:
                found.append((one.id in same_file, sum(shares), one.id, one))
        return max(found)[-1] if found else None

    def _shingles_of(self, document: Document) -> frozenset[str]:
        if document.id not in self._shingles:
            source = document_table.source_text(self._library, document.id)
            self._shingles[document.id] = shingles(NormalForm(source).text)
        return self._shingles[document.id]


def _have_like_lengths(one: Document, other: Document) -> bool:
    lengths = sorted((one.characters, other.characters))
    return lengths[1] <= _MOST_LONGER * lengths[0]
