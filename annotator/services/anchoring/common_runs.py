"""Common runs: stretches of letters of an older text that stand in a newer one, for certain.

A seed is a sequence of letters that occurs once in either text, so that it has no twin. Each seed
is extended as far as the texts agree. Where two runs claim the same letters (which of two twins was
deleted?) neither has them; the beginning of a text claims that of the other, and so does its end.
Runs need not be in order: paragraphs move.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Postfix, Prefix

_SEED_LENGTH = 12
# Every fourth letter of the older text begins a seed: a quarter of the memory, hardly fewer runs.
_SEED_STEP = 4
_FIRST_STRIDE = 64

_Range = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class CommonRun:
    """`length` letters from `old` in the older text are those from `new` in the newer one."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        return self.old + self.length

    @property
    def new_end(self) -> int:
        return self.new + self.length

    def part(self, old_start: int, old_end: int) -> "CommonRun":
        """Return what of it stands in these letters of the older text, which it has to meet."""
        start, end = max(old_start, self.old), min(old_end, self.old_end)
        return CommonRun(start, self.new + start - self.old, end - start)


def common_runs(old: str, new: str) -> list[CommonRun]:
    """Return the runs that leave no doubt, in the order of the older text and without overlaps.

    A million letters of which 5 % were changed take about two seconds.
    """
    if old == new:
        return [CommonRun(0, 0, len(old))] if old else []
    runs = list(_extended(_seeds(old, new), old, new))
    return _certain(runs, {*runs, *_at_the_ends(old, new)})


def _at_the_ends(old: str, new: str) -> Iterator[CommonRun]:
    """Yield the letters with which both texts begin, and those with which both end."""
    if (before := _agreeing(old, 0, new, 0)) >= _SEED_LENGTH:
        yield CommonRun(0, 0, before)
    if (after := _agreeing_before(old, len(old), new, len(new))) >= _SEED_LENGTH:
        yield CommonRun(len(old) - after, len(new) - after, after)


def _certain(runs: list[CommonRun], claims: set[CommonRun]) -> list[CommonRun]:
    """Return what of these runs no other of the claims has."""
    old_doubts = _met_twice((run.old, run.old_end) for run in claims)
    new_doubts = _met_twice((run.new, run.new_end) for run in claims)
    certain = []
    for run in runs:
        doubts = [(a - run.old, b - run.old) for a, b in _meeting(old_doubts, run.old, run.old_end)]
        doubts += [
            (a - run.new, b - run.new) for a, b in _meeting(new_doubts, run.new, run.new_end)
        ]
        certain += [
            CommonRun(run.old + start, run.new + start, end - start)
            for start, end in _outside(doubts, run.length)
        ]
    return sorted(certain)


def _seeds(old: str, new: str) -> list[_Range]:
    """Return where letters stand that occur once in either text, in the older text's order."""
    places: dict[str, int] = {}
    for at in range(0, len(old) - _SEED_LENGTH + 1, _SEED_STEP):
        places.setdefault(old[at : at + _SEED_LENGTH], at)
    repeated = {
        letters
        for at in range(len(old) - _SEED_LENGTH + 1)
        if (letters := old[at : at + _SEED_LENGTH]) in places and places[letters] != at
    }
    for letters in repeated:
        del places[letters]
    hits = [
        (places[letters], at)
        for at in range(len(new) - _SEED_LENGTH + 1)
        if (letters := new[at : at + _SEED_LENGTH]) in places
    ]
    times = Counter(place for place, _ in hits)
    return sorted(hit for hit in hits if times[hit[0]] == 1)


def _extended(seeds: Iterable[_Range], old: str, new: str) -> Iterator[CommonRun]:
    """Yield each run once, however many seeds it holds."""
    reach: dict[int, int] = {}
    for place, at in seeds:
        if place < reach.get(at - place, 0):
            continue
        after = _agreeing(old, place, new, at)
        before = _agreeing_before(old, place, new, at)
        reach[at - place] = place + after
        yield CommonRun(place - before, at - before, before + after)


def _agreeing(old: str, place: int, new: str, at: int) -> int:
    """Return how many letters from here on are the same in both texts."""
    length, stride = 0, _FIRST_STRIDE
    while True:
        start, end = length, length + stride
        length += Prefix.similarity(old[place + start : place + end], new[at + start : at + end])
        if length < end:
            return length
        stride *= 2


def _agreeing_before(old: str, place: int, new: str, at: int) -> int:
    """Return how many letters up to here are the same in both texts."""
    room, length, stride = min(place, at), 0, _FIRST_STRIDE
    while length < room:
        step = min(stride, room - length)
        old_end, new_end = place - length, at - length
        same = Postfix.similarity(old[old_end - step : old_end], new[new_end - step : new_end])
        length += same
        if same < step:
            break
        stride *= 2
    return length


def _met_twice(ranges: Iterable[_Range]) -> list[_Range]:
    """Return what more than one of these ranges covers, in order and without overlaps."""
    twice: list[_Range] = []
    reach = 0
    for start, end in sorted(ranges):
        common_end = min(end, reach)
        if twice and start <= twice[-1][1] and start < common_end:
            twice[-1] = (twice[-1][0], max(twice[-1][1], common_end))
        elif start < common_end:
            twice.append((start, common_end))
        reach = max(reach, end)
    return twice


def _meeting(ranges: list[_Range], start: int, end: int) -> list[_Range]:
    """Return those of these ordered ranges that have something in [start, end)."""
    first = bisect_right(ranges, start, key=lambda one: one[1])
    last = bisect_right(ranges, end - 1, key=lambda one: one[0])
    return ranges[first:last]


def _outside(ranges: list[_Range], length: int) -> Iterator[_Range]:
    """Yield what of [0, length) none of these ranges covers."""
    position = 0
    for start, end in sorted(ranges):
        if start > position:
            yield position, start
        position = max(position, end)
    if position < length:
        yield position, length
