from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.qt.reader.line_breaking import (
    CLOSING,
    OPENING,
    PAUSES,
    STOPS,
    is_wide,
    may_break,
    may_stretch,
    overhang,
    stretching,
)
from annotator.qt.reader.line_setting import Alignment, Measure, SetLine, set_lines

EM = 16.0
PROSE = (
    "“发展新质生产力不是忽视、放弃传统产业。”习近平总书记3月5日在参加江苏代表团审议时强调："
    "“要防止一哄而上、泡沫化，也不要搞一种模式。”（见《人民日报》2024年3月6日第1版）——"
    "因地制宜发展新质生产力……人均GDP达到1.27万美元，增长5.2%；全要素生产率（TFP）大幅提升！"
)

SAMPLE = Path(__file__).parents[3] / "data/004_be9fd6a661ccafa9.txt"
REAL_TEXT = "".join(SAMPLE.read_text(encoding="utf-8").split()) + PROSE * 5

prose = st.text(st.sampled_from("国产业，。、；！“”（）《》——……a1 .%"), min_size=1, max_size=120)


def natural_xs(text: str) -> list[float]:
    advances = (EM if is_wide(char) else EM / 2 for char in text)
    return list(accumulate(advances, initial=0.0))


def lines_of(
    text: str,
    characters: int,
    *,
    first_indent: float = 0.0,
    alignment: Alignment = Alignment.JUSTIFIED,
    unbroken: tuple[frozenset[int], ...] = (),
) -> list[SetLine]:
    measure = Measure(
        EM, characters * EM, first_indent=first_indent, alignment=alignment, unbroken=unbroken
    )
    return set_lines(text, natural_xs(text), measure)


@given(
    st.text(st.sampled_from("国，“”（》——……·a1 .%é\u0301\u200d\ufe0f😀🏽𠮷가\u3099"), min_size=1)
)
def test_lines_are_spread_wherever_two_characters_may_be_spread(text: str) -> None:
    *behind, last = stretching(text)

    assert behind == [may_stretch(before, after) for before, after in pairwise(text)]
    assert last


@given(prose, st.integers(4, 30))
def test_lines_hold_all_characters_in_order(text: str, characters: int) -> None:
    lines = lines_of(text, characters)

    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(len(line.xs) == line.end - line.start + 1 for line in lines)
    assert all(list(line.xs) == sorted(line.xs) for line in lines)


@given(prose, st.integers(8, 30))
def test_nothing_stands_out_of_the_measure_but_hanging_punctuation(
    text: str, characters: int
) -> None:
    for line in lines_of(text, characters):
        shown = text[line.start : line.end].rstrip(" ")
        if shown:
            advance = line.xs[len(shown)] - line.xs[len(shown) - 1]
            hanging = overhang(shown[-1], advance, EM)

            assert line.xs[len(shown)] <= characters * EM + hanging + 0.1


@pytest.mark.parametrize("characters", range(8, 42))
def test_no_line_breaks_the_rules_of_chinese_typesetting(characters: int) -> None:
    text = REAL_TEXT

    starts = [line.start for line in lines_of(text, characters)][1:]

    assert not {text[start] for start in starts} & set(CLOSING + STOPS + PAUSES + "%")
    assert not {text[start - 1] for start in starts} & set(OPENING)
    assert not {text[start - 1 : start + 1] for start in starts} & {"——", "……"}


@pytest.mark.parametrize("characters", range(8, 42))
def test_words_and_numbers_stay_whole(characters: int) -> None:
    starts = [line.start for line in lines_of(PROSE, characters)][1:]

    assert all(may_break(PROSE, start) for start in starts)
    assert not {PROSE[start - 1 : start + 1] for start in starts} & {"GD", "DP", "20", "1.", "5."}


@pytest.mark.parametrize("characters", range(16, 42))
def test_justified_lines_end_at_the_measure(characters: int) -> None:
    text = PROSE * 5

    for line in lines_of(text, characters)[:-1]:
        last = text[line.end - 1]
        advance = line.xs[-1] - line.xs[-2]
        ends = (characters * EM, characters * EM + overhang(last, advance, EM))

        assert any(line.xs[-1] == pytest.approx(end, abs=0.1) for end in ends)


@given(prose, st.integers(8, 30))
def test_ragged_lines_break_as_justified_ones_and_are_not_stretched(
    text: str, characters: int
) -> None:
    ragged = lines_of(text, characters, alignment=Alignment.RAGGED)
    justified = lines_of(text, characters)

    assert [(line.start, line.end) for line in ragged] == [
        (line.start, line.end) for line in justified
    ]
    for loose, filled in zip(ragged, justified, strict=True):
        assert loose.xs[-1] <= filled.xs[-1] + 0.01


def test_a_stop_hangs_behind_a_full_line() -> None:
    lines = lines_of("国国国国国国国国。国国", 8)

    assert [line.end for line in lines] == [9, 11]
    assert lines[0].xs[8] == 8 * EM


def test_two_marks_that_meet_share_their_blank_halves() -> None:
    (line,) = lines_of("国。”国", 8)

    assert line.xs == (0, EM, 1.5 * EM, 2.5 * EM, 3.5 * EM)


def test_digits_stand_a_little_away_from_ideographs() -> None:
    (line,) = lines_of("国5国", 8)

    assert line.xs[1] == EM * 1.125


def test_first_line_is_indented() -> None:
    lines = lines_of("国" * 20, 8, first_indent=2 * EM)

    assert [line.xs[0] for line in lines] == [2 * EM, 0, 0]


