"""Layouts: how the lines of a text came about."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import has_prose_mark
from annotator.text.repair.widths import is_chinese

_NEAR = 2
_INDENTED = 6
_FEWEST_BROKEN = 5
_NARROWEST_COLUMN = 20
LONG_LINE = 120
_FEW = 3
_MANY = 40
_STOPS = "，。；：、！？,.;:!?”’…）"


class Layout(StrEnum):
    """What a line end means.

    COLUMN: lines were filled up to one width. SLIDES: boxes of many widths, often a break by hand.
    FLOW: a line is a paragraph (or a verse) by itself.
    """

    COLUMN = "column"
    SLIDES = "slides"
    FLOW = "flow"


def layout_of(lines: Sequence[Line]) -> Layout:
    """Tell the layout.

    Lines were filled up to a column if those that break off in a sentence, or a third of all, are
    near one width. Lines flow if most are very long, or end with punctuation. Others stand on
    slides.
    """
    if not lines:
        return Layout.FLOW
    broken = [line.width for line in lines if _breaks_off(line)]
    if len(broken) >= _FEWEST_BROKEN and _most_near_one_width(broken) * 4 >= len(broken) * 3:
        return Layout.COLUMN
    letters = sum(line.width for line in lines)
    if sum(line.width for line in lines if line.width >= LONG_LINE) * 2 >= letters:
        return Layout.FLOW
    stopped = sum(line.text[-1] in _STOPS for line in lines)
    if stopped * 3 >= len(lines) * 2:
        return Layout.FLOW
    counts = Counter(line.width for line in lines)
    near = max(
        (
            sum(counts[width + step] for step in range(-_NEAR, _NEAR + 1))
            for width in counts
            if width >= _NARROWEST_COLUMN
        ),
        default=0,
    )
    if near * 3 >= len(lines):
        return Layout.COLUMN
    return Layout.FLOW if _are_never_cut(lines) else Layout.SLIDES


def _breaks_off(line: Line) -> bool:
    """Tell whether the line has punctuation within, but none at its end."""
    return line.text[-1] not in _STOPS and has_prose_mark(line.text)


def _most_near_one_width(widths: Sequence[int]) -> int:
    """Return how many are near one width at most; lines with a lost indent are near it too."""
    counts = Counter(widths)
    return max(
        (
            sum(counts[near] for near in range(width - _INDENTED - width // 25, width + _NEAR + 1))
            for width in counts
            if width >= _NARROWEST_COLUMN
        ),
        default=0,
    )


def _are_never_cut(lines: Sequence[Line]) -> bool:
    """Tell whether many lines end where their authors ended them.

    Of lines that were filled, one in eight ends with a comma, and more than a few that break off
    are nearly as wide as the widest.
    """
    commas = sum(line.text[-1] in "，、" for line in lines)
    chinese = sum(is_chinese(line.text) for line in lines)
    widest = _second_widest([line.width for line in lines])
    full = sum(line.width >= widest - _NEAR and line.text[-1] not in _STOPS for line in lines)
    fill = widest >= _NARROWEST_COLUMN and full >= _FEWEST_BROKEN and full * 20 >= len(lines)
    return len(lines) >= _MANY and chinese * 2 > len(lines) and not commas and not fill


def _second_widest(widths: Sequence[int]) -> int:
    ordered = sorted(widths)
    return ordered[-2] if len(ordered) >= _FEW else ordered[-1]
