"""Leftover: what stands in a newer text where nothing of the older one was found.

There may be the other half of a passage that was torn apart, or a copy of it. A few letters in a
row show it, also where the rest of them was changed.
"""

from collections.abc import Iterable, Iterator

from annotator.services.anchoring.common_runs import CommonRun

_PIECE_LENGTH = 6
# One letter beside a run shows nothing: often it ends a sentence, and two runs claim it.
_MOST_FOUND = _PIECE_LENGTH - 2


class Leftover:
    """The pieces of the newer text that do not lie within one of these runs."""

    def __init__(self, runs: Iterable[CommonRun], new: str) -> None:
        self._places: dict[str, list[int]] = {}
        end = 0
        for run in [*sorted(runs, key=_new_start), CommonRun(0, len(new), 0)]:
            first = max(0, end - _MOST_FOUND)
            for at, piece in enumerate(_pieces(new[first : run.new + _MOST_FOUND]), first):
                self._places.setdefault(piece, []).append(at)
            end = run.new_end

    def has_some_of(self, letters: str) -> bool:
        """Whether a piece of these letters stands there."""
        return any(piece in self._places for piece in _pieces(letters))

    def has_some_within(self, letters: str, start: int, end: int) -> bool:
        """Whether a piece of these letters stands there, between two places of the newer text."""
        return any(
            start <= place and place + _PIECE_LENGTH <= end
            for piece in _pieces(letters)
            for place in self._places.get(piece, ())
        )

    def starts_of(self, letters: str) -> set[int]:
        """Return where these letters would begin, by each piece of them that stands there."""
        return {
            place - at
            for at, piece in enumerate(_pieces(letters))
            for place in self._places.get(piece, ())
        }


def _pieces(letters: str) -> Iterator[str]:
    """Yield every sequence of a few letters that lie side by side."""
    for at in range(len(letters) - _PIECE_LENGTH + 1):
        yield letters[at : at + _PIECE_LENGTH]


def _new_start(run: CommonRun) -> int:
    return run.new
