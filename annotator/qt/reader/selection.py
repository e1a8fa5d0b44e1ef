"""The caret, the selection, and the steps a caret takes through the text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTextBoundaryFinder

from annotator.core.span import ReadingSpan
from annotator.qt.reader.text_model import TextModel
from annotator.qt.reader.utf16 import Utf16Map
from annotator.text import boundaries

WordFinder = Callable[[str, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Caret:
    """A place between two characters. Where a line wraps, one that leans back is at its end."""

    offset: int
    leans_back: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """From where the reader started to select (`anchor`) to where the caret is (`head`)."""

    anchor: int
    head: Caret

    @classmethod
    def at(cls, caret: Caret) -> "Selection":
        return cls(caret.offset, caret)

    @classmethod
    def over(cls, span: ReadingSpan) -> "Selection":
        return cls(span.start, Caret(span.end, leans_back=True))

    @property
    def span(self) -> ReadingSpan | None:
        """What is selected, None if nothing is."""
        start, end = sorted((self.anchor, self.head.offset))
        return ReadingSpan(start, end) if start < end else None

    def moved(self, head: Caret, *, extends: bool) -> "Selection":
        return Selection(self.anchor, head) if extends else Selection.at(head)


def single_character(text: str, offset: int) -> tuple[int, int]:
    """Find words where nobody knows any: each character is one."""
    return offset, min(offset + 1, len(text))


class TextSteps:
    """Where characters as readers see them, words, sentences and paragraphs begin and end."""

    def __init__(self, model: TextModel, find_word: WordFinder = single_character) -> None:
        self._model = model
        self._find_word = find_word
        self._finder_piece = -1
        self._finder = QTextBoundaryFinder()
        self._utf16 = Utf16Map("")

    def next_character(self, offset: int) -> int:
        start, end = self._bounds(offset)
        if offset >= end:
            return min(offset + 1, self.text_end)
        self._seek(start, offset)
        return start + self._utf16.from_qt(self._finder.toNextBoundary())

    def previous_character(self, offset: int) -> int:
        return self.snapped(max(self.text_start, offset - 1))

    def stepped(self, offset: int, step: int) -> int:
        """Return the offset one character forwards (1) or backwards (-1), or the same (0)."""
        if step == 0:
            return offset
        return self.next_character(offset) if step > 0 else self.previous_character(offset)

    def snapped(self, offset: int) -> int:
        """Return the offset, or the start of the character that it would cut in two."""
        start, end = self._bounds(offset)
        if not start < offset < end:
            return offset
        self._seek(start, offset)
        if self._finder.isAtBoundary():
            return offset
        return start + self._utf16.from_qt(self._finder.toPreviousBoundary())

    def next_word(self, offset: int) -> int:
        word = self.word_at(offset)
        return word.end if word else self.next_character(offset)

    def previous_word(self, offset: int) -> int:
        before = self.previous_character(offset)
        word = self.word_at(before)
        return word.start if word else before

    def next_clause(self, offset: int) -> int:
        return self._end_of(self.clause_at(offset), offset)

    def previous_clause(self, offset: int) -> int:
        before = self.previous_character(offset)
        return _start_of(self.clause_at(before), before)

    def next_sentence(self, offset: int) -> int:
        return self._end_of(self.sentence_at(offset), offset)

    def previous_sentence(self, offset: int) -> int:
        before = self.previous_character(offset)
        return _start_of(self.sentence_at(before), before)

    def word_at(self, offset: int) -> ReadingSpan | None:
        """Return the word around this character, None between paragraphs."""
        start, end = self._bounds(offset)
        return self._unit_at(self._find_word, offset) if start <= offset < end else None

    def clause_at(self, offset: int) -> ReadingSpan | None:
        """Return the clause (，；：) around this character, at a line end the one before.

        None in a paragraph without characters.
        """
        return self._unit_at(boundaries.clause_at, offset)

    def sentence_at(self, offset: int) -> ReadingSpan | None:
        """Return the sentence (。！？) around this character, as `clause_at` does."""
        return self._unit_at(boundaries.sentence_at, offset)

    def paragraph_at(self, offset: int) -> ReadingSpan | None:
        """Return the paragraph around this character, None if it has none."""
        paragraph = self._model.paragraph_at(offset)
        return _span(paragraph.start, paragraph.end)

    def whole(self, start: int, end: int) -> ReadingSpan | None:
        """Return the passage with all of the characters that its ends would cut in two."""
        whole_end = self.snapped(end)
        return _span(self.snapped(start), end if whole_end == end else self.next_character(end))

    def next_paragraph(self, offset: int) -> int:
        return min(self._model.paragraph_at(offset).end + 1, self.text_end)

    def previous_paragraph(self, offset: int) -> int:
        """Return the start of this paragraph, or of the one before where this one starts."""
        start = self._model.paragraph_at(offset).start
        return start if start < offset else self._model.paragraph_at(start - 1).start

    @property
    def text_start(self) -> int:
        return self._model.start

    @property
    def text_end(self) -> int:
        return self._model.end

    def _end_of(self, unit: ReadingSpan | None, offset: int) -> int:
        """Return the unit's end, or where it lies behind, that of the paragraph, or the next."""
        if unit is not None and unit.end > offset:
            return unit.end
        _, end = self._bounds(offset)
        return end if end > offset else self.next_character(offset)

    def _unit_at(self, find: WordFinder, offset: int) -> ReadingSpan | None:
        start, end = self._bounds(offset)
        first, last = find(self._model.text[start:end], min(offset, end) - start)
        return self.whole(start + first, start + last) if first < last else None

    def _bounds(self, offset: int) -> tuple[int, int]:
        piece = self._model.piece(self._model.piece_at(offset))
        return piece.start, piece.end

    def _seek(self, start: int, offset: int) -> None:
        """Put the grapheme finder at this offset of the piece that begins at `start`."""
        if self._finder_piece != start:
            _, end = self._bounds(start)
            text = self._model.text[start:end]
            grapheme = QTextBoundaryFinder.BoundaryType.Grapheme
            self._finder = QTextBoundaryFinder(grapheme, text)
            self._utf16 = Utf16Map(text)
            self._finder_piece = start
        self._finder.setPosition(self._utf16.to_qt(offset - start))


def _span(start: int, end: int) -> ReadingSpan | None:
    return ReadingSpan(start, end) if start < end else None


def _start_of(unit: ReadingSpan | None, before: int) -> int:
    """Return the unit's start, or the place before the caret where the unit lies ahead of it."""
    return min(unit.start, before) if unit else before
