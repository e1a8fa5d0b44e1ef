"""Collation: where passages that are nearly the same differ by a few letters.

What most of them read is likely right where one reads otherwise. Nothing is changed by that.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from rapidfuzz.distance import Indel

from annotator.core.passage import Pair, Place, Reading, Variation, Witness
from annotator.text.passages.letters import Letters, letters_of

_MOST_LETTERS = 3
_AGREEING = 4

Report = Callable[[int, int], None]

# A range of the letters of all texts in one row; empty where letters are missing.
_Range = tuple[int, int]


def variations(
    texts: Sequence[str],
    pairs: Iterable[Pair],
    report: Report = lambda _done, _total: None,
) -> list[Variation]:
    """Return the places at which shared passages differ by at most three letters.

    The clearer the majority, the earlier a place comes: a lone slip among many is first. `report`
    is told how much is done, of how much, and may raise to stop the work.
    """
    letters = letters_of(texts)
    row = letters.codes.tobytes().decode("utf-32-le")
    alignments = _Alignments(
        alignment
        for pair in pairs
        for one, other in [(_range(letters, pair.a), _range(letters, pair.b))]
        for alignment in (_Alignment(row, one, other), _Alignment(row, other, one))
    )
    found = []
    seen: set[_Range] = set()
    for number, alignment in enumerate(alignments.ordered):
        report(number, len(alignments.ordered))
        for place in alignment.places:
            if place not in seen:
                together = alignments.all_witnesses(place)
                seen |= together
                found.append(_variation(letters, row, together))
    return sorted(found, key=lambda one: -one.clarity)


@dataclass(frozen=True)
class _Alignment:
    """Two ranges of the row that read nearly the same, letter by letter."""

    row: str
    one: _Range
    other: _Range

    @cached_property
    def blocks(self) -> list[tuple[_Range, _Range]]:
        """The ranges that differ, each with what the other side has in its place."""
        blocks: list[tuple[_Range, _Range]] = []
        for code in Indel.opcodes(self.row[slice(*self.one)], self.row[slice(*self.other)]):
            if code.tag == "equal":
                continue
            here = (self.one[0] + code.src_start, self.one[0] + code.src_end)
            there = (self.other[0] + code.dest_start, self.other[0] + code.dest_end)
            if blocks and blocks[-1][0][1] == here[0] and blocks[-1][1][1] == there[0]:
                last, last_there = blocks.pop()
                here, there = (last[0], here[1]), (last_there[0], there[1])
            blocks.append((here, there))
        return blocks

    @property
    def places(self) -> Iterator[_Range]:
        """Yield the short ranges that differ while the letters around them agree."""
        for here, there in self.blocks:
            short = max(here[1] - here[0], there[1] - there[0]) <= _MOST_LETTERS
            if short and self._agrees_around(here):
                yield here

    def counterpart(self, place: _Range) -> _Range | None:
        """Return where the other side has this place, None where that is not sure."""
        if not self._agrees_around(place):
            return None
        shift = self.other[0] - self.one[0]
        for here, there in self.blocks:
            if here == place:
                return there
            if here[0] >= place[1]:
                break
            if here[1] > place[0]:
                return None
            shift = there[1] - here[1]
        return place[0] + shift, place[1] + shift

    def _agrees_around(self, place: _Range) -> bool:
        before, after = place[0] - _AGREEING, place[1] + _AGREEING
        if before < self.one[0] or after > self.one[1]:
            return False
        return not any(
            here != place and here[0] < after and before < here[1] for here, _ in self.blocks
        )


def _range(letters: Letters, place: Place) -> _Range:
    """Return which letters of the row stand at this place."""
    start, end = letters.borders[place.text : place.text + 2]
    offsets = letters.offsets[start:end]
    first, stop = np.searchsorted(offsets, [place.span.start, place.span.end])
    return int(start + first), int(start + stop)


class _Alignments:
    """All alignments by where they begin, so that those around a place are found at once."""

    def __init__(self, alignments: Iterable[_Alignment]) -> None:
        self.ordered = sorted(alignments, key=lambda alignment: alignment.one)
        self._starts = [alignment.one[0] for alignment in self.ordered]
        self._longest = max((one.one[1] - one.one[0] for one in self.ordered), default=0)

    def all_witnesses(self, place: _Range) -> set[_Range]:
        """Return this place and all that stand for it in other passages, near or far."""
        together, waiting = {place}, [place]
        while waiting:
            here = waiting.pop()
            for alignment in self._around(here):
                there = alignment.counterpart(here)
                if there is not None and there not in together:
                    together.add(there)
                    waiting.append(there)
        return together

    def _around(self, place: _Range) -> Iterator[_Alignment]:
        first = bisect_left(self._starts, place[1] - self._longest)
        last = bisect_right(self._starts, place[0])
        for alignment in self.ordered[first:last]:
            if place[1] <= alignment.one[1]:
                yield alignment


def _variation(letters: Letters, row: str, together: set[_Range]) -> Variation:
    readings: dict[str, list[Witness]] = defaultdict(list)
    for start, end in sorted(together):
        readings[row[start:end]].append(_witness(letters, start, end))
    ordered = sorted(readings.items(), key=lambda item: -len(item[1]))
    return Variation(tuple(Reading(words, tuple(seen)) for words, seen in ordered))


def _witness(letters: Letters, start: int, end: int) -> Witness:
    """Return where the letters stand in their text; missing ones stand behind the letter before."""
    behind = int(letters.offsets[start - 1]) + 1
    if start == end:
        return Witness(letters.text_of(start - 1), behind, behind)
    span = letters.span(start, end)
    return Witness(letters.text_of(start), span.start, span.end)
