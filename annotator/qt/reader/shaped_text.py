"""A text shaped by Qt into one endless row, before it is set into lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise
from typing import cast

from PySide6.QtGui import QFont, QGlyphRun, QRawFont, QTextLayout, QTextLine

from annotator.qt.reader.utf16 import Utf16Map, layout_text

# Qt counts from the start of a row to each caret in it; short rows make this linear.
_CHUNK = 200
# Where shaping never looks across: between two ideographs, and before a word.
_SEAM = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])|(?<= )(?! )")

_GLYPHS_AND_PLACES = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_ENDLESS_PX = 1e7
_ROUNDING_PX = 0.01


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Glyphs of one font: for each its index, the offset of its character and its x in the row."""

    font: QRawFont
    indexes: list[int]
    offsets: Sequence[int]
    xs: list[float]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The characters [start, end) with their glyphs, `left` pixels from the row's start.

    `plain` is the run of a chunk where each character has one glyph, at its caret.
    """

    start: int
    end: int
    left: float
    plain: QGlyphRun | None
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
            if chunk.start >= end or start >= chunk.end:
                continue
            if chunk.plain is not None:
                yield self._plain_glyphs(chunk, chunk.plain, start, end)
            else:
                for run in chunk.line.glyphRuns():
                    xs = [chunk.left + position.x() for position in run.positions()]
                    glyphs = Glyphs(run.rawFont(), run.glyphIndexes(), self._offsets(xs), xs)
                    yield _between(start, end, glyphs)

    def _plain_glyphs(self, chunk: _Chunk, run: QGlyphRun, start: int, end: int) -> Glyphs:
        first, last = max(start, chunk.start), min(end, chunk.end)
        indexes = run.glyphIndexes()[first - chunk.start : last - chunk.start]
        return Glyphs(run.rawFont(), indexes, range(first, last), self.xs[first:last])

    def _offsets(self, xs: list[float]) -> list[int]:
        """Return the characters of glyphs by place: Qt's index errs after a fallback font."""
        last = len(self.xs) - 1
        return [bisect_right(self.xs, x + _ROUNDING_PX, 1, last) - 1 for x in xs]

    def _shape_chunk(self, text: str, font: QFont, start: int) -> None:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS_PX)
        layout.endLayout()
        left = self.xs[-1]
        runs = line.glyphRuns(0, -1, _GLYPHS_AND_PLACES)
        is_plain = len(runs) == 1 and runs[0].stringIndexes() == list(range(len(text)))
        plain = runs[0] if is_plain else None
        self._chunks.append(_Chunk(start, start + len(text), left, plain, layout, line))
        xs = [left + x for x in _carets(text, line, plain)]
        self.xs += accumulate(xs, max)


def _between(start: int, end: int, glyphs: Glyphs) -> Glyphs:
    """Return those of the characters [start, end)."""
    inside = [start <= offset < end for offset in glyphs.offsets]
    if all(inside):
        return glyphs
    return Glyphs(
        glyphs.font,
        list(compress(glyphs.indexes, inside)),
        list(compress(glyphs.offsets, inside)),
        list(compress(glyphs.xs, inside)),
    )


def _carets(text: str, line: QTextLine, plain: QGlyphRun | None) -> list[float]:
    """Return the caret behind each character."""
    xs: list[float] = []
    # Asking for each caret takes four times as long as taking it from the glyph that follows it.
    if plain is not None:
        xs = [position.x() for position in plain.positions()[1:]]
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
