"""Laws of growing and shrinking a selection."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_text import ReadingText
from annotator.qt.reader.ladder import SelectionLadder
from annotator.qt.reader.selection import Caret, Selection, TextSteps
from annotator.qt.reader.text_model import TextModel
from annotator.text import words

TextMaker = Callable[..., ReadingText]

TEXTS = st.lists(
    st.text("国创新𠮷e\u0301👨\u200d👩，；。！” ", max_size=12), min_size=1, max_size=4
)


@pytest.fixture(scope="module")
def steps_of(text_of: TextMaker) -> Callable[..., TextSteps]:
    return lambda *texts: TextSteps(TextModel(text_of(*texts)), words.word_at)


def drawn_selection(data: st.DataObject, steps: TextSteps) -> Selection:
    place = st.integers(0, steps.text_end).map(steps.snapped)
    return Selection(data.draw(place), Caret(data.draw(place)))


def climbed(ladder: SelectionLadder, selection: Selection) -> list[Selection]:
    """Return what is selected on every rung, from this one to the top."""
    rungs = [selection]
    while (above := ladder.expanded(rungs[-1])) != rungs[-1]:
        rungs.append(above)
    return rungs


def test_ladder_goes_from_the_character_to_the_text(steps_of: Callable[..., TextSteps]) -> None:
    words.load()
    texts = "甲。我们坚持改革，推动创新；继续前进。乙！", "第二段。"
    steps = steps_of(*texts)

    rungs = climbed(SelectionLadder(steps), Selection.at(Caret(texts[0].index("革"))))

    text = "\n".join(texts)
    assert [rung.span.slice_of(text) for rung in rungs if rung.span] == [
        "革",
        "改革",
        "我们坚持改革，",
        "我们坚持改革，推动创新；继续前进。",
        texts[0],
        text,
    ]


@given(TEXTS, st.data())
def test_each_rung_contains_the_one_below_and_the_last_is_the_text(
    steps_of: Callable[..., TextSteps], texts: list[str], data: st.DataObject
) -> None:
    steps = steps_of(*texts)

    rungs = climbed(SelectionLadder(steps), drawn_selection(data, steps))

    spans = [rung.span for rung in rungs if rung.span]
    for below, above in pairwise(spans):
        assert above.start <= below.start
        assert below.end <= above.end
        assert len(above) > len(below)
    assert not steps.text_end or len(spans[-1]) == steps.text_end


@given(TEXTS, st.data())
def test_no_rung_cuts_a_character_in_two(
    steps_of: Callable[..., TextSteps], texts: list[str], data: st.DataObject
) -> None:
    steps = steps_of(*texts)

    rungs = climbed(SelectionLadder(steps), drawn_selection(data, steps))

    for rung in rungs:
        assert rung.span is None or steps.snapped(rung.span.start) == rung.span.start
        assert rung.span is None or steps.snapped(rung.span.end) == rung.span.end


@given(TEXTS, st.data())
def test_shrinking_undoes_expanding(
    steps_of: Callable[..., TextSteps], texts: list[str], data: st.DataObject
) -> None:
    steps = steps_of(*texts)
    ladder = SelectionLadder(steps)

    rungs = climbed(ladder, drawn_selection(data, steps))
    back = [rungs[-1]]
    while len(back) < len(rungs):
        back.append(ladder.shrunk(back[-1]))

    assert back == rungs[::-1]


@given(TEXTS, st.data())
def test_shrinking_any_selection_ends_at_a_caret(
    steps_of: Callable[..., TextSteps], texts: list[str], data: st.DataObject
) -> None:
    steps = steps_of(*texts)
    ladder = SelectionLadder(steps)
    selection = drawn_selection(data, steps)

    while former := selection.span:
        selection = ladder.shrunk(selection)
        assert selection.span is None or (
            former.start <= selection.span.start
            and selection.span.end <= former.end
            and selection.span != former
        )


@given(TEXTS)
@pytest.mark.parametrize("unit", ["clause", "sentence"])
def test_steps_by_clause_and_sentence_reach_both_ends(
    steps_of: Callable[..., TextSteps], unit: str, texts: list[str]
) -> None:
    steps = steps_of(*texts)
    forwards: Callable[[int], int] = getattr(steps, f"next_{unit}")
    backwards: Callable[[int], int] = getattr(steps, f"previous_{unit}")

    place = 0
    while place < steps.text_end:
        assert place < forwards(place) == steps.snapped(forwards(place))
        place = forwards(place)
    while place > 0:
        assert place > backwards(place) == steps.snapped(backwards(place))
        place = backwards(place)

    assert place == 0
