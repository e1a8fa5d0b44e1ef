"""Where a line of Chinese may end, and which full-width punctuation gives way to which.

No line begins with closing punctuation or ends with opening punctuation (kinsoku); words and
numbers of other scripts stay whole; the two halves of —— and …… stay together.
"""

import re
import unicodedata
from collections.abc import Iterator

OPENING = "（《「『【〔〈〖［｛“‘"
CLOSING = "）》」』】〕〉〗］｝”’"
STOPS = "，。、．"
PAUSES = "；：！？"

_NEVER_FIRST = frozenset(CLOSING + STOPS + PAUSES + ",.;:!?)]}%‰℃°·・～々ー／′″")
_NEVER_LAST = frozenset(OPENING + "([{￥¥$€£№")
_PAIRED = frozenset("—…")
_WIDE_BELOW_HAN = frozenset("—…“”‘’·×÷±→←↑↓①②③④⑤⑥⑦⑧⑨⑩■□▲△●○★☆◆◇")
_FIRST_HAN_BLOCK = "\u2e80"
_JOINERS = frozenset("\u200d\ufe0e\ufe0f\u20e3")

_SQUEEZED = re.compile(
    f"[{CLOSING}{STOPS}；：](?=[{OPENING}{CLOSING}{STOPS}；：])|[{OPENING}](?=[{OPENING}])"
)
_HAN = "\u2e80-\u2fff\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = OPENING + CLOSING + STOPS + PAUSES
# The only pattern with so many characters in it: each takes a millisecond to compile.
_OFF_GRID = re.compile(f"[^{_HAN}{_MARKS}]+")
_WESTERN = re.compile("[A-Za-z0-9%]+")


def is_extender(char: str) -> bool:
    """Whether this character only adds to the one before it (accents, variation, skin tones)."""
    return (
        char in _JOINERS
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or unicodedata.category(char)[0] == "M"
    )


def is_wide(char: str) -> bool:
    """Whether this is a character of the Chinese grid: an ideograph or full-width punctuation."""
    return char >= _FIRST_HAN_BLOCK or char in _WIDE_BELOW_HAN


def may_break(text: str, offset: int) -> bool:
    """Whether a line may end before the character at this offset, which lies inside the text."""
    before, after = text[offset - 1], text[offset]
    if after == " " or is_extender(after) or before == "\u200d":
        return False
    if before == " ":
        return True
    if after in _NEVER_FIRST or before in _NEVER_LAST or _is_pair(before, after):
        return False
    return is_wide(before) or is_wide(after) or before in "-/"


def grid_stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches [start, end) of the text, and whether they stand on the Chinese grid.

    Those that do are ideographs and full-width punctuation other than dashes and dots.
    """
    start = 0
    for match in _OFF_GRID.finditer(text):
        if start < match.start():
            yield start, match.start(), True
        start = match.end()
        yield match.start(), start, False
    if start < len(text):
        yield start, len(text), True


def stretching(text: str) -> list[bool]:
    """Return for each character whether a justified line may be spread behind it.

    The last one counts as if there was a character of the Chinese grid behind it.
    """
    found = [True] * len(text)
    # Few characters have to be asked about: a tenth of the time it takes to ask about all.
    for start, end, is_on_grid in grid_stretches(text):
        if not is_on_grid:
            for before in range(max(0, start - 1), min(end, len(text) - 1)):
                found[before] = may_stretch(text[before], text[before + 1])
    return found


def may_stretch(before: str, after: str) -> bool:
    """Whether a justified line may be spread between these two characters."""
    if _is_pair(before, after) or is_extender(after):
        return False
    return before == " " or is_wide(before) or is_wide(after)


def overhang(char: str, advance: float, em: float) -> float:
    """Return how far a line's last character may stand out of the measure.

    A stop hangs as a whole; other closing punctuation with its blank right half.
    """
    if advance < 0.9 * em:
        return advance if char in STOPS else 0.0
    if char in STOPS:
        return advance
    return em / 2 if char in CLOSING or char in PAUSES else 0.0


def kerning(text: str, em: float) -> dict[int, float]:
    """Return by how much the advance of the character at each offset changes.

    Of two full-width punctuation marks that meet, one gives up its blank half; between an ideograph
    and a letter or digit there is an eighth of a blank.
    """
    changes = {match.start(): -em / 2 for match in _SQUEEZED.finditer(text)}
    for match in _WESTERN.finditer(text):
        start, end = match.span()
        if start > 0 and text[start] != "%" and _is_han(text[start - 1]):
            changes[start - 1] = em / 8
        if end < len(text) and _is_han(text[end]):
            changes[end - 1] = em / 8
    return changes


def _is_han(char: str) -> bool:
    return char not in _MARKS and _OFF_GRID.match(char) is None


def _is_pair(before: str, after: str) -> bool:
    return before == after and before in _PAIRED
