"""Shared passages: all that recurs is found, and nothing that does not."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.passage import Pair, SharedPassages
from annotator.text.passages import shared_pairs, shared_passages
from annotator.text.passages.exact import exact_matches
from annotator.text.passages.letters import letters_of
from annotator.text.repair import repair

DATA = sorted((Path(__file__).parents[2] / "data").glob("00*.txt"))
FEW_LETTERS = st.text("甲乙𠮷，\n", max_size=60)
QUOTATION = "发展新质生产力是推动高质量发展的内在要求和重要着力点必须继续做好创新这篇大文章"


def words(texts: list[str], pair: Pair) -> tuple[str, str]:
    return pair.a.span.slice_of(texts[pair.a.text]), pair.b.span.slice_of(texts[pair.b.text])


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def maximal_matches(texts: list[str], least: int) -> Iterator[tuple[int, int, int]]:
    """Compare every place with every other: slow and sure."""
    row = [(number, letter) for number, text in enumerate(texts) for letter in letters(text)]
    for first in range(len(row)):
        for second in range(first + 1, len(row)):
            length = 0
            while (
                second + length < len(row)
                and row[first + length][1] == row[second + length][1]
                and row[first + length][0] == row[first][0]
                and row[second + length][0] == row[second][0]
            ):
                length += 1
            goes_back = (
                first > 0
                and row[first - 1] == (row[first][0], row[second - 1][1])
                and row[second - 1][0] == row[second][0]
            )
            length = min(length, second - first)
            if length >= least and not goes_back:
                yield first, second, length


@given(st.lists(FEW_LETTERS, max_size=4), st.integers(2, 9))
def test_exact_matches_are_those_of_comparing_every_place_with_every_other(
    texts: list[str], least: int
) -> None:
    found = exact_matches(letters_of(texts), least, most=1000)

    expected = maximal_matches(texts, least)
    assert sorted(zip(*found.lists(), strict=True)) == sorted(expected)


@given(st.lists(FEW_LETTERS, max_size=4), st.booleans())
def test_what_is_paired_reads_alike_and_members_do_not_overlap(
    texts: list[str], fuzzy: bool
) -> None:
    shared = shared_passages(texts, least=6, fuzzy=fuzzy)

    for pair in shared.pairs:
        one, other = words(texts, pair)
        assert min(len(letters(one)), len(letters(other))) >= 6
        assert (letters(one) == letters(other)) or (fuzzy and 0.85 <= pair.similarity < 1)
    for family in shared.families:
        for before, after in zip(family.members, family.members[1:], strict=False):
            assert before < after
            assert before.text != after.text or before.span.end <= after.span.start


@given(st.lists(FEW_LETTERS, max_size=3))
def test_every_pair_lies_in_one_family(texts: list[str]) -> None:
    shared = shared_passages(texts, least=6)

    for pair in shared.pairs:
        holding = [
            family
            for family in shared.families
            if any(
                member.text == pair.a.text
                and member.span.start <= pair.a.span.start
                and pair.a.span.end <= member.span.end
                for member in family.members
            )
        ]
        assert holding


def places(pairs: Iterable[Pair], numbers: Sequence[int]) -> set[tuple[object, ...]]:
    """Return what is paired, with other numbers for the texts."""
    return {
        (numbers[pair.a.text], pair.a.span, numbers[pair.b.text], pair.b.span, pair.similarity)
        for pair in pairs
    }


@given(st.lists(FEW_LETTERS, max_size=5), st.booleans())
def test_what_two_texts_share_does_not_depend_on_the_others(texts: list[str], fuzzy: bool) -> None:
    pairs = shared_passages(texts, least=6, fuzzy=fuzzy).pairs

    for one, other in combinations(range(len(texts)), 2):
        alone = shared_passages([texts[one], texts[other]], least=6, fuzzy=fuzzy).pairs
        together = [pair for pair in pairs if {pair.a.text, pair.b.text} <= {one, other}]
        assert places(alone, [one, other]) == places(together, range(len(texts)))


@given(st.lists(FEW_LETTERS, max_size=5), st.booleans(), st.randoms())
def test_texts_that_come_one_at_a_time_share_the_same_in_the_end(
    texts: list[str], fuzzy: bool, chance: random.Random
) -> None:
    order = chance.sample(range(len(texts)), len(texts))
    known = order[: len(order) // 2]

    before = shared_passages([texts[number] for number in sorted(known)], least=6, fuzzy=fuzzy)
    found = places(before.pairs, sorted(known))
    fresh = order[len(known) :]
    for pairs in shared_pairs(texts, least=6, fuzzy=fuzzy, fresh=fresh):
        found |= places(pairs, range(len(texts)))

    together = shared_passages(texts, least=6, fuzzy=fuzzy)
    assert found == places(together.pairs, range(len(texts)))


def test_blanks_line_ends_marks_and_width_do_not_count() -> None:
    texts = [f"甲：{QUOTATION}。", "乙 " + "，\n".join(QUOTATION) + "ＡＢ", "丙"]

    (pair,) = shared_passages(texts).pairs

    one, other = words(texts, pair)
    assert one == QUOTATION
    assert letters(other) == QUOTATION


def test_near_passages_are_found_with_their_likeness() -> None:
    changed = QUOTATION.replace("重要", "首要").replace("继续", "")
    texts = [f"一二三{QUOTATION}四五六", f"七八九{changed}百千万"]

    (exact,) = shared_passages(texts).pairs
    (pair,) = shared_passages(texts, fuzzy=True).pairs

    assert words(texts, exact)[0] == QUOTATION[: QUOTATION.index("重要")]
    assert words(texts, pair) == (QUOTATION, changed)
    assert 0.9 < pair.similarity < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "山地的果树产业和茶叶产业，加快形成县里的新收入",
            "山地的果树产业与茶叶产业是形成县里的新收入",
        ),
        (
            "会长在商会第十一次会员大会上就来年工作发表了讲话",
            "会长在商会第三次会员大会上就来年工作发表了讲话",
        ),
        (
            "建设农村的公共设施。人才是乡村全面振兴的首要条件",
            "建设农村的公共设施，人才为乡村全面振兴的首要条件",
        ),
    ],
)
def test_short_stock_phrases_that_say_different_things_are_not_near(one: str, other: str) -> None:
    other += "之一"
    texts = [f"{one}甲", f"{other}乙"]
    longer = [f"{text}，{QUOTATION}" for text in (one, other)]

    assert all(pair.similarity == 1 for pair in shared_passages(texts, fuzzy=True).pairs)
    assert any(pair.similarity < 1 for pair in shared_passages(longer, fuzzy=True).pairs)


def test_passage_that_stands_ten_thousand_times_is_one_family() -> None:
    text = "\n".join(f"{QUOTATION}{chr(0x4E00 + number)}" for number in range(10_000))

    shared = shared_passages([text])

    assert len(shared.pairs) < 1_000_000
    assert max(len(family.members) for family in shared.families) == 10_000


@pytest.mark.parametrize("fuzzy", [False, True])
def test_nothing_recurs_in_nothing(fuzzy: bool) -> None:
    for texts in ([], [""], ["", "，。"], ["短"], ["𠮷😀" * 2]):
        assert shared_passages(texts, fuzzy=fuzzy) == SharedPassages()


def test_texts_in_the_sample_library_share_what_a_prototype_found() -> None:
    texts = [repair(path.read_text(encoding="utf-8")).text for path in DATA]

    exact = [p for p in shared_passages(texts).pairs if p.a.text != p.b.text]
    near = [p for p in shared_passages(texts, fuzzy=True).pairs if p.a.text != p.b.text]

    assert len(exact) >= 343
    assert len(near) >= 370
    assert max(len(letters(words(texts, pair)[0])) for pair in exact) == 119


def test_planted_quotations_are_found_again() -> None:
    chance = random.Random(7)
    common = [chr(code) for code in range(0x4E00, 0x4E00 + 1500)]
    texts = ["".join(chance.choices(common, k=5_000)) for _ in range(6)]
    quoting = []
    for number in range(60):
        start = chance.randrange(4_900)
        passage = list(texts[number % 5][start : start + 60])
        for place in chance.sample(range(60), 3):
            passage[place] = chance.choice(common)
        quoting.append("".join(passage))
    texts[5] = "".join(quotation + "".join(chance.choices(common, k=80)) for quotation in quoting)

    shared = shared_passages(texts, fuzzy=True)

    covered = np.zeros(len(texts[5]), bool)
    for pair in shared.pairs:
        covered[pair.b.span.start : pair.b.span.end] = pair.b.text == 5
    hits = [covered[at : at + 60].mean() > 0.5 for at in range(0, 60 * 140, 140)]
    strays = [covered[at + 60 : at + 140].mean() for at in range(0, 60 * 140, 140)]
    assert all(hits)
    assert max(strays) < 0.05
