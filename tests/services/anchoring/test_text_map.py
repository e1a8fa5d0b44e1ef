"""Text map: a passage is in its right place in the newer text, or nothing is said of it."""

import os
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.services.anchoring.common_runs import CommonRun, common_runs
from annotator.services.anchoring.text_map import TextMap
from tests.services.anchoring.tracked_text import TrackedText

MILLION = 1_000_000
# DUIDU_ROUNDS=100 looks for a wrong place during a night, also in texts torn to pieces.
ROUNDS = int(os.environ.get("DUIDU_ROUNDS", "1"))
FEWEST_SENTENCES, MOST_EDITS = (8, 6) if ROUNDS == 1 else (1, 15)
SENTENCES = (
    "发展新质生产力是推动高质量发展的内在要求和重要着力点。",
    "新质生产力的显著特点是创新，𠮷祥如意😀。",
    "科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。",
    "发展新质生产力。",
    "要牢牢把握高质量发展这个首要任务，因地制宜发展新质生产力。",
    "绿色发展是高质量发展的底色，新质生产力本身就是绿色生产力。",
    "必须加强科技创新特别是原创性、颠覆性科技创新。",
    "……",
)
TYPED = "另起炉灶再写几句别处没有的话语甲乙丙丁戊己庚辛😀𠮷"
FIRST = "甲方代表指出，今年的工作重点是乡村振兴。"
SECOND = "乙方代表认为，明年的工作难点是人口流失。"
TWIN = "加快发展新质生产力，扎实推进高质量发展。"
LONG = "8425号科技创新能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。"
GOAL = "高质量发展这个首要任务，因地制宜发展新质生产力。"
OTHER = (
    "这里说的是别的事情，与前后都不相干，也不打算再提。各省区市都已经报来了方案，"
    "其中三份已经批准。其余的还要修改，年底以前重新上报，逾期不候。"
)


def text_of(rng: random.Random, sentences: int) -> str:
    """Return sentences that repeat one another, some with a number that makes them unique."""
    return "".join(
        f"{rng.randrange(10_000)}号" * (rng.random() < 0.6) + rng.choice(SENTENCES)
        for _ in range(sentences)
    )


def edited(rng: random.Random, text: str, edits: int) -> TrackedText:
    tracked = TrackedText(text)
    for _ in range(edits):
        start = rng.randrange(len(tracked.text) + 1)
        end = start + rng.choice((1, 1, 2, 5, 20, 60))
        typed = "".join(rng.choices(TYPED, k=rng.choice((1, 2, 8, 30))))
        to = rng.randrange(max(1, len(tracked.text) - 60))
        match rng.randrange(6):
            case 0 | 1:
                tracked.replace(start, end, "")
            case 2:
                tracked.replace(start, start, typed)
            case 3:
                tracked.replace(start, end, typed)
            case 4:
                tracked.move(start, end, to)
            case _:
                tracked.copy(start, end, to)
    return tracked


def place_of(old: str, new: str, passage: str) -> str | None:
    start = old.index(passage)
    place = TextMap(old, new).place_of(start, start + len(passage))
    return new[slice(*place)] if place else None


def drawn(rng: random.Random, text: str) -> tuple[int, int]:
    """Return a passage of a text."""
    start = rng.randrange(len(text))
    return start, min(len(text), start + rng.choice((3, 8, 15, 40, 100)))


