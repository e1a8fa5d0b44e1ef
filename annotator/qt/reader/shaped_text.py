"""A text shaped by Qt into one endless row, before it is set into lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import cast

from PySide6.QtGui import QFont, QGlyphRun, QRawFont, QTextLayout, QTextLine

from annotator.qt.reader.appearance import em_width
from annotator.qt.reader.line_breaking import grid_stretches
from annotator.qt.reader.utf16 import Utf16Map, layout_text

# Qt counts from the start of a row to each caret in it; short rows make this linear.
_CHUNK = 200
# Where shaping never looks across: between two ideographs, and before a word.
_AROUND_SEAM = re.compile("[\u4e00-\u9fff]{2}| [^ ]")

_GLYPHS_AND_THEIR_CHARACTERS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)
_ENDLESS_PX = 1e7
_ROUNDING_PX = 0.01


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Glyphs of one font: for each its index, its character, and how far right of it it stands.

    Characters are counted from the start of what was asked for.
    """

    font: QRawFont
    indexes: Sequence[int]
    characters: Sequence[int]
    shifts: Sequence[float]


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
        shown, em = layout_text(text), em_width(font)
        for start, end in pairwise(_seams(shown)):
            self._shape_chunk(shown[start:end], font, em)
            yield

    def glyphs(self, start: int, end: int) -> Iterator[Glyphs]:
        """Yield the glyphs of the characters [start, end)."""
        for chunk in self._chunks:
            if chunk.start >= end or start >= chunk.end:
                continue
            if chunk.plain is not None:
                yield _plain_glyphs(chunk, chunk.plain, start, end)
            else:
                for run in chunk.line.glyphRuns():
                    yield self._glyphs_between(start, end, run, chunk.left)

    def _glyphs_between(self, start: int, end: int, run: QGlyphRun, left: float) -> Glyphs:
        """Return glyphs by the place of each: Qt's index of its character errs after a fallback."""
        xs, last = self.xs, len(self.xs) - 1
        indexes, characters, shifts = [], [], []
        for index, position in zip(run.glyphIndexes(), run.positions(), strict=True):
            x = left + position.x()
            offset = bisect_right(xs, x + _ROUNDING_PX, 1, last) - 1
            if start <= offset < end:
                indexes.append(index)
                characters.append(offset - start)
                shifts.append(x - xs[offset])
        return Glyphs(run.rawFont(), indexes, characters, shifts)

    def _shape_chunk(self, text: str, font: QFont, em: float) -> None:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS_PX)
        layout.endLayout()
        runs = line.glyphRuns(0, -1, _GLYPHS_AND_THEIR_CHARACTERS)
        is_plain = len(runs) == 1 and runs[0].stringIndexes() == list(range(len(text)))
        start, left = len(self.xs) - 1, self.xs[-1]
        plain = runs[0] if is_plain else None
        self._chunks.append(_Chunk(start, start + len(text), left, plain, layout, line))
        xs = [left + x for x in _carets(text, line, em)]
        self.xs += accumulate(xs, max)


def _plain_glyphs(chunk: _Chunk, run: QGlyphRun, start: int, end: int) -> Glyphs:
    first, last = max(start, chunk.start), min(end, chunk.end)
    indexes = run.glyphIndexes()[first - chunk.start : last - chunk.start]
    return Glyphs(run.rawFont(), indexes, range(first - start, last - start), [0.0] * len(indexes))


def _carets(text: str, line: QTextLine, em: float) -> list[float]:
    """Return the caret behind each character."""
    utf16, xs, left = Utf16Map(text), list[float](), 0.0
    for start, end, is_on_grid in grid_stretches(text):
        right = _caret(line, utf16.to_qt(end))
        # To ask for each caret would take longer than to shape the text.
        if is_on_grid and right - left == (end - start) * em:
            xs += [left + em * count for count in range(1, end - start)]
        else:
            xs += [_caret(line, utf16.to_qt(offset)) for offset in range(start + 1, end)]
        xs.append(right)
        left = right
    return xs


def _caret(line: QTextLine, qt_offset: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(qt_offset))[0]


def _seams(text: str) -> list[int]:
    """Return where each chunk starts, and the end of the text."""
    seams = [0]
    while seams[-1] < len(text):
        around = _AROUND_SEAM.search(text, seams[-1] + _CHUNK - 1)
        seams.append(around.start() + 1 if around else len(text))
    return seams
