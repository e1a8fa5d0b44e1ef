"""A reading text as a row of layout pieces: its paragraphs, very long ones split softly."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from annotator.core.page import Page
from annotator.core.reading_text import PageTurn, Paragraph, ParagraphKind, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.line_breaking import is_extender

LONGEST_PIECE = 4000

_SENTENCE_END = re.compile(r"[。！？!?；;][”’」』）》]*")
_NO_PARAGRAPH = Paragraph(0, 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, or part of a long one: the reading offsets [start, end) and how it begins.

    `number` counts the text's paragraphs from 1, 0 in an empty text.
    """

    start: int
    end: int
    kind: ParagraphKind
    level: int
    is_first_of_paragraph: bool
    is_last_of_paragraph: bool
    number: int = 0


class TextModel:
    """The pieces of a reading text, or of a part of it that begins and ends with paragraphs.

    All offsets are those of the whole text. There is always a piece, empty where the text is.
    """

    def __init__(self, reading_text: ReadingText, part: ReadingSpan | None = None) -> None:
        self.text = reading_text.text
        self.marks = reading_text.marks
        self._reading_text = reading_text
        self.start, self.end = (part.start, part.end) if part else (0, len(self.text))
        first = reading_text.paragraph_at(self.start) if part else 0
        last = reading_text.paragraph_at(self.end - 1) + 1 if part else None
        self._paragraphs = reading_text.paragraphs[first:last] or (_NO_PARAGRAPH,)
        self._number_before = first
        self._starts: list[int] = []
        self._owners: list[int] = []
        if all(part.end - part.start <= LONGEST_PIECE for part in self._paragraphs):
            self._starts = [paragraph.start for paragraph in self._paragraphs]
            self._owners = list(range(len(self._paragraphs)))
        else:
            self._split_long_paragraphs()

    @property
    def starts(self) -> list[int]:
        """The reading offset at which each piece starts, ascending."""
        return self._starts

    def __len__(self) -> int:
        return len(self._starts)

    @cached_property
    def shown_text(self) -> str:
        """The text from `start` to `end`."""
        return self.text[self.start : self.end]

    def clamped(self, offset: int) -> int:
        """Return the offset, or the end of what is shown that is nearest to it."""
        return min(max(offset, self.start), self.end)

    def piece(self, index: int) -> Piece:
        paragraph = self._paragraphs[self._owners[index]]
        start = self._starts[index]
        is_last = index + 1 == len(self) or self._owners[index + 1] != self._owners[index]
        end = paragraph.end if is_last else self._starts[index + 1]
        is_first = start == paragraph.start
        return Piece(
            start,
            end,
            paragraph.kind,
            paragraph.level,
            is_first_of_paragraph=is_first,
            is_last_of_paragraph=is_last,
            number=self._number_before + self._owners[index] + 1 if self.text else 0,
        )

    def piece_at(self, offset: int) -> int:
        """Return the index of the piece that holds this offset, a paragraph's line end included."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def page_at(self, offset: int) -> Page | None:
        """Return the page of what stands at this offset, None where the source does not tell."""
        return self._reading_text.page_at(offset)

    def pages_in(self, piece: Piece) -> Iterator[PageTurn]:
        """Yield the pages that begin in a piece; what is shown first begins the page it is on."""
        text = self._reading_text
        before = text.page_at(piece.start - 1) if piece.start > self.start else None
        here = PageTurn(piece.start, text.page_at(piece.start))
        for turn in (here, *text.turns_in(piece.start, piece.end)):
            if turn.page not in (None, before):
                yield turn
            before = turn.page

    def paragraph_at(self, offset: int) -> Paragraph:
        return self._paragraphs[self._owners[self.piece_at(offset)]]

    def _split_long_paragraphs(self) -> None:
        for owner, paragraph in enumerate(self._paragraphs):
            start = paragraph.start
            while paragraph.end - start > LONGEST_PIECE:
                self._starts.append(start)
                self._owners.append(owner)
                start = _soft_end(self.text, start)
            self._starts.append(start)
            self._owners.append(owner)


def _soft_end(text: str, start: int) -> int:
    """Return where a piece that starts here should end: at its last sentence end, if it has one."""
    limit = start + LONGEST_PIECE
    ends = [match.end() for match in _SENTENCE_END.finditer(text, limit - 1000, limit)]
    if ends and ends[-1] < limit:
        return ends[-1]
    while is_extender(text[limit]):
        limit -= 1
    return limit