@settings(max_examples=200 * ROUNDS)
@given(
    seed=st.integers(0, 2**32),
    sentences=st.integers(FEWEST_SENTENCES, 60),
    edits=st.integers(0, MOST_EDITS),
)
@example(seed=44, sentences=8, edits=6)
@example(seed=134, sentences=1, edits=2)
@example(seed=500_033, sentences=30, edits=2)
@example(seed=500_118, sentences=7, edits=15)
@example(seed=500_250, sentences=6, edits=15)
@example(seed=500_855, sentences=3, edits=5)
@example(seed=501_399, sentences=17, edits=9)
@example(seed=502_084, sentences=2, edits=7)
@example(seed=1_007_243, sentences=19, edits=10)
@example(seed=1_073_019, sentences=19, edits=10)
@example(seed=2_006_587, sentences=6, edits=13)
def test_passage_is_never_in_a_wrong_place(seed: int, sentences: int, edits: int) -> None:
    rng = random.Random(seed)
    old = text_of(rng, sentences)
    tracked = edited(rng, old, edits)
    text_map = TextMap(old, tracked.text)

    for passage in [drawn(rng, old) for _ in range(20)]:
        place = text_map.place_of(*passage)
        assert (
            place is None or tracked.is_right(passage, place) or tracked.looks_right(passage, place)
        )


def test_passage_of_which_less_than_half_is_left_is_not_placed() -> None:
    old, new = f"{FIRST}{TWIN}{SECOND}", f"{FIRST}{TWIN[:6]}{SECOND}"

    assert place_of(old, new, TWIN) is None


def test_passage_that_was_torn_apart_is_not_placed() -> None:
    old = f"{FIRST}{TWIN}{SECOND}"
    new = f"{FIRST}{TWIN[:10]}{'另起炉灶再写几句别处没有的话语' * 4}{TWIN[10:]}{SECOND}"

    assert place_of(old, new, TWIN) is None


def test_most_passages_of_a_text_with_few_changes_are_found() -> None:
    rng = random.Random(3)
    found = 0
    for _ in range(50):
        old = text_of(rng, 40)
        text_map = TextMap(old, edited(rng, old, 3).text)
        found += sum(text_map.place_of(*drawn(rng, old)) is not None for _ in range(20))

    assert found > 850


@given(st.integers(0, 2**32), st.integers(1, 60))
def test_in_the_same_text_every_passage_is_where_it_was(seed: int, sentences: int) -> None:
    rng = random.Random(seed)
    text = text_of(rng, sentences)
    text_map = TextMap(text, text)

    start = rng.randrange(len(text))
    end = rng.randrange(start, len(text)) + 1

    assert text_map.place_of(start, end) == (start, end)


def test_letters_that_replace_the_first_or_last_ones_belong_to_the_passage() -> None:
    old = f"{FIRST}科技创新能够催生新模式新动能新产业。{SECOND}"
    new = f"{FIRST}文化创新能够催生新模式新动能新业态。{SECOND}"

    place = place_of(old, new, "科技创新能够催生新模式新动能新产业")

    assert place == "文化创新能够催生新模式新动能新业态"


def test_letters_that_come_before_or_after_do_not_belong_to_the_passage() -> None:
    old = f"{FIRST}科技创新能够催生新产业。{SECOND}"
    new = f"{FIRST}据说，科技创新能够催生新产业，等等。{SECOND}"

    assert place_of(old, new, "科技创新能够催生新产业") == "科技创新能够催生新产业"


def test_paragraph_that_moved_takes_its_passages_along() -> None:
    middle = "其他段落，" * 3 + "内容各不相同，第一二三四五六七八九十段都在这里。"
    old = FIRST + middle + SECOND
    new = middle + SECOND + FIRST

    assert place_of(old, new, FIRST) == FIRST


@pytest.mark.parametrize("deleted", ["earlier", "later"])
def test_of_two_twins_side_by_side_nobody_knows_which_was_deleted(deleted: str) -> None:
    old = f"{FIRST}{TWIN}{TWIN}{SECOND}"
    new = f"{FIRST}{TWIN}{SECOND}"
    start = old.index(TWIN) + (0 if deleted == "earlier" else len(TWIN))

    assert TextMap(old, new).place_of(start, start + len(TWIN)) is None


def test_passage_that_was_doubled_is_not_placed() -> None:
    old, new = f"{FIRST}{TWIN}{SECOND}", f"{FIRST}{TWIN}{TWIN}{SECOND}"

    assert place_of(old, new, TWIN) is None


