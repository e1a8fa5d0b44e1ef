"""Agreement, reckoned from intervals, beside the same figures counted letter by letter."""

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.text.agreement import (
    Figure,
    Figures,
    Interval,
    Tally,
    Undefined,
    disputes,
    stretches,
    united,
)

Marks = Mapping[str, Sequence[Interval]]

LENGTH = 24
READERS = "甲乙丙丁"

intervals = st.lists(
    st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda ends: tuple(sorted(ends))),
    max_size=5,
).map(united)
texts = st.lists(
    st.dictionaries(st.sampled_from(READERS), intervals, max_size=4), min_size=1, max_size=3
)
two_readers = st.fixed_dictionaries({"甲": intervals, "乙": intervals})


def figures(letters: int, marks: Marks) -> Figures:
    tally = Tally()
    tally.add(letters, {reader: united(spans) for reader, spans in marks.items()})
    return tally.figures()


def values(texts: Sequence[Marks]) -> list[dict[str, bool]]:
    """Return for each letter what each of its readers did."""
    return [
        {reader: any(start <= at < end for start, end in spans) for reader, spans in marks.items()}
        for marks in texts
        for at in range(LENGTH)
    ]


def alpha_by_pairs(texts: Sequence[Marks]) -> Fraction | None:
    """Reckon alpha from the table of coincidences, pair of values by pair of values."""
    table = dict.fromkeys([(a, b) for a in (0, 1) for b in (0, 1)], Fraction(0))
    for unit in values(texts):
        for first, second in permutations(unit.values(), 2):
            table[int(first), int(second)] += Fraction(1, len(unit) - 1)
    total = sum(table.values())
    ones = table[1, 0] + table[1, 1]
    expected = 2 * ones * (total - ones)
    if not expected:
        return None
    return 1 - (total - 1) * (table[0, 1] + table[1, 0]) / expected


def assert_same(figure: Figure, expected: Fraction | float | None) -> None:
    if expected is None:
        assert isinstance(figure, Undefined)
    else:
        assert not isinstance(figure, Undefined)
        assert math.isclose(figure, expected, abs_tol=1e-9)


def most_matches(ours: Sequence[Interval], theirs: Sequence[Interval]) -> int:
    """Return how many pairs can be made at most, by trying all."""
    if not ours:
        return 0
    (start, end), rest = ours[0], ours[1:]
    best = most_matches(rest, theirs)
    for number, (other_start, other_end) in enumerate(theirs):
        shared = {*range(start, end)} & {*range(other_start, other_end)}
        both = {*range(start, end)} | {*range(other_start, other_end)}
        if 2 * len(shared) >= len(both):
            others = [*theirs[:number], *theirs[number + 1 :]]
            best = max(best, 1 + most_matches(rest, others))
    return best


def test_figures_of_two_readers_worked_by_hand() -> None:
    """Of 1,000 letters each marks 100, both the same 50: po = .9, pe = .82, kappa = .08 / .18."""
    found = figures(1000, {"甲": [(0, 100)], "乙": [(50, 150)]})

    (pair,) = found.pairs.values()
    assert pair.letters == found.letters == 1000
    assert pair.per_cent == found.per_cent == 0.9
    assert pair.kappa == pytest.approx(0.08 / 0.18) == pytest.approx(0.444, abs=5e-4)
    assert found.prevalence == 0.1
    # 2,000 values, 200 of them marked: Do = 200 / 2000, De = 2 × 200 × 1800 / (2000 × 1999).
    assert found.alpha == pytest.approx(1 - 0.1 / (2 * 200 * 1800 / (2000 * 1999)))
    assert (pair.exact_f1, pair.half_f1) == (0, 0)


def test_alpha_of_the_published_example_with_two_observers() -> None:
    """Krippendorff (2011), example A: ten units, values 0100000000 and 1110010010."""
    found = figures(10, {"甲": [(1, 2)], "乙": [(0, 3), (5, 6), (8, 9)]})

    assert found.alpha == pytest.approx(0.095, abs=5e-4)
    assert found.per_cent == 0.6


def test_readers_who_marked_the_same_agree_fully() -> None:
    found = figures(30, {"甲": [(3, 9), (12, 15)], "乙": [(3, 9), (12, 15)]})

    (pair,) = found.pairs.values()
    assert (found.per_cent, found.alpha, found.exact_f1, found.half_f1) == (1, 1, 1, 1)
    assert (pair.kappa, pair.exact_f1, pair.half_f1) == (1, 1, 1)


