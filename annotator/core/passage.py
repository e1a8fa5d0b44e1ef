"""Shared passages: what stands at several places, in one text or in several."""

from dataclasses import dataclass

from annotator.core.span import ReadingSpan

LEAST_LETTERS = 20
LEAST_SIMILARITY = 0.85
SHORTEST_PASSAGE = 6


@dataclass(frozen=True, slots=True)
class PassageSettings:
    """What counts as shared: so many letters that are the same, or also nearly the same."""

    least: int = LEAST_LETTERS
    fuzzy: bool = True


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


@dataclass(frozen=True, slots=True)
class SharedStretch:
    """A stretch of a text that so many other texts share."""

    span: ReadingSpan
    others: int


@dataclass(frozen=True, slots=True, order=True)
class Witness:
    """Where a text has a reading: [start, end) of its reading text, empty for missing letters."""

    text: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses read at one place, letters and digits only; "" for nothing."""

    letters: str
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Variation:
    """Two or more readings of one place, the most frequent first."""

    readings: tuple[Reading, ...]

    @property
    def clarity(self) -> int:
        """By how many witnesses the first reading leads."""
        first, second = self.readings[:2]
        return len(first.witnesses) - len(second.witnesses)

    @property
    def majority(self) -> Reading | None:
        """What more witnesses read than anything else; None for a tie."""
        return self.readings[0] if self.clarity else None