def test_sentence_that_stands_whole_at_another_place_has_moved() -> None:
    old = f"{FIRST}{TWIN}{SECOND}"
    new = f"{TWIN}{FIRST[:-3]}{SECOND[3:]}"

    assert place_of(old, new, TWIN[:8]) == TWIN[:8]


def test_part_of_a_sentence_at_another_place_may_be_a_copy() -> None:
    old = f"{FIRST}{TWIN}{SECOND}"
    new = f"另外，{TWIN[:-5]}。{FIRST[:-3]}{SECOND[3:]}"

    assert place_of(old, new, TWIN[:8]) is None


def test_copy_is_not_taken_for_a_passage_that_was_damaged() -> None:
    old = f"{FIRST}{TWIN}{SECOND}"
    new = f"{FIRST}加快发展新质😀力，扎实推进高质量发展。{SECOND}另外，{TWIN}"

    assert place_of(old, new, TWIN[:12]) != TWIN[:12]


def test_copy_beside_a_passage_that_was_damaged_is_not_taken_for_it() -> None:
    damaged = LONG.replace("够催生新产", "")

    place = place_of(f"{FIRST}{LONG}{SECOND}", f"{FIRST}{damaged}{LONG}{SECOND}", LONG[25:33])

    assert place is None


def test_copy_far_from_a_passage_that_was_damaged_is_not_taken_for_it() -> None:
    damaged = LONG.replace("够催生新产", "")
    old = f"{FIRST}{OTHER}{TWIN}{SECOND}{LONG}"
    new = f"{FIRST}{LONG}{OTHER}{TWIN}{SECOND}{damaged}"

    assert place_of(old, new, LONG[25:33]) is None


def test_copy_is_not_taken_for_a_passage_of_which_more_is_left_far_away() -> None:
    old = (
        "655号要牢牢把握高质量发展这个首要任务，因地制宜发展新质生产力。要牢牢把握高质量发展这个首要任务，"
        "因地制宜发展新质生产力。2079号发展新质生产力是推动高质量发展的内在要求和重要着力点。7684号科技创新"
        "能够催生新产业、新模式、新动能，是发展新质生产力的核心要素。发展新质生产力是推动高质量发展的内在要求"
        "和重要着力点。发展新质生产力。"
    )
    new = (
        "655号要牢牢把握高质量发展产力的核心要素。发展新因地制宜、新动能，这个首要任务，因地制宜发展新处𠮷生产力。"
        "要牢牢把握高质量要任务，动高质量发展的在要求和重要着力点。7684号质量发展的科技创新能够催生新产业、"
        "新模式、新动能，是发展新质生是发展新质生产力的核心要素。发式发展新质生产力079号发新展新质生产力是推动"
        "高质量发展的内在要求和重要着力点。76能够催生新产业、新模展新质生产力是推动高质量发展的内在要求和"
        "重要着力点。发展新质生产力。"
    )

    assert TextMap(old, new).place_of(90, 93) is None


def test_beside_dots_that_fill_new_pages_nothing_is_placed_but_the_rest_is() -> None:
    dots = "." * 30
    old = f"{FIRST}{OTHER}{dots}{LONG}{dots}{OTHER[::-1]}{SECOND}"
    new = f"{old.replace('8425', '8426')}{dots * 100}"

    assert place_of(old, new, LONG[5:25]) is None
    assert place_of(old, new, SECOND[:10]) == SECOND[:10]


def test_half_of_a_passage_is_not_enough_where_the_rest_stands_elsewhere() -> None:
    old = f"新质生产力的显著特点是创新，𠮷祥如意😀。6108号要牢牢把握{GOAL}"
    new = (
        "展发展这个首显著特点是创新，𠮷祥如意😀辛。6，因地制宜发展新质生产力"
        "108号要牢牢把握高质量发展这个首要任务新质生产力的"
    )

    assert place_of(old, new, GOAL) is None


