"""What a reader asks of the shared passages, answered at once.

Everything here is worked out from a Comparison when it is made; documents are named by their ids,
places are offsets of the reading text. A document or place that is not known has no answers.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from annotator.core.document import Document
from annotator.core.passage import Family, Pair, Place, SharedStretch
from annotator.core.span import ReadingSpan
from annotator.services.comparing import Comparison
from annotator.services.passage_words import PassageWords
from annotator.services.repeats import Repeats
from annotator.text.passages.alignment import carried, differing

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Where another document says what stands at a place.

    `place` is the offset of the letter that corresponds, `span` the whole passage around it.
    """

    document_id: str
    place: int
    span: ReadingSpan
    similarity: float


class PassageIndex:
    """Answers about the shared passages of a library. It never changes; ask for a new one.

    `families` are all of them, those in the most texts first, then the longest. The editions of a
    text are no other texts to each other, but counterparts.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        documents = comparison.documents
        self._numbers = {document.id: number for number, document in enumerate(documents)}
        self._works = _works(documents)
        found = comparison.shared.families
        self.families = tuple(sorted(found, key=lambda one: (-self.reach(one), -one.longest)))
        self._texts = [family.texts for family in self.families]
        members: dict[int, list[tuple[ReadingSpan, int]]] = defaultdict(list)
        for number, family in enumerate(self.families):
            for place in family.members:
                members[place.text].append((place.span, number))
        pairs: dict[int, list[tuple[ReadingSpan, Pair]]] = defaultdict(list)
        for pair in comparison.shared.pairs:
            if pair.a.text != pair.b.text:
                pairs[pair.a.text].append((pair.a.span, pair))
                pairs[pair.b.text].append((pair.b.span, pair))
        self._members = [sorted(members[text]) for text in range(len(documents))]
        self._cells = [_Cells(spans) for spans in self._members]
        self._pairs = [_Cells(pairs[text]) for text in range(len(documents))]
        self._stretches = [self._stretches_of(text) for text in range(len(documents))]

    @property
    def text_count(self) -> int:
        """How many texts there are; the editions of a text are one."""
        return len(set(self._works))

    def reach(self, family: Family) -> int:
        """Return in how many texts a family stands; the editions of a text are one."""
        return len({self._works[text] for text in family.texts})

    def at(self, document_id: str, place: int) -> list[Family]:
        """Return the families that have a member here, those in the most texts first."""
        return [self.families[number] for number in sorted(self._cells_of(document_id).at(place))]

    def number_of(self, family: Family) -> int | None:
        """Return at which place of `families` one stands; None for one of another index."""
        first = family.members[0]
        if first.text >= len(self._cells):
            return None
        numbers = self._cells[first.text].at(first.span.start)
        return next((one for one in numbers if self.families[one] == family), None)

    def sharing(self, document_id: str, span: ReadingSpan) -> list[str]:
        """Return the other documents that share something of this span, in their order."""
        text = self._numbers.get(document_id)
        numbers = self._cells_of(document_id).within(span)
        others = [] if text is None else self._others(text, numbers)
        return [self.comparison.documents[other].id for other in others]

    def stretches(self, document_id: str) -> Sequence[SharedStretch]:
        """Return what other texts share of a document, cut wherever their number changes."""
        text = self._numbers.get(document_id)
        return [] if text is None else self._stretches[text]

    def passages(self, document_id: str) -> list[tuple[ReadingSpan, Family]]:
        """Return the passages that other texts share, in the order of the text."""
        text = self._numbers.get(document_id)
        members = [] if text is None else self._members[text]
        return [
            (span, self.families[number])
            for span, number in members
            if self.reach(self.families[number]) > 1
        ]

    def met(self, document_id: str, span: ReadingSpan) -> tuple[Family, Place] | None:
        """Return the family in the most texts that this span meets, and its first member there.

        None where no other text shares anything of the span.
        """
        numbers = self._cells_of(document_id).within(span)
        best = min(numbers, default=None)
        if best is None or self.reach(self.families[best]) < 2:
            return None
        text = self._numbers[document_id]
        return self.families[best], next(
            place
            for place in self.families[best].members
            if place.text == text and place.span.overlaps(span)
        )

    def counterparts(self, document_id: str, place: int) -> dict[str, Counterpart]:
        """Return by document id where each other document says what stands here.

        Of several places in one document it is one outside the table of contents, the most similar,
        then the longest, then the first.
        """
        number = self._numbers.get(document_id)
        if number is None:
            return {}
        best: dict[str, tuple[tuple[bool, float, int, int], Counterpart]] = {}
        for pair in self._pairs[number].at(place):
            one, other = (pair.a, pair.b) if pair.a.text == number else (pair.b, pair.a)
            found = self._counterpart(one, other, place=place, similarity=pair.similarity)
            is_text, length = not self.comparison.is_listed(other), len(other.span)
            rank = is_text, pair.similarity, length, -other.span.start
            if found.document_id not in best or rank > best[found.document_id][0]:
                best[found.document_id] = rank, found
        return {other_id: found for other_id, (_, found) in best.items()}

    def counterpart_spans(self, document_id: str, span: ReadingSpan) -> dict[str, ReadingSpan]:
        """Return by document id what corresponds to a span, as far as its first passage goes."""
        ends = self.counterparts(document_id, span.end - 1)
        found = {}
        for other_id, start in self.counterparts(document_id, span.start).items():
            end = ends.get(other_id, start)
            found[other_id] = ReadingSpan(start.place, max(start.place, end.place) + 1)
        return found

    def between(self, document_id: str, other_id: str) -> list[tuple[ReadingSpan, ReadingSpan]]:
        """Return the passages that two documents share, each as it stands in both."""
        one, other = self._numbers.get(document_id), self._numbers.get(other_id)
        found = []
        for pair in self.comparison.shared.pairs:
            if (pair.a.text, pair.b.text) == (one, other):
                found.append((pair.a.span, pair.b.span))
            elif (pair.b.text, pair.a.text) == (one, other):
                found.append((pair.b.span, pair.a.span))
        return found

    def text(self, document_id: str) -> str:
        """Return the reading text that was compared, an empty one for an unknown document."""
        number = self._numbers.get(document_id)
        return "" if number is None else self.comparison.texts[number]

    @cached_property
    def letters(self) -> dict[str, int]:
        """How many letters and digits each document has."""
        documents, texts = self.comparison.documents, self.comparison.texts
        return {
            one.id: sum(map(str.isalnum, text)) for one, text in zip(documents, texts, strict=True)
        }

    @cached_property
    def words(self) -> PassageWords:
        """What looks for words in the families."""
        return PassageWords(self.comparison.texts, self.families)

    @cached_property
    def repeats(self) -> Repeats:
        """What looks for any passage in the same texts."""
        ids = [document.id for document in self.comparison.documents]
        return Repeats(
            dict(zip(ids, self.comparison.texts, strict=True)),
            dict(zip(ids, self.comparison.contents, strict=True)),
        )

    @cached_property
    def matrix(self) -> dict[tuple[str, str], int]:
        """How many letters of the first document stand in the second too; 0 is absent."""
        spans: dict[tuple[int, int], list[ReadingSpan]] = defaultdict(list)
        for pair in self.comparison.shared.pairs:
            if pair.a.text != pair.b.text:
                spans[pair.a.text, pair.b.text].append(pair.a.span)
                spans[pair.b.text, pair.a.text].append(pair.b.span)
        documents = self.comparison.documents
        return {
            (documents[one].id, documents[other].id): sum(
                sum(map(str.isalnum, self.comparison.texts[one][start:end]))
                for start, end in _united(found)
            )
            for (one, other), found in spans.items()
        }

    def differing(self, one: Place, other: Place) -> list[tuple[int, int]]:
        """Return the ranges of the words of the other place that the one has otherwise.

        They count from the beginning of the words; an empty range is where letters are left out.
        """
        return differing(self.comparison.words(one), self.comparison.words(other))

    def first_said(self, family: Family) -> Place | None:
        """Return the member in the text that is dated before all others that are dated.

        None where fewer than two texts are dated, or where their dates do not tell.
        """
        dates = {text: self.comparison.documents[text].about.date for text in family.texts}
        dated = {text: date for text, date in dates.items() if date}
        first = min(dated, key=lambda text: dated[text], default=None)
        if first is None or len(dated) < 2:
            return None
        if not all(_is_before(dated[first], dated[text]) for text in dated if text != first):
            return None
        return next(place for place in family.members if place.text == first)

    def _cells_of(self, document_id: str) -> "_Cells[int]":
        text = self._numbers.get(document_id)
        return _Cells([]) if text is None else self._cells[text]

    def _others(self, text: int, numbers: Iterable[int]) -> list[int]:
        """Return the texts of these families in their order, without the editions of this one."""
        texts = set[int]().union(*(self._texts[number] for number in numbers))
        return sorted(one for one in texts if self._works[one] != self._works[text])

    def _stretches_of(self, text: int) -> list[SharedStretch]:
        found: list[SharedStretch] = []
        for start, end, numbers in self._cells[text]:
            others = len({self._works[other] for other in self._others(text, numbers)})
            last = found[-1] if found else None
            if last and last.span.end == start and last.others == others:
                found[-1] = SharedStretch(ReadingSpan(last.span.start, end), others)
            elif others:
                found.append(SharedStretch(ReadingSpan(start, end), others))
        return found

    def _counterpart(
        self, one: Place, other: Place, *, place: int, similarity: float
    ) -> Counterpart:
        words, others = self.comparison.words(one), self.comparison.words(other)
        offset = carried(words, place - one.span.start, others)
        document = self.comparison.document(other)
        return Counterpart(document.id, other.span.start + offset, other.span, similarity)


class _Cells(Generic[T]):
    """A text cut wherever one of many spans begins or ends, with what covers each cell."""

    def __init__(self, spans: Iterable[tuple[ReadingSpan, T]]) -> None:
        self._starts: list[int] = []
        self._values: list[tuple[T, ...]] = []
        opening: dict[int, list[int]] = defaultdict(list)
        closing: dict[int, list[int]] = defaultdict(list)
        values = []
        for number, (span, value) in enumerate(spans):
            values.append(value)
            opening[span.start].append(number)
            closing[span.end].append(number)
        active: dict[int, None] = {}
        for border in sorted(opening.keys() | closing.keys()):
            for number in closing[border]:
                del active[number]
            active |= dict.fromkeys(opening[border])
            self._starts.append(border)
            self._values.append(tuple(values[number] for number in active))

    def __iter__(self) -> Iterator[tuple[int, int, tuple[T, ...]]]:
        """Yield the start and end of each cell, and what covers it."""
        return zip(self._starts, self._starts[1:], self._values, strict=False)

    def at(self, place: int) -> tuple[T, ...]:
        cell = bisect_right(self._starts, place) - 1
        return self._values[cell] if cell >= 0 else ()

    def within(self, span: ReadingSpan) -> set[T]:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        stop = bisect_left(self._starts, span.end)
        return {value for values in self._values[first:stop] for value in values}


def _works(documents: Sequence[Document]) -> list[int]:
    """Return for each document the number of the first edition of it that is here."""
    numbers = {document.id: number for number, document in enumerate(documents)}
    works = []
    for number in range(len(documents)):
        first = number
        for _ in documents:  # no further, should the editions ever form a circle
            first = numbers.get(documents[first].predecessor_id, first)
        works.append(first)
    return works


def _united(spans: Iterable[ReadingSpan]) -> Iterator[tuple[int, int]]:
    """Yield the ranges that some of the spans cover, none of them twice."""
    start = end = 0
    for span in sorted(spans):
        if span.start > end:
            yield start, end
            start = span.start
        end = max(end, span.end)
    yield start, end


def _is_before(date: str, other: str) -> bool:
    """Whether a date as far as it is known (`2024-03`) is earlier for sure."""
    length = min(len(date), len(other))
    return date[:length] < other[:length]
