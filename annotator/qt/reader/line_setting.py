"""Sets the characters of one piece into justified lines. Plain numbers in, plain numbers out."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import accumulate, pairwise
from operator import add, sub

from annotator.qt.reader.line_breaking import (
    CLOSING,
    PAUSES,
    STOPS,
    is_wide,
    kerning,
    may_break,
    overhang,
    stretching,
)

_WIDEST_STRETCH_EM = 0.25
_MOST_BALANCED_LINES = 4
_MOST_SPARED_SHARE = 0.08
_MAY_FOLLOW_ONE = CLOSING + STOPS + PAUSES + " "
# By how many characters a break in a heading moves to the end of a phrase.
_FARTHEST = 3
_SUFFIXES = frozenset("的了们")
_PHRASE_ENDS = frozenset("的 —" + CLOSING + STOPS + PAUSES)
_ROUNDING_PX = 0.01


class Alignment(Enum):
    """Only justified lines are filled; ragged ones are broken alike, and end where they end.

    All others are made about equally long.
    """

    JUSTIFIED = "justified"
    RAGGED = "ragged"
    LEFT = "left"
    CENTRED = "centred"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Measure:
    """The width a piece is set to, in pixels; `first_indent` is that of its first line.

    The first `bullet_length` characters stand before the text and are not spread; the last
    `tail_length` stand at the right end of their line. A line ends at an offset of `unbroken` only
    if it can end nowhere else; of its sets the first gives way first.
    """

    em: float
    width: float
    indent: float = 0.0
    first_indent: float = 0.0
    alignment: Alignment = Alignment.JUSTIFIED
    bullet_length: int = 0
    tail_length: int = 0
    unbroken: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True, slots=True)
class SetLine:
    """The characters [start, end) of a piece, with the carets around each of them."""

    start: int
    end: int
    xs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A piece in one endless line: its carets, and where justified lines may be spread."""

    text: str
    xs: list[float]
    stretching: list[bool]


def set_lines(text: str, natural_xs: Sequence[float], measure: Measure) -> list[SetLine]:
    """Break a piece into lines; an empty one has one empty line.

    `natural_xs` are the carets around its characters where it stands in one endless line.
    """
    xs = _kerned(text, natural_xs, measure.em)
    breaks = _broken(text, xs, measure)
    if measure.alignment in (Alignment.JUSTIFIED, Alignment.RAGGED):
        breaks = _without_lone_character(text, xs, measure, breaks)
    else:
        breaks = _balanced(text, xs, measure, breaks)
    row = _Row(text, xs, stretching(text))
    return [_set_line(row, measure, start=start, end=end) for start, end in pairwise(breaks)]


def _kerned(text: str, natural_xs: Sequence[float], em: float) -> list[float]:
    advances = list(map(sub, natural_xs[1:], natural_xs))
    for offset, change in kerning(text, em).items():
        if change > 0 or advances[offset] > 0.9 * em:
            advances[offset] += change
    return list(accumulate(advances, initial=0.0))


def _broken(text: str, xs: list[float], measure: Measure) -> list[int]:
    """Return the start of each line, and the end of the last."""
    breaks = [0]
    while breaks[-1] < len(text) or len(breaks) == 1:
        start = breaks[-1]
        limit = xs[start] + measure.width - _indent(measure, start) + _ROUNDING_PX
        breaks.append(_line_end(text, xs, start, limit=limit, measure=measure))
    return breaks


def _without_lone_character(
    text: str, xs: list[float], measure: Measure, breaks: list[int]
) -> list[int]:
    """Give a last line of a single character, or a tail alone, another one from the line before.

    Not for a character, if the line before would show it.
    """
    *before, start, end = breaks
    ink = text[start : end - measure.tail_length].rstrip(_MAY_FOLLOW_ONE)
    is_tail = end - start <= measure.tail_length
    if not before or not (is_tail or (len(ink) == 1 and is_wide(ink))):
        return breaks
    earlier = start - 1
    while earlier > before[-1] and (_is_in_word(earlier, measure) or not may_break(text, earlier)):
        earlier -= 1
    spared = (xs[start] - xs[earlier]) / measure.em
    is_spared = measure.tail_length > 0 or spared <= _MOST_SPARED_SHARE * (start - before[-1])
    if not is_spared or earlier <= before[-1]:
        return breaks
    moved = [*before, earlier, end]
    return _without_lone_character(text, xs, measure, moved) if is_tail else moved


