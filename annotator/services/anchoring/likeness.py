"""Likeness: how much of one text stands in another."""

from dataclasses import dataclass

_SHINGLE_LENGTH = 12
# Shingles are taken where a letter's code divides by this: the same ones in every text.
_SAMPLING = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """The share of each text that stands in the other, from 0 to 1."""

    of_first: float
    of_second: float


def shingles(letters: str) -> frozenset[str]:
    """Return a sample of the sequences of twelve letters in a text."""
    return frozenset(
        letters[at : at + _SHINGLE_LENGTH]
        for at, letter in enumerate(letters[: len(letters) - _SHINGLE_LENGTH + 1])
        if ord(letter) % _SAMPLING == 0
    )


def likeness(first: frozenset[str], second: frozenset[str]) -> Likeness:
    common = len(first & second)
    return Likeness(common / max(1, len(first)), common / max(1, len(second)))
