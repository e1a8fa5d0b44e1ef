"""Printable text: names from outside, so that they can stand within a sentence."""

import unicodedata

_BREAKING = {"Cc", "Cs", "Zl", "Zp"}
# These turn the direction of what follows, so that a name could pass for another.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PLACEHOLDER = "\ufffd"


def printable(text: str) -> str:
    """Return the text on one line; what breaks or turns it, or is half a letter, is replaced."""
    return "".join(
        _PLACEHOLDER if letter in _TURNING or unicodedata.category(letter) in _BREAKING else letter
        for letter in text
    )
