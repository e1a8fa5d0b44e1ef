"""Exact matches: stretches of letters that stand at two places and cannot be made longer.

All k-grams are hashed at once; equal ones are paired, and pairs on one diagonal that follow each
other are one match.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.text.passages.letters import Letters

_MIXER = np.uint64(0x9E3779B97F4A7C15)
_MOST_BUCKET_BITS = 24
_MOST_PARTNERS = 48

Positions = NDArray[np.int64]


@dataclass(frozen=True)
class Matches:
    """Rows (first, second, length): the letters from `first` on stand again from `second` on."""

    first: Positions
    second: Positions
    length: Positions

    def __len__(self) -> int:
        return len(self.first)

    def where(self, chosen: NDArray[np.bool_] | Positions | slice) -> "Matches":
        """Return the rows that a mask, an order or a slice chooses."""
        return Matches(self.first[chosen], self.second[chosen], self.length[chosen])

    def lists(self) -> tuple[list[int], list[int], list[int]]:
        return self.first.tolist(), self.second.tolist(), self.length.tolist()


def exact_matches(letters: Letters, least: int, *, most: int = _MOST_PARTNERS) -> Matches:
    """Return the maximal matches of at least so many letters (two or more), within texts too.

    A stretch that stands at many places is paired with its next `most` places only, so that what is
    said a thousand times does not make a million pairs. A match never overlaps itself.
    """
    first, second = _pairs(letters, least, most=most)
    if not len(first):
        return Matches(first, second, first)
    order = np.lexsort((first, second - first))
    first, second = first[order], second[order]
    goes_on = (np.diff(first) == 1) & (np.diff(second) == 1)
    starts = np.flatnonzero(np.concatenate([[True], ~goes_on]))
    runs = np.diff(np.concatenate([starts, [len(first)]]))
    first, second = first[starts], second[starts]
    length = np.minimum(runs + least - 1, second - first)
    return Matches(first, second, length).where(length >= least)


def _pairs(letters: Letters, size: int, *, most: int) -> tuple[Positions, Positions]:
    """Return the pairs of places at which the same so many letters start."""
    none = np.empty(0, np.int64)
    if len(letters.codes) < size:
        return none, none
    hashes = _hashes(letters.codes, size)
    places = _recurring(hashes, _starts(letters, size, count=len(hashes)))
    places = places[np.argsort(hashes[places], kind="stable")]
    sorted_hashes = hashes[places]
    firsts, seconds = [none], [none]
    for step in range(1, most + 1):
        same = sorted_hashes[step:] == sorted_hashes[:-step]
        if not same.any():
            break
        firsts.append(places[:-step][same])
        seconds.append(places[step:][same])
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    equal = letters.codes[first] == letters.codes[second]
    return first[equal], second[equal]


def _starts(letters: Letters, size: int, *, count: int) -> Positions:
    """Return the places from which so many letters stand in one text."""
    inside = np.ones(count, bool)
    for border in letters.borders[1:-1]:
        inside[max(0, border - size + 1) : border] = False
    return np.flatnonzero(inside)


def _recurring(hashes: NDArray[np.uint64], places: Positions) -> Positions:
    """Return the places whose hash may stand elsewhere too: most that stand once are left out."""
    bits = min(_MOST_BUCKET_BITS, len(hashes).bit_length() + 1)
    for shift in (0, bits):
        buckets = (hashes[places] >> np.uint64(shift)).astype(np.int64) & (2**bits - 1)
        counts = np.bincount(buckets, minlength=2**bits)
        places = places[counts[buckets] > 1]
    return places


def _hashes(codes: NDArray[np.uint32], size: int) -> NDArray[np.uint64]:
    """Return a 64-bit hash of each k-gram, put together from those of half the length."""
    power, at = 1, 0
    block = _mixed(codes.astype(np.uint64))
    total: NDArray[np.uint64] | None = None
    while True:
        if size & power:
            if total is None:
                total = block
            else:
                count = len(codes) - at - power + 1
                total = _mixed(total[:count] * _MIXER + block[at : at + count])
            at += power
        power *= 2
        if power > size:
            break
        half = power // 2
        block = _mixed(block[:-half] * _MIXER + block[half:]) if len(block) > half else block[:0]
    assert total is not None
    return total


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Scramble (the finish of splitmix64, in place of a table of random numbers)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
