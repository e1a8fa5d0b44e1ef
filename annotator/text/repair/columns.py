"""Columns: how wide a full line is at each place of a text."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import has_prose_mark

_NEAR = 2
_INDENTED = 6
_REACH = 8
_FAR = 30
_COMMON_SHARE = 0.36
_FEW = 3
_NARROWEST_SHARE = 0.6
_SENTENCE_STOPS = "。！？!?…”：；"


class Columns:
    """Tells for each line how wide a full line is there, in half-width units.

    It is told by the lines near by that break off. The second widest of them counts, so that one
    line that juts out does not, and only if half of them are about as wide; otherwise the width
    that is usual in the text. Where the width changes, a line may be full by what stands before it
    or by what follows; but a few short lines in a row do not make a column of their own.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._usual = _usual([line.width for line in lines])
        self._floor = int(self._usual * _NARROWEST_SHARE)
        break_off = [line.text[-1] not in _SENTENCE_STOPS for line in lines]
        broken = [line for line, breaks in zip(lines, break_off, strict=True) if breaks]
        self._broken_before = list(accumulate(break_off, initial=0))
        self._broken = [line.width for line in broken]
        prose = (has_prose_mark(line.text) for line in broken)
        self._prose_before = list(accumulate(prose, initial=0))
        edges = self._broken[: _REACH + _FEW], self._broken[-_REACH - _FEW :]
        self._at_start, self._at_end = (self._common_width(near, near) for near in edges)
        self._found: dict[int, int] = {}

    def width(self, index: int) -> int:
        """Return the width at the line of this index. It is measured when it is asked for."""
        found = self._found.get(index)
        if found is None:
            found = self._found[index] = max(self._measured(index), self._floor)
        return found

    def _measured(self, index: int) -> int:
        before, until = self._broken_before[index : index + 2]
        if before < _FEW:
            return self._at_start
        if before >= len(self._broken) - _FEW:
            return self._at_end
        return min(self._until(until - 1), self._since(before))

    def _until(self, broken: int) -> int:
        """Return the width that lines have up to this one of those that break off."""
        far = self._broken[max(0, broken - _FAR) : broken + 1]
        return self._common_width(self._prose(max(0, broken - _REACH), broken + 1), far)

    def _since(self, broken: int) -> int:
        far = self._broken[broken : broken + _FAR + 1]
        last = min(len(self._broken), broken + _REACH + 1)
        return self._common_width(self._prose(broken, last), far)

    def _prose(self, first: int, last: int) -> list[int]:
        """Return the widths of some lines that break off, none if they are hardly prose."""
        prose = self._prose_before[last] - self._prose_before[first]
        return self._broken[first:last] if prose * 4 >= last - first else []

    def _common_width(self, near: Sequence[int], around: Sequence[int]) -> int:
        """Return the width of full lines: the widest that is common, but for lines that jut."""
        if len(near) < _FEW:
            return self._usual
        ordered = sorted(near)
        widest = ordered[-2]
        alike = bisect_right(ordered, widest + _NEAR) - bisect_left(ordered, widest - _INDENTED)
        if alike * 2 < len(near):
            return max(self._usual, widest)
        ordered = sorted(around)
        last = bisect_right(ordered, widest + _INDENTED)
        top = ordered[last - 2]
        first = bisect_left(ordered, top - _INDENTED)
        counts = Counter(ordered[first : bisect_right(ordered, top)])
        fewest = max(counts.values()) * _COMMON_SHARE
        return max(width for width, count in counts.items() if count >= fewest)


def _usual(widths: Sequence[int]) -> int:
    counts = Counter(widths)
    return max(counts, key=lambda width: counts[width] * width) if counts else 0
