"""Text map: where the letters of an older text stand in a newer one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from rapidfuzz.distance import Indel, LCSseq

from annotator.services.anchoring.common_runs import CommonRun, common_runs
from annotator.services.anchoring.leftover import Leftover

# Letters between two certain runs are compared one by one, unless there are very many.
_LONGEST_GAP = 3000
# Fewer letters than these recur by chance: 的, 发展.
_SHORTEST_RUN = 3
_TELLING_LENGTH = 8
_CONTEXT_LENGTH = 12
# What else could be the passage shows within so many letters of it, if it is not far away.
_WIDER_CONTEXT_LENGTH = 20
_RECURRING_MARGIN = 9
_NEAR_BY = 80
# More are not compared one by one: dots of a contents page, and the like.
_MOST_RIVALS = 500
_SENTENCE_ENDS = "。！？.!?"
_FAR_CONTEXT_LENGTH = 120
# Of so many letters on each side, the share that has to be there still.
_LEAST_KEPT = {_CONTEXT_LENGTH: 0.75, _FAR_CONTEXT_LENGTH: 0.6}


class TextMap:
    """What became of passages. Positions count letters, as `Letters` has them."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        certain = common_runs(old, new)
        self._certain = set(certain)
        text_start = CommonRun(-_CONTEXT_LENGTH, -_CONTEXT_LENGTH, _CONTEXT_LENGTH)
        text_end = CommonRun(len(old), len(new), _CONTEXT_LENGTH)
        self._certain_runs = [text_start, *certain, text_end]
        self._runs = sorted([*certain, *_runs_between(certain, old, new)])
        self._run_ends = [run.old_end for run in self._runs]
        self._leftover = Leftover(self._runs, new)

    def place_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a passage stands in the newer text, None unless that is beyond doubt.

        At least half of its letters have to be there, in order and close together. Something has
        to hold them there: certain runs close by on both sides, or most of the letters beside them,
        or a sentence that stands whole. And nothing else may be the passage: no letters of it and
        of what is beside it stand where nothing of the older text does. Where some do, but not near
        by and not reading as much like the passage, three quarters of it have to be there still,
        and most of what stands around: nobody copies that much.
        """
        place = self._likely_place(start, end)
        if place is None:
            return None
        kept = self._kept(start, end)
        is_enclosed = self._is_enclosed(kept, start, end)
        is_held = is_enclosed or self._has_neighbours(start, end, place, _CONTEXT_LENGTH)
        if not self._leftover.has_some_of(_around(self._old, start, end)) and (
            is_enclosed
            or (self._is_telling(kept) and (is_held or self._has_whole_sentence(start, end, place)))
        ):
            return place
        if not is_held or 4 * _count(kept) < 3 * (end - start):
            return None
        if any(self._may_be_copied(run) for run in kept) or self._has_rival(start, end, place):
            return None
        return place if self._has_neighbours(start, end, place, _FAR_CONTEXT_LENGTH) else None

    def _likely_place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where half of the letters are, or None; there may be other such places."""
        kept = self._kept(start, end)
        if not self._certain or 2 * _count(kept) < end - start or not _is_in_order(kept):
            return None
        place = self._with_changed_ends(start, end, kept)
        is_close_together = place[1] - place[0] <= 2 * (end - start) + _CONTEXT_LENGTH
        return place if is_close_together else None

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
        """Whether one of these runs can be taken for no other place of the older text."""
        return any(
            (run.length >= _TELLING_LENGTH or self._run_of(run) in self._certain)
            and _occurs_once(self._old[run.old : run.old_end], self._old)
            for run in kept
        )

    def _has_whole_sentence(self, start: int, end: int, place: tuple[int, int]) -> bool:
        """Whether the sentence reads the same, or as much of it as tells one from another."""
        return _sentence(self._old, start, end) == _sentence(self._new, *place)

    def _may_be_copied(self, kept: CommonRun) -> bool:
        """Whether some of these letters stand near by where nothing of the older text does."""
        run = self._run_of(kept)
        close = run.part(kept.old - _RECURRING_MARGIN, kept.old_end + _RECURRING_MARGIN)
        letters = self._old[close.old : close.old_end]
        return self._leftover.has_some_within(
            letters, close.new - _NEAR_BY, close.new_end + _NEAR_BY
        )

    def _has_rival(self, start: int, end: int, place: tuple[int, int]) -> bool:
        """Whether something that no run accounts for reads as much like the passage as this place.

        What stands beside the passage counts as much as the passage itself.
        """
        wanted = _around(self._old, start, end)
        likeness = LCSseq.similarity(wanted, _around(self._new, *place))
        starts = self._leftover.starts_of(wanted)
        return len(starts) > _MOST_RIVALS or any(
            LCSseq.similarity(wanted, self._new[max(0, begin) : begin + len(wanted)]) >= likeness
            for begin in starts
        )

    def _is_enclosed(self, kept: list[CommonRun], start: int, end: int) -> bool:
        """Whether too little was changed up to certain runs on both sides for a twin to slip in."""
        first, last = start - _CONTEXT_LENGTH, end + _CONTEXT_LENGTH
        before = self._certain_runs[bisect_right(self._certain_runs, first, key=_old_start) - 1]
        after = self._certain_runs[bisect_left(self._certain_runs, last, key=_old_end)]
        most = min(_count(kept), _CONTEXT_LENGTH)
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

    def _has_neighbours(self, start: int, end: int, place: tuple[int, int], width: int) -> bool:
        """Whether enough of the letters on each side, so many, are still there."""
        least = _LEAST_KEPT[width]
        return (
            self._kept_before(start, place[0], width) >= least
            and self._kept_after(end, place[1], width) >= least
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


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _WIDER_CONTEXT_LENGTH) : end + _WIDER_CONTEXT_LENGTH]


def _sentence(text: str, start: int, end: int) -> str:
    """Return a passage and its sentence, though no more than some letters on either side."""
    before = text[max(0, start - _WIDER_CONTEXT_LENGTH) : start]
    sentence_start = max(before.rfind(mark) for mark in _SENTENCE_ENDS) + 1
    after = text[end - 1 : end + _WIDER_CONTEXT_LENGTH]
    marks = [found for mark in _SENTENCE_ENDS if (found := after.find(mark)) >= 0]
    return (
        before[sentence_start:]
        + text[start : end - 1]
        + after[: min(marks, default=len(after)) + 1]
    )


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
    backwards: dict[int, list[CommonRun]] = {}
    for block in Indel.opcodes(old[::-1], new[::-1]).as_matching_blocks():
        run = CommonRun(
            len(old) - block.a - block.size, len(new) - block.b - block.size, block.size
        )
        backwards.setdefault(run.new - run.old, []).append(run)
    for block in Indel.opcodes(old, new).as_matching_blocks():
        for run in backwards.get(block.b - block.a, ()):
            start, end = max(block.a, run.old), min(block.a + block.size, run.old_end)
            if end - start >= _SHORTEST_RUN:
                yield run.part(start, end)


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
