"""How the lines of a text came about, and how wide a full line is at each place."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from annotator.text.repair.characters import is_chinese
from annotator.text.repair.lines import Line

_NEAR = 2
_NARROWEST_COLUMN = 20
LONG_LINE = 120
_REACH = 8
_FEW = 3
_NARROWEST_SHARE = 0.6
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

    Lines flow if most are very long, or end with punctuation. They were filled up to a column if a
    third of them are near one width. Others stand on slides.
    """
    if not lines:
        return Layout.FLOW
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


def _are_never_cut(lines: Sequence[Line]) -> bool:
    """Tell whether none of many lines ends with a comma, as one in eight does that was filled."""
    commas = sum(line.text[-1] in "，、" for line in lines)
    chinese = sum(is_chinese(line.text) for line in lines)
    return len(lines) >= _MANY and chinese * 2 > len(lines) and not commas


def column_widths(lines: Sequence[Line]) -> list[int]:
    """Return for each line how wide a full line is there.

    The second widest of the lines near by counts, so that one line that juts out does not. Where
    the width changes, a line may be full by what stands before it or by what follows; but a few
    short lines in a row do not make a column of their own.
    """
    widths = [line.width for line in lines]
    floor = _usual(widths) * _NARROWEST_SHARE
    columns = []
    for i in range(len(widths)):
        before = _second_widest(widths[max(0, i - _REACH) : i + 1])
        after = _second_widest(widths[i : i + _REACH + 1])
        if i < _FEW:
            before = after
        elif i >= len(widths) - _FEW:
            after = before
        columns.append(max(min(before, after), int(floor)))
    return columns


def _usual(widths: Sequence[int]) -> int:
    counts = Counter(widths)
    return max(counts, key=lambda width: counts[width] * width) if counts else 0


def _second_widest(widths: Sequence[int]) -> int:
    ordered = sorted(widths)
    return ordered[-2] if len(ordered) >= _FEW else ordered[-1]
