"""The one door between code points, in which Duidu counts, and UTF-16 units, in which Qt counts."""

from bisect import bisect_left

# Qt ends a line or draws nothing at these; one blank each keeps every offset where it is.
_SHOWN_AS_BLANK = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")


def layout_text(text: str) -> str:
    """Return the text for one laid-out paragraph: as long as the text, without line ends."""
    return text.translate(_SHOWN_AS_BLANK)


class Utf16Map:
    """Converts offsets of one text; free of cost where no character takes two units.

    The text may be part of another, in which it stands at `start`: code points count from there.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        self._start = start
        is_plain = text.isascii() or max(text) <= "\uffff"
        self._wide = [] if is_plain else [i for i, char in enumerate(text) if char > "\uffff"]
        self._qt_wide = [offset + index for index, offset in enumerate(self._wide)]

    def to_qt(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        within = offset - self._start
        return within + bisect_left(self._wide, within)

    def from_qt(self, qt_offset: int) -> int:
        """Return the code point offset; inside a surrogate pair, that of the pair's character."""
        return self._start + qt_offset - bisect_left(self._qt_wide, qt_offset)
