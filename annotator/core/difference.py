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


@dataclass(frozen=True, slots=True)
class Differences:
    """All the places at which two texts differ, in order.

    `share_same` is how much of both is the same, from 0 to 1.
    """

    places: tuple[Difference, ...]
    share_same: float

    def counterpart(self, place: float, *, length: int, other_length: int) -> float:
        """Return the place in the other text, offsets with a fraction, for texts so long.

        Between two differences the texts go in step.
        """
        index = bisect_right(self.places, place, key=lambda one: one.start)
        before = self.places[index - 1] if index else Difference(0, 0, 0, 0)
        if place < before.end:
            share = (place - before.start) / (before.end - before.start)
            return before.other_start + share * (before.other_end - before.other_start)
        is_last = index == len(self.places)
        after = (length, other_length)
        if not is_last:
            after = (self.places[index].start, self.places[index].other_start)
        room, other_room = after[0] - before.end, after[1] - before.other_end
        share = (place - before.end) / room if room > 0 else 0.0
        return before.other_end + share * other_room

    def turned(self) -> "Differences":
        """Return the same, seen from the other text."""
        return Differences(
            tuple(
                Difference(one.other_start, one.other_end, one.start, one.end)
                for one in self.places
            ),
            self.share_same,
        )
