"""Source pane: a source text line by line, with what repair leaves out crossed out."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.core.reading_text import DroppedPiece, ParagraphKind
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.decorations import SpanRow
from annotator.qt.reader.line_setting import Alignment
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.paragraph_style import ParagraphStyle


@dataclass(frozen=True, slots=True)
class SourceAppearance(Appearance):
    """Lines as they stand in the file, one close below the other."""

    def style(self, kind: ParagraphKind, level: int) -> ParagraphStyle:
        del kind, level
        return ParagraphStyle(alignment=Alignment.RAGGED, space_above_em=0.0, space_below_em=0.0)


class SourcePane(ReaderPane):
    """Shows a source text in which every offset is that of the source.

    `name_reason` gives the words for the reason of a dropped piece; they become its tooltip.
    """

    def set_dropped(
        self, pieces: Sequence[DroppedPiece], name_reason: Callable[[str], str]
    ) -> None:
        """Cross these pieces out; they stand in order."""
        spans = [ReadingSpan(piece.span.start, piece.span.end) for piece in pieces]
        self._view.decorations.struck = SpanRow(spans)
        self.viewport().update()

        def describe(offset: int) -> str:
            index = bisect_right(pieces, offset, key=lambda piece: piece.span.start) - 1
            is_dropped = index >= 0 and offset < pieces[index].span.end
            return name_reason(pieces[index].reason) if is_dropped else ""

        self.tips.describe_place = describe
