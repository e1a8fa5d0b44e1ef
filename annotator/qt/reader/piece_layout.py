"""One piece of the text, shaped by Qt and set into lines by us."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Generator
from dataclasses import dataclass
from operator import add

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun

from annotator.qt.reader.appearance import Appearance, em_width
from annotator.qt.reader.line_setting import Alignment, Measure, set_lines
from annotator.qt.reader.paragraph_style import ParagraphStyle
from annotator.qt.reader.shaped_text import ShapedText
from annotator.qt.reader.text_model import Piece
from annotator.qt.reader.utf16 import layout_text
from annotator.text import words
from annotator.text.bullets import BULLET

BLOCK_LINES = 16

# The ideographic em box reaches from 12 % below the baseline to 88 % above it.
_ASCENT_EM = 0.88
_BAND_EM = 1.34
# In the narrowest columns little would be left of a line.
_MOST_INDENT_SHARE = 0.25
_PAGE = re.compile(r"(?<= )\d+$")


@dataclass(frozen=True, slots=True)
class LineBox:
    """Where the lines of one piece stand: all are equally high, in whole pixels."""

    em: float
    height: int
    space_above: int
    space_below: int

    def top(self, line: int) -> int:
        return self.space_above + line * self.height

    def baseline(self, line: int) -> int:
        return self.top(line) + round((self.height - self.em) / 2 + _ASCENT_EM * self.em)

    def band(self, line: int) -> tuple[int, int]:
        """Return top and height of what a highlight colours in a line."""
        height = min(self.height, round(_BAND_EM * self.em))
        return self.top(line) + (self.height - height) // 2, height

    @property
    def below_band(self) -> float:
        """How far the letters of the next line are below a band."""
        top, height = self.band(0)
        return self.top(1) - top - height + (self.height - self.em) / 2


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a span covers of one line, from left to right in pixels."""

    line: int
    left: float
    right: float


