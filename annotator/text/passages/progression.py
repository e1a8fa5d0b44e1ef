"""Progression: the passages that two texts share in the same order, and the way between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush

from annotator.core.span import ReadingSpan

SpanPair = tuple[ReadingSpan, ReadingSpan]


def in_common_order(pairs: Iterable[SpanPair]) -> list[SpanPair]:
    """Return the pairs that stand in the same order in both texts, none overlapping the next.

    Of all such selections it is one that covers the most characters: the heaviest increasing
    subsequence (Jacobson and Vo, 1992), found in n log n steps.
    """
    ordered = sorted(pairs, key=lambda pair: (pair[0].start, pair[0].end))
    best = _BestBefore(sorted({other.end for _, other in ordered}))
    before: list[int | None] = []
    weights: list[int] = []
    waiting: list[tuple[int, int]] = []
    for number, (one, other) in enumerate(ordered):
        while waiting and waiting[0][0] <= one.start:
            _, done = heappop(waiting)
            best.put(ordered[done][1].end, weights[done], done)
        weight, previous = best.up_to(other.start)
        weights.append(weight + len(one))
        before.append(previous)
        heappush(waiting, (one.end, number))
    chain: list[SpanPair] = []
    last = max(range(len(ordered)), key=weights.__getitem__, default=None)
    while last is not None:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


class Progression:
    """Carries a place of one text to the other: exactly where they share a passage, and in even
    steps between two passages. It never goes back when the place goes on.
    """

    def __init__(self, pairs: Iterable[SpanPair], length: int, other_length: int) -> None:
        chain = in_common_order(pairs)
        self.is_empty = not chain
        corners = [(0, 0)]
        for one, other in chain:
            corners += [(one.start, other.start), (one.end, other.end)]
        last, other_last = corners[-1]
        corners.append((max(length, last + 1), max(other_length, other_last)))
        self._ones = [place for place, _ in corners]
        self._others = [place for _, place in corners]

    def carry(self, place: float) -> float:
        """Return the place in the other text; what lies outside the text keeps its distance."""
        if place <= 0:
            return place
        if place >= self._ones[-1]:
            return self._others[-1] + place - self._ones[-1]
        right = bisect_right(self._ones, place)
        start, end = self._ones[right - 1], self._ones[right]
        other_start, other_end = self._others[right - 1], self._others[right]
        return other_start + (place - start) * (other_end - other_start) / (end - start)


class _BestBefore:
    """The greatest weight at or before a place: a Fenwick tree of maxima (Fenwick, 1994)."""

    def __init__(self, places: Sequence[int]) -> None:
        self._places = places
        self._tree: list[tuple[int, int | None]] = [(0, None)] * (len(places) + 1)

    def put(self, place: int, weight: int, number: int) -> None:
        at = bisect_left(self._places, place) + 1
        while at < len(self._tree):
            if weight > self._tree[at][0]:
                self._tree[at] = (weight, number)
            at += at & -at

    def up_to(self, place: int) -> tuple[int, int | None]:
        at = bisect_right(self._places, place)
        best: tuple[int, int | None] = (0, None)
        while at:
            if self._tree[at][0] > best[0]:
                best = self._tree[at]
            at -= at & -at
        return best
