"""Alignment: which stretches of two long texts are the same, in the same order.

Sixteen letters that stand once in either text belong together; those of them that keep the order
are anchors. What lies between two anchors is aligned in the same way by shorter stretches, or
letter by letter where it is short enough.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, Postfix, Prefix

Report = Callable[[int, int], None]

# Lengths of the stretches, each a power of two.
_STRETCHES = (16, 8, 4)
# The comparison letter by letter takes a bit of memory for each pair of letters.
_MOST_PAIRS = 25_000_000
_PORTION = 5_000
_MIXER = np.uint64(0x9E3779B97F4A7C15)

_Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, order=True)
class Common:
    """`length` letters from `one` in one text are those from `other` in the other."""

    one: int
    other: int
    length: int


@dataclass(frozen=True, slots=True)
class _Gap:
    """[start, end) of one text and [other_start, other_end) of the other, not yet compared."""

    start: int
    end: int
    other_start: int
    other_end: int
    level: int = 0


def common_stretches(one: str, other: str, report: Report) -> list[Common]:
    """Return what both texts have, in order and without overlaps.

    `report` is called with how many letters of one text are done, of how many. A million letters of
    which one in twenty was changed take about a second.
    """
    waiting = [_Gap(0, len(one), 0, len(other))]
    found: list[Common] = []
    while waiting:
        gap = waiting.pop()
        report(gap.start, len(one))
        gap, ends = _without_ends(one, other, gap)
        found += ends
        if gap.start == gap.end or gap.other_start == gap.other_end:
            continue
        if (gap.end - gap.start) * (gap.other_end - gap.other_start) <= _MOST_PAIRS:
            found += _letter_by_letter(one, other, gap)
        elif gap.level < len(_STRETCHES):
            anchors = _anchors(one, other, gap)
            found += anchors
            waiting += reversed(list(_gaps_between(gap, anchors)))
        else:
            waiting += reversed(list(_portions(gap)))
    report(len(one), len(one))
    return sorted(found)


def _without_ends(one: str, other: str, gap: _Gap) -> tuple[_Gap, list[Common]]:
    """Return what is left between the beginning and the end that both have."""
    here, there = one[gap.start : gap.end], other[gap.other_start : gap.other_end]
    before = Prefix.similarity(here, there)
    after = Postfix.similarity(here[before:], there[before:])
    ends = [
        Common(gap.start, gap.other_start, before),
        Common(gap.end - after, gap.other_end - after, after),
    ]
    left = _Gap(
        gap.start + before,
        gap.end - after,
        gap.other_start + before,
        gap.other_end - after,
        gap.level,
    )
    return left, [end for end in ends if end.length]


def _letter_by_letter(one: str, other: str, gap: _Gap) -> Iterator[Common]:
    here, there = one[gap.start : gap.end], other[gap.other_start : gap.other_end]
    for block in Indel.opcodes(here, there).as_matching_blocks():
        if block.size:
            yield Common(gap.start + block.a, gap.other_start + block.b, block.size)


def _anchors(one: str, other: str, gap: _Gap) -> list[Common]:
    """Return the stretches that stand once in either side of the gap and keep the order."""
    size = _STRETCHES[gap.level]
    places, others = _only_places(
        _hashes(one[gap.start : gap.end], size),
        _hashes(other[gap.other_start : gap.other_end], size),
    )
    if not len(places):
        return []
    goes_on = (np.diff(places) == 1) & (np.diff(others) == 1)
    firsts = np.flatnonzero(np.concatenate([[True], ~goes_on]))
    counts = np.diff(np.concatenate([firsts, [len(places)]]))
    runs = zip(places[firsts].tolist(), others[firsts].tolist(), counts.tolist(), strict=True)
    anchors: list[Common] = []
    for start, other_start, count in _in_order(list(runs)):
        run = Common(gap.start + start, gap.other_start + other_start, count + size - 1)
        last = anchors[-1] if anchors else Common(0, 0, 0)
        covered = max(0, last.one + last.length - run.one, last.other + last.length - run.other)
        run = Common(run.one + covered, run.other + covered, run.length - covered)
        same = one[run.one : run.one + run.length] == other[run.other : run.other + run.length]
        if run.length > 0 and same:
            anchors.append(run)
    return anchors


def _only_places(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> tuple[_Places, _Places]:
    """Return where the hashes stand that occur once in either, in the order of the first."""
    sides = []
    for hashes in (one, other):
        values, places, counts = np.unique(hashes, return_index=True, return_counts=True)
        sides.append((values[counts == 1], places[counts == 1]))
    _, here, there = np.intersect1d(
        sides[0][0], sides[1][0], assume_unique=True, return_indices=True
    )
    places, others = sides[0][1][here], sides[1][1][there]
    order = np.argsort(places)
    return places[order], others[order]


def _hashes(text: str, size: int) -> NDArray[np.uint64]:
    """Return a hash of each stretch of so many letters, put together from its two halves."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    hashes = codes.astype(np.uint64)
    half = 1
    while half < size:
        hashes = hashes[:-half] * _MIXER + hashes[half:]
        hashes ^= hashes >> np.uint64(29)
        half *= 2
    return hashes


def _in_order(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the heaviest of the runs (place, other place, weight) that keep the order of both.

    They come in the order of the first place, and no two of them meet.
    """
    # The best chains by where they end in the other text: a later end is worth it only by weight.
    ends: list[int] = []
    best: list[tuple[int, int]] = []  # weight of the chain, its last run
    before = [-1] * len(runs)
    for number, (_, other, length) in enumerate(runs):
        at = bisect_left(ends, other)
        weight = length
        if at:
            before[number] = best[at - 1][1]
            weight += best[at - 1][0]
        beaten = at
        while beaten < len(ends) and best[beaten][0] <= weight:
            beaten += 1
        ends[at:beaten] = [other]
        best[at:beaten] = [(weight, number)]
    chain = []
    number = best[-1][1] if best else -1
    while number >= 0:
        chain.append(runs[number])
        number = before[number]
    return chain[::-1]


def _gaps_between(gap: _Gap, anchors: list[Common]) -> Iterator[_Gap]:
    start, other_start = gap.start, gap.other_start
    for anchor in anchors:
        yield _Gap(start, anchor.one, other_start, anchor.other, gap.level + 1)
        start, other_start = anchor.one + anchor.length, anchor.other + anchor.length
    yield _Gap(start, gap.end, other_start, gap.other_end, gap.level + 1)


def _portions(gap: _Gap) -> Iterator[_Gap]:
    """Cut a gap in which nothing stands out into pairs that are short enough."""
    length, other_length = gap.end - gap.start, gap.other_end - gap.other_start
    count = -(-max(length, other_length) // _PORTION)
    for number in range(count):
        yield _Gap(
            gap.start + length * number // count,
            gap.start + length * (number + 1) // count,
            gap.other_start + other_length * number // count,
            gap.other_start + other_length * (number + 1) // count,
            gap.level,
        )
