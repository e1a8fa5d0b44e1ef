"""Agreement: how far readers who marked the same texts on their own marked the same letters.

The unit is the letter, a character that is not blank. Marks are intervals of letters: nothing here
takes longer for a longer text, only for more marks. Figures: Cohen's kappa (1960) for two readers,
Krippendorff's alpha (2011, nominal, with missing values) for any number of them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple, TypeAlias

Interval: TypeAlias = tuple[int, int]
Pair: TypeAlias = tuple[str, str]


class Undefined(StrEnum):
    """Why a figure does not exist. It is neither 0 nor 1 then."""

    NOTHING_TO_COMPARE = "nothing to compare"
    NOTHING_MARKED = "nothing marked"
    EVERYTHING_MARKED = "everything marked"


Figure: TypeAlias = float | Undefined


class Stretch(NamedTuple):
    """Letters [start, end) that the same readers marked."""

    start: int
    end: int
    marked_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A place [start, end) at which some marked letters that others did not.

    `letters` tells how many of its letters each reader marked; `overlap` is their mean share.
    """

    start: int
    end: int
    letters: Mapping[str, int]

    @property
    def overlap(self) -> float:
        return sum(self.letters.values()) / (len(self.letters) * (self.end - self.start))


@dataclass(frozen=True, slots=True)
class PairFigures:
    """Two readers: agreement by chance taken off (kappa), and F1 of their marks as wholes.

    Marks match one to one where they are the same (`exact_f1`), or where what they share is at
    least half of what they cover together (`half_f1`).
    """

    letters: int
    per_cent: Figure
    kappa: Figure
    exact_f1: Figure
    half_f1: Figure


@dataclass(frozen=True, slots=True)
class Figures:
    """What readers agree on. `per_cent` and both F1 are over all pairs of readers, each letter and
    each mark counted as often as it is compared; `prevalence` is the share of marked letters.
    """

    letters: int
    prevalence: Figure
    per_cent: Figure
    alpha: Figure
    exact_f1: Figure
    half_f1: Figure
    pairs: Mapping[Pair, PairFigures]


@dataclass
class _Marks:
    """How many marks two readers have, both together, and how many of them match."""

    total: int = 0
    exact: int = 0
    half: int = 0

    def add(self, other: "_Marks") -> None:
        self.total += other.total
        self.exact += other.exact
        self.half += other.half


@dataclass
class Tally:
    """Letters by who read and who marked them, over any number of texts."""

    _letters: Counter[tuple[frozenset[str], frozenset[str]]] = field(default_factory=Counter)
    _marks: dict[Pair, _Marks] = field(default_factory=lambda: defaultdict(_Marks))

    def add(self, letters: int, marks: Mapping[str, Sequence[Interval]]) -> None:
        """Count a text of so many letters; `marks` has every reader, united as by `united`."""
        readers = frozenset(marks)
        marked: dict[frozenset[str], int] = defaultdict(int)
        for start, end, marked_by in stretches(marks):
            marked[marked_by] += end - start
        marked[frozenset()] = letters - sum(marked.values())
        for marked_by, count in marked.items():
            self._letters[readers, marked_by] += count
        for a, b in combinations(sorted(readers), 2):
            self._marks[a, b].add(_matches(marks[a], marks[b]))

    def figures(self) -> Figures:
        """Return the figures; whoever did not read a text has no say in it."""
        pairs = {pair: self._pair_figures(pair) for pair in sorted(self._marks)}
        compared = [
            (len(readers), len(marked), letters)
            for (readers, marked), letters in self._letters.items()
            if len(readers) > 1
        ]
        values = sum(readers * letters for readers, _, letters in compared)
        marked_values = sum(marked * letters for _, marked, letters in compared)
        all_pairs = sum(r * (r - 1) * n for r, _, n in compared)
        apart = sum(2 * m * (r - m) * n for r, m, n in compared)
        marks = _Marks()
        for pair_marks in self._marks.values():
            marks.add(pair_marks)
        return Figures(
            letters=sum(letters for *_, letters in compared),
            prevalence=_share(marked_values, values),
            per_cent=_share(all_pairs - apart, all_pairs),
            alpha=_alpha(compared, values, marked_values),
            exact_f1=_f1(marks.exact, marks.total, values),
            half_f1=_f1(marks.half, marks.total, values),
            pairs=pairs,
        )

    def _pair_figures(self, pair: Pair) -> PairFigures:
        a, b = pair
        table: Counter[tuple[bool, bool]] = Counter()
        for (readers, marked), letters in self._letters.items():
            if a in readers and b in readers:
                table[a in marked, b in marked] += letters
        letters, marks = table.total(), self._marks[pair]
        return PairFigures(
            letters=letters,
            per_cent=_share(table[True, True] + table[False, False], letters),
            kappa=_kappa(table),
            exact_f1=_f1(marks.exact, marks.total, letters),
            half_f1=_f1(marks.half, marks.total, letters),
        )


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """Return the intervals in order, those that overlap made one; those that only touch stay two.

    What one reader marked twice is marked once.
    """
    made: list[Interval] = []
    for start, end in sorted(intervals):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        elif start < end:
            made.append((start, end))
    return made


