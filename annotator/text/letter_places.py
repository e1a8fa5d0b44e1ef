"""Letter places: where the letters of a text stand, counted without its blanks."""

import re
from bisect import bisect_left, bisect_right

_BLANKS = re.compile(r"\s+")


class LetterPlaces:
    """Converts offsets of a text into numbers of letters and back."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._blanks_before: list[int] = [0]
        for blanks in _BLANKS.finditer(text):
            self._starts.append(blanks.start())
            self._blanks_before.append(self._blanks_before[-1] + len(blanks[0]))
        self._letters_before = [
            start - before for start, before in zip(self._starts, self._blanks_before, strict=False)
        ]
        self.count = len(text) - self._blanks_before[-1]

    def letters_before(self, offset: int) -> int:
        """Return how many letters stand before this offset."""
        run = bisect_left(self._starts, offset)
        letters = offset - self._blanks_before[run]
        if run:
            letters = max(letters, self._letters_before[run - 1])
        return letters

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets between which the letters [start, end) stand; start < end."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, letter: int) -> int:
        return letter + self._blanks_before[bisect_right(self._letters_before, letter)]
