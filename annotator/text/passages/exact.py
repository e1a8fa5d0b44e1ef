"""Exact matches: stretches of letters that stand at two places and cannot be made longer.

All k-grams are hashed at once; equal ones are paired, and pairs on one diagonal that follow each
other are one match. What two texts share does not depend on the texts beside them.
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


class Grams:
    """The stretches of `size` letters (two or more) that recur, and where.

    A group is the places of one of them in one text; groups of one stretch follow each other in
    the order of the texts. A stretch that stands very often is paired with some of its places
    only, about `most` for each, so that what is said a thousand times does not make a million
    pairs. Only stretches that the `wanted` texts (None: any) have are kept.
    """

    def __init__(
        self,
        letters: Letters,
        size: int,
        *,
        most: int = _MOST_PARTNERS,
        wanted: NDArray[np.bool_] | None = None,
    ) -> None:
        self._letters = letters
        self._size = size
        self._most = most
        hashes = _hashes(letters.codes, size) if len(letters.codes) >= size else _NO_HASHES
        places = _starts(letters, size, count=len(hashes))
        chosen = None if wanted is None else np.repeat(wanted, np.diff(letters.borders))
        places = _recurring(hashes, places, chosen)
        self._places = places = places[np.argsort(hashes[places], kind="stable")]
        texts = letters.texts_of(places)
        another = _changes(hashes[places])
        self._starts = np.flatnonzero(another | _changes(texts))
        self._counts = np.diff(np.append(self._starts, len(places)))
        self._texts = texts[self._starts]
        stretches = np.cumsum(another)[self._starts] - 1
        self._first_groups = np.flatnonzero(_changes(stretches))[stretches]
        self._group_counts = np.bincount(stretches)[stretches]

    def matches(self, text: int, others: NDArray[np.bool_]) -> Matches:
        """Return the maximal matches within a text, and between it and the chosen other texts.

        A match never overlaps itself.
        """
        inner, outer = self._within(text), self._between(text, others)
        first, second = (np.concatenate(sides) for sides in zip(inner, outer, strict=True))
        equal = self._letters.codes[first] == self._letters.codes[second]
        return _joined(first[equal], second[equal], self._size)

    def _within(self, text: int) -> tuple[Positions, Positions]:
        """Return pairs of places in one text, each with the next ones."""
        groups = np.flatnonzero((self._texts == text) & (self._counts > 1))
        counts = self._counts[groups]
        places = self._places[_ranges(self._starts[groups], counts)]
        group = np.repeat(groups, counts)
        firsts, seconds = [_NOWHERE], [_NOWHERE]
        for step in range(1, self._most + 1):
            same = group[step:] == group[:-step]
            if not same.any():
                break
            firsts.append(places[:-step][same])
            seconds.append(places[step:][same])
        return np.concatenate(firsts), np.concatenate(seconds)

    def _between(self, text: int, others: NDArray[np.bool_]) -> tuple[Positions, Positions]:
        """Return pairs of a place in the text and one in another, the earlier text's first."""
        groups = np.flatnonzero(self._texts == text)
        counts = self._group_counts[groups]
        one, other = np.repeat(groups, counts), _ranges(self._first_groups[groups], counts)
        chosen = others[self._texts[other]] & (one != other)
        one, other = one[chosen], other[chosen]
        return self._paired(np.minimum(one, other), np.maximum(one, other))

    def _paired(self, earlier: Positions, later: Positions) -> tuple[Positions, Positions]:
        """Pair the places of two groups: each with each, or with a window that moves along."""
        rows, columns = self._counts[earlier], self._counts[later]
        window = np.minimum(columns, np.maximum(self._most, -(-columns // rows)))
        width = np.where(rows * columns <= self._most**2, columns, window)
        group = np.repeat(np.arange(len(rows)), rows)
        rank = _ranges(np.zeros_like(rows), rows)
        shift = rank * (columns - width)[group] // np.maximum(rows - 1, 1)[group]
        first = np.repeat(self._places[self._starts[earlier][group] + rank], width[group])
        second = self._places[_ranges(self._starts[later][group] + shift, width[group])]
        return first, second


_NOWHERE = np.empty(0, np.int64)
_NO_HASHES = np.empty(0, np.uint64)


def exact_matches(letters: Letters, least: int, *, most: int = _MOST_PARTNERS) -> Matches:
    """Return the maximal matches of at least so many letters, within texts and between them."""
    grams = Grams(letters, least, most=most)
    before = np.zeros(len(letters.borders) - 1, bool)
    found = [Matches(_NOWHERE, _NOWHERE, _NOWHERE)]
    for text in range(len(before)):
        found.append(grams.matches(text, before))
        before[text] = True
    return Matches(
        np.concatenate([one.first for one in found]),
        np.concatenate([one.second for one in found]),
        np.concatenate([one.length for one in found]),
    )


def _joined(first: Positions, second: Positions, size: int) -> Matches:
    """Return the pairs that follow each other on one diagonal as one match."""
    order = np.lexsort((first, second - first))
    first, second = first[order], second[order]
    ahead = (first[1:] - first[:-1] != 1) | (second[1:] - second[:-1] != 1)
    starts = np.flatnonzero(np.concatenate([np.ones(min(1, len(first)), bool), ahead]))
    runs = np.diff(np.append(starts, len(first)))
    first, second = first[starts], second[starts]
    length = np.minimum(runs + size - 1, second - first)
    return Matches(first, second, length).where(length >= size)


def _changes(values: NDArray[np.int64] | NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Return which values differ from the one before; the first does."""
    changes = np.ones(len(values), bool)
    changes[1:] = values[1:] != values[:-1]
    return changes


def _ranges(starts: Positions, counts: Positions) -> Positions:
    """Return the numbers of the ranges that start there and have so many, one after the other."""
    stops = np.cumsum(counts)
    total = int(stops[-1]) if len(stops) else 0
    numbers: Positions = np.arange(total) + np.repeat(starts - (stops - counts), counts)
    return numbers


def _starts(letters: Letters, size: int, *, count: int) -> Positions:
    """Return the places from which so many letters stand in one text."""
    inside = np.ones(count, bool)
    for border in letters.borders[1:-1]:
        inside[max(0, border - size + 1) : border] = False
    return np.flatnonzero(inside)


def _recurring(
    hashes: NDArray[np.uint64], places: Positions, is_wanted: NDArray[np.bool_] | None
) -> Positions:
    """Return the places whose hash may stand elsewhere too, one of them at a wanted letter.

    Most that stand once are left out.
    """
    bits = min(_MOST_BUCKET_BITS, len(hashes).bit_length() + 1)
    for shift in (0, bits):
        buckets = (hashes[places] >> np.uint64(shift)).astype(np.int64) & (2**bits - 1)
        counts = np.bincount(buckets, minlength=2**bits)
        if is_wanted is not None:
            counts[np.bincount(buckets[is_wanted[places]], minlength=2**bits) == 0] = 0
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
