"""Letters: a reading text as editions are compared, without blanks, width or case."""

from bisect import bisect_left

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.text.normal_form import NormalForm


class Letters:
    """The normal form of a reading text. Positions count its letters; ranges are half-open.

    Two extractions of the same words (other line ends, other page headers) have the same letters.
    """

    def __init__(self, reading_text: ReadingText) -> None:
        self.reading_text = reading_text
        self._form = NormalForm(reading_text.text)
        self.text = self._form.text

    def range_of(self, span: SourceSpan) -> tuple[int, int] | None:
        """Return the letters that are shown of a passage, None if there are none."""
        shown = self.reading_text.to_reading(span)
        if shown is None:
            return None
        start, end = self._position(shown.start), self._position(shown.end)
        return (start, end) if start < end else None

    def shown(self, start: int, end: int) -> ReadingSpan:
        """Return where these letters are read; there has to be at least one."""
        first = self._form.original(start)
        return ReadingSpan(first, max(first, self._form.original(end - 1)) + 1)

    def _position(self, offset: int) -> int:
        """Return the position of the first letter that comes from this reading offset on."""
        letters = range(len(self.text))
        return bisect_left(letters, offset, key=self._form.original)
