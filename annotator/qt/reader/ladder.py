"""From a character to the whole text and back: how a selection grows and shrinks."""

from collections.abc import Iterator

from annotator.core.span import ReadingSpan
from annotator.qt.reader.selection import Caret, Selection, TextSteps


class SelectionLadder:
    """Character, word, clause, sentence, paragraph, text: each rung contains the one below.

    Going down leads back the way that led up; a selection made otherwise shrinks to the largest
    unit at its start.
    """

    def __init__(self, steps: TextSteps) -> None:
        self._steps = steps
        self._climbed: list[Selection] = []
        self._top: Selection | None = None

    def expanded(self, selection: Selection) -> Selection:
        """Return the selection one rung up, or the same one at the top."""
        if selection != self._top:
            self._climbed.clear()
        former = selection.span
        start, end = (former.start, former.end) if former else (selection.head.offset,) * 2
        for unit in self._around(start, end):
            if unit.start <= start and end <= unit.end and len(unit) > end - start:
                self._climbed.append(selection)
                self._top = Selection.over(unit)
                return self._top
        return selection

    def shrunk(self, selection: Selection) -> Selection:
        """Return the selection one rung down; from a single character it is only a caret."""
        if selection == self._top and self._climbed:
            self._top = self._climbed.pop()
            return self._top
        span = selection.span
        if span is None:
            return selection
        for unit in reversed(list(self._at(span.start))):
            if span.start <= unit.start and unit.end <= span.end and unit != span:
                return Selection.over(unit)
        return Selection.at(Caret(span.start))

    def _at(self, offset: int) -> Iterator[ReadingSpan]:
        """Yield the units around a character, from small to large; those that there are."""
        steps = self._steps
        paragraph = steps.paragraph_at(offset)
        if paragraph is not None:
            inside = min(offset, steps.previous_character(paragraph.end))
            units = (
                steps.whole(inside, steps.next_character(inside)),
                steps.word_at(inside),
                steps.clause_at(inside),
                steps.sentence_at(inside),
                paragraph,
            )
            yield from filter(None, units)
        if steps.text_end:
            yield ReadingSpan(steps.text_start, steps.text_end)

    def _around(self, start: int, end: int) -> Iterator[ReadingSpan]:
        """Yield the units at both ends of a passage, joined, from small to large."""
        last = self._steps.previous_character(end) if start < end else start
        firsts, lasts = list(self._at(start)), list(self._at(last))
        if len(firsts) != len(lasts):
            firsts = lasts = [ReadingSpan(self._steps.text_start, self._steps.text_end)]
        for first, other in zip(firsts, lasts, strict=True):
            yield ReadingSpan(min(first.start, other.start), max(first.end, other.end))
