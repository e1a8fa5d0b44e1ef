"""Kinds of paragraphs, the outline, the contents and the marks."""

import pytest

from annotator.core.reading_text import ContentsEntry, ParagraphKind
from annotator.text.repair import MarkKind, repair

BODY = "河边的小镇今天很安静，只有风吹过树叶的声音，人们都在家里休息，等着下午的集市开门。"


def kinds(source: str) -> list[tuple[str, int]]:
    return [(item.kind.value, item.level) for item in repair(source).paragraphs]


def test_first_line_without_a_full_stop_is_the_title() -> None:
    assert kinds(f"河边的小镇\n\n{BODY}\n\n{BODY}") == [("title", 1), ("body", 0), ("body", 0)]


def test_headings_have_levels_without_skips() -> None:
    source = "\n\n".join(
        ["河边的小镇", "第一章 集市", BODY, "一、早晨", BODY, "（一）卖菜", BODY, "第二章 桥", BODY]
    )

    headings = [kind for kind in kinds(source) if kind[1]]

    assert headings == [
        ("title", 1),
        ("heading", 2),
        ("heading", 3),
        ("heading", 4),
        ("heading", 2),
    ]


def test_outline_lists_title_and_headings_where_they_stand() -> None:
    reading = repair(f"河边的小镇\n\n{BODY}\n\n一、早晨\n\n{BODY}")

    assert [(entry.title, entry.level) for entry in reading.outline] == [
        ("河边的小镇", 1),
        ("一、早晨", 2),
    ]
    assert all(reading.text.startswith(entry.title, entry.start) for entry in reading.outline)


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("■先把桥修好，再把路修好", "list"),
        ("• 修桥", "list"),
        ("（一）修桥修路，方便大家；", "list"),
        ("（《晨报》2024年3月9日）", "source"),
        ("（作者单位：河边小学）", "source"),
        ("[视频]：河边的早晨", "caption"),
        ("河边的早晨.mp4", "caption"),
        ("一、修桥", "heading"),
        (BODY, "body"),
    ],
)
def test_kind_is_seen_from_the_marks(paragraph: str, kind: str) -> None:
    assert kinds(f"{BODY}\n\n{paragraph}\n\n{BODY}")[1][0] == kind


def test_line_with_a_dash_under_a_quotation_is_its_speaker() -> None:
    source = f"“{BODY}”\n\n——住在河边的人\n\n“{BODY}”"

    assert [kind for kind, _ in kinds(source)] == ["body", "speaker", "body"]


def test_numbered_words_in_a_row_are_a_list() -> None:
    assert [kind for kind, _ in kinds("1. 苹果\n2. 香蕉\n3. 橘子")] == ["list"] * 3


CONTENTS = (
    "河边文集\n\n目  录\n\n春天的河 ............ 1\n\n夏天的桥 桥上的人和 ..... 3\n"
    "秋天的山和山上的树叶，还有树叶下面的 \n石头 .............. 5\n冬天的雪………… 8\n\n"
)


def test_contents_are_read_without_their_leaders() -> None:
    reading = repair(
        f"{CONTENTS}春天的河\n\n{BODY}\n\n秋天的山和山上的树叶，\n还有树叶下面的石头\n\n{BODY}"
    )

    assert reading.contents == (
        ContentsEntry("春天的河", 1),
        ContentsEntry("夏天的桥 桥上的人和", 3),
        ContentsEntry("秋天的山和山上的树叶，还有树叶下面的石头", 5),
        ContentsEntry("冬天的雪", 8),
    )
    assert "..." not in reading.text


def test_dots_of_prose_before_a_number_are_no_leaders() -> None:
    lines = [f"他数到这里就睡着了。岸上的人还在数{word}……{word}1" for word in "123"]

    reading = repair("\n\n".join([BODY, *lines, BODY]))

    assert reading.contents == ()
    assert reading.text.count("……") == 3


@pytest.mark.parametrize("turn", ["", "\f"])
def test_imprint_within_the_contents_is_none_of_their_entries(turn: str) -> None:
    imprint = "河边小镇文化站编 2024 年 3 月 21 日"
    source = CONTENTS.replace("秋天", f"{imprint} \n{turn}秋天") + f"春天的河\n\n{BODY}"

    reading = repair(source)

    kinds = {reading.text[p.start : p.end]: p.kind for p in reading.paragraphs}
    assert kinds["河边小镇文化站编2024年3月21日"] is ParagraphKind.SOURCE
    assert [entry.page for entry in reading.contents] == [1, 3, 5, 8]
    assert reading.contents[2].title == "秋天的山和山上的树叶，还有树叶下面的石头"


def test_listed_title_is_found_on_two_lines_and_becomes_a_heading() -> None:
    reading = repair(
        f"{CONTENTS}春天的河\n\n{BODY}\n\n秋天的山和山上的树叶，\n还有树叶下面的石头\n\n{BODY}"
    )

    assert [entry.title for entry in reading.outline] == [
        "河边文集",
        "春天的河",
        "秋天的山和山上的树叶，还有树叶下面的石头",
    ]


def test_title_that_is_listed_but_not_found_is_marked_in_the_contents() -> None:
    reading = repair(
        f"{CONTENTS}春天的河\n\n{BODY}\n\n秋天的山和山上的树叶，\n还有树叶下面的石头\n\n{BODY}"
    )

    missing = [mark.start for mark in reading.marks if mark.kind == MarkKind.LISTED_NOT_FOUND]
    assert [reading.text[start : start + 4] for start in missing] == ["夏天的桥", "冬天的雪"]


@pytest.mark.parametrize("letter", ["א", "\ufffd", "ض"])
def test_garbled_letter_is_kept_and_marked(letter: str) -> None:
    reading = repair(f"{BODY}\n河水从山上流下来，{letter}心里很高兴。\n{BODY}")

    assert [(mark.kind, reading.text[mark.start]) for mark in reading.marks] == [
        (MarkKind.GARBLED, letter)
    ]


@pytest.mark.parametrize("text", ["Ελληνικά και Русский", "שלום לכולם, מה שלומכם היום?"])
def test_text_in_another_script_is_not_garbled(text: str) -> None:
    assert repair(f"{BODY}\n{text}\n{BODY}").marks == ()
