"""The reading text: what the reader sees, with the map back to the source text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from annotator.core.page import Page
from annotator.core.span import ReadingSpan, SourceSpan


class ParagraphKind(StrEnum):
    """What a paragraph is. The values are what `duidu repair --json` prints.

    An aside stands beside the text: a footnote, what a speaker notes below a slide.
    """

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    SPEAKER = "speaker"
    SOURCE = "source"
    CAPTION = "caption"
    CONTENTS = "contents"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph [start, end) of the reading text, without its line end. Never empty.

    `level` is 1 to 6 for titles and headings, otherwise 0; `page` is the page on which it starts,
    None where the source does not tell.
    """

    start: int
    end: int
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the reading text whose characters equal those of the source text."""

    start: int
    length: int
    source_start: int


@dataclass(frozen=True, slots=True)
class DroppedPiece:
    """A range of the source text that is not shown, and why (`header`, `blank`, …)."""

    span: SourceSpan
    reason: str


@dataclass(frozen=True, slots=True)
class PageTurn:
    """Where a page begins inside a paragraph; `page` is None where the source does not tell it."""

    start: int
    page: Page | None


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A title or heading; `start` is a reading offset."""

    title: str
    level: int
    start: int
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the text's own table of contents, with the page that is printed there."""

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Something a reader should know about this place; `start` is a reading offset."""

    start: int
    kind: str
    message: str


@dataclass(frozen=True)
class ReadingText:
    """A reading text and its map. Paragraphs are separated by one `\\n` that is in no run.

    Characters outside every run (line ends, inserted blanks) have no place in the source.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    runs: tuple[Run, ...]
    dropped: tuple[DroppedPiece, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    marks: tuple[Mark, ...] = field(default=())
    page_turns: tuple[PageTurn, ...] = ()

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.start for run in self.runs]

    @cached_property
    def _run_source_starts(self) -> list[int]:
        return [run.source_start for run in self.runs]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def contents_spans(self) -> tuple[ReadingSpan, ...]:
        """Where the entries of tables of contents stand."""
        return tuple(
            ReadingSpan(paragraph.start, paragraph.end)
            for paragraph in self.paragraphs
            if paragraph.kind is ParagraphKind.CONTENTS
        )

    def to_source(self, span: ReadingSpan) -> SourceSpan | None:
        """Return the source range of what this span shows; None if it shows no source character."""
        first, last = self._runs_between(self._run_starts, span.start, span.end)
        if first > last:
            return None
        head, tail = self.runs[first], self.runs[last]
        start = head.source_start + max(0, span.start - head.start)
        end = tail.source_start + min(tail.length, span.end - tail.start)
        return SourceSpan(start, end)

    def to_reading(self, span: SourceSpan) -> ReadingSpan | None:
        """Return where the source range is shown, clipped to what is; None if all is dropped."""
        first, last = self._runs_between(self._run_source_starts, span.start, span.end)
        if first > last:
            return None
        head, tail = self.runs[first], self.runs[last]
        start = head.start + max(0, span.start - head.source_start)
        end = tail.start + min(tail.length, span.end - tail.source_start)
        return ReadingSpan(start, end)

    def source_offset(self, offset: int) -> int:
        """Return the place of the first source character shown from here on, else the end."""
        index = max(0, bisect_right(self._run_starts, offset) - 1)
        for run in self.runs[index : index + 2]:
            if offset < run.start + run.length:
                return run.source_start + max(0, offset - run.start)
        return self.runs[-1].source_start + self.runs[-1].length if self.runs else 0

    def reading_offset(self, source_offset: int) -> int:
        """Return where the first shown source character from here on is shown, else the end."""
        index = max(0, bisect_right(self._run_source_starts, source_offset) - 1)
        for run in self.runs[index : index + 2]:
            if source_offset < run.source_start + run.length:
                return run.start + max(0, source_offset - run.source_start)
        return len(self.text)

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that holds this offset (its line end included)."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def page_at(self, offset: int) -> Page | None:
        """Return the page of what stands at this offset, None where the source does not tell."""
        if not self.paragraphs:
            return None
        paragraph = self.paragraphs[self.paragraph_at(offset)]
        turns = self.turns_in(paragraph.start, offset + 1)
        return turns[-1].page if turns else paragraph.page

    def turns_in(self, start: int, end: int) -> tuple[PageTurn, ...]:
        """Return where pages begin inside paragraphs at offsets of [start, end)."""
        first = bisect_left(self.page_turns, start, key=lambda turn: turn.start)
        last = bisect_left(self.page_turns, end, key=lambda turn: turn.start)
        return self.page_turns[first:last]

    def section_at(self, offset: int) -> OutlineEntry | None:
        """Return the last outline entry that starts at or before this reading offset."""
        index = bisect_right(self.outline, offset, key=lambda entry: entry.start) - 1
        return self.outline[index] if index >= 0 else None

    def source_pieces(self, span: ReadingSpan) -> Iterator[SourceSpan]:
        """Yield the source ranges whose letters this span shows, in order."""
        first, last = self._runs_between(self._run_starts, span.start, span.end)
        for run in self.runs[first : last + 1]:
            start = max(span.start, run.start) - run.start
            end = min(span.end - run.start, run.length)
            yield SourceSpan(run.source_start + start, run.source_start + end)

    def _runs_between(self, starts: list[int], start: int, end: int) -> tuple[int, int]:
        """Return the first and last index of the runs in [start, end); first > last if none."""
        first = max(0, bisect_right(starts, start) - 1)
        if first < len(starts) and starts[first] + self.runs[first].length <= start:
            first += 1
        return first, bisect_right(starts, end - 1) - 1
