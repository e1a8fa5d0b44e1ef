"""What the source text really says at a place, and what repair does not show of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.reading_text import ReadingText
from annotator.core.span import SourceSpan


@dataclass(frozen=True, slots=True)
class SourcePiece:
    """A stretch of the source text; `reason` tells why it is not shown, None if it is."""

    text: str
    reason: str | None = None


def source_pieces(
    source: str, reading_text: ReadingText, span: SourceSpan
) -> Iterator[SourcePiece]:
    """Yield the pieces of this range of the source, shown and dropped, in order, without gaps."""
    place = span.start
    for dropped in sorted(reading_text.dropped, key=lambda piece: piece.span):
        if not dropped.span.overlaps(span):
            continue
        start, end = max(dropped.span.start, span.start), min(dropped.span.end, span.end)
        if place < start:
            yield SourcePiece(source[place:start])
        yield SourcePiece(source[start:end], dropped.reason)
        place = end
    if place < span.end:
        yield SourcePiece(source[place : span.end])
