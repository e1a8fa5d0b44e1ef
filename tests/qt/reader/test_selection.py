from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.selection import Caret, Selection, TextSteps
from annotator.qt.reader.text_model import TextModel

FAMILY = "👨\u200d👩\u200d👧"


@pytest.fixture(scope="module")
def steps_of(text_of: Callable[..., ReadingText]) -> Callable[..., TextSteps]:
    return lambda *texts: TextSteps(TextModel(text_of(*texts)), two_characters)


def two_characters(text: str, offset: int) -> tuple[int, int]:
    start = offset // 2 * 2
    return start, min(start + 2, len(text))


def test_selection_runs_either_way() -> None:
    assert Selection(5, Caret(2)).span == ReadingSpan(2, 5)
    assert Selection(2, Caret(5)).span == ReadingSpan(2, 5)
    assert Selection.at(Caret(3)).span is None


def test_caret_steps_over_what_readers_see_as_one_character(
    steps_of: Callable[..., TextSteps],
) -> None:
    text = f"国𠮷e\u0301{FAMILY}中"
    steps = steps_of(text)

    places = [0]
    while places[-1] < len(text):
        places.append(steps.next_character(places[-1]))

    assert places == [0, 1, 2, 4, 9, 10]
    assert [steps.previous_character(place) for place in places[1:]] == places[:-1]


@given(st.lists(st.text("国𠮷e\u0301😀，", min_size=1, max_size=9), min_size=1, max_size=4))
def test_steps_forwards_and_backwards_meet_the_same_places(
    steps_of: Callable[..., TextSteps], texts: list[str]
) -> None:
    steps = steps_of(*texts)

    forwards = [0]
    while forwards[-1] < steps.text_end:
        forwards.append(steps.next_character(forwards[-1]))
    backwards = [steps.text_end]
    while backwards[-1] > 0:
        backwards.append(steps.previous_character(backwards[-1]))

    assert forwards == backwards[::-1]
    assert all(steps.snapped(place) == place for place in forwards)


def test_place_inside_a_character_is_moved_to_its_start(
    steps_of: Callable[..., TextSteps],
) -> None:
    assert steps_of(f"国{FAMILY}").snapped(3) == 1


def test_caret_steps_from_paragraph_to_paragraph(steps_of: Callable[..., TextSteps]) -> None:
    steps = steps_of("甲乙", "丙丁", "戊")

    assert steps.next_character(2) == 3
    assert steps.previous_character(3) == 2
    assert [steps.next_paragraph(place) for place in (0, 1, 3, 6)] == [3, 3, 6, 7]
    assert [steps.previous_paragraph(place) for place in (7, 5, 3, 1)] == [6, 3, 0, 0]


def test_words_come_from_the_word_finder(steps_of: Callable[..., TextSteps]) -> None:
    steps = steps_of("甲乙丙丁", "戊")

    assert steps.word_at(3) == ReadingSpan(2, 4)
    assert steps.word_at(4) is None
    assert steps.next_word(1) == 2
    assert steps.previous_word(4) == 2


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [(0, "甲说：“乙。”"), (5, "甲说：“乙。”"), (7, "丙！"), (9, "丁"), (10, "丁")],
)
def test_sentence_reaches_to_its_end_mark_and_closing_quotes(
    steps_of: Callable[..., TextSteps], offset: int, sentence: str
) -> None:
    text = "甲说：“乙。”丙！丁"

    found = steps_of(text).sentence_at(offset)

    assert found is not None
    assert found.slice_of(text) == sentence


def test_empty_text_has_no_word_and_no_sentence() -> None:
    steps = TextSteps(TextModel(ReadingText("", (), ())))

    assert steps.word_at(0) is None
    assert steps.sentence_at(0) is None
    assert steps.next_character(0) == steps.previous_character(0) == 0
