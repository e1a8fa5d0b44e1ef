"""Shared passages: what stands at several places, in one text or in several."""

from dataclasses import dataclass

from annotator.core.span import ReadingSpan

LEAST_LETTERS = 20
LEAST_SIMILARITY = 0.85
SHORTEST_PASSAGE = 6


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A passage of the text with this number, in the order in which the texts were given."""

    text: int
    span: ReadingSpan


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that say the same; `similarity` is 1.0 where every letter is the same."""

    a: Place
    b: Place
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class Family:
    """All the places of one passage, in order; none of them overlap."""

    members: tuple[Place, ...]

    @property
    def longest(self) -> int:
        return max(place.span.end - place.span.start for place in self.members)

    @property
    def texts(self) -> frozenset[int]:
        """The numbers of the texts it stands in."""
        return frozenset(place.text for place in self.members)


@dataclass(frozen=True, slots=True)
class SharedPassages:
    """What some texts share, with one another or with themselves."""

    pairs: tuple[Pair, ...] = ()
    families: tuple[Family, ...] = ()
