"""A text shaped by Qt into one endless row, before it is set into lines."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise
from operator import lt
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

    In a plain one each glyph stands at the caret of the character that Qt says is its own.
    """

    start: int
    end: int
    left: float
    is_plain: bool
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
            if chunk.is_plain:
                for run in chunk.line.glyphRuns(0, -1, _GLYPHS_AND_THEIR_CHARACTERS):
                    yield _plain_glyphs(chunk.start, start, end, run)
            else:
                for run in chunk.line.glyphRuns():
                    yield self._glyphs_by_place(start, end, run, chunk.left)

    def _glyphs_by_place(self, start: int, end: int, run: QGlyphRun, left: float) -> Glyphs:
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
        start, left = len(self.xs) - 1, self.xs[-1]
        self._chunks.append(
            _Chunk(start, start + len(text), left, _is_plain(text, runs), layout, line)
        )
        self.xs += _carets(text, line, left, em)


def _is_plain(text: str, runs: list[QGlyphRun]) -> bool:
    """Return whether each glyph stands at the caret of the character that Qt says is its own.

    Qt errs after a fallback font, so where there are several runs no character may be missing.
    """
    if any(run.isRightToLeft() for run in runs):
        return False
    characters = [character for run in runs for character in run.stringIndexes()]
    if characters == list(range(len(text))):
        return True
    is_ascending = all(map(lt, characters, characters[1:]))
    return len(runs) == 1 and is_ascending and max(text) <= "\uffff"


def _plain_glyphs(chunk_start: int, start: int, end: int, run: QGlyphRun) -> Glyphs:
    own = run.stringIndexes()
    part = slice(bisect_left(own, start - chunk_start), bisect_left(own, end - chunk_start))
    characters = [character + chunk_start - start for character in own[part]]
    return Glyphs(run.rawFont(), run.glyphIndexes()[part], characters, [0.0] * len(characters))


def _carets(text: str, line: QTextLine, left: float, em: float) -> list[float]:
    """Return the caret behind each character of a row that begins here, never going back."""
    utf16, xs, at, farthest = Utf16Map(text), list[float](), left, left
    for start, end, is_on_grid in grid_stretches(text):
        right = left + _caret(line, utf16.to_qt(end))
        # To ask for each caret would take longer than to shape the text.
        if is_on_grid and at == farthest and right - at == (end - start) * em:
            xs += [at + em * count for count in range(1, end - start + 1)]
        else:
            asked = (left + _caret(line, utf16.to_qt(each)) for each in range(start + 1, end + 1))
            xs += islice(accumulate(asked, max, initial=farthest), 1, None)
        at, farthest = right, xs[-1]
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
