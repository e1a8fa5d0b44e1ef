"""Queries: words, words near each other, regular expressions."""

import itertools
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.errors import PatternError, SlowPatternError
from annotator.text.normal_form import NormalForm
from annotator.text.queries import Near, Searchable, Words, parse

LETTERS = st.sampled_from("甲乙丙aＡ產产\n ，𠮷")
TEXTS = st.text(LETTERS, max_size=40)
WORDS = st.text(st.sampled_from("甲乙"), min_size=1, max_size=2)


def found(text: str, query: str, **options: bool) -> list[str]:
    ranges = parse(query, **options).find_in(Searchable(text))
    return [text[slice(*one)] for one in ranges if one]


def test_words_are_blind_to_script_only_if_asked() -> None:
    text = "科技產業，科技产业"

    assert found(text, "产业") == ["产业"]
    assert found(text, "产业", is_blind_to_script=True) == ["產業", "产业"]
    assert found(text, "產業", is_blind_to_script=True) == ["產業", "产业"]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("创新 ~4 产业", ["创新引领产业"]),
        ("产业 ~4 创新", ["创新引领产业"]),
        ("创新 ~1 产业", []),
        ("创新 ～20 人才", ["创新引领产业，培养人才"]),
        ("产业 ~0 产业", []),
        ("创新~4产业", ["创新引领产业"]),
        ("创新 ~ 产业", []),
    ],
)
def test_near_words_are_found_in_either_order(query: str, hits: list[str]) -> None:
    assert found("以创新引领产业，培养人才。", query) == hits


@given(TEXTS, WORDS, WORDS, st.integers(0, 6))
def test_near_finds_where_any_two_are_near_enough(
    text: str, one: str, other: str, distance: int
) -> None:
    def places(word: str) -> list[tuple[int, int]]:
        return [place for place in Words(word).find_in(Searchable(text)) if place]

    pairs = [
        (a, b)
        for a in places(one)
        for b in places(other)
        if 0 <= max(a[0] - b[1], b[0] - a[1]) <= distance
    ]

    hits = [
        hit for hit in Near(Words(one), Words(other), distance).find_in(Searchable(text)) if hit
    ]

    assert bool(hits) == bool(pairs)
    for before, after in itertools.pairwise(hits):
        assert before[1] <= after[0]
    assert set(hits) <= {(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs}


@given(TEXTS, st.sampled_from(["甲.", "[甲乙]+", "^甲", "乙$", "a|丙", "甲*"]))
def test_pattern_finds_in_each_paragraph_what_the_standard_library_finds(
    text: str, pattern: str
) -> None:
    expected = [
        match.group()
        for line in text.split("\n")
        for match in re.finditer(pattern, line)
        if match.group()
    ]

    assert found(text, pattern, is_pattern=True) == expected


@pytest.mark.parametrize("pattern", ["[", "(", "*", "(?P<n>"])
def test_pattern_that_makes_no_sense_is_told(pattern: str) -> None:
    with pytest.raises(PatternError, match="cannot be understood"):
        parse(pattern, is_pattern=True)


def test_pattern_that_would_never_end_is_stopped() -> None:
    query = parse(r"(a|aa)+$", is_pattern=True)

    with pytest.raises(SlowPatternError):
        list(query.find_in(Searchable("a" * 5000 + "b")))


def test_long_text_is_searched_in_steps_that_one_may_pause_after() -> None:
    text = "文" * 1_000_000 + "甲\n" * 1000

    words = list(parse("甲").find_in(Searchable(text)))
    pattern = list(parse("乙", is_pattern=True).find_in(Searchable(text)))

    assert words.count(None) > 10
    assert pattern.count(None) >= 4


def test_normal_form_is_made_once_for_each_script() -> None:
    searchable = Searchable("产業" * 100_000)
    list(parse("产业").find_in(searchable))

    again = list(parse("产业").find_in(searchable))
    other = [one for one in parse("产业", is_blind_to_script=True).find_in(searchable) if one]

    assert None not in again
    assert len(other) == 100_000


@given(st.text(max_size=30), st.characters(), st.booleans())
@example("產産产 業业", "产", True)
@example("①1½㎡ﬁ", "1", False)
@example('“「"', "」", False)
@example("乾干幹", "乾", True)
@example("𠮷😀\u0301", "😀", True)
def test_single_letter_is_found_where_the_whole_normal_form_has_it(
    text: str, letter: str, is_blind_to_script: bool
) -> None:
    query = Words(letter, is_blind_to_script)

    found = [one for one in query.find_in(Searchable(text + letter + text)) if one is not None]

    form = NormalForm(text + letter + text, is_blind_to_script=is_blind_to_script)
    assert found == list(form.find_all(letter))