def stretches(marks: Mapping[str, Sequence[Interval]]) -> Iterator[Stretch]:
    """Yield what anybody marked, in order, cut wherever it changes who did."""
    bits = {reader: 1 << number for number, reader in enumerate(marks)}
    turns: dict[int, int] = {}
    for reader, intervals in marks.items():
        bit = bits[reader]
        for start, end in intervals:
            turns[start] = turns.get(start, 0) + bit
            turns[end] = turns.get(end, 0) - bit
    sets: dict[int, frozenset[str]] = {}
    now, since = 0, 0
    for place, turn in sorted(turns.items()):
        if not turn:
            continue
        if now:
            if now not in sets:
                sets[now] = frozenset(reader for reader, bit in bits.items() if now & bit)
            yield Stretch(since, place, sets[now])
        now, since = now + turn, place


def disputes(marks: Mapping[str, Sequence[Interval]]) -> list[Dispute]:
    """Return the places that not all readers marked alike, in order.

    A place reaches as far as marks overlap; marks that only touch are two places.
    """
    everybody = sorted(
        (start, end, reader) for reader, intervals in marks.items() for start, end in intervals
    )
    found: list[Dispute] = []
    place: list[tuple[int, int, str]] = []
    reach = 0
    for mark in everybody:
        if place and mark[0] >= reach:
            found += _disputed(place, reach, marks)
            place = []
        place.append(mark)
        reach = max(reach, mark[1])
    if place:
        found += _disputed(place, reach, marks)
    return found


def _disputed(
    place: Sequence[tuple[int, int, str]], end: int, readers: Collection[str]
) -> list[Dispute]:
    """Return the place as a dispute, nothing if all readers marked all of it."""
    letters = dict.fromkeys(readers, 0)
    for mark_start, mark_end, reader in place:
        letters[reader] += mark_end - mark_start
    start = place[0][0]
    if all(count == end - start for count in letters.values()):
        return []
    return [Dispute(start, end, letters)]


def _matches(ours: Sequence[Interval], theirs: Sequence[Interval]) -> _Marks:
    """Count matching marks. None of one reader overlap: so half of one is shared with two of the
    other only where it has exactly half with each, and taking the first leaves no match undone.
    """
    half, at, taken = 0, 0, -1
    for start, end in ours:
        while at < len(theirs) and theirs[at][1] <= start:
            at += 1
        for other in range(at, len(theirs)):
            other_start, other_end = theirs[other]
            if other_start >= end:
                break
            shared = min(end, other_end) - max(start, other_start)
            both = max(end, other_end) - min(start, other_start)
            if other > taken and 2 * shared >= both:
                half, taken = half + 1, other
                break
    exact = len({*ours} & {*theirs})
    return _Marks(len(ours) + len(theirs), exact, half)


def _share(part: int, whole: int) -> Figure:
    return part / whole if whole else Undefined.NOTHING_TO_COMPARE


def _f1(matched: int, marks: int, letters: int) -> Figure:
    if not letters:
        return Undefined.NOTHING_TO_COMPARE
    return 2 * matched / marks if marks else Undefined.NOTHING_MARKED


def _kappa(table: Counter[tuple[bool, bool]]) -> Figure:
    letters = table.total()
    if not letters:
        return Undefined.NOTHING_TO_COMPARE
    first = table[True, True] + table[True, False]
    second = table[True, True] + table[False, True]
    if first == second == 0:
        return Undefined.NOTHING_MARKED
    if first == second == letters:
        return Undefined.EVERYTHING_MARKED
    observed = (table[True, True] + table[False, False]) * letters
    expected = first * second + (letters - first) * (letters - second)
    return (observed - expected) / (letters * letters - expected)


def _alpha(compared: Iterable[tuple[int, int, int]], values: int, marked: int) -> Figure:
    """Return 1 - observed / expected disagreement; `compared` holds readers, marking, letters."""
    if not values:
        return Undefined.NOTHING_TO_COMPARE
    if not marked:
        return Undefined.NOTHING_MARKED
    if marked == values:
        return Undefined.EVERYTHING_MARKED
    apart = sum(2 * m * (r - m) * n / (r - 1) for r, m, n in compared)
    return 1 - (values - 1) * apart / (2 * marked * (values - marked))
