"""Numbers as Office files write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers.number_format import FIRST_DAY_1904, shown_number


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("126.05819999999999", "General", "126.0582"),
        ("126.05819999999999", '0.00"万亿元"', "126.06万亿元"),
        ("2023", 'General"年"', "2023年"),
        ("0.052", "0.0%", "5.2%"),
        ("1234567.5", "#,##0", "1,234,568"),
        ("123456789012", "General", "123456789012"),
        ("-5", "0;(0)", "(5)"),
        ("-5", "0.0", "-5.0"),
        ("0.125", "0.00", "0.13"),
        ("3.10", "0.##", "3.1"),
        ("3", "0.##", "3"),
        ("5.2", "[Red]0.0_ ", "5.2"),
        ("7", "0\\人", "7人"),
        ("3", "@", "3"),
        ("3", "", ""),
    ],
)
def test_number_is_written_as_its_format_says(value: str, code: str, shown: str) -> None:
    assert shown_number(value, code) == (shown or value)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('yyyy"年"', "2024年"),
        ("yyyy/m/d", "2024/1/5"),
        ("yyyy-mm-dd;@", "2024-01-05"),
        ('yyyy"年"m"月"', "2024年1月"),
        ("yyyy/m/d h:mm", "45296"),
    ],
)
def test_day_is_written_as_its_format_says(code: str, shown: str) -> None:
    assert shown_number("45296", code) == shown


def test_days_are_counted_from_1904_where_the_file_says_so() -> None:
    assert shown_number("43834", "yyyy-mm-dd", first_day=FIRST_DAY_1904) == "2024-01-05"


@pytest.mark.parametrize("code", ["0.0E+00", "0,", "0.0,,", "# ?/?", "000-0000", "0/100"])
def test_number_in_a_format_that_is_not_read_is_written_in_full(code: str) -> None:
    assert shown_number("12345678.5", code) == "12345678.5"


@pytest.mark.parametrize(
    "value", ["", "abc", "1e400000", "nan", "Infinity", "-1e15", "9" * 1_000, "𠮷", "1" * 61]
)
@pytest.mark.parametrize("code", ["0.00", "yyyy", "General", '0"亿"'])
def test_what_is_no_number_of_a_sensible_size_stays_as_it_is(value: str, code: str) -> None:
    assert shown_number(value, code) == value


@given(st.text(max_size=70), st.text('0#?.,;%"\\_*[]@ EGeneralymdhs年\0\n', max_size=70))
def test_any_value_and_format_can_be_shown(value: str, code: str) -> None:
    shown_number(value, code)
    assert shown_number("-0.5", code) is not None


@given(st.decimals(-(10**9), 10**9, places=4))
def test_no_digit_is_lost_in_a_general_number(worth: object) -> None:
    assert float(shown_number(str(worth), "General")) == float(str(worth))