class PieceLayout:
    """The lines of one piece. Offsets count from the piece's start, pixels from its top left."""

    def __init__(self, text: str, shaped: ShapedText, measure: Measure, box: LineBox) -> None:
        self.box = box
        self._shaped = shaped
        self._lines = set_lines(layout_text(text), shaped.xs, measure)
        self._line_starts = [line.start for line in self._lines]
        self.length = len(text)
        self.line_count = len(self._lines)
        self.height = box.top(self.line_count) + box.space_below

    def line_range(self, line: int) -> tuple[int, int]:
        """Return the offsets [start, end) of a line."""
        return self._lines[line].start, self._lines[line].end

    def line_of(self, offset: int, *, leans_back: bool = False) -> int:
        """Return the line of a caret; between two lines, the upper one if it leans back."""
        line = max(0, bisect_right(self._line_starts, offset) - 1)
        return line - 1 if leans_back and line and self._line_starts[line] == offset else line

    def line_at_y(self, y: float) -> int:
        return min(max(0, int((y - self.box.space_above) // self.box.height)), self.line_count - 1)

    def caret_x(self, offset: int, line: int) -> float:
        set_line = self._lines[line]
        return set_line.xs[min(max(offset, set_line.start), set_line.end) - set_line.start]

    def offset_at(self, line: int, x: float) -> int:
        """Return the offset whose caret in this line is nearest."""
        set_line = self._lines[line]
        after = bisect_left(set_line.xs, x)
        if after == 0:
            return set_line.start
        if after == len(set_line.xs):
            return set_line.end
        is_left = x - set_line.xs[after - 1] < set_line.xs[after] - x
        return set_line.start + after - is_left

    def character_at(self, line: int, x: float) -> int | None:
        """Return the offset of the character that stands here, None beside the line."""
        set_line = self._lines[line]
        if not set_line.xs[0] <= x < set_line.xs[-1]:
            return None
        return set_line.start + bisect_right(set_line.xs, x) - 1

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """Return what [start, end) covers, line by line."""
        found = []
        for line in range(self.line_of(start), self.line_of(end, leans_back=True) + 1):
            stretch = Stretch(line, self.caret_x(start, line), self.caret_x(end, line))
            if stretch.left < stretch.right:
                found.append(stretch)
        return found

    def glyphs(self, block: int) -> list[QGlyphRun]:
        """Return the set glyphs of one block of BLOCK_LINES lines."""
        first = block * BLOCK_LINES
        lines = self._lines[first : first + BLOCK_LINES]
        start, end = lines[0].start, lines[-1].end
        xs: list[float] = []
        baselines: list[int] = []
        for number, line in enumerate(lines, first):
            xs += line.xs[:-1]
            baselines += [self.box.baseline(number)] * (line.end - line.start)
        runs = []
        for glyphs in self._shaped.glyphs(start, end):
            run = QGlyphRun()
            run.setRawFont(glyphs.font)
            run.setGlyphIndexes(glyphs.indexes)
            places = map(add, map(xs.__getitem__, glyphs.characters), glyphs.shifts)
            heights = map(baselines.__getitem__, glyphs.characters)
            run.setPositions(list(map(QPointF, places, heights)))
            runs.append(run)
        return runs


def lay_out(text: str, piece: Piece, appearance: Appearance, *, width: float) -> PieceLayout:
    """Lay out one piece of this reading text for a column of the given width in pixels."""
    steps = laying_out(text, piece, appearance, width=width)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            layout: PieceLayout = end.value
            return layout


def laying_out(
    text: str, piece: Piece, appearance: Appearance, *, width: float
) -> Generator[None, None, PieceLayout]:
    """Do the same, pausing after each small step."""
    style = appearance.style(piece.kind, piece.level)
    font = appearance.font(style)
    em = em_width(font)
    shown = text[piece.start : piece.end]
    box = LineBox(
        em,
        round(appearance.line_spacing * style.line_share * em),
        round(style.space_above_em * em) if piece.is_first_of_paragraph else 0,
        round(style.space_below_em * em) if piece.is_last_of_paragraph else 0,
    )
    measure = _measure(
        shown, style, font=font, width=width, begins_paragraph=piece.is_first_of_paragraph
    )
    shaped = ShapedText()
    yield from shaped.shape(shown, font)
    return PieceLayout(shown, shaped, measure, box)


def estimate(style: ParagraphStyle, appearance: Appearance, *, width: float) -> tuple[float, float]:
    """Return the pixels a character and a paragraph of this style add to a column's height."""
    em = em_width(appearance.font(style))
    line_height = round(appearance.line_spacing * em)
    space = (style.space_above_em + style.space_below_em) * em
    return line_height * em / max(width, em), line_height / 2 + space


def _measure(
    text: str, style: ParagraphStyle, *, font: QFont, width: float, begins_paragraph: bool
) -> Measure:
    em = em_width(font)
    most_em = int(width / em * _MOST_INDENT_SHARE)
    indent_em = min(style.indent_em, most_em)
    first_indent_em = min(style.first_indent_em, most_em) if begins_paragraph else indent_em
    bullet = _bullet(text) if begins_paragraph and style.bullet_indent_em else ""
    if bullet:
        indent_em = min(style.bullet_indent_em, most_em)
        bullet_em = QFontMetricsF(font).horizontalAdvance(bullet) / em
        first_indent_em = max(0.0, indent_em - bullet_em)
    indent, first_indent = indent_em * em, first_indent_em * em
    page = _PAGE.search(text) if style.has_page_at_right else None
    is_prose = style.alignment in (Alignment.JUSTIFIED, Alignment.RAGGED) and not page
    return Measure(
        em,
        width,
        indent,
        first_indent,
        style.alignment,
        bullet_length=len(bullet),
        tail_length=len(page.group()) if page else 0,
        unbroken=() if is_prose else _in_words(text),
    )


def _in_words(text: str) -> tuple[frozenset[int], ...]:
    return words.offsets_in_words(text), words.offsets_in_parts_of_words(text)


def _bullet(text: str) -> str:
    """Return the bullet before a text with the blanks behind it, empty if there is none."""
    bullet = BULLET.match(text)
    return text[: len(text) - len(text[bullet.end() :].lstrip(" "))] if bullet else ""
