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
from collections.abc import Generator, Iterator
from typing import Self

from annotator.text.scripts import simplified, written_as

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
# Ideographs become one letter each; most of a text need not be looked at.
_NO_IDEOGRAPH = re.compile("[^\u3400-\u4dbf\u4e00-\u9fff]")
_LEFT_OUT = re.compile(r"[\s\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class _Letters(dict[int, str]):
    """What becomes of each code point; learned when first asked for, as `str.translate` does."""

    def __init__(self, *, is_blind_to_script: bool) -> None:
        super().__init__()
        self._is_blind_to_script = is_blind_to_script

    def having(self, letter: str, text: str) -> str:
        """Return the characters that have this letter, all those of the text among them."""
        ideographs = written_as(letter) if self._is_blind_to_script else letter
        others = set(_NO_IDEOGRAPH.findall(text))
        return ideographs + "".join(one for one in others if letter in self[ord(one)])

    def __missing__(self, code_point: int) -> str:
        letters = _normal_letters(chr(code_point))
        if self._is_blind_to_script:
            letters = simplified(letters)
        self[code_point] = letters
        return letters


def _normal_letters(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf"}:
        return ""
    # Marks first: Unicode would take ″ for two of ′, and ´ for a blank with an accent.
    letters = unicodedata.normalize("NFKD", character.translate(_ONE_MARK)).casefold()
    letters = unicodedata.normalize("NFKD", letters).translate(_ONE_MARK)
    return unicodedata.normalize("NFC", _LEFT_OUT.sub("", letters))


_LETTERS = {blind: _Letters(is_blind_to_script=blind) for blind in (False, True)}
_STEP = 50_000


def find_letter(text: str, letter: str, *, is_blind_to_script: bool) -> Iterator[int | None]:
    """Yield where characters stand that have this letter of the normal form; None after each step.

    They are those that `NormalForm.find_all` finds, without the normal form of the whole text.
    """
    letters = _LETTERS[is_blind_to_script]
    for start in range(0, len(text), _STEP):
        part = text[start : start + _STEP]
        having = re.escape(letters.having(letter, part))
        for match in re.finditer(f"[{having}]", part):
            yield start + match.start()
        yield None


def normal_letters(words: str, *, is_blind_to_script: bool) -> str:
    """Return the normal form of some words, which may be nothing."""
    return words.translate(_LETTERS[is_blind_to_script])


class NormalForm:
    """The normal form of one text. Built in one pass, about 0.07 s for a million characters.

    One that is blind to script takes 産業 for 产业.
    """

    def __init__(self, text: str, *, is_blind_to_script: bool = False) -> None:
        self._letters = _LETTERS[is_blind_to_script]
        self.text = ""
        self._starts, self._offsets = array("I"), array("I")
        for _ in self._steps(text):
            pass

    @classmethod
    def in_steps(
        cls, text: str, *, is_blind_to_script: bool = False
    ) -> Generator[None, None, Self]:
        """Build the same in steps of a few milliseconds; a caller may pause after each."""
        form = cls("", is_blind_to_script=is_blind_to_script)
        yield from form._steps(text)
        return form

    def find_all(self, query: str) -> Iterator[tuple[int, int]]:
        """Yield the ranges of the original text whose normal form is that of the query, in order.

        Ranges do not overlap. A character that only partly belongs to a hit (the ﬁ of ﬁnd, for
        "ind") is in it as a whole. A query without any letter or mark finds nothing.
        """
        wanted = query.translate(self._letters)
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

    def _steps(self, text: str) -> Iterator[None]:
        parts: list[str] = []
        length = 0
        for start in range(0, len(text), _STEP):
            part = text[start : start + _STEP]
            self._add_runs(part, length, start)
            parts.append(part.translate(self._letters))
            length += len(parts[-1])
            yield
        self.text = "".join(parts)

    def original(self, position: int) -> int:
        """Return the offset in the text of the character from which this letter comes."""
        run = bisect_right(self._starts, position) - 1
        return self._offsets[run] + position - self._starts[run]

    def _add_runs(self, part: str, start: int, offset: int) -> None:
        """Note where each run of characters that become one letter each starts in both texts.

        A letter of a character that becomes several is a run of its own.
        """
        self._starts.append(start)
        self._offsets.append(offset)
        others = set(_NO_IDEOGRAPH.findall(part))
        uneven = [letter for letter in others if len(self._letters[ord(letter)]) != 1]
        if not uneven:
            return
        following = 0
        for match in re.finditer("[" + re.escape("".join(uneven)) + "]", part):
            start += match.start() - following
            for _ in self._letters[ord(match[0])]:
                self._starts.append(start)
                self._offsets.append(offset + match.start())
                start += 1
            following = match.start() + 1
            self._starts.append(start)
            self._offsets.append(offset + following)