def _balanced(text: str, xs: list[float], measure: Measure, breaks: list[int]) -> list[int]:
    """Break a heading anew about as narrowly as its number of lines allows, between phrases."""
    line_count = len(breaks) - 1
    if not 1 < line_count <= _MOST_BALANCED_LINES:
        return breaks
    width = xs[-1] / line_count + measure.indent
    while width < measure.width:
        narrower = _broken(text, xs, replace(measure, width=width))
        if len(narrower) == len(breaks):
            return _between_phrases(text, xs, measure, narrower)
        width += measure.em / 2
    return breaks


def _between_phrases(text: str, xs: list[float], measure: Measure, breaks: list[int]) -> list[int]:
    """Move each break by a few characters to where it tears less, if the lines still fit."""
    room = measure.width - measure.indent
    moved = list(breaks)
    for line, end in enumerate(breaks[1:-1], 1):
        start, next_end = moved[line - 1], moved[line + 1]
        choices = [
            offset
            for offset in range(max(start + 1, end - _FARTHEST), min(next_end, end + _FARTHEST + 1))
            if may_break(text, offset)
            and xs[offset] - xs[start] <= room
            and xs[next_end] - xs[offset] <= room
        ]
        moved[line] = min([end, *choices], key=lambda at: (_tear(text, at, measure), abs(at - end)))
    return moved


def _tear(text: str, offset: int, measure: Measure) -> int:
    """Return how badly a break before this character tears what belongs together."""
    if _is_in_word(offset, measure):
        return 3
    return 2 if text[offset] in _SUFFIXES else text[offset - 1] not in _PHRASE_ENDS


def _is_in_word(offset: int, measure: Measure) -> bool:
    return any(offset in unbroken for unbroken in measure.unbroken)


def _line_end(text: str, xs: list[float], start: int, *, limit: float, measure: Measure) -> int:
    fitting = max(start + 1, bisect_right(xs, limit) - 1)
    while (
        fitting < len(text) and xs[fitting + 1] - _overhang(text, xs, fitting, measure.em) <= limit
    ):
        fitting += 1
    last = fitting
    while last < len(text) and text[last] == " ":
        last += 1
    for unbroken in (*measure.unbroken, frozenset[int]()):
        end = last
        while start < end < len(text) and (end in unbroken or not may_break(text, end)):
            end -= 1
        if end > start:
            return min(end, len(text))
    return min(fitting, len(text))


def _overhang(text: str, xs: list[float], offset: int, em: float) -> float:
    return overhang(text[offset], xs[offset + 1] - xs[offset], em)


def _indent(measure: Measure, start: int) -> float:
    return measure.indent if start else measure.first_indent


def _set_line(row: _Row, measure: Measure, *, start: int, end: int) -> SetLine:
    text, xs = row.text, row.xs
    ink_end = start + len(text[start:end].rstrip(" "))
    left = _indent(measure, start)
    room = measure.width - left - (xs[ink_end] - xs[start])
    if room < 0 and ink_end > start:
        room += _overhang(text, xs, ink_end - 1, measure.em)
    gaps: list[float] = []
    if measure.alignment is Alignment.CENTRED:
        left += max(0.0, room / 2)
    elif measure.alignment is Alignment.RIGHT:
        left += max(0.0, room)
    elif measure.alignment is Alignment.JUSTIFIED and end < len(text):
        fixed = measure.bullet_length if start == 0 else 0
        spread = [False] * fixed + row.stretching[start + fixed : ink_end - 1]
        gaps = _gaps(spread, room, widest=_WIDEST_STRETCH_EM * measure.em)
    elif measure.tail_length and end == len(text) and room > 0:
        if before_tail := max(0, ink_end - start - measure.tail_length):
            gaps = [0.0] * (before_tail - 1) + [room]
        else:
            left += room
    shifts = list(accumulate(gaps, initial=left - xs[start]))
    shifts += [shifts[-1]] * (end - start + 1 - len(shifts))
    return SetLine(start, end, tuple(map(add, xs[start : end + 1], shifts)))


def _gaps(spread: list[bool], room: float, *, widest: float) -> list[float]:
    """Return what to add after each character to fill the room; nothing if it is too much."""
    count = sum(spread)
    if room <= 0 or not count or room / count > widest:
        return []
    share = room / count
    return [share if is_spread else 0.0 for is_spread in spread]
