"""The way through two texts by the passages that they share in the same order."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.span import ReadingSpan
from annotator.text.passages.progression import Progression, SpanPair, in_common_order


@st.composite
def span_pairs(draw: st.DrawFn) -> SpanPair:
    length = draw(st.integers(1, 6))
    one, other = draw(st.integers(0, 30)), draw(st.integers(0, 30))
    return ReadingSpan(one, one + length), ReadingSpan(other, other + length)


def is_in_order(chain: list[SpanPair]) -> bool:
    return all(a.end <= c.start and b.end <= d.start for (a, b), (c, d) in pairwise(chain))


@given(st.lists(span_pairs(), max_size=8))
def test_no_other_selection_in_order_covers_more(pairs: list[SpanPair]) -> None:
    chain = in_common_order(pairs)
    ordered = sorted(pairs, key=lambda pair: pair[0].start)
    heaviest = max(
        sum(len(one) for one, _ in chosen)
        for count in range(len(pairs) + 1)
        for chosen in combinations(ordered, count)
        if is_in_order(list(chosen))
    )
    assert is_in_order(chain)
    assert sum(len(one) for one, _ in chain) == heaviest


@given(st.lists(span_pairs(), max_size=12))
def test_going_on_in_one_text_never_goes_back_in_the_other(pairs: list[SpanPair]) -> None:
    progression = Progression(pairs, 40, 40)
    carried = [progression.carry(place / 4) for place in range(-8, 180)]
    assert carried == sorted(carried)
    for one, other in in_common_order(pairs):
        middle = (one.start + one.end) / 2
        assert progression.carry(middle) == pytest.approx((other.start + other.end) / 2)


def test_texts_that_share_nothing_go_from_beginning_to_end() -> None:
    progression = Progression([], 100, 50)
    assert progression.is_empty
    assert progression.carry(50) == 25
    assert progression.carry(-0.5) == -0.5


def test_a_passage_of_many_thousands_is_no_burden() -> None:
    pairs = [(ReadingSpan(n * 30, n * 30 + 20), ReadingSpan(n * 7, n * 7 + 5)) for n in range(9999)]
    assert in_common_order(pairs) == pairs
