"""How the lines of a text came about, and how wide a full line is at each place."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate

from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import has_prose_mark
from annotator.text.repair.widths import is_chinese

_NEAR = 2
_INDENTED = 6
_FEWEST_BROKEN = 5
_NARROWEST_COLUMN = 20
LONG_LINE = 120
_REACH = 8
_FAR = 30
_COMMON_SHARE = 0.36
_FEW = 3
_NARROWEST_SHARE = 0.6
_MANY = 40
_SENTENCE_STOPS = "。！？!?…”：；"
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


def column_widths(lines: Sequence[Line]) -> list[int]:
    """Return for each line how wide a full line is there.

    It is told by the lines near by that break off. The second widest of them counts, so that one
    line that juts out does not, and only if half of them are about as wide; otherwise the width
    that is usual in the text. Where the width changes, a line may be full by what stands before it
    or by what follows; but a few short lines in a row do not make a column of their own.
    """
    usual = _usual([line.width for line in lines])
    floor = int(usual * _NARROWEST_SHARE)
    broken = [line for line in lines if line.text[-1] not in _SENTENCE_STOPS]
    widths = [line.width for line in broken]
    prose = list(accumulate((has_prose_mark(line.text) for line in broken), initial=0))
    befores: list[int] = []
    afters: list[int] = []
    for i in range(len(widths)):
        for found, first, last, far in (
            (befores, max(0, i - _REACH), i + 1, slice(max(0, i - _FAR), i + 1)),
            (afters, i, min(len(widths), i + _REACH + 1), slice(i, i + _FAR + 1)),
        ):
            is_prose = (prose[last] - prose[first]) * 4 >= last - first
            near = widths[first:last] if is_prose else []
            found.append(_common_width(near, widths[far], usual))
    edges = widths[: _REACH + _FEW], widths[-_REACH - _FEW :]
    start, end = (_common_width(near, near, usual) for near in edges)
    columns, seen = [], 0
    for line in lines:
        breaks_off = line.text[-1] not in _SENTENCE_STOPS
        before = befores[seen - (not breaks_off)] if seen + breaks_off else usual
        after = afters[seen] if seen < len(afters) else usual
        if seen < _FEW:
            before = after = start
        elif seen >= len(widths) - _FEW:
            before = after = end
        columns.append(max(min(before, after), floor))
        seen += breaks_off
    return columns


def _usual(widths: Sequence[int]) -> int:
    counts = Counter(widths)
    return max(counts, key=lambda width: counts[width] * width) if counts else 0


def _common_width(near: Sequence[int], around: Sequence[int], usual: int) -> int:
    """Return the width that full lines have: the widest that is common, but for lines that jut."""
    if len(near) < _FEW:
        return usual
    ordered = sorted(near)
    widest = ordered[-2]
    alike = bisect_right(ordered, widest + _NEAR) - bisect_left(ordered, widest - _INDENTED)
    if alike * 2 < len(near):
        return max(usual, widest)
    ordered = sorted(around)
    last = bisect_right(ordered, widest + _INDENTED)
    top = ordered[last - 2]
    counts = Counter(ordered[bisect_left(ordered, top - _INDENTED) : bisect_right(ordered, top)])
    fewest = max(counts.values()) * _COMMON_SHARE
    return max(width for width, count in counts.items() if count >= fewest)


def _second_widest(widths: Sequence[int]) -> int:
    ordered = sorted(widths)
    return ordered[-2] if len(ordered) >= _FEW else ordered[-1]
