"""The place of reading to the pixel, as an offset with a fraction."""

from annotator.qt.reader.column import Column, SeenPiece

# Far away heights are estimates; near the goal they are known.
_MOST_STEPS = 3


class Flow:
    """Turns the pixels of one column into places in its text and back, without gap or leap.

    All that lies between two lines belongs to one of them, so that every pixel has a place of its
    own. Places from -1 to 0 are in the margin above the text.
    """

    def __init__(self, column: Column) -> None:
        self._column = column

    def place(self) -> float:
        """Return the place at the top of the window."""
        seen = self._column.piece_at_y(0)
        y = -seen.top
        if y < 0:
            return y / self._column.frame.margin
        line = seen.layout.line_at_y(y)
        top, bottom = _band(seen, line)
        start, end = _offsets(seen, line)
        return start + (y - top) / (bottom - top) * (end - start)

    def go_to(self, place: float) -> None:
        """Scroll to this place, as far as the text reaches."""
        for _ in range(_MOST_STEPS):
            self._column.scroll_by(self._pixels_to(place))

    def _pixels_to(self, place: float) -> int:
        seen = self._column.piece_with(max(0, int(place)))
        if place < 0:
            return seen.top + round(place * self._column.frame.margin)
        line = seen.layout.line_of(int(place) - seen.piece.start)
        top, bottom = _band(seen, line)
        start, end = _offsets(seen, line)
        return seen.top + round(top + (place - start) / (end - start) * (bottom - top))


def _band(seen: SeenPiece, line: int) -> tuple[int, int]:
    """Return the heights of a piece between which a line and the space beside it lie."""
    layout = seen.layout
    top = layout.box.top(line) if line else 0
    is_last = line + 1 == layout.line_count
    return top, layout.height if is_last else layout.box.top(line + 1)


def _offsets(seen: SeenPiece, line: int) -> tuple[int, int]:
    """Return the reading offsets of a line, that of a paragraph's end included."""
    start, end = seen.layout.line_range(line)
    is_last = line + 1 == seen.layout.line_count
    end += is_last and seen.piece.is_last_of_paragraph
    return seen.piece.start + start, seen.piece.start + max(end, start + 1)
