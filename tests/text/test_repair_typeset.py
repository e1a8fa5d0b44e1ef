"""Text as it comes out of typeset pages: columns, leads, running lines, full last lines."""

import pytest

from annotator.text.repair import DropReason, repair
from annotator.text.repair.features import Scene
from annotator.text.repair.layouts import Layout
from annotator.text.repair.lines import lines_of, rows_of
from tests.text.test_repair_borders import FIRST, FOURTH, SECOND, TEXT, THIRD, paragraphs, wrapped

TALK = [
    "“你昨天去了河边没有？”",
    "“去了，水很大，桥下的石头一块也看不见。”",
    "他把手里的东西放下，看了看天，又看了看路，最后说今天不走了。",
    "“那好。”",
    FIRST,
    "“雨要下到什么时候？”",
    "“谁知道呢。”",
    SECOND,
]


def typeset(texts: list[str], width: int, *, indent: int = 0) -> list[str]:
    return [line for text in texts for line in wrapped(text, width, indent=indent)]


def paged(pages: list[list[str]]) -> str:
    return "\n\f".join("\n".join(rows) for rows in pages)


def dropped(source: str, reason: DropReason) -> list[str]:
    return [p.span.slice_of(source) for p in repair(source).dropped if p.reason == reason]


@pytest.mark.parametrize(
    "lead", ["第十二条", "本报河湾4月2日讯", "新华社河湾4月2日电", "（本报讯）"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lead_on_a_row_of_its_own_opens_the_paragraph(lead: str, gap: str) -> None:
    rows = [*typeset([THIRD], 20), lead + gap + "\n".join(wrapped(FIRST, 20)[:1])]
    rows += [*wrapped(FIRST, 20)[1:], *typeset([SECOND, FOURTH], 20)]

    found = paragraphs("\n".join(rows))
    assert [found[0], found[1].replace(" ", ""), *found[2:]] == [
        THIRD,
        lead + FIRST,
        SECOND,
        FOURTH,
    ]


def test_lines_wider_than_sixty_letters_are_joined_if_they_fill_a_column() -> None:
    long = [FIRST + SECOND + THIRD, SECOND + FOURTH + FIRST, THIRD + FIRST + SECOND] * 2

    rows = typeset(long, 63)

    assert any(row.endswith("，") for row in rows)
    assert paragraphs("\n".join(rows)) == long


@pytest.mark.parametrize("width", [16, 24, 30])
def test_verses_beside_prose_stay_apart(width: int) -> None:
    verses = ["太阳爬上东山头", "背上竹篓上高坡", "左手采来右手采", "一天采得两箩多"] * 2
    prose = [FIRST, SECOND, THIRD, FOURTH]

    source = "\n".join([*typeset(prose, width), *verses, *typeset(prose, width)])

    assert paragraphs(source) == [*prose, *verses, *prose]


def test_text_of_short_paragraphs_is_still_a_column() -> None:
    labels = ["去的人", "走的路", "带的东西", "看见的事"] * 6

    source = "\n".join([*labels, *typeset(TEXT[:2], 28)])

    assert paragraphs(source)[-2:] == TEXT[:2]


def test_full_last_lines_end_paragraphs_where_paragraphs_are_short_and_indented() -> None:
    full = "他站在门口看了很久，雨声越来越小，远处传来卖豆腐的人慢慢走近的脚步声。"
    text = [*TALK, full, *TALK, full, *TALK]

    rows = typeset(text, 19, indent=2)

    assert len(wrapped(full, 19, indent=2)[-1]) >= 18
    assert paragraphs("\n".join(rows)) == text


def test_full_line_with_a_full_stop_is_rather_a_last_one_where_paragraphs_are_short() -> None:
    def odds(texts: list[str]) -> float:
        rows = rows_of("\n".join(typeset(texts, 16)))
        scene = Scene(lines_of(rows, [0] * len(rows)), Layout.COLUMN)
        sure = [0, *(scene.verdict(i) for i in range(1, len(rows)))]
        return scene.odds_of_full_last_line(sure)

    assert odds([THIRD, FOURTH] * 6) > odds([THIRD + FOURTH + THIRD + FOURTH] * 3)


def test_quotation_begins_a_paragraph_after_a_full_line_where_many_do() -> None:
    full = "他把手里的东西放在窗台下面又看了看天色，这才把门推开了。"
    text = [*TALK, full, *TALK, full, *TALK]

    rows = typeset(text, 14)

    assert len(wrapped(full, 14)[-1]) == 14
    assert paragraphs("\n".join(rows)) == text


def test_speaker_begins_a_paragraph_after_a_full_line() -> None:
    answer = f"沈师傅：先看排水。{SECOND[:30]}。"
    text = ["记者：您看桥的时候，先看什么？", answer, f"记者：{FIRST}", f"沈师傅：{FOURTH}"]

    assert len(answer) % 20 == 0
    assert paragraphs("\n".join(typeset([*text, *TEXT], 20))) == [*text, *TEXT]


def test_said_words_after_a_full_line_are_no_speaker() -> None:
    start = FIRST[:37] + "的。"

    rows = [*wrapped(start, 20)[:2], "他说：这样的雨下得正好，再多就不好了。", *typeset(TEXT, 20)]

    assert paragraphs("\n".join(rows))[0].startswith(f"{start}他说：")


def test_heading_in_larger_type_goes_on_in_the_next_line() -> None:
    rows = [*typeset(TEXT, 20), "河边小镇的集市在雨后的早晨里", "重新开张", *typeset(TEXT, 20)]

    assert "河边小镇的集市在雨后的早晨里重新开张" in paragraphs("\n".join(rows))


def test_line_goes_on_if_it_had_no_room_for_a_quoted_letter_and_its_neighbours() -> None:
    rows = [
        "早晨的集市刚刚开门，卖菜的人把青菜萝卜",
        "和豆腐摆在木板上，一边等客人笑",
        "说：“昨天夜里的雨下得真大，河水涨了不",
        "少。”说完又去搬豆腐。",
    ]

    assert paragraphs("\n".join([*rows, *typeset(TEXT, 19)]))[0] == "".join(rows)


BODY = [[f"{month}月里，{FIRST}", SECOND] for month in "正二三四五六"]
PAGES = [typeset(texts, 22) for texts in BODY]


def test_section_at_the_head_of_a_page_goes_and_the_heading_stays() -> None:
    sections = ["雨水", "集市", "星空", "初雪", "麦田", "山路"]
    heads = [[f"  {name}", f"{name}：一天"] for name in sections]

    source = paged([[*head, *page] for head, page in zip(heads, PAGES, strict=True)])

    assert dropped(source, DropReason.HEADER) == sections
    assert [p for p in paragraphs(source) if p.endswith("：一天")] == [
        f"{name}：一天" for name in sections
    ]


def test_headers_with_the_page_number_go_whatever_they_say() -> None:
    words = ["雨水", "集市", "星空", "初雪", "麦田", "山路"]
    heads = [f"{n}  {word}的事" if n % 2 else f"{word}的事  {n}" for n, word in enumerate(words, 8)]

    source = paged([[head, *page] for head, page in zip(heads, PAGES, strict=True)])

    assert dropped(source, DropReason.HEADER) == heads


def test_feet_with_two_digits_for_the_page_go_whatever_they_say() -> None:
    feet = [f"{word}的事  {n:02}" for n, word in enumerate(["雨水", "集市", "星空", "初雪"], 1)]

    source = paged([[*page, foot] for page, foot in zip(PAGES, feet, strict=False)])

    assert dropped(source, DropReason.FOOTER) == feet


def test_title_stays_though_the_foot_of_another_page_says_the_same() -> None:
    source = paged([["河边的日子", *PAGES[0]], [*PAGES[1], "河边的日子"]])

    assert paragraphs(source)[0] == "河边的日子"


def test_header_on_two_facing_pages_goes() -> None:
    source = paged([["河边的日子", *page] if i % 2 else page for i, page in enumerate(PAGES[:4])])

    assert dropped(source, DropReason.HEADER) == ["河边的日子"] * 2


def test_title_stays_though_it_is_the_header_of_other_pages() -> None:
    source = paged([["河边的日子", *page] for page in PAGES])

    assert paragraphs(source)[0] == "河边的日子"
    assert dropped(source, DropReason.HEADER) == ["河边的日子"] * 5


def test_header_over_the_title_that_says_the_same_goes() -> None:
    first, *others = PAGES
    pages = [["河边的日子", "河边的日子", *first], *(["河边的日子", *page] for page in others)]

    source = paged(pages)

    assert repair(source).text.count("河边的日子") == 1


def test_page_numbers_in_the_midst_of_pages_go_if_they_count_the_pages() -> None:
    source = paged([[*page[:4], str(n), *page[4:]] for n, page in enumerate(PAGES, 7)])

    assert dropped(source, DropReason.PAGE_NUMBER) == ["7", "8", "9", "10", "11", "12"]
    assert paragraphs(source) == [text for texts in BODY for text in texts]


def test_lone_figures_in_the_midst_of_pages_stay() -> None:
    source = paged(
        [[*page[:4], figure, *page[4:]] for page, figure in zip(PAGES, "381926", strict=True)]
    )

    assert dropped(source, DropReason.PAGE_NUMBER) == []


ISSUE = "河湾学报 2021年第2期"
WRAPPED_TITLE = ["河边的日子和山里𠮷家的日子", "都是一样的日子"]


def test_running_lines_of_two_pages_go_though_each_stands_once() -> None:
    first, second = ([*page[:4], str(n), *page[4:]] for n, page in enumerate(PAGES[:2], 1))
    pages = [[ISSUE, *WRAPPED_TITLE, *first], ["".join(WRAPPED_TITLE), *second]]

    source = paged(pages)

    assert dropped(source, DropReason.HEADER) == [ISSUE, "".join(WRAPPED_TITLE)]
    assert dropped(source, DropReason.PAGE_NUMBER) == ["1", "2"]
    assert paragraphs(source)[:2] == WRAPPED_TITLE


def test_issue_that_opens_the_text_stays_if_another_page_has_no_running_line() -> None:
    title = "".join(WRAPPED_TITLE)
    first, second, third, fourth = PAGES[:4]
    pages = [[ISSUE, *WRAPPED_TITLE, *first], [title, *second], [title, *third], fourth]

    assert dropped(paged(pages), DropReason.HEADER) == [title] * 2


@pytest.mark.parametrize(("words", "goes"), [("河边的日子", True), ("别的日子", False)])
def test_numbered_lines_of_two_pages_go_if_the_text_says_the_words(words: str, goes: bool) -> None:
    feet = ["山里的事 1", f"2 {words}"]
    pages = [[*page, foot] for page, foot in zip(PAGES, feet, strict=False)]

    source = paged([["河边的日子", *pages[0]], pages[1]])

    assert dropped(source, DropReason.FOOTER) == (feet if goes else [])


def test_numbers_of_sections_on_two_pages_stay() -> None:
    sections = [[*typeset([FIRST], 22), str(n), *page] for n, page in enumerate(PAGES[:2], 1)]

    assert dropped(paged(sections), DropReason.PAGE_NUMBER) == []


def test_foot_goes_though_only_the_head_of_a_page_says_the_same() -> None:
    sections = ["雨水", "集市", "星空", "初雪", "麦田", "山路"]

    pages = [[f"{name}：一天", *page, name] for name, page in zip(sections, PAGES, strict=True)]

    assert dropped(paged(pages), DropReason.FOOTER) == sections


def test_words_on_every_second_page_go_that_interrupt_its_sentences() -> None:
    prose = (FIRST[:-1] + SECOND[:-1]) * 5 + FIRST
    rows = wrapped(prose, 22)
    pages = [rows[at : at + 6] for at in range(0, len(rows), 6)]
    odd = [page if n % 2 else [*page[:3], "山里的日子", *page[3:]] for n, page in enumerate(pages)]

    source = paged(odd)

    assert len(set(rows)) == len(rows)
    assert set(dropped(source, DropReason.HEADER)) == {"山里的日子"}
    assert paragraphs(source) == [prose]


def test_refrain_of_verses_on_every_page_stays() -> None:
    verse = ["太阳爬上东山头", "山里的日子", "背上竹篓上高坡", "采茶"]

    source = paged([[*page, *verse, *typeset([FOURTH], 22)] for page in PAGES])

    assert paragraphs(source).count("山里的日子") == len(PAGES)


@pytest.mark.parametrize("rows", [[ISSUE, *PAGES[0], "1"], [*PAGES[0], f"{ISSUE} 1"]])
def test_issue_and_number_of_an_only_page_go(rows: list[str]) -> None:
    source = "\n".join([*rows, "\f"])

    assert paragraphs(source) == BODY[0]
    assert [item.page for item in repair(source).paragraphs] == [1, 1]


def test_issue_without_a_page_number_stays_on_an_only_page() -> None:
    assert paragraphs("\n".join([ISSUE, *PAGES[0], "\f"]))[0] == ISSUE.replace(" ", "")
