"""Numerals: how the numbers of lists are written, from 1. to 一、 and ①."""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_SPOKEN_DIGITS = "零一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_LETTERS = 26 * 30
_MOST_COUNTED = 9999


def chinese(number: int) -> str:
    """Write a number from 1 to 9999 as it is spoken: 十二, 一百零五."""
    text = _counted(number, _SPOKEN_DIGITS, units="十百千")
    return text.removeprefix("一") if 10 <= number < 20 else text


def _legal(number: int) -> str:
    return _counted(number, _LEGAL_DIGITS, units="拾佰仟")


def _counted(number: int, digits: str, *, units: str) -> str:
    text, skipped = "", False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            text += digits[0] if skipped and text else ""
            text += digits[digit] + (units[power - 1] if power else "")
        skipped = not digit
    return text


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letters(number: int) -> str:
    """Write a, b … z, aa, bb …, as word processors do."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


# For each style its writing and the greatest number that it can write.
_STYLES: Mapping[str, tuple[Callable[[int], str], int]] = {
    "chinese": (chinese, _MOST_COUNTED),
    "legal": (_legal, _MOST_COUNTED),
    "digits": (_digit_by_digit, _MOST_COUNTED),
    "letters": (_letters, _MOST_LETTERS),
    "LETTERS": (lambda number: _letters(number).upper(), _MOST_LETTERS),
    "roman": (_roman, _MOST_COUNTED),
    "ROMAN": (lambda number: _roman(number).upper(), _MOST_COUNTED),
    "full width": (_full_width, _MOST_COUNTED),
    "padded": (lambda number: f"{number:02}", _MOST_COUNTED),
    "circled": (lambda number: chr(ord("①") + number - 1), 20),
    "in brackets": (lambda number: chr(ord("⑴") + number - 1), 20),
    "with stop": (lambda number: chr(ord("⒈") + number - 1), 20),
    "chinese in circles": (lambda number: chr(ord("㊀") + number - 1), 10),
    "stems": (lambda number: _STEMS[number - 1], 10),
    "branches": (lambda number: _BRANCHES[number - 1], 12),
}


def written(number: int, style: str) -> str:
    """Write a number in this style; in figures where the style has no way to write it."""
    write, greatest = _STYLES.get(style, (str, 0))
    return write(number) if 1 <= number <= greatest else str(number)
