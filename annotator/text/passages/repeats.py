"""Repeats: where one passage stands again, exactly or nearly.

How like a stretch is counts letters in common: 2 x common / letters of both. Stretches that have
too few pairs of neighbouring letters with the passage cannot be like enough; the others are
compared letter by letter, each end with the start that makes it most like the passage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.core.passage import Place
from annotator.text.passages.letters import Letters, letters_of

# Shorter passages are looked for as they are: one letter more or less makes another word. So are
# very long ones, which would take too long.
SHORTEST_NEAR = 12
LONGEST_NEAR = 2000

# At least 17 of 20 letters: what is like enough scores 17 or more for each letter of the passage,
# with 40 for a letter in common and -17 for each letter of the stretch.
_LIKENESS, _OF = 17, 20
# A stretch that is like enough has no more letters than this, for each letter of the passage …
_LONGEST = 2 * _OF / _LIKENESS - 1
# … and no fewer pairs of neighbours in common: each letter that is not common parts one.
_LEAST_PAIRS = (3 * _LIKENESS / (2 * _OF) - 1) * (1 + _LIKENESS / (2 * _OF - _LIKENESS))

_START_BITS = 24
_CODE_POINTS = 0x110000


@dataclass(frozen=True, slots=True)
class Repeat:
    """A place where a passage stands; `similarity` is 1.0 where every letter is the same."""

    place: Place
    similarity: float


class Repeats:
    """Looks for passages in some texts. About 20 ns a letter for each passage."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._letters = letters_of(texts)

    def of(self, passage: str) -> list[Repeat]:
        """Return where a passage stands in the texts, in order; none of the places overlap.

        Only letters and digits count. A passage without any stands nowhere.
        """
        codes = letters_of([passage]).codes
        if not len(codes):
            return []
        is_near = SHORTEST_NEAR <= len(codes) <= LONGEST_NEAR
        found = _near(self._letters, codes) if is_near else _same(self._letters, codes)
        return [
            Repeat(Place(self._letters.text_of(start), self._letters.span(start, end)), similarity)
            for start, end, similarity in found
        ]


# The letters [start, end) of the row, and their similarity.
_Found = tuple[int, int, float]


def _same(letters: Letters, passage: NDArray[np.uint32]) -> Iterator[_Found]:
    """Yield where the letters stand just so."""
    wanted = passage.tobytes().decode("utf-32-le")
    for first, stop in zip(
        letters.borders[:-1].tolist(), letters.borders[1:].tolist(), strict=True
    ):
        row = letters.codes[first:stop].tobytes().decode("utf-32-le")
        at = row.find(wanted)
        while at >= 0:
            yield first + at, first + at + len(wanted), 1.0
            at = row.find(wanted, at + len(wanted))


def _near(letters: Letters, passage: NDArray[np.uint32]) -> list[_Found]:
    """Return where letters stand that are like enough, the likest chosen where some overlap."""
    places = _possible(letters, passage)
    parted = np.ones(len(places), bool)
    texts = letters.texts_of(places)
    parted[1:] = (np.diff(places) != 1) | (np.diff(texts) != 0)
    # A letter that is none stands before each part, so that no stretch goes beyond it.
    columns = np.arange(len(places)) + np.cumsum(parted)
    row = np.zeros(columns[-1] + 1 if len(columns) else 0, np.uint32)
    row[columns] = letters.codes[places]
    scores, starts = _best_starts(row, passage)
    place_of = np.zeros(len(row), np.int64)
    place_of[columns] = places
    found = []
    for start, end, score in _chosen(scores, starts, _LIKENESS * len(passage)):
        length = end - start
        common = (score + _LIKENESS * length) / (2 * _OF)
        first = int(place_of[start])
        found.append((first, first + length, 2 * common / (len(passage) + length)))
    return sorted(found)


def _possible(letters: Letters, passage: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return the letters that may belong to a stretch like the passage."""
    numbers = np.zeros(_CODE_POINTS, np.uint32)
    known = np.unique(passage)
    numbers[known] = np.arange(1, len(known) + 1)
    size = len(known) + 1
    is_pair = np.zeros(size * size, bool)
    is_pair[numbers[passage[:-1]] * size + numbers[passage[1:]]] = True
    width = int(_LONGEST * len(passage))
    least = _LEAST_PAIRS * len(passage) - 1
    found = [np.empty(0, np.int64)]
    for first, stop in zip(
        letters.borders[:-1].tolist(), letters.borders[1:].tolist(), strict=True
    ):
        row = numbers[letters.codes[first:stop]]
        counts = np.zeros(len(row) + 1, np.int32)
        np.cumsum(is_pair[row[:-1] * size + row[1:]], out=counts[1 : len(row)])
        counts[len(row) :] = counts[max(0, len(row) - 1)]
        stops = np.minimum(np.arange(len(row)) + width - 1, len(row))
        begins = np.flatnonzero(counts[stops] - counts[:-1] >= least)
        found.append(first + _covered(begins, width, len(row)))
    return np.concatenate(found)


def _covered(begins: NDArray[np.int64], width: int, count: int) -> NDArray[np.int64]:
    """Return the numbers below the count that stand in a window of this width."""
    changes = np.zeros(count + 1, np.int32)
    np.add.at(changes, begins, 1)
    np.add.at(changes, np.minimum(begins + width, count), -1)
    return np.flatnonzero(np.cumsum(changes[:-1]))


def _best_starts(
    row: NDArray[np.uint32], passage: NDArray[np.uint32]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each end in the row the best score of a stretch before it, and its start.

    The start stands in the low bits of the score, so that of equal scores the later start wins.
    """
    costs = np.where(row == 0, 2 * _OF * len(passage), _LIKENESS).astype(np.int64)
    paid = np.concatenate([[0], np.cumsum(costs)]) << _START_BITS
    gain = (2 * _OF - _LIKENESS) << _START_BITS
    best = np.arange(len(row) + 1, dtype=np.int64)
    for letter in passage:
        longer = best[:-1] + gain
        best[1:] = np.where(row == letter, np.maximum(best[1:], longer), best[1:])
        best = np.maximum.accumulate(best + paid) - paid
    return best >> _START_BITS, best & (2**_START_BITS - 1)


def _chosen(
    scores: NDArray[np.int64], starts: NDArray[np.int64], least: int
) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches (start, end, score) that score enough, the best first, none twice."""
    ends = np.flatnonzero(scores >= least)
    ends = ends[np.lexsort((ends, -scores[ends]))]
    taken = np.zeros(len(scores), bool)
    for start, end, score in zip(
        starts[ends].tolist(), ends.tolist(), scores[ends].tolist(), strict=True
    ):
        if not taken[start:end].any():
            taken[start:end] = True
            yield start, end, score
