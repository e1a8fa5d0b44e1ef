"""What is true of the repair of any text at all."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.core.reading_text import ReadingText
from annotator.text.repair import repair

DATA = sorted((Path(__file__).parents[2] / "data").glob("00*.txt"))
LEADERS = re.compile(r"\.{4,}")
LETTERS = st.sampled_from(
    "新质生产力的，。；：“”《》（）、…—一二第章条.·■①Ø𠮷😀aZ19 -#|>\x00\ufffdא\n\n\n"
)
BLANKS = st.sampled_from(" \u3000\t\x0c\u2028\x85\xa0\x0b\ufeff")
TEXTS = st.text(LETTERS | BLANKS | st.characters(exclude_characters="\r"), max_size=300)
LINES = st.lists(
    st.sampled_from(
        [
            "新质生产力是创新起主导作用的先进生产力质态，",
            "具有高科技、高效能、高质量特征。",
            "一、基本内涵",
            "第一条",
            "12  一、基本内涵",
            "目 录",
            "标题 ........ 12",
            "  第二段从这里开始，说的是另外一件事情，",
            " 14 ",
            "— 3 —",
            "www.example.org 期刊",
            "",
            " ",
            "\x0c",
        ]
    ),
    max_size=40,
).map("\n".join)


def solid(text: str) -> str:
    return "".join(text.split())


def without_leaders(text: str) -> str:
    return LEADERS.sub("", solid(text))


def check_laws(source: str, reading: ReadingText) -> None:
    for run in reading.runs:
        shown = reading.text[run.start : run.start + run.length]
        assert shown == source[run.source_start : run.source_start + run.length]
    for before, after in zip(reading.runs, reading.runs[1:], strict=False):
        ends = before.start + before.length, before.source_start + before.length
        assert ends[0] <= after.start
        assert ends[1] <= after.source_start
        assert ends != (after.start, after.source_start)
    in_runs = {i for run in reading.runs for i in range(run.start, run.start + run.length)}
    assert {c for i, c in enumerate(reading.text) if i not in in_runs} <= {"\n", " "}


def check_cover(source: str, reading: ReadingText) -> None:
    ranges = [(run.source_start, run.source_start + run.length) for run in reading.runs]
    ranges += [(piece.span.start, piece.span.end) for piece in reading.dropped]
    at = 0
    for start, end in sorted(ranges):
        assert start == at
        at = end
    assert at == len(source)
    for piece in reading.dropped:
        if piece.reason in {"blank", "line_end"}:
            assert piece.span.slice_of(source).isspace()


def check_paragraphs(reading: ReadingText) -> None:
    texts = [reading.text[item.start : item.end] for item in reading.paragraphs]
    assert reading.text == "\n".join(texts)
    for text in texts:
        assert text
        assert text == text.strip()
        assert "\n" not in text
    for item in reading.paragraphs:
        assert (item.level > 0) == (item.kind in {"title", "heading"})


def check_pages(source: str, reading: ReadingText) -> None:
    """Check that every letter is told to be on the page on which the source has it."""
    if "\f" not in source[: source.rfind(source.rstrip()[-1:] or "\f")]:
        return
    for run in reading.runs:
        for index in range(run.length):
            before = source[: run.source_start + index]
            assert reading.page_at(run.start + index) == before.count("\f") + 1


@given(TEXTS | LINES)
@example("")
@example(" \n\x0c\n\u3000")
@example("\x00")
@example("标题 .... 1\n标题 .... 2\n标题 .... 3")
def test_runs_paragraphs_and_dropped_pieces_fit_the_source(source: str) -> None:
    reading = repair(source)

    check_laws(source, reading)
    check_cover(source, reading)
    check_paragraphs(reading)
    check_pages(source, reading)


@given(TEXTS | LINES)
@example(
    "甲乙丙丁，\n标题 ........ 12\n标题 ........ 12\n" + "甲乙丙丁，\n" * 9 + "标题 ........ 12"
)
def test_repairing_the_reading_text_alters_no_letter(source: str) -> None:
    """Dots that lead to page numbers may go: what was apart by lines may be a table now."""
    text = repair(source).text

    assert without_leaders(repair(text).text) == without_leaders(text)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name[:3])
def test_sample_text_fits_its_source(path: Path) -> None:
    source = path.read_text("utf-8")

    reading = repair(source)

    check_laws(source, reading)
    check_cover(source, reading)
    check_paragraphs(reading)
    assert solid(repair(reading.text).text) == solid(reading.text)


@pytest.mark.parametrize("source", ["", " ", "\n\n\x0c\n", "\u3000\t\u2028"])
def test_text_without_letters_has_no_paragraphs(source: str) -> None:
    reading = repair(source)

    assert reading.text == ""
    assert reading.paragraphs == ()
    assert reading.runs == ()


@pytest.mark.parametrize(
    "source",
    [
        "新质生产力" * 60_000,
        "新质生产力是创新起主导作用的先进生产力质态\n" * 14_000,
        "“《（" * 100_000,
        ". " * 150_000 + "1",
        "- " * 150_000,
        "1\n\n\n" * 10_000,
    ],
    ids=["one line", "many lines", "open brackets", "dots", "dashes", "lone numbers"],
)
def test_large_text_takes_linear_time(source: str) -> None:
    start = time.process_time()

    repair(source)

    assert time.process_time() - start < 5


class StoppedError(Exception):
    pass


def test_repair_of_a_long_text_can_be_stopped_at_many_places() -> None:
    source = "\n".join(["河边的树，一夜之间都绿了，", "大家都来看。"] * 2000)
    calls = 0

    def count() -> None:
        nonlocal calls
        calls += 1

    repair(source, pulse=count)

    def stop_at_the_last() -> None:
        nonlocal calls
        calls -= 1
        if not calls:
            raise StoppedError

    assert calls >= 20
    with pytest.raises(StoppedError):
        repair(source, pulse=stop_at_the_last)
