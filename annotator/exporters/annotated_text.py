"""A reading text with its annotations as numbered footnotes, for every kind of file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotator.core.annotation import AnchorState
from annotator.core.codebook import Tag
from annotator.core.document import About
from annotator.core.reading_text import Paragraph, ReadingText
from annotator.core.span import ReadingSpan
from annotator.exporters.wording import Wording


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
    `ending` those to set after it.
    """

    text: str
    over: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph in its pieces; `page` is one that begins with it, if pages are wanted."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    page: int | None = None


@dataclass(frozen=True)
class AnnotatedText:
    """A text as it is exported. Footnotes count from 1 in the order in which passages end.

    `pulse` is told how many paragraphs are set, and of how many; what it raises breaks off.
    """

    about: About
    text: ReadingText
    footnotes: tuple[Footnote, ...] = ()
    unplaced: tuple[Footnote, ...] = ()
    has_pages: bool = False
    pulse: Callable[[int, int], object] = lambda _done, _total: None

    @classmethod
    def of(
        cls,
        about: About,
        text: ReadingText,
        footnotes: Iterable[Footnote] = (),
        *,
        has_pages: bool = False,
    ) -> "AnnotatedText":
        """Number the footnotes; those without a place in the text stand after the others."""
        every = list(footnotes)
        placed = [(_place(text, one.span), one) for one in every if one.span is not None]
        placed.sort(key=lambda each: each[0])
        unplaced = tuple(one for one in every if one.span is None)
        return cls(about, text, tuple(one for _, one in placed), unplaced, has_pages)

    def paragraphs(self) -> Iterator[SetParagraph]:
        """Yield the paragraphs with their pieces."""
        numbers = self._numbers_by_paragraph()
        page = None
        for index, paragraph in enumerate(self.text.paragraphs):
            self.pulse(index, len(self.text.paragraphs))
            turns = self.has_pages and paragraph.page not in (None, page)
            page = paragraph.page if paragraph.page is not None else page
            pieces = tuple(self._pieces(paragraph, numbers.get(index, [])))
            yield SetParagraph(paragraph, pieces, paragraph.page if turns else None)

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
        shortest = sorted(numbers, key=lambda number: (len(spans[number]), number))
        places = sorted(borders)
        for start, end in pairwise(places):
            over = [n for n in shortest if spans[n].start <= start and end <= spans[n].end]
            ending = [number for number in numbers if ends.get(number) == end]
            yield Piece(self.text.text[start:end], tuple(over), tuple(ending))

    def _span(self, number: int) -> ReadingSpan:
        span = self.footnotes[number - 1].span
        assert span is not None
        return span


def _place(text: ReadingText, span: ReadingSpan) -> tuple[int, int]:
    """Return what passages are ordered by: where their marks stand, the inner passage first."""
    paragraph = text.paragraphs[text.paragraph_at(span.end - 1)]
    return min(span.end, paragraph.end), -span.start
