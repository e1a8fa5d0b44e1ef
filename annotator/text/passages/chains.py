"""Chains: exact matches that follow each other closely enough to be one passage with variants.

The seeds are matches of a few letters. Those on neighbouring diagonals with small gaps are chained;
what stands between two of them is compared letter by letter.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from annotator.text.passages.exact import Matches
from annotator.text.passages.letters import Letters
from annotator.text.passages.short import SHORT

_WIDEST_GAP = 24
_WIDEST_DRIFT = 8
_BAND = 2 * _WIDEST_DRIFT
_LEAST_SEEDED = 0.5
_LEAST_LIKENESS_OF_ENDS = 0.8
_LEAST_LIKENESS_OF_SHORT = 0.91
_MOST_CHAINS = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """The letters [start, end) and [other_start, other_end) are alike; 1.0 means the same."""

    start: int
    end: int
    other_start: int
    other_end: int
    similarity: float


@dataclass(frozen=True, slots=True)
class _Link:
    """A match in a chain, and how many letters of the gap before it are the same."""

    first: int
    second: int
    length: int
    in_gap: int = 0

    @property
    def ends(self) -> tuple[int, int]:
        return self.first + self.length, self.second + self.length


def likenesses(
    letters: Letters, seeds: Matches, *, least: int, similarity: float
) -> Iterator[Likeness]:
    """Yield passages of at least so many letters that are at least so similar, some within others.

    Some come twice.
    """
    row = letters.codes.tobytes().decode("utf-32-le")
    for cluster in _clusters(letters, seeds, least=least):
        for chain in _chains(row, cluster):
            yield from _similar_parts(chain, least=least, similarity=similarity)


def _clusters(letters: Letters, seeds: Matches, *, least: int) -> Iterator[list[_Link]]:
    """Yield the seeds that may make a passage together, in the order of the text.

    The diagonals are cut into bands twice, half a band apart, so that no two neighbours are parted.
    """
    if not len(seeds):
        return
    text, other = letters.texts_of(seeds.first), letters.texts_of(seeds.second)
    apart = seeds.second - letters.borders[other] - (seeds.first - letters.borders[text])
    for shift in (0, _WIDEST_DRIFT):
        band = (apart + shift) // _BAND
        order = np.lexsort((seeds.first, band, other, text))
        sorted_seeds = seeds.where(order)
        keys = (text[order], other[order], band[order])
        starts = _cluster_starts(sorted_seeds, keys)
        stops = np.concatenate([starts[1:], [len(order)]])
        seeded = np.add.reduceat(sorted_seeds.length, starts)
        ends = np.maximum.reduceat(sorted_seeds.first + sorted_seeds.length, starts)
        long_enough = ends - sorted_seeds.first[starts] >= least
        for chosen in np.flatnonzero(long_enough & (seeded >= least * _LEAST_SEEDED)):
            part = sorted_seeds.where(slice(starts[chosen], stops[chosen]))
            yield [_Link(*place) for place in zip(*part.lists(), strict=True)]


def _cluster_starts(seeds: Matches, keys: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Return where a cluster starts: another key, or too wide a gap behind all seeds before."""
    changes = np.zeros(len(seeds), bool)
    changes[0] = True
    for key in keys:
        changes[1:] |= key[1:] != key[:-1]
    ends = seeds.first + seeds.length
    group = np.cumsum(changes) * (int(ends.max()) + _WIDEST_GAP + 1)
    reached = np.maximum.accumulate(group + ends)
    changes[1:] |= (group + seeds.first)[1:] - reached[:-1] > _WIDEST_GAP
    return np.flatnonzero(changes)


def _chains(row: str, cluster: Sequence[_Link]) -> Iterator[list[_Link]]:
    """Yield chains in which both sides go on; what does not fit one may fit the next."""
    waiting = list(cluster)
    for _ in range(_MOST_CHAINS):
        if not waiting:
            return
        chain, others = [waiting[0]], []
        for link in waiting[1:]:
            if (following := _following(row, chain[-1], link)) is not None:
                chain.append(following)
            else:
                others.append(link)
        yield chain
        waiting = others


def _following(row: str, last: _Link, link: _Link) -> _Link | None:
    """Return the part of a match that goes on behind the last one, None if it is too far off."""
    end, other_end = last.ends
    overlap = max(0, end - link.first, other_end - link.second)
    if overlap >= link.length:
        return None
    first, second = link.first + overlap, link.second + overlap
    gap, other_gap = first - end, second - other_end
    if max(gap, other_gap) > _WIDEST_GAP or abs(gap - other_gap) > _WIDEST_DRIFT:
        return None
    same = LCSseq.similarity(row[end:first], row[other_end:second]) if gap and other_gap else 0
    return _Link(first, second, link.length - overlap, same)


def _similar_parts(chain: Sequence[_Link], *, least: int, similarity: float) -> Iterator[Likeness]:
    """Yield the parts of a chain that are long and similar enough, cut where it is least alike."""
    chain = _without_loose_ends(chain)
    (end, other_end), first = chain[-1].ends, chain[0]
    letters = end - first.first + other_end - first.second
    same = first.length + sum(link.length + link.in_gap for link in chain[1:])
    ratio = 2 * same / letters
    length = min(end - first.first, other_end - first.second)
    if length < least:
        return
    if ratio >= (similarity if length >= SHORT else max(similarity, _LEAST_LIKENESS_OF_SHORT)):
        if end <= first.second:
            yield Likeness(first.first, end, first.second, other_end, ratio)
        return
    worst = max(range(1, len(chain)), key=lambda i: _unlike(chain[i - 1], chain[i]))
    for part in (chain[:worst], chain[worst:]):
        yield from _similar_parts(part, least=least, similarity=similarity)


def _without_loose_ends(chain: Sequence[_Link]) -> Sequence[_Link]:
    """Leave out matches at the ends that are too short for the unlike letters beside them."""
    start, stop = 0, len(chain)

    def is_loose(gap: int, length: int) -> bool:
        same = 2 * (length + chain[gap].in_gap)
        return same < _LEAST_LIKENESS_OF_ENDS * (same + _unlike(chain[gap - 1], chain[gap]))

    while stop - start > 1 and is_loose(stop - 1, chain[stop - 1].length):
        stop -= 1
    while stop - start > 1 and is_loose(start + 1, chain[start].length):
        start += 1
    return chain[start:stop]


def _unlike(before: _Link, after: _Link) -> int:
    """Return how many letters between two links, on both sides, are not the same."""
    end, other_end = before.ends
    return after.first - end + after.second - other_end - 2 * after.in_gap


def outermost(found: Iterable[Likeness]) -> list[Likeness]:
    """Leave out what lies within another on both sides, and what comes twice."""
    kept: list[Likeness] = []
    active: list[Likeness] = []
    for one in sorted(set(found), key=lambda one: (one.start, -one.end, one.other_start)):
        active = [other for other in active if other.end > one.start]
        if not any(
            one.end <= other.end
            and other.other_start <= one.other_start
            and one.other_end <= other.other_end
            for other in active
        ):
            kept.append(one)
            active.append(one)
    return kept
