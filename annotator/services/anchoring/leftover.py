"""Leftover: what stands in a newer text where nothing of the older one was found.

There may be the other half of a passage that was torn apart, or a copy of it. A few letters in a
row show it, also where the rest of them was changed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from annotator.services.anchoring.common_runs import CommonRun

_PIECE_LENGTH = 6
# One letter beside a run shows nothing: often it ends a sentence, and two runs claim it.
_MOST_FOUND = _PIECE_LENGTH - 2


class Leftover:
    """The pieces of the newer text that do not lie within one of these runs."""

    def __init__(self, runs: Iterable[CommonRun], new: str) -> None:
        self._new = new
        self._stretches: list[tuple[int, int]] = []
        end = 0
        for run in [*sorted(runs, key=_new_start), CommonRun(0, len(new), 0)]:
            self._stretches.append((max(0, end - _MOST_FOUND), run.new + _MOST_FOUND))
            end = run.new_end
        self._pieces = {
            piece for start, end in self._stretches for piece in _pieces(new[start:end])
        }

    def has_some_of(self, letters: str) -> bool:
        """Whether a piece of these letters stands there."""
        return any(piece in self._pieces for piece in _pieces(letters))

    def has_some_within(self, letters: str, start: int, end: int) -> bool:
        """Whether a piece of these letters stands there, between two places of the newer text."""
        if not self.has_some_of(letters):
            return False
        wanted = set(_pieces(letters))
        first = bisect_left(self._stretches, start, key=lambda stretch: stretch[1])
        last = bisect_left(self._stretches, end, key=lambda stretch: stretch[0])
        return any(
            piece in wanted
            for stretch_start, stretch_end in self._stretches[first:last]
            for piece in _pieces(self._new[max(start, stretch_start) : min(end, stretch_end)])
        )


def _pieces(letters: str) -> Iterator[str]:
    """Yield every sequence of a few letters that lie side by side."""
    for at in range(len(letters) - _PIECE_LENGTH + 1):
        yield letters[at : at + _PIECE_LENGTH]


def _new_start(run: CommonRun) -> int:
    return run.new
