"""Families: all the places at which one passage stands."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from annotator.core.passage import Family, Pair, Place
from annotator.core.span import ReadingSpan

_MOSTLY = 0.5


class _Sets:
    """Which of so many numbers belong together (union and find, by halving of paths)."""

    def __init__(self, count: int) -> None:
        self._parents = list(range(count))

    def join(self, one: int, other: int) -> None:
        self._parents[self._root(one)] = self._root(other)

    def all(self) -> list[list[int]]:
        sets: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parents)):
            sets[self._root(number)].append(number)
        return list(sets.values())

    def _root(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            parents[number] = number = parents[parents[number]]
        return number


def families_of(pairs: Sequence[Pair]) -> list[Family]:
    """Put together what is paired or mostly overlaps; the longest passage comes first."""
    places = sorted({place for pair in pairs for place in (pair.a, pair.b)})
    numbers = {place: number for number, place in enumerate(places)}
    sets = _Sets(len(places))
    for pair in pairs:
        sets.join(numbers[pair.a], numbers[pair.b])
    for one, other in _overlapping(places):
        sets.join(numbers[one], numbers[other])
    families = [
        Family(tuple(_merged(places[number] for number in members))) for members in sets.all()
    ]
    return sorted(families, key=lambda family: (-family.longest, family.members))


def _overlapping(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield the places of one text that share more than half of the letters they cover."""
    active: list[Place] = []
    for place in places:
        active = [
            other
            for other in active
            if other.text == place.text and other.span.end > place.span.start
        ]
        for other in active:
            common = min(place.span.end, other.span.end) - place.span.start
            covered = max(place.span.end, other.span.end) - other.span.start
            if common > _MOSTLY * covered:
                yield place, other
        active.append(place)


def _merged(members: Iterable[Place]) -> Iterator[Place]:
    """Yield the places in order, with those that overlap as one."""
    last: Place | None = None
    for place in sorted(members):
        if last and last.text == place.text and place.span.start < last.span.end:
            end = max(last.span.end, place.span.end)
            last = Place(last.text, ReadingSpan(last.span.start, end))
            continue
        if last:
            yield last
        last = place
    if last:
        yield last
