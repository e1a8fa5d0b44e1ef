"""Which shared passages have certain words, answered for a hundred thousand of them at once."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from annotator.core.passage import Family

# None stands behind the ideographic blank.
_BLANKS = np.array([code for code in range(0x3001) if chr(code).isspace()], np.uint32)


class PassageWords:
    """Looks for words in the members of families. Families are numbered as they are given."""

    def __init__(self, texts: Sequence[str], families: Sequence[Family]) -> None:
        self._texts = texts
        self._families = families

    def families_with(self, words: str) -> list[int]:
        """Return the numbers of the families with a member that has these words.

        Blanks and line ends do not count; without words it is all of them.
        """
        wanted = "".join(words.split())
        if not wanted:
            return list(range(len(self._families)))
        has_words = np.zeros(len(self._families), bool)
        for text, (starts, ends, numbers) in enumerate(self._members):
            first, last = self._hits(text, wanted)
            if len(first) and len(starts):
                next_hit = np.searchsorted(first, starts)
                holds = next_hit < len(first)
                holds[holds] = last[next_hit[holds]] < ends[holds]
                has_words[numbers[holds]] = True
        found: list[int] = np.flatnonzero(has_words).tolist()
        return found

    def _hits(self, text: int, wanted: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return where the words begin in a text, and their last characters."""
        without_blanks, offsets = self._rows[text]
        at = np.fromiter(_places(wanted, without_blanks), np.int64)
        return offsets[at], offsets[at + len(wanted) - 1]

    @cached_property
    def _members(self) -> list[tuple[NDArray[np.int64], ...]]:
        """Where the members of each text begin and end, and of which family they are."""
        # One by one: a list made into an array at once would hold up all other threads.
        rows = np.fromiter(chain.from_iterable(self._places()), np.int64).reshape(-1, 4)
        return [tuple(rows[rows[:, 0] == text, 1:].T) for text in range(len(self._texts))]

    def _places(self) -> Iterator[tuple[int, int, int, int]]:
        for number, family in enumerate(self._families):
            for place in family.members:
                yield place.text, place.span.start, place.span.end, number

    @cached_property
    def _rows(self) -> list[tuple[str, NDArray[np.int64]]]:
        """The texts without blanks, with the offset of each character that is left."""
        rows = []
        for text in self._texts:
            codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
            offsets = np.flatnonzero(np.isin(codes, _BLANKS, invert=True))
            rows.append((codes[offsets].tobytes().decode("utf-32-le"), offsets))
        return rows


def _places(wanted: str, text: str) -> Iterator[int]:
    """Yield where the words begin; they may overlap: 人人 stands twice in 人人人."""
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
