"""Numerals: what the numbers in Chinese prose are worth, written in figures or in words."""

import re
import unicodedata
from decimal import Decimal

DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

_DIGIT = f"[{''.join(DIGITS)}]"
_WORDS = f"[{''.join(DIGITS)}{''.join(MAGNITUDES)}]+"
_FIGURES = r"[0-9０-９]+(?:,[0-9]{3})*(?:[.．][0-9０-９]+)?"

# 1.2亿, 6000多万, 四万三千, 十二点五; 三分之二 is a number of its own.
NUMBER = (
    rf"(?:{_WORDS}分之{_WORDS}(?:点{_DIGIT}+)?"
    rf"|{_FIGURES}(?:[多余]?[百千万亿]+)?[多余]?"
    rf"|{_WORDS}(?:点{_DIGIT}+)?[多余]?)"
)

_IN_FIGURES = re.compile(rf"({_FIGURES})([百千万亿]*)")
_SMALL = re.compile(
    rf"(?:(?P<千>{_DIGIT})千)?零?(?:(?P<百>{_DIGIT})百)?(?:零?(?P<十>{_DIGIT}?)(?P<ten>十))?"
    rf"(?P<gap>零?)(?P<ones>{_DIGIT})?"
)
_LONE_MAGNITUDE = re.compile("[百千]")
_NO_VALUE = str.maketrans("", "", "多余,")


def value_of(number: str) -> Decimal | None:
    """Return what a NUMBER is worth; None where its words make no number.

    多 and 余 count nothing: 500多 is worth 500.
    """
    if "分之" in number:
        whole, parts = (value_of(words) for words in number.split("分之", 1))
        return parts / whole if parts is not None and whole else None
    number = number.translate(_NO_VALUE)
    if figures := _IN_FIGURES.fullmatch(number):
        value = Decimal(unicodedata.normalize("NFKC", figures[1]))
        for magnitude in figures[2]:
            value *= MAGNITUDES[magnitude]
        return value
    words, _, decimals = number.partition("点")
    whole_value = _in_words(words)
    if whole_value is None:
        return None
    return Decimal(f"{whole_value}.{''.join(str(DIGITS[word]) for word in decimals)}")


def _in_words(words: str) -> int | None:
    """Return the value of 四万三千, of 四万三, which is short for it, or of 二〇二三."""
    for magnitude in "亿万":
        head, found, tail = words.rpartition(magnitude)
        if found:
            times = _in_words(head) if head else 1
            rest = _in_words(tail) if tail else 0
            if times is None or rest is None:
                return None
            if len(tail) == 1:
                rest *= MAGNITUDES[magnitude] // 10
            return times * MAGNITUDES[magnitude] + rest
    if len(words) > 2 and all(word in DIGITS for word in words):
        return int("".join(str(DIGITS[word]) for word in words))
    if _LONE_MAGNITUDE.fullmatch(words):
        return MAGNITUDES[words]
    return _below_ten_thousand(words)


def _below_ten_thousand(words: str) -> int | None:
    """Return the value of 三百零五, or of 三百五, which is short for 三百五十."""
    parts = _SMALL.fullmatch(words)
    if parts is None:
        return None
    value = sum(DIGITS[parts[name]] * MAGNITUDES[name] for name in "千百" if parts[name])
    if parts["ten"]:
        value += DIGITS[parts["十"] or "一"] * 10
    if not parts["ones"]:
        return value
    ones = DIGITS[parts["ones"]]
    is_short = words[-2:-1] in ("百", "千") and not parts["gap"]
    return value + ones * (MAGNITUDES[words[-2]] // 10 if is_short else 1)
