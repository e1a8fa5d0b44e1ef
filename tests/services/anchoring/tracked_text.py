"""A text that is edited while it remembers where each letter comes from: the truth of anchoring."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

_CONTEXT = 20


@dataclass
class TrackedText:
    """`origins` holds for each letter its place in the first text, None for one that was typed.

    A copied letter keeps its origin, but only the first text's own letter is among the `own` ones.
    """

    text: str
    origins: list[int | None] = field(default_factory=list)
    own: list[bool] = field(default_factory=list)
    first: str = ""

    def __post_init__(self) -> None:
        self.first = self.text
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

        Neither a copy of the passage nor a twin, which read the same in the first text, is right.
        """
        own = self.kept(*passage)
        there = sum(place[0] <= at < place[1] for at in own)
        return bool(own) and 2 * there >= len(own)

    def looks_right(self, passage: tuple[int, int], place: tuple[int, int]) -> bool:
        """Whether nobody who has the two texts alone could name a better place.

        The place reads like the passage, with what stood around it, and so does no less than the
        one where the letters of the passage really went. Who copies a passage and then cuts it away
        has moved it, for all that anybody can see.
        """
        start, end = passage
        own = self.kept(start, end)
        likeness = self._likeness(passage, place)
        if 2 * likeness < len(self._with_context(self.first, start, end)):
            return False
        if not own:
            return True
        middle = own[len(own) // 2]
        really = middle - (self._origin(middle) - start)
        return likeness >= self._likeness(passage, (max(0, really), max(0, really + end - start)))

    def _likeness(self, passage: tuple[int, int], place: tuple[int, int]) -> int:
        """Return how many letters of a passage and its context stand at a place, in order."""
        return LCSseq.similarity(
            self._with_context(self.first, *passage), self._with_context(self.text, *place)
        )

    def _with_context(self, text: str, start: int, end: int) -> str:
        return text[max(0, start - _CONTEXT) : end + _CONTEXT]

    def _origin(self, at: int) -> int:
        origin = self.origins[at]
        assert origin is not None
        return origin

    def _put(
        self, start: int, end: int, text: str, origins: Iterable[int | None], own: Iterable[bool]
    ) -> None:
        self.text = self.text[:start] + text + self.text[end:]
        self.origins[start:end] = origins
        self.own[start:end] = own
