"""A text that is edited while it remembers where each letter comes from: the truth of anchoring."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class TrackedText:
    """`origins` holds for each letter its place in the first text, None for one that was typed.

    A copied letter keeps its origin, but only the first text's own letter is among the `own` ones.
    """

    text: str
    origins: list[int | None] = field(default_factory=list)
    own: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.origins = list(range(len(self.text)))
        self.own = [True] * len(self.text)

    def replace(self, start: int, end: int, typed: str) -> None:
        self._put(start, end, typed, [None] * len(typed), [False] * len(typed))

    def copy(self, start: int, end: int, to: int) -> None:
        """Put a copy of these letters at another place."""
        size = len(self.text[start:end])
        self._put(to, to, self.text[start:end], self.origins[start:end], [False] * size)

    def move(self, start: int, end: int, to: int) -> None:
        """Take these letters out and put them at a place of what is left."""
        taken = self.text[start:end], self.origins[start:end], self.own[start:end]
        self.replace(start, end, "")
        self._put(to, to, *taken)

    def kept(self, start: int, end: int) -> list[int]:
        """Return where the letters of a passage of the first text are now, copies aside."""
        return [
            at
            for at, origin in enumerate(self.origins)
            if origin is not None and start <= origin < end and self.own[at]
        ]

    def is_right(self, passage: tuple[int, int], place: tuple[int, int]) -> bool:
        """Whether a place holds at least half of what is left of a passage.

        A copy of the passage is as good: who can say which of the two the author calls the copy?
        But a twin, which read the same in the first text already, is not.
        """
        there = {
            origin
            for origin in self.origins[place[0] : place[1]]
            if origin is not None and passage[0] <= origin < passage[1]
        }
        left = len(self.kept(*passage)) or place[1] - place[0]
        return 2 * len(there) >= left

    def _put(
        self, start: int, end: int, text: str, origins: Iterable[int | None], own: Iterable[bool]
    ) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self.origins[start:end] = origins
        self.own[start:end] = own
