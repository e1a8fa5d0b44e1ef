"""The form in which texts are searched, and the way back from it to the text.

Two passages have the same normal form when they differ only in
- blanks, line ends, control and other invisible characters, which are left out;
- width, case, accents and the shapes that Unicode calls compatible (Ａ a, ㎡ m2, ① 1, ⼈ 人);
- which of several like marks was typed: “ 「 ‘ ", — – -, 。 ., 〔 【 [, 《 〈 <, · • ・.

Other marks stay, so that 3.5% is not found in 35%, and so does their number (—— is two dashes).
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator

_LIKE_MARKS = {
    '"': "“”„‟«»‘’‚‛‹›「」『』〝〞〟'`′″",
    "-": "‐‑‒–—―−─━﹘⸺⸻",
    ".": "。",
    "[": "〔【〖",
    "]": "〕】〗",
    "<": "《〈",
    ">": "》〉",
    "·": "•‧∙⋅・",
    "~": "〜∼",
    ":": "∶",
    "/": "⁄∕",
}
_ONE_MARK = str.maketrans({like: mark for mark, likes in _LIKE_MARKS.items() for like in likes})
_LEFT_OUT = re.compile(r"[\s\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class _Letters(dict[int, str]):
    """What becomes of each code point; learned when first asked for, as `str.translate` does."""

    def __missing__(self, code_point: int) -> str:
        self[code_point] = letters = _normal_letters(chr(code_point))
        return letters


def _normal_letters(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf"}:
        return ""
    # Marks first: Unicode would take ″ for two of ′, and ´ for a blank with an accent.
    letters = unicodedata.normalize("NFKD", character.translate(_ONE_MARK)).casefold()
    letters = unicodedata.normalize("NFKD", letters).translate(_ONE_MARK)
    return unicodedata.normalize("NFC", _LEFT_OUT.sub("", letters))


_LETTERS = _Letters()


class NormalForm:
    """The normal form of one text. Built in one pass, about 0.07 s for a million characters."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(_LETTERS)
        self._starts, self._offsets = _runs(text)

    def find_all(self, query: str) -> Iterator[tuple[int, int]]:
        """Yield the ranges of the original text whose normal form is that of the query, in order.

        Ranges do not overlap. A character that only partly belongs to a hit (the ﬁ of ﬁnd, for
        "ind") is in it as a whole. A query without any letter or mark finds nothing.
        """
        wanted = query.translate(_LETTERS)
        position = self.text.find(wanted) if wanted else -1
        free_from = 0
        while position >= 0:
            start = self.original(position)
            if start < free_from:
                position = self.text.find(wanted, position + 1)
                continue
            free_from = self.original(position + len(wanted) - 1) + 1
            yield start, free_from
            position = self.text.find(wanted, position + len(wanted))

    def original(self, position: int) -> int:
        """Return the offset in the text of the character from which this letter comes."""
        run = bisect_right(self._starts, position) - 1
        return self._offsets[run] + position - self._starts[run]


def _runs(text: str) -> tuple["array[int]", "array[int]"]:
    """Return where each run of characters that became one letter each starts: normal, original.

    A letter of a character that became several is a run of its own.
    """
    starts, offsets = array("I", [0]), array("I", [0])
    uneven = [character for character in set(text) if len(_LETTERS[ord(character)]) != 1]
    if not uneven:
        return starts, offsets
    start = following = 0
    for match in re.finditer("[" + re.escape("".join(uneven)) + "]", text):
        offset = match.start()
        start += offset - following
        for _ in _LETTERS[ord(match[0])]:
            starts.append(start)
            offsets.append(offset)
            start += 1
        following = offset + 1
        starts.append(start)
        offsets.append(following)
    return starts, offsets
