"""The letters of several texts in one row, with the way back to each text."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.core.span import ReadingSpan

_CODE_POINTS = 0x110000
_UNKNOWN = 0xFFFFFFFF


@dataclass(frozen=True)
class Letters:
    """Letters and digits, blind to width and case; blanks, marks and line ends are left out.

    `codes` holds their code points, `offsets` where each stands in its own text. The letters of
    text n are those from `borders[n]` to `borders[n + 1]`.
    """

    codes: NDArray[np.uint32]
    offsets: NDArray[np.uint32]
    borders: NDArray[np.int64]

    def texts_of(self, positions: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the number of the text that each letter stands in."""
        return np.searchsorted(self.borders, positions, side="right") - 1

    def text_of(self, position: int) -> int:
        return int(np.searchsorted(self.borders, position, side="right")) - 1

    def span(self, start: int, end: int) -> ReadingSpan:
        """Return where the letters [start, end) stand in their text."""
        return ReadingSpan(int(self.offsets[start]), int(self.offsets[end - 1]) + 1)


def letters_of(texts: Sequence[str]) -> Letters:
    """Take the letters out of the texts. About 0.05 s for a million characters."""
    codes, offsets = [], []
    borders = [0]
    for text in texts:
        points = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
        found = np.flatnonzero(_folded(points)).astype(np.uint32)
        codes.append(_folded(points[found]))
        offsets.append(found)
        borders.append(borders[-1] + len(found))
    none = np.empty(0, np.uint32)
    return Letters(
        np.concatenate([none, *codes]),
        np.concatenate([none, *offsets]),
        np.array(borders, np.int64),
    )


# What each code point counts as: 0 is no letter; filled as texts need it.
_folds = np.full(_CODE_POINTS, _UNKNOWN, np.uint32)


def _folded(points: NDArray[np.uint32]) -> NDArray[np.uint32]:
    folded = _folds[points]
    unknown = folded == _UNKNOWN
    if unknown.any():
        for point in np.unique(points[unknown]):
            _folds[point] = _fold(chr(point))
        folded = _folds[points]
    return folded


def _fold(character: str) -> int:
    if not character.isalnum():
        return 0
    letter = unicodedata.normalize("NFKC", character).casefold()
    return ord(letter) if len(letter) == 1 else ord(character)