@pytest.mark.parametrize(
    ("letters", "marks", "reason"),
    [
        (30, {"甲": [], "乙": []}, Undefined.NOTHING_MARKED),
        (30, {"甲": [(0, 30)], "乙": [(0, 30)]}, Undefined.EVERYTHING_MARKED),
        (30, {"甲": [(2, 9)]}, Undefined.NOTHING_TO_COMPARE),
        (30, {}, Undefined.NOTHING_TO_COMPARE),
        (0, {"甲": [], "乙": []}, Undefined.NOTHING_TO_COMPARE),
    ],
)
def test_figure_that_does_not_exist_says_why(letters: int, marks: Marks, reason: Undefined) -> None:
    found = figures(letters, marks)

    assert found.alpha is reason
    assert all(pair.kappa is reason for pair in found.pairs.values())
    assert found.half_f1 in (reason, 1)


def test_one_who_marked_nothing_beside_one_who_marked_agrees_by_chance_alone() -> None:
    (pair,) = figures(30, {"甲": [], "乙": [(3, 9)]}).pairs.values()

    assert (pair.per_cent, pair.kappa) == (0.8, 0)
    assert (pair.exact_f1, pair.half_f1) == (0, 0)


def test_what_one_reader_marked_twice_counts_once() -> None:
    assert united([(4, 9), (0, 5), (9, 12), (0, 5), (7, 7)]) == [(0, 9), (9, 12)]


def test_place_of_dispute_reaches_as_far_as_marks_overlap() -> None:
    found = disputes({"甲": [(0, 4), (8, 12), (20, 24)], "乙": [(2, 6), (12, 14), (20, 24)]})

    assert [(one.start, one.end) for one in found] == [(0, 6), (8, 12), (12, 14)]
    assert found[0].letters == {"甲": 4, "乙": 4}
    assert found[0].overlap == pytest.approx(8 / 12)
    assert [one.overlap for one in found[1:]] == [0.5, 0.5]


@given(texts)
def test_figures_are_those_counted_letter_by_letter(texts: list[Marks]) -> None:
    tally = Tally()
    for marks in texts:
        tally.add(LENGTH, marks)
    found = tally.figures()

    units = [unit for unit in values(texts) if len(unit) > 1]
    given_values = [value for unit in units for value in unit.values()]
    pairs = [pair for unit in units for pair in combinations(unit.values(), 2)]
    assert found.letters == len(units)
    assert_same(found.alpha, alpha_by_pairs(texts))
    same = [first == second for first, second in pairs]
    assert_same(found.per_cent, Fraction(sum(same), len(same)) if same else None)
    marked = Fraction(sum(given_values), len(given_values)) if given_values else None
    assert_same(found.prevalence, marked)


@given(texts)
def test_kappa_of_each_pair_is_that_counted_letter_by_letter(texts: list[Marks]) -> None:
    tally = Tally()
    for marks in texts:
        tally.add(LENGTH, marks)

    for (a, b), pair in tally.figures().pairs.items():
        both = [(unit[a], unit[b]) for unit in values(texts) if a in unit and b in unit]
        n = len(both)
        observed = Fraction(sum(x == y for x, y in both), n)
        first, second = (Fraction(sum(column), n) for column in zip(*both, strict=True))
        expected = first * second + (1 - first) * (1 - second)
        assert pair.letters == n
        assert_same(pair.kappa, (observed - expected) / (1 - expected) if expected < 1 else None)


@given(two_readers)
@example({"甲": [(0, 4), (4, 8)], "乙": [(0, 8)]})
@example({"甲": [(0, 8)], "乙": [(0, 4), (4, 8)]})
def test_marks_are_matched_as_often_as_possible(marks: dict[str, list[Interval]]) -> None:
    ours, theirs = marks["甲"], marks["乙"]
    (pair,) = figures(LENGTH, marks).pairs.values()

    total = len(ours) + len(theirs)
    assert_same(pair.half_f1, Fraction(2 * most_matches(ours, theirs), total) if total else None)
    assert_same(pair.exact_f1, Fraction(2 * len({*ours} & {*theirs}), total) if total else None)


@given(st.dictionaries(st.sampled_from(READERS), intervals, min_size=1, max_size=4))
def test_stretches_and_disputes_tell_who_marked_each_letter(marks: Marks) -> None:
    told = {at: one.marked_by for one in stretches(marks) for at in range(one.start, one.end)}
    counted = {
        at: frozenset(reader for reader, is_marked in unit.items() if is_marked)
        for at, unit in enumerate(values([marks]))
    }
    assert told == {at: readers for at, readers in counted.items() if readers}

    disputed = [at for one in disputes(marks) for at in range(one.start, one.end)]
    assert len(disputed) == len({*disputed})
    apart = {at for at, readers in counted.items() if readers and len(readers) < len(marks)}
    assert apart <= {*disputed} <= told.keys()
    for one in disputes(marks):
        for reader, letters in one.letters.items():
            assert letters == sum(reader in told[at] for at in range(one.start, one.end))
