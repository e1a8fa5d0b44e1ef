"""Repeats: every place that reads like a passage is found, as by comparing all stretches."""

import random

from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from annotator.core.passage import Place
from annotator.core.span import ReadingSpan
from annotator.text.passages.repeats import Repeats

PASSAGE = "发展新质生产力是推动高质量发展的内在要求和重要着力点"


def places(texts: list[str], passage: str) -> list[tuple[int, str, float]]:
    return [
        (one.place.text, one.place.span.slice_of(texts[one.place.text]), one.similarity)
        for one in Repeats(texts).of(passage)
    ]


def by_brute_force(texts: list[str], passage: str) -> list[tuple[Place, float]]:
    """Give every end the start that is best for it; then take the best that do not overlap."""
    ends = []
    for number, text in enumerate(texts):
        for end in range(1, len(text) + 1):
            score, start = max(
                (40 * LCSseq.similarity(passage, text[start:end]) - 17 * (end - start), start)
                for start in range(end)
            )
            if score >= 17 * len(passage):
                ends.append((-score, number, end, start))
    chosen: list[tuple[Place, float]] = []
    for score, number, end, start in sorted(ends):
        place = Place(number, ReadingSpan(start, end))
        if not any(other.text == number and other.span.overlaps(place.span) for other, _ in chosen):
            common = (17 * (end - start) - score) / 40
            chosen.append((place, 2 * common / (len(passage) + end - start)))
    return sorted(chosen)


@st.composite
def texts_with_passage(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw a passage and texts that hold it, more or less changed."""
    chance = draw(st.randoms(use_true_random=False))
    passage = "".join(chance.choices("甲乙丙丁𠮷", k=draw(st.integers(12, 24))))
    texts = []
    for _ in range(draw(st.integers(0, 3))):
        parts = []
        for _ in range(draw(st.integers(0, 3))):
            parts.append("".join(chance.choices("甲乙丙丁戊己", k=chance.randrange(12))))
            parts.append(changed(passage, chance, chance.randrange(6)))
        texts.append("".join(parts))
    return texts, passage


def changed(passage: str, chance: random.Random, times: int) -> str:
    letters = list(passage)
    for _ in range(times):
        at = chance.randrange(len(letters))
        letters[at : at + chance.randrange(2)] = chance.choices("甲乙丙戊", k=chance.randrange(2))
    return "".join(letters)


@given(texts_with_passage())
@example((["甲乙丙丁" * 6, "甲乙丙丁" * 3], "甲乙丙丁" * 3))
def test_repeats_are_those_of_comparing_every_stretch(made: tuple[list[str], str]) -> None:
    texts, passage = made

    found = [(one.place, one.similarity) for one in Repeats(texts).of(passage)]

    assert found == by_brute_force(texts, passage)


def test_passage_is_found_where_it_reads_a_little_otherwise() -> None:
    near = PASSAGE.replace("推动", "促进")
    texts = [f"甲：{PASSAGE}。", f"乙\n{near}丙{PASSAGE[:20]}，", "，".join(PASSAGE), "丁"]

    found = places(texts, PASSAGE)

    assert [(text, passage) for text, passage, _ in found] == [
        (0, PASSAGE),
        (1, near),
        (1, PASSAGE[:20]),
        (2, "，".join(PASSAGE)),
    ]
    assert [similarity for *_, similarity in found] == [
        1,
        1 - 2 / len(PASSAGE),
        40 / (20 + len(PASSAGE)),
        1,
    ]


def test_what_is_less_alike_is_not_found() -> None:
    assert places([PASSAGE[::2], PASSAGE[: len(PASSAGE) // 2], ""], PASSAGE) == []


def test_short_passage_is_found_just_as_it_is() -> None:
    texts = ["新质生产力和新质 生产力，还有质生产力", "生产新质生产", "新质生", "产力"]

    assert places(texts, "新质生产力") == [(0, "新质生产力", 1), (0, "新质 生产力", 1)]


def test_very_long_passage_is_found_just_as_it_is() -> None:
    passage = "".join(chr(0x4E00 + number) for number in range(3_000))

    assert places([passage + "甲" + passage[:2_999], f"乙{passage}"], passage) == [
        (0, passage, 1),
        (1, passage, 1),
    ]


def test_nothing_is_found_in_nothing() -> None:
    assert places([], PASSAGE) == places([""], PASSAGE) == places([PASSAGE], "，。 ") == []


def test_letters_beyond_the_first_plane_count_once() -> None:
    passage = "𠮷田说：ＡＢＣ是一二三四五六七八九"

    assert places([f"😀{passage.replace('ＡＢＣ', 'abc')}😀"], passage) == [
        (0, "𠮷田说：abc是一二三四五六七八九", 1)
    ]
