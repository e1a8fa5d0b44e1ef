"""Numerals: every way of writing a number is worth what it says."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers.numerals import chinese
from annotator.text.numerals import NUMBER, value_of

DIGITS = "零一二三四五六七八九"
NUMBERS = st.integers(1, 10**16 - 1)


def spoken(number: int) -> str:
    """Write a number as it is spoken, with 万 and 亿."""
    for magnitude, word in ((10**8, "亿"), (10**4, "万")):
        times, rest = divmod(number, magnitude)
        if times:
            gap = "零" if 0 < rest < magnitude // 10 else ""
            return spoken(times) + word + (gap + spoken(rest) if rest else "")
    words = chinese(number)
    return f"一{words}" if 10 <= number < 20 else words


@given(NUMBERS)
def test_spoken_numbers_are_worth_what_they_say(number: int) -> None:
    words = spoken(number)

    assert re.fullmatch(NUMBER, words)
    assert value_of(words) == number


@given(st.integers(0, 10**9), st.sampled_from(["", "百", "千", "万", "亿", "百万", "千万", "万亿"]))
def test_figures_with_magnitudes_are_worth_what_they_say(number: int, magnitude: str) -> None:
    value = Decimal(1)
    for word in magnitude:
        value *= {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[word]

    for written in (f"{number}{magnitude}", f"{number:,}{magnitude}", f"{number}多{magnitude}"):
        assert value_of(written) == number * value


@given(st.decimals(0, 10**6, places=2))
def test_decimals_keep_their_places(number: Decimal) -> None:
    wide = str(number).translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))

    assert value_of(str(number)) == value_of(wide) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("四万三", "43000"),
        ("三百五", "350"),
        ("三百零五", "305"),
        ("两千万", "20000000"),
        ("十二点五", "12.5"),
        ("二〇二四", "2024"),
        ("百分之三点五", "0.035"),
        ("四分之三", "0.75"),
        ("四十余", "40"),
    ],
)
def test_short_and_special_ways_of_writing_are_understood(words: str, value: str) -> None:
    assert value_of(words) == Decimal(value)


@pytest.mark.parametrize("words", ["三五", "百八十", "零分之一", "一千百"])
def test_words_that_make_no_number_have_no_value(words: str) -> None:
    assert value_of(words) is None


@given(st.text("零〇一二三四五六七八九十百千万亿两0１.,点多余分之", max_size=12))
def test_no_row_of_numerals_breaks_anything(words: str) -> None:
    for match in re.finditer(NUMBER, words):
        value_of(match[0])
