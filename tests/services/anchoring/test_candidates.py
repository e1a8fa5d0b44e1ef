"""Candidates: the likeliest place first, each with its score, none made up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.services.anchoring.candidates import LEAST_SCORE, candidates

BEFORE, AFTER = "会议指出，过去一年成绩来之不易。", "会议要求，各地抓紧落实到位。"
QUOTATION = "要及时将科技创新成果应用到具体产业和产业链上"
LIKE = "应当及时把科技成果用到产业和产业链上"


def test_same_letters_have_the_full_score() -> None:
    (found,) = candidates(BEFORE + QUOTATION + AFTER, QUOTATION, BEFORE, AFTER)

    assert (found.start, found.end) == (len(BEFORE), len(BEFORE) + len(QUOTATION))
    assert (found.score, found.context_score) == (1, 1)


def test_reworded_passage_is_found_without_what_stands_around_it() -> None:
    text = BEFORE + LIKE + AFTER

    found = candidates(text, QUOTATION, BEFORE, AFTER)[0]

    assert text[found.start : found.end] == "及时把科技成果用到产业和产业链上"
    assert LEAST_SCORE <= found.score < 1


def test_place_with_the_same_context_comes_before_the_same_words_elsewhere() -> None:
    text = BEFORE + LIKE + AFTER + "另一处说的是别的，" * 3 + QUOTATION + "到此为止。"

    found = candidates(text, QUOTATION, BEFORE, AFTER)

    assert [text[one.start : one.end] for one in found][:2] == [LIKE[2:], QUOTATION]
    assert found[0].score < found[1].score


@pytest.mark.parametrize("text", ["", "全然不同的文字，没有一处相近。", "𠮷😀" * 30])
def test_where_nothing_is_alike_nothing_is_offered(text: str) -> None:
    assert candidates(text, QUOTATION, "", "") == []


@given(
    st.text("科技创新发展𠮷😀，。", max_size=80), st.text("科技创新𠮷😀，", min_size=1, max_size=12)
)
def test_candidates_lie_in_the_text_and_apart(text: str, quotation: str) -> None:
    found = candidates(text, quotation, "", "")

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(LEAST_SCORE <= one.score <= 1 for one in found)
    in_order = sorted(found, key=lambda one: one.start)
    assert all(a.end <= b.start for a, b in pairwise(in_order))
