"""A reading text with its annotations as numbered footnotes, for every kind of file."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from annotator.core.annotation import AnchorState
from annotator.core.codebook import Tag
from annotator.core.document import About
from annotator.core.page import Page
from annotator.core.reading_text import Paragraph, ReadingText
from annotator.core.span import ReadingSpan
from annotator.exporters.editor_notes import GAPS, notes_by_offset
from annotator.exporters.excerpt import ExcerptReply
from annotator.exporters.wording import Wording
from annotator.text.repair import MarkKind


@dataclass(frozen=True, slots=True)
class Footnote:
    """What a member said of a passage; `date` is an ISO day.

    `span` is None where nothing of the passage is shown; `quotation` then tells what it was.
    """

    span: ReadingSpan | None
    quotation: str
    tags: tuple[Tag, ...] = ()
    note: str = ""
    member: str = ""
    date: str = ""
    state: AnchorState = AnchorState.OK
    replies: tuple[ExcerptReply, ...] = ()

    def said(self, wording: Wording) -> list[tuple[str, str]]:
        """Return what is known of tags, note, member and place, each with its label."""
        tags = wording.list_comma.join(tag.name for tag in self.tags)
        who = wording.comma.join(part for part in (self.member, self.date) if part)
        said = [
            (wording.tags, tags),
            (wording.note, self.note),
            (wording.member, who),
            (wording.place, wording.states.get(self.state, "")),
        ]
        return [(label, words) for label, words in said if words]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph under the same annotations.

    `over` holds the numbers of the footnotes whose passages cover it, the shortest passage first,
    `ending` those to set after it; `page` is one that begins with it, if pages are wanted, `notes`
    what is to be said before it of the source.
    """

    text: str
    over: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()
    page: Page | None = None
    notes: tuple[MarkKind, ...] = ()


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph in its pieces, with what is to be said of the source above and at its end."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    notes_above: tuple[MarkKind, ...] = ()
    notes_at_end: tuple[MarkKind, ...] = ()


@dataclass(frozen=True)
class AnnotatedText:
    """A text as it is exported. Footnotes count from 1 in the order in which passages end.

    Editor's notes tell what is marked in the text: gaps, garbled letters.
    `pulse` is told how many paragraphs are set, and of how many; what it raises breaks off.
    """

    about: About
    text: ReadingText
    footnotes: tuple[Footnote, ...] = ()
    unplaced: tuple[Footnote, ...] = ()
    has_pages: bool = False
    has_editor_notes: bool = False
    pulse: Callable[[int, int], object] = lambda _done, _total: None

    @classmethod
    def of(
        cls,
        about: About,
        text: ReadingText,
        footnotes: Iterable[Footnote] = (),
        *,
        has_pages: bool = False,
        has_editor_notes: bool = False,
    ) -> "AnnotatedText":
        """Number the footnotes; those without a place in the text stand after the others."""
        every = list(footnotes)
        placed = [(_place(text, one.span), one) for one in every if one.span is not None]
        placed.sort(key=lambda each: each[0])
        unplaced = tuple(one for one in every if one.span is None)
        footnotes = tuple(one for _, one in placed)
        return cls(about, text, footnotes, unplaced, has_pages, has_editor_notes)

    def paragraphs(self) -> Iterator[SetParagraph]:
        """Yield the paragraphs with their pieces."""
        numbers, notes = self._numbers_by_paragraph(), self._notes
        for index, paragraph in enumerate(self.text.paragraphs):
            self.pulse(index, len(self.text.paragraphs))
            pieces = self._pieces(paragraph, numbers.get(index, []))
            above = [note for note in notes.get(paragraph.start, ()) if note in GAPS]
            at_end = notes.get(paragraph.end, ())
            yield SetParagraph(paragraph, tuple(pieces), tuple(above), at_end)

    @cached_property
    def _notes(self) -> dict[int, tuple[MarkKind, ...]]:
        return notes_by_offset(self.text) if self.has_editor_notes else {}

    @cached_property
    def _note_offsets(self) -> list[int]:
        return sorted(self._notes)

    @cached_property
    def _pages(self) -> dict[int, Page]:
        """The pages to tell with the offsets at which they begin."""
        if not self.has_pages:
            return {}
        begins = [(paragraph.start, paragraph.page) for paragraph in self.text.paragraphs]
        begins += [(turn.start, turn.page) for turn in self.text.page_turns]
        pages: dict[int, Page] = {}
        last: Page | None = None
        for start, page in sorted(begins, key=itemgetter(0)):
            if page is not None and page != last:
                pages[start] = last = page
        return pages

    def _numbers_by_paragraph(self) -> dict[int, list[int]]:
        numbers: dict[int, list[int]] = {}
        for number, footnote in enumerate(self.footnotes, start=1):
            assert footnote.span is not None
            first = self.text.paragraph_at(footnote.span.start)
            last = self.text.paragraph_at(footnote.span.end - 1)
            for index in range(first, last + 1):
                numbers.setdefault(index, []).append(number)
        return numbers

    def _pieces(self, paragraph: Paragraph, numbers: list[int]) -> Iterator[Piece]:
        spans = {number: self._span(number) for number in numbers}
        ends = {
            number: min(span.end, paragraph.end)
            for number, span in spans.items()
            if span.end <= paragraph.end + 1
        }
        borders = {paragraph.start, paragraph.end, *ends.values()}
        borders |= {s.start for s in spans.values() if paragraph.start < s.start < paragraph.end}
        borders |= {turn.start for turn in self.text.turns_in(paragraph.start, paragraph.end)}
        borders |= set(self._note_offsets_in(paragraph))
        shortest = sorted(numbers, key=lambda number: (len(spans[number]), number))
        places = sorted(borders)
        for start, end in pairwise(places):
            over = [n for n in shortest if spans[n].start <= start and end <= spans[n].end]
            ending = [number for number in numbers if ends.get(number) == end]
            is_above = start == paragraph.start
            yield Piece(
                self.text.text[start:end],
                tuple(over),
                tuple(ending),
                self._pages.get(start),
                tuple(n for n in self._notes.get(start, ()) if not (is_above and n in GAPS)),
            )

    def _note_offsets_in(self, paragraph: Paragraph) -> list[int]:
        first = bisect_left(self._note_offsets, paragraph.start)
        return self._note_offsets[first : bisect_left(self._note_offsets, paragraph.end)]

    def _span(self, number: int) -> ReadingSpan:
        span = self.footnotes[number - 1].span
        assert span is not None
        return span


def _place(text: ReadingText, span: ReadingSpan) -> tuple[int, int]:
    """Return what passages are ordered by: where their marks stand, the inner passage first."""
    paragraph = text.paragraphs[text.paragraph_at(span.end - 1)]
    return min(span.end, paragraph.end), -span.start
