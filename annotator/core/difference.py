"""Differences: where two texts, or two passages, do not say the same."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What is compared: letter by letter or word by word. The values are those of `duidu diff`."""

    LETTERS = "letters"
    WORDS = "words"


class Kind(StrEnum):
    """What the other text does at a place. The values are what `duidu diff --json` prints."""

    REPLACED = "replaced"
    LEFT_OUT = "left out"
    ADDED = "added"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """[start, end) of one text has [other_start, other_end) of the other in its place.

    At most one of them is empty; it then says where the letters would stand.
    """

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def kind(self) -> Kind:
        if self.start == self.end:
            return Kind.ADDED
        return Kind.LEFT_OUT if self.other_start == self.other_end else Kind.REPLACED

    def turned(self) -> "Difference":
        """Return the same, seen from the other text."""
        return Difference(self.other_start, self.other_end, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Differences:
    """All the places at which two texts differ, in order.

    `share_same` is how much of both is the same, from 0 to 1.
    """

    places: tuple[Difference, ...]
    share_same: float

    def counterpart(self, place: float, whole: Difference) -> float:
        """Return the place in the other text, offsets with a fraction.

        `whole` is what was compared. Between two differences the texts go in step.
        """
        index = bisect_right(self.places, place, key=lambda one: one.start)
        start, other_start = whole.start, whole.other_start
        if index:
            before = self.places[index - 1]
            if place < before.end:
                share = (place - before.start) / (before.end - before.start)
                return before.other_start + share * (before.other_end - before.other_start)
            start, other_start = before.end, before.other_end
        end, other_end = whole.end, whole.other_end
        if index < len(self.places):
            end, other_end = self.places[index].start, self.places[index].other_start
        share = (place - start) / (end - start) if start < end else 0.0
        return other_start + share * (other_end - other_start)

    def turned(self) -> "Differences":
        """Return the same, seen from the other text."""
        return Differences(
            tuple(one.turned() for one in self.places),
            self.share_same,
        )
