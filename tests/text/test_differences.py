"""Differences: what they say is true, and they are put where a reader sees them."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.difference import Difference, Differences, Kind, Unit
from annotator.text import alignment
from annotator.text.alignment import _in_order
from annotator.text.differences import _slides, differences

# Few letters, so that texts have much in common, with what makes offsets go wrong.
TEXTS = st.text("甲乙丙丁，。 \u3000\n𠮷😀e\u0301a", max_size=60)


def put_in(one: str, other: str, found: Differences) -> str:
    """Return the first text with the second one's letters at each place."""
    parts, done = [], 0
    for place in found.places:
        parts += [one[done : place.start], other[place.other_start : place.other_end]]
        done = place.end
    return "".join([*parts, one[done:]])


def readings(one: str, other: str, *, unit: Unit = Unit.LETTERS) -> list[tuple[str, str]]:
    return [
        (one[place.start : place.end], other[place.other_start : place.other_end])
        for place in differences(one, other, unit=unit).places
    ]


@given(TEXTS, TEXTS, st.sampled_from(Unit))
def test_putting_in_the_others_letters_gives_the_other_text(
    one: str, other: str, unit: Unit
) -> None:
    found = differences(one, other, unit=unit, with_blanks=True)

    assert put_in(one, other, found) == other


@given(TEXTS, TEXTS, st.sampled_from(Unit))
def test_blanks_and_line_ends_do_not_count_unless_asked_for(
    one: str, other: str, unit: Unit
) -> None:
    found = differences(one, other, unit=unit)

    assert "".join(put_in(one, other, found).split()) == "".join(other.split())


@given(TEXTS, st.lists(st.integers(0, 60), max_size=8))
def test_text_that_was_only_broken_anew_has_no_differences(text: str, breaks: list[int]) -> None:
    broken = text
    for place in breaks:
        broken = f"{broken[:place]}\n　{broken[place:]}"

    assert differences(text, broken) == Differences((), 1.0)


@given(TEXTS, TEXTS, TEXTS)
def test_stretches_of_a_long_text_are_aligned_as_truly(one: str, other: str, tail: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "_MOST_PAIRS", 12)
        patch.setattr(alignment, "_PORTION", 3)
        patch.setattr(alignment, "_STRETCHES", (4, 2))
        one, other = f"{one}{tail}{one}", f"{other}{tail}"
        found = differences(one, other, with_blanks=True)

    assert put_in(one, other, found) == other


@given(TEXTS, TEXTS)
def test_places_are_in_order_and_each_differs(one: str, other: str) -> None:
    end = other_end = -1
    for place in differences(one, other, with_blanks=True).places:
        assert place.start > end
        assert place.other_start > other_end
        assert one[place.start : place.end] != other[place.other_start : place.other_end]
        end, other_end = place.end, place.other_end


@given(TEXTS, TEXTS)
def test_share_is_all_for_equal_texts_alone(one: str, other: str) -> None:
    found = differences(one, other)

    assert 0 <= found.share_same <= 1
    assert (found.share_same == 1) == (not found.places)


def test_what_is_added_begins_with_a_clause() -> None:
    one, other = "推动发展，加快转型，提高质量。", "推动发展，加快改革，加快转型，提高质量。"

    assert readings(one, other) == [("", "加快改革，")]
    assert readings(other, one) == [("加快改革，", "")]


def test_a_letter_that_is_the_same_by_chance_makes_no_two_differences() -> None:
    one, other = "我们要坚决打赢的战役。", "我们应当完成好的任务。"

    assert readings(one, other) == [("要坚决打赢的战役", "应当完成好的任务")]


def test_words_are_replaced_whole() -> None:
    one, other = "发展新质生产力。", "发展新型生产力。"

    assert readings(one, other) == [("质", "型")]
    assert readings(one, other, unit=Unit.WORDS)[0][0] == "新质生产力"


def test_kinds_are_told_from_the_first_texts_side() -> None:
    (place,) = differences("增长百分之八。", "增长。").places

    assert place.kind is Kind.LEFT_OUT
    assert Difference(2, 2, 2, 5).kind is Kind.ADDED
    assert Difference(2, 3, 2, 5).kind is Kind.REPLACED


def test_the_only_twin_that_kept_its_order_is_an_anchor() -> None:
    paragraphs = [
        f"第{number}段说的是{number * 7919}号事项，没有别的内容。" for number in range(900)
    ]
    one, other = "\n".join(paragraphs), "\n".join([*paragraphs[450:], *paragraphs[:450]])

    found = differences(one, other)

    assert len(found.places) == 2
    assert 0.45 < found.share_same < 0.55


def test_comparing_can_be_stopped() -> None:
    class StoppedError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        differences("甲" * 20_000, "乙" * 20_000, report=stop)


def test_long_texts_without_anything_in_common_are_wholly_replaced() -> None:
    found = differences("甲" * 30_000, "乙" * 20_000)

    assert found == Differences((Difference(0, 30_000, 0, 20_000),), 0.0)


@given(TEXTS, TEXTS, st.floats(0, 1))
@example("甲乙", "", 0.5)
def test_counterparts_keep_the_order_and_go_from_end_to_end(
    one: str, other: str, share: float
) -> None:
    found = differences(one, other, with_blanks=True)

    def there(place: float) -> float:
        return found.counterpart(place, Difference(0, len(one), 0, len(other)))

    assert 0 <= there(share * len(one)) <= len(other)
    assert there(share * len(one)) <= there(len(one))
    if one:
        assert there(len(one)) == len(other)


def test_turned_differences_are_those_of_the_other_text() -> None:
    found = Differences((Difference(2, 5, 2, 2),), 0.5)

    assert found.turned() == Differences((Difference(2, 2, 2, 5),), 0.5)


def test_place_inside_a_difference_has_its_share_of_the_other_side() -> None:
    found = Differences((Difference(2, 4, 2, 6), Difference(8, 8, 10, 12)), 0.5)
    whole = Difference(0, 10, 0, 14)

    places = [found.counterpart(place, whole) for place in (0, 2, 3, 4, 6, 9, 10)]

    assert places == [0, 2, 4, 6, 8, 13, 14]


@given(st.text("甲乙，", min_size=1, max_size=12), st.data())
def test_a_difference_slides_only_where_the_rest_stays_the_same(
    row: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(row) - 1))
    end = data.draw(st.integers(start + 1, len(row)))
    without = row[:start] + row[end:]

    for step in _slides(row, start, end, (20, 20)):
        assert row[: start + step] + row[end + step :] == without


@given(st.permutations(range(7)), st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_anchors_are_the_heaviest_that_keep_the_order(
    others: list[int], weights: list[int]
) -> None:
    runs = [(10 * n, 10 * other, weights[n]) for n, other in enumerate(others)]

    chosen = _in_order(runs)

    in_order = [
        part
        for size in range(8)
        for part in combinations(runs, size)
        if all(one[1] < after[1] for one, after in pairwise(part))
    ]
    assert tuple(chosen) in in_order
    assert weight(chosen) == max(map(weight, in_order))


def weight(runs: Sequence[tuple[int, int, int]]) -> int:
    return sum(run[2] for run in runs)