def test_lines_of_a_centred_title_are_about_equally_long() -> None:
    lines = lines_of("国" * 18, 16, alignment=Alignment.CENTRED)

    assert [line.end - line.start for line in lines] == [9, 9]
    assert lines[0].xs[0] == pytest.approx(3.5 * EM)


def test_lines_at_the_right_are_about_equally_long_too() -> None:
    lines = lines_of("国" * 18, 16, alignment=Alignment.RIGHT)

    assert [line.end - line.start for line in lines] == [9, 9]
    assert [line.xs[-1] for line in lines] == [16 * EM, 16 * EM]


@pytest.mark.parametrize(
    ("title", "first_line"),
    [
        ("推动高质量发展的内在要求和重要着力点", "推动高质量发展的"),
        ("在未来发展和国际竞争中，赢得战略主动", "在未来发展和国际竞争中，"),
        ("国国国国国国国国 产产产产产产产产产产", "国国国国国国国国 "),
    ],
)
def test_title_breaks_between_phrases_where_it_can(title: str, first_line: str) -> None:
    lines = lines_of(title, 16, alignment=Alignment.LEFT)

    assert title[: lines[0].end] == first_line


def test_no_line_of_a_title_begins_with_what_belongs_to_the_word_before() -> None:
    lines = lines_of("习近平总书记强调的新质生产力与发展", 16, alignment=Alignment.CENTRED)

    assert [line.end for line in lines] == [9, 17]


@given(
    st.lists(st.integers(1, 4), min_size=1, max_size=40),
    st.integers(5, 30),
    st.sampled_from([Alignment.LEFT, Alignment.CENTRED, Alignment.RIGHT]),
)
def test_no_line_of_a_title_ends_inside_a_word(
    words: list[int], characters: int, alignment: Alignment
) -> None:
    ends = list(accumulate(words))
    inside = frozenset(range(ends[-1])) - set(ends)

    lines = lines_of("国" * ends[-1], characters, alignment=alignment, unbroken=(inside,))

    assert [line.end for line in lines if line.end in inside] == []
    assert lines[-1].end == ends[-1]


def test_end_of_a_phrase_inside_a_word_is_none() -> None:
    title = "国国国国国国目的地国国国国国国国"

    lines = lines_of(title, 10, alignment=Alignment.CENTRED, unbroken=(frozenset({7, 8}),))

    assert lines[0].end in {6, 9}


def test_word_that_is_longer_than_a_line_is_broken() -> None:
    lines = lines_of("国" * 12, 5, alignment=Alignment.CENTRED, unbroken=(frozenset(range(1, 12)),))

    assert "".join("国" * (line.end - line.start) for line in lines) == "国" * 12
    assert max(line.end - line.start for line in lines) <= 5


def test_word_that_is_longer_than_a_line_is_broken_between_its_parts() -> None:
    whole, parts = frozenset(range(3, 9)), frozenset({3, 4, 6, 7, 8})

    lines = lines_of("国" * 12, 5, alignment=Alignment.LEFT, unbroken=(whole, parts))

    assert [line.end for line in lines] == [2, 5, 9, 12]


def test_character_before_a_page_number_does_not_stand_alone_either() -> None:
    text = "国" * 21 + " 67"
    measure = Measure(EM, 21 * EM, tail_length=2)

    lines = set_lines(text, natural_xs(text), measure)

    assert [line.end for line in lines] == [19, 24]


@pytest.mark.parametrize("end", ["", "。", "。”"])
def test_no_character_stands_alone_in_the_last_line(end: str) -> None:
    lines = lines_of("国" * 41 + end, 20)

    assert [line.end for line in lines] == [20, 39, 41 + len(end)]
    assert lines[1].xs[-1] == pytest.approx(20 * EM)


def test_number_goes_whole_to_a_character_alone_in_the_last_line() -> None:
    lines = lines_of("国" * 38 + "2024家", 40)

    assert [line.end for line in lines] == [38, 43]


@pytest.mark.parametrize("text", ["国" * 9, "国" * 5 + "abcde国"])
def test_line_is_not_torn_apart_for_a_character_alone(text: str) -> None:
    lines = lines_of(text, 8)

    assert [line.end for line in lines] == [len(text) - 1, len(text)]


@given(prose, st.integers(1, 3), st.integers(4, 12))
def test_tail_ends_at_the_right_and_no_line_is_empty(
    title: str, digits: int, characters: int
) -> None:
    text = f"{title} {'8' * digits}"
    measure = Measure(EM, characters * EM, indent=EM, tail_length=digits)

    lines = set_lines(text, natural_xs(text), measure)

    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(line.start < line.end for line in lines)
    assert lines[-1].xs[-1] >= characters * EM - 0.1


def test_text_after_a_bullet_is_not_spread_away_from_it() -> None:
    text = "■" + "国" * 8 + "5" * 9 + "国" * 8
    measure = Measure(EM, 11.25 * EM, indent=2 * EM, first_indent=EM, bullet_length=1)

    first, second, *_ = set_lines(text, natural_xs(text), measure)

    assert first.xs[:2] == (EM, 2 * EM)
    assert first.xs[3] - first.xs[2] > EM
    assert second.xs[0] == 2 * EM


def test_short_line_can_stand_at_the_right() -> None:
    (line,) = lines_of("——国国", 16, alignment=Alignment.RIGHT)

    assert line.xs[-1] == 16 * EM


def test_word_longer_than_a_line_is_broken() -> None:
    lines = lines_of("a" * 50, 8)

    assert [line.end for line in lines] == [16, 32, 48, 50]


def test_empty_piece_has_one_line() -> None:
    assert lines_of("", 8) == [SetLine(0, 0, (0.0,))]
