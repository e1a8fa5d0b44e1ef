"""Text map: where the letters of an older text stand in a newer one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from rapidfuzz.distance import Indel

from annotator.services.anchoring.common_runs import CommonRun, common_text

# Letters between two certain runs are compared one by one, unless there are very many.
_LONGEST_GAP = 3000
# Fewer letters than these recur by chance: 的, 发展.
_SHORTEST_RUN = 3
_TELLING_LENGTH = 8
_CONTEXT_LENGTH = 12
# So many letters on each side, and the share of them that has to be there still.
_LEAST_AROUND = {_CONTEXT_LENGTH: 0.75, 120: 0.6, 600: 0.5}


class TextMap:
    """What became of passages. Positions count letters, as `Letters` has them."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        common = common_text(old, new)
        self._copied = common.copied
        self._certain = set(common.runs)
        text_start, text_end = CommonRun(0, 0, 0), CommonRun(len(old), len(new), 0)
        self._certain_runs = [text_start, *common.runs, text_end]
        self._runs = sorted([*common.runs, *_runs_between(common.runs, old, new)])
        self._run_ends = [run.old_end for run in self._runs]

    def place_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a passage stands in the newer text, None unless that is beyond doubt.

        At least half of its letters have to be there, in order and close together. Then either
        hardly anything was changed up to certain runs on both sides, or they are not there more
        often than before, and some of them occur only once in both texts, or most of what stands
        on both sides still does.
        """
        kept = self._kept(start, end)
        if 2 * _count(kept) < end - start or not _is_in_order(kept):
            return None
        place = self._with_changed_ends(start, end, kept)
        if place[1] - place[0] > 2 * (end - start) + _CONTEXT_LENGTH:
            return None
        if self._is_enclosed(kept, start, end):
            return place
        if any(self._has_been_copied(run) for run in kept):
            return None
        if self._is_telling(kept) and not self._was_copied(start, end):
            return place
        return place if self._has_neighbours(start, end, place) else None

    def _kept(self, start: int, end: int) -> list[CommonRun]:
        """Return the runs of these letters, cut to them."""
        first = bisect_right(self._run_ends, start)
        last = bisect_left(self._runs, end, key=lambda run: run.old)
        return [run.part(start, end) for run in self._runs[first:last]]

    def _run_of(self, part: CommonRun) -> CommonRun:
        return self._runs[bisect_right(self._run_ends, part.old)]

    def _with_changed_ends(self, start: int, end: int, kept: list[CommonRun]) -> tuple[int, int]:
        """Take in letters that replace the first or last ones, as far as the neighbours tell."""
        first, last = kept[0], kept[-1]
        new_start, new_end = first.new, last.new_end
        before = self._kept(start - 1, start) if start else [CommonRun(-1, -1, 1)]
        if before and 0 < new_start - before[0].new_end <= 2 * (first.old - start):
            new_start = before[0].new_end
        at_end = CommonRun(len(self._old), len(self._new), 1)
        after = self._kept(end, end + 1) if end < len(self._old) else [at_end]
        if after and 0 < after[0].new - new_end <= 2 * (end - last.old_end):
            new_end = after[0].new
        return new_start, new_end

    def _is_telling(self, kept: list[CommonRun]) -> bool:
        """Whether one of these runs can be taken for no other place in either text."""
        return any(
            (run.length >= _TELLING_LENGTH or self._run_of(run) in self._certain)
            and _occurs_once(self._old[run.old : run.old_end], self._old)
            and _occurs_once(self._old[run.old : run.old_end], self._new)
            for run in kept
        )

    def _has_been_copied(self, kept: CommonRun) -> bool:
        """Whether these letters, with some on either side, stand more often in the newer text."""
        with_neighbours = self._run_of(kept).part(
            kept.old - _TELLING_LENGTH, kept.old_end + _TELLING_LENGTH
        )
        letters = self._old[with_neighbours.old : with_neighbours.old_end]
        return self._new.count(letters) > self._old.count(letters)

    def _was_copied(self, start: int, end: int) -> bool:
        """Whether something in or beside the passage stands twice in the newer text."""
        first = bisect_left(self._copied, start - 2 * _CONTEXT_LENGTH)
        return first < bisect_left(self._copied, end + _CONTEXT_LENGTH)

    def _is_enclosed(self, kept: list[CommonRun], start: int, end: int) -> bool:
        """Whether too little was changed up to certain runs on both sides for a twin to slip in."""
        first, last = max(0, start - _CONTEXT_LENGTH), min(len(self._old), end + _CONTEXT_LENGTH)
        before = self._certain_runs[bisect_right(self._certain_runs, first, key=_old_start) - 1]
        after = self._certain_runs[bisect_left(self._certain_runs, last, key=_old_end)]
        most = min(end - start, _CONTEXT_LENGTH)
        return before == after or (
            self._changed_between(before, kept[0]) < most
            and self._changed_between(kept[-1], after) < most
        )

    def _changed_between(self, run: CommonRun, after: CommonRun) -> float:
        """Return how many letters were lost or added between two runs, if they are in order."""
        if after.old < run.old_end and after.new - after.old == run.new - run.old:
            return 0  # one is a part of the other
        between = self._kept(run.old_end, after.old)
        if not _is_in_order([run, *between, after]):
            return inf
        return max(after.old - run.old_end, after.new - run.new_end) - _count(between)

    def _has_neighbours(self, start: int, end: int, place: tuple[int, int]) -> bool:
        """Whether most of what stands on each side still does, near by and further away."""
        return all(
            self._kept_before(start, place[0], width) >= least
            and self._kept_after(end, place[1], width) >= least
            for width, least in _LEAST_AROUND.items()
        )

    def _kept_before(self, start: int, new_start: int, width: int) -> float:
        """Return the share of the letters before a passage that are still before it."""
        first = max(0, start - width)
        if first == start:
            return float(new_start == 0)
        kept = [run for run in self._kept(first, start) if 0 <= new_start - run.new_end < width]
        return _count(kept) / (start - first)

    def _kept_after(self, end: int, new_end: int, width: int) -> float:
        """Return the share of the letters after a passage that are still after it."""
        last = min(len(self._old), end + width)
        if last == end:
            return float(new_end == len(self._new))
        kept = [run for run in self._kept(end, last) if 0 <= run.new - new_end < width]
        return _count(kept) / (last - end)


def _runs_between(certain: list[CommonRun], old: str, new: str) -> Iterator[CommonRun]:
    """Yield what else agrees between runs that follow each other in both texts."""
    taken = sorted(certain, key=lambda run: run.new)
    follower = dict(pairwise(taken))
    start, end = CommonRun(0, 0, 0), CommonRun(len(old), len(new), 0)
    follower[start] = taken[0] if taken else end
    if taken:
        follower[taken[-1]] = end
    for before, after in zip([start, *certain], [*certain, end], strict=True):
        old_gap, new_gap = old[before.old_end : after.old], new[before.new_end : after.new]
        if follower[before] != after or min(len(old_gap), len(new_gap)) < _SHORTEST_RUN:
            continue
        if max(len(old_gap), len(new_gap)) <= _LONGEST_GAP:
            for run in _agreements(old_gap, new_gap):
                yield CommonRun(before.old_end + run.old, before.new_end + run.new, run.length)


def _agreements(old: str, new: str) -> Iterator[CommonRun]:
    """Yield runs that both ways of comparing find: from the beginning, and from the end."""
    forwards = set(_pairs(old, new))
    last_old, last_new = len(old) - 1, len(new) - 1
    backwards = {(last_old - i, last_new - j) for i, j in _pairs(old[::-1], new[::-1])}
    run: CommonRun | None = None
    for i, j in sorted(forwards & backwards):
        if run and (i, j) == (run.old_end, run.new_end):
            run = CommonRun(run.old, run.new, run.length + 1)
            continue
        if run and run.length >= _SHORTEST_RUN:
            yield run
        run = CommonRun(i, j, 1)
    if run and run.length >= _SHORTEST_RUN:
        yield run


def _pairs(old: str, new: str) -> Iterator[tuple[int, int]]:
    for block in Indel.opcodes(old, new).as_matching_blocks():
        yield from zip(
            range(block.a, block.a + block.size),
            range(block.b, block.b + block.size),
            strict=True,
        )


def _old_start(run: CommonRun) -> int:
    return run.old


def _old_end(run: CommonRun) -> int:
    return run.old_end


def _count(runs: list[CommonRun]) -> int:
    return sum(run.length for run in runs)


def _is_in_order(runs: list[CommonRun]) -> bool:
    return all(run.new_end <= after.new for run, after in pairwise(runs))


def _occurs_once(letters: str, text: str) -> bool:
    place = text.find(letters)
    return place >= 0 and text.find(letters, place + 1) < 0
