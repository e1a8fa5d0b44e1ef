"""A text shaped by Qt into one endless row, before it is set into lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import cast

from PySide6.QtGui import QFont, QRawFont, QTextLayout, QTextLine

from annotator.qt.reader.utf16 import Utf16Map, layout_text

# Qt counts from the start of a row to each caret in it; short rows make this linear.
_CHUNK = 200
# Where shaping never looks across: between two ideographs, and before a word.
_SEAM = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])|(?<= )(?! )")

_PLACES = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_ENDLESS_PX = 1e7
_ROUNDING_PX = 0.01


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Glyphs of one font: for each its index, the offset of its character and its x in the row."""

    font: QRawFont
    indexes: list[int]
    offsets: list[int]
    xs: list[float]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The characters [start, end) with their glyphs, `left` pixels from the row's start."""

    start: int
    end: int
    left: float
    # Owns the line.
    layout: QTextLayout
    line: QTextLine


class ShapedText:
    """The carets and glyphs of a text where it stands in one row, pixels from its start.

    `xs` are the carets before each character and after the last, never going back. There is
    nothing before `shape` has gone through the text.
    """

    def __init__(self) -> None:
        self.xs: list[float] = [0.0]
        self._chunks: list[_Chunk] = []

    def shape(self, text: str, font: QFont) -> Iterator[None]:
        """Shape the text, pausing after each small step."""
        shown = layout_text(text)
        for start, end in pairwise(_seams(shown)):
            self._shape_chunk(shown[start:end], font, start)
            yield

    def glyphs(self, start: int, end: int) -> Iterator[Glyphs]:
        """Yield the glyphs of the characters [start, end)."""
        for chunk in self._chunks:
            if chunk.start < end and start < chunk.end:
                for run in chunk.line.glyphRuns():
                    found = Glyphs(run.rawFont(), [], [], [])
                    for index, position in zip(run.glyphIndexes(), run.positions(), strict=True):
                        x = chunk.left + position.x()
                        offset = self._offset_at(x)
                        if start <= offset < end:
                            found.indexes.append(index)
                            found.offsets.append(offset)
                            found.xs.append(x)
                    yield found

    def _offset_at(self, x: float) -> int:
        """Return the character of a glyph by its place: Qt's index errs after a fallback font."""
        return min(max(0, bisect_right(self.xs, x + _ROUNDING_PX) - 1), len(self.xs) - 2)

    def _shape_chunk(self, text: str, font: QFont, start: int) -> None:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS_PX)
        layout.endLayout()
        left = self.xs[-1]
        self._chunks.append(_Chunk(start, start + len(text), left, layout, line))
        xs = [left + x for x in _carets(text, line)]
        self.xs += accumulate(xs, max)


def _carets(text: str, line: QTextLine) -> list[float]:
    """Return the caret behind each character."""
    xs: list[float] = []
    runs = line.glyphRuns(0, -1, _PLACES)
    # Asking for each caret takes four times as long as taking it from the glyph that follows it.
    if len(runs) == 1 and runs[0].stringIndexes() == list(range(len(text))):
        xs = [position.x() for position in runs[0].positions()[1:]]
    utf16 = Utf16Map(text)
    rest = range(len(xs) + 1, len(text) + 1)
    return xs + [cast("tuple[float, int]", line.cursorToX(utf16.to_qt(end)))[0] for end in rest]


def _seams(text: str) -> list[int]:
    """Return where each chunk starts, and the end of the text."""
    seams = [0]
    while seams[-1] < len(text):
        seam = _SEAM.search(text, seams[-1] + _CHUNK)
        seams.append(seam.start() if seam else len(text))
    return seams
