"""Beside lines: what the strips beside a column have in common, each with a sign for some lines."""

from collections.abc import Callable, Container, Iterable

from annotator.core.span import ReadingSpan
from annotator.qt.reader.column import Column, SeenPiece


def highest_by_line(seen: SeenPiece, ranks: Iterable[tuple[ReadingSpan, int]]) -> dict[int, int]:
    """Return the highest rank of the stretches on each line of a piece that they meet."""
    piece, found = seen.piece, dict[int, int]()
    for span, rank in ranks:
        start = max(span.start, piece.start) - piece.start
        end = min(span.end, piece.end) - piece.start
        first = seen.layout.line_of(start)
        last = seen.layout.line_of(end, leans_back=True)
        for line in range(first, last + 1):
            found[line] = max(found.get(line, 0), rank)
    return found


def line_at_height(
    column: Column, y: float, signed: Callable[[SeenPiece], Container[int]]
) -> ReadingSpan | None:
    """Return what stands on the line at a height of the window, None for a line without a sign."""
    for seen in column.seen_pieces():
        inside = y - seen.top
        if 0 <= inside < seen.layout.height:
            line = seen.layout.line_at_y(inside)
            start, end = seen.layout.line_range(line)
            if line in signed(seen):
                return ReadingSpan(seen.piece.start + start, seen.piece.start + end)
    return None
