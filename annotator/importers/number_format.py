"""Number formats of Office files: how a number is written, 0.0% or #,##0.00"亿元" or yyyy"年"."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

# Days are counted from here; files that say so count from the other.
FIRST_DAY = date(1899, 12, 30)
FIRST_DAY_1904 = date(1904, 1, 1)

_LONGEST = 60
_MOST = Decimal(10) ** 15
_MOST_DAYS = 2_000_000
_MOST_DECIMALS = 10
_PRECISION = ".15g"
# What is written as it is, in quotes or behind a backslash.
_WORDS = re.compile(r'"([^"]*)"|\\(.)')
# Blanks as wide as a letter, letters that fill the cell, colours and conditions.
_NOT_WRITTEN = re.compile(r"_.|\*.|\[[^\]]*\]")
_DIGITS = re.compile(r"General|[#0?][#0?,]*(?:\.([#0?]*))?", re.IGNORECASE)
# Powers of ten, fractions, thousands left out: what is not read is written in full.
_NOT_READ = re.compile(r"E[+-]|[#0?] ?/|[#0?],+(?![#0?,])|[#0?][^#0?,.]+[#0?]", re.IGNORECASE)
_DATE = re.compile("y+|m+|d+", re.IGNORECASE)
_TIME = re.compile("[hs]", re.IGNORECASE)


def shown_number(value: str, code: str, *, first_day: date = FIRST_DAY) -> str:
    """Return a number as this format code writes it; what is none stays as it is."""
    if len(value) > _LONGEST or len(code) > _LONGEST:
        return value
    try:
        worth = Decimal(value)
    except InvalidOperation:
        return value
    if not worth.is_finite() or abs(worth) >= _MOST:
        return value
    section, *others = code.split(";")
    if worth < 0 and others and others[0]:
        section, worth = others[0], -worth
    words = iter([quoted or escaped for quoted, escaped in _WORDS.findall(section)])
    marks = _NOT_WRITTEN.sub("", _WORDS.sub("\0", section))
    if _NOT_READ.search(marks):
        return _in_full(worth)
    if _DIGITS.search(marks):
        written = _DIGITS.sub(lambda digits: _written(worth, digits, marks), marks, count=1)
    else:
        written = _date(worth, marks, first_day)
    return re.sub("\0", lambda _: next(words, ""), written).strip()


def _written(worth: Decimal, digits: re.Match[str], marks: str) -> str:
    if digits[0].lower() == "general":
        return _in_full(worth)
    decimals = (digits[1] or "")[:_MOST_DECIMALS]
    share = worth * 100 if "%" in marks else worth
    rounded = share.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    whole, point, fraction = f"{rounded:{',' if ',' in digits[0] else ''}f}".partition(".")
    fewest = len(decimals.rstrip("#"))
    fraction = fraction[:fewest] + fraction[fewest:].rstrip("0")
    return whole + (point + fraction if fraction else "")


def _in_full(worth: Decimal) -> str:
    """Return the number without the noise of binary fractions, which Office does not show."""
    return f"{Decimal(f'{float(worth):{_PRECISION}}'):f}"


def _date(worth: Decimal, marks: str, first_day: date) -> str:
    """Return the day of this number; one without a day, or with a time, stays a number."""
    if not _DATE.search(marks) or _TIME.search(marks) or not 0 < worth < _MOST_DAYS:
        return _in_full(worth)
    day = first_day + timedelta(days=int(worth))
    parts = {"y": day.year, "m": day.month, "d": day.day}

    def shown(letters: re.Match[str]) -> str:
        part = parts[letters[0][0].lower()]
        return f"{part:02}" if len(letters[0]) == 2 and part < 100 else str(part)

    return _DATE.sub(shown, marks)
