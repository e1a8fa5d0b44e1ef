"""Two passages that read nearly alike, letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.passages.alignment import carried, differing

WORDS = st.text("甲乙丙丁𠮷，", min_size=1, max_size=20).filter(
    lambda words: "".join(words).strip("，")
)


@pytest.mark.parametrize(
    ("words", "others", "found"),
    [
        ("特点是创新", "特点是创新", []),
        ("特点是创新", "特点即创新", ["即"]),
        ("特点是创新", "特、点：创新", [""]),
        ("特点创新", "特点，是创新", ["是"]),
        ("甲特点是创新乙", "特点是创新", []),
        ("特点是创新", "他说特点是创新，很好", []),
        ("特点是创新", "完全别的话", []),
        ("Ａ特点", "a，特 点", []),
        ("𠮷特点是😀创新", "𠮷特点在创新", ["在"]),
    ],
)
def test_what_the_other_has_otherwise_is_marked(words: str, others: str, found: list[str]) -> None:
    assert [others[start:end] for start, end in differing(words, others)] == found


def test_place_where_letters_are_left_out_is_told() -> None:
    assert differing("特点是创新", "特点：创新") == [(3, 3)]


@given(WORDS, WORDS)
def test_marks_stand_in_the_words_and_in_order(words: str, others: str) -> None:
    found = differing(words, others)

    assert found == sorted(found)
    assert all(0 <= start <= end <= len(others) for start, end in found)
    assert differing(words, words) == []


@given(WORDS, st.integers(0, 30))
def test_letter_is_carried_to_itself_in_the_same_words(words: str, offset: int) -> None:
    letters = [at for at, letter in enumerate(words) if letter.isalnum()]
    expected = next((at for at in letters if at >= offset), letters[-1])

    assert carried(words, offset, words) == expected
    assert carried(words, offset, f"戊：{words}") == expected + 2


@given(WORDS, st.integers(0, 30), WORDS)
def test_letter_is_carried_to_a_letter(words: str, offset: int, others: str) -> None:
    assert others[carried(words, offset, others)].isalnum()
