"""Numerals: as they stand before the items of Chinese lists."""

import pytest

from annotator.importers.numerals import written


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (1, "chinese", "一"),
        (10, "chinese", "十"),
        (12, "chinese", "十二"),
        (20, "chinese", "二十"),
        (105, "chinese", "一百零五"),
        (110, "chinese", "一百一十"),
        (2024, "chinese", "二千零二十四"),
        (1001, "chinese", "一千零一"),
        (12, "legal", "壹拾贰"),
        (2024, "digits", "二〇二四"),
        (27, "letters", "aa"),
        (28, "LETTERS", "BB"),
        (1999, "ROMAN", "MCMXCIX"),
        (4, "roman", "iv"),
        (20, "circled", "⑳"),
        (21, "circled", "21"),
        (7, "padded", "07"),
        (12, "full width", "１２"),
        (11, "stems", "11"),
        (0, "chinese", "0"),
        (-3, "letters", "-3"),
        (10**9, "roman", "1000000000"),
        (5, "no such style", "5"),
    ],
)
def test_numbers_are_written_in_their_style(number: int, style: str, text: str) -> None:
    assert written(number, style) == text
