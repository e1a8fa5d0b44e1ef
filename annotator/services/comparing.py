"""Where the texts of a library meet: the passages that they share.

What was found is kept in the library; only texts that came in or were corrected are compared anew.
"""

import hashlib
import struct
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from annotator.core.document import Document
from annotator.core.passage import (
    LEAST_LETTERS,
    Family,
    Pair,
    PassageSettings,
    Place,
    SharedPassages,
    Variation,
)
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.services import passage_settings, reading
from annotator.storage import document_table, passage_table
from annotator.storage.library import Library
from annotator.storage.passage_table import Basis, ComparedText, PairRow
from annotator.text.collation import variations
from annotator.text.passages import PASSAGES_VERSION, families_of, in_order, shared_pairs
from annotator.text.repair import REPAIR_VERSION

Report: TypeAlias = Callable[[int, int, str], None]

_ID_LENGTH = 12

_Shared: TypeAlias = dict[tuple[str, str], list[PairRow]]


@dataclass(frozen=True)
class Comparison:
    """What the texts share. A place counts the texts as they stand in `documents`.

    `contents` has for each text where the entries of its tables of contents stand.
    """

    documents: tuple[Document, ...]
    texts: tuple[str, ...]
    contents: tuple[tuple[ReadingSpan, ...], ...]
    shared: SharedPassages

    def document(self, place: Place) -> Document:
        return self.documents[place.text]

    def is_listed(self, place: Place) -> bool:
        """Tell whether a passage stands in a table of contents, which only names what follows."""
        return any(place.span.overlaps(entry) for entry in self.contents[place.text])

    def words(self, place: Place) -> str:
        """Return the passage as it is read there."""
        return place.span.slice_of(self.texts[place.text])

    def variations(self) -> list[Variation]:
        """Return where near passages differ by a few letters, the clearest slips first."""
        return variations(self.texts, self.shared.pairs)

    def family_id(self, family: Family) -> str:
        """Return an id that stays as long as the first member reads the same."""
        letters = "".join(filter(str.isalnum, self.words(family.members[0])))
        return hashlib.sha256(letters.encode()).hexdigest()[:_ID_LENGTH]


@dataclass(frozen=True)
class Finding:
    """A comparison, and what the library lacks of it: `fresh` texts, compared with `known` ones.

    `known` is None where what the library had cannot be read. `made` are reading texts that had to
    be made anew, each with the stamp of its corrections.
    """

    comparison: Comparison
    basis: Basis
    known: frozenset[str] | None
    fresh: tuple[ComparedText, ...]
    made: tuple[tuple[str, int, ReadingText], ...] = ()


def compare(library: Library, *, least: int = LEAST_LETTERS, fuzzy: bool = False) -> Comparison:
    """Find the passages of at least so many letters that the texts share, exactly or nearly.

    What the library knows is taken from there; nothing is written to it.
    """
    return find(library, PassageSettings(least, fuzzy)).comparison


def load(library: Library) -> Comparison | None:
    """Return what the library knows under its settings, None if a text is not compared yet."""
    known = passage_table.compared(library, _basis(passage_settings.load(library)))
    if any(document.id not in known for document in document_table.all_documents(library)):
        return None
    return find(library, passage_settings.load(library)).comparison


def update(library: Library, report: Report | None = None) -> Comparison:
    """Compare what is not compared yet under the library's settings, and keep it there."""
    finding = find(library, passage_settings.load(library), report)
    keep(library, finding)
    return finding.comparison


def find(library: Library, wanted: PassageSettings, report: Report | None = None) -> Finding:
    """Compare what is not compared yet, text by text, and keep nothing.

    What `report` raises stops the work.
    """
    basis = _basis(wanted)
    documents = tuple(document_table.all_documents(library))
    numbers = {document.id: number for number, document in enumerate(documents)}
    stamps = passage_table.corrections_stamps(library)
    known, shared = _kept(library, basis, numbers)
    readings = [reading.cached_or_made(library, document.id) for document in documents]
    texts = tuple(text.text for text, _ in readings)
    fresh = [numbers[document_id] for document_id in numbers if document_id not in (known or ())]
    found: list[ComparedText] = []
    comparing = shared_pairs(texts, least=wanted.least, fuzzy=wanted.fuzzy, fresh=fresh)
    for number in fresh:
        document_id = documents[number].id
        if report:
            report(len(found), len(fresh), documents[number].title)
        rows = _rows(documents, next(comparing))
        found.append(ComparedText(document_id, stamps.get(document_id, 0), rows))
        shared |= rows
    pairs = sorted(_pairs(numbers, shared), key=in_order)
    passages = SharedPassages(tuple(pairs), tuple(families_of(pairs)))
    made = tuple(
        (document.id, stamps.get(document.id, 0), text)
        for document, (text, is_made) in zip(documents, readings, strict=True)
        if is_made
    )
    contents = tuple(text.contents_spans for text, _ in readings)
    return Finding(
        Comparison(documents, texts, contents, passages), basis, known, tuple(found), made
    )


def find_in(library_path: Path, report: Report) -> Finding:
    """Do so under the library's settings, over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return find(library, passage_settings.load(library), report)


def keep(library: Library, finding: Finding) -> bool:
    """Keep what was found; False if the library has changed meanwhile, so that it was not."""
    stamps = passage_table.corrections_stamps(library)
    for document_id, stamp, text in finding.made:
        if stamps.get(document_id) == stamp:
            reading.remember(library, document_id, text)
    if finding.known is None:
        passage_table.forget(library)
    if not finding.fresh:
        return True
    known = finding.known or frozenset()
    return passage_table.keep(library, finding.basis, known, finding.fresh)


def _basis(wanted: PassageSettings) -> Basis:
    return Basis(REPAIR_VERSION, PASSAGES_VERSION, wanted.least, wanted.fuzzy)


def _kept(
    library: Library, basis: Basis, numbers: Mapping[str, int]
) -> tuple[frozenset[str] | None, _Shared]:
    """Return the texts that were compared, and what those here share; None where it is damaged."""
    known = passage_table.compared(library, basis)
    try:
        return known, dict(passage_table.shared(library, known & numbers.keys()))
    except (zlib.error, struct.error):  # what can be found again
        return None, {}


def _rows(documents: Sequence[Document], pairs: Iterable[Pair]) -> _Shared:
    rows: _Shared = defaultdict(list)
    for pair in pairs:
        a, b = pair.a, pair.b
        row = (a.span.start, a.span.end, b.span.start, b.span.end, pair.similarity)
        rows[documents[a.text].id, documents[b.text].id].append(row)
    return dict(rows)


def _pairs(numbers: Mapping[str, int], shared: _Shared) -> Iterator[Pair]:
    for (document_id, other_id), rows in shared.items():
        one, other = numbers[document_id], numbers[other_id]
        for start, end, other_start, other_end, similarity in rows:
            yield Pair(
                Place(one, ReadingSpan(start, end)),
                Place(other, ReadingSpan(other_start, other_end)),
                similarity,
            )