@pytest.mark.parametrize("place", ["beginning", "end"])
def test_of_twins_at_an_end_of_a_text_nobody_knows_which_was_deleted(place: str) -> None:
    old, new = TWIN * 3 + SECOND, TWIN * 2 + SECOND
    if place == "end":
        old, new = SECOND + TWIN * 3, SECOND + TWIN * 2
    text_map = TextMap(old, new)
    first = old.index(TWIN)

    places = [text_map.place_of(at, at + 20) for at in range(first, first + 60, 20)]

    assert places == [None, None, None]


def test_of_the_same_words_twice_those_that_are_left_may_be_either() -> None:
    words, tail = "会议指出，", "是发展新质生产力的核心要素。"
    head = LONG.removesuffix(tail)
    old = f"{words}{FIRST}{words}{head}{tail}"
    new = f"{words}{head}{FIRST}{words[1:]}{tail}"
    later = old.rindex(words)

    assert TextMap(old, new).place_of(later, later + len(words)) is None


def test_few_letters_that_stand_alone_among_new_words_are_not_placed() -> None:
    assert place_of(f"{FIRST}{TWIN}一是", f"{FIRST}{SECOND}一是", "一是") is None


def test_of_repeats_that_changed_places_the_first_is_not_placed() -> None:
    sentence = LONG.removeprefix("8425号")
    old = f"{sentence}{LONG}{LONG}今年粮食产量再创新高，农民收入稳步增加。"
    new = f"{LONG}{sentence}{LONG}今年粮食产量再创新高，农民收入稳步增加。"

    assert TextMap(old, new).place_of(0, len(sentence)) is None


def test_sentence_that_was_deleted_does_not_go_to_the_beginning_of_another() -> None:
    words, longer = "发展新质生产力。", "发展新质生产力是推动高质量发展的内在要求和重要着力点。"
    old = f"{words}今年粮食产量再创新高，农民收入稳步增加。{longer}{words}{longer}"
    new = f"{longer}全体起立，奏国歌，会议闭幕。{words}{longer}"

    assert TextMap(old, new).place_of(0, len(words)) is None


def test_passage_is_not_placed_where_a_copy_of_its_beginning_stands_near_by() -> None:
    old = f"{FIRST}{LONG}{SECOND}{LONG}{SECOND}"
    new = f"{FIRST}{LONG}乙方代表认为，发展新质生产力。乙方代表认为，明年的工作难{SECOND[7:]}"
    start = old.rindex("的工作难点是人口流失")

    assert TextMap(old, new).place_of(start, start + 11) is None


def test_deleted_twin_does_not_go_to_the_other() -> None:
    old = f"{FIRST}{TWIN}{SECOND}{'这里说的是别的事情，与前后都不相干。' * 2}{TWIN}结束了。"
    new = old.replace(TWIN, "", 1)
    later = old.rindex(TWIN)

    text_map = TextMap(old, new)

    assert text_map.place_of(old.index(TWIN), old.index(TWIN) + len(TWIN)) is None
    assert text_map.place_of(later, later + len(TWIN)) == (new.index(TWIN), new.index(TWIN) + 20)


@pytest.mark.parametrize(("old", "new"), [("新", ""), ("新质生产力", "全然不同之事"), ("新", "新")])
def test_texts_of_a_few_letters_can_be_compared(old: str, new: str) -> None:
    expected = (0, 1) if old == new else None

    assert TextMap(old, new).place_of(0, len(old)) == expected


def test_text_with_itself_is_one_run() -> None:
    text = text_of(random.Random(1), 50)

    assert common_runs(text, text) == [CommonRun(0, 0, len(text))]


def test_million_letters_with_many_changes_are_compared() -> None:
    rng = random.Random(2)
    letters = [chr(rng.randrange(0x4E00, 0x9000)) for _ in range(MILLION)]
    old = "".join(letters)
    for at in rng.sample(range(MILLION), MILLION // 20):
        letters[at] = rng.choice(("", "甲", "乙丙"))
    new = "".join(letters)

    text_map = TextMap(old, new)

    places = [text_map.place_of(start, start + 30) for start in range(0, MILLION - 30, 5000)]
    assert sum(place is not None for place in places) > 0.95 * len(places)
