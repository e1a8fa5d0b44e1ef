"""Where paragraphs end: the conventions that a text may follow."""

import pytest

from annotator.text.repair import repair

FIRST = (
    "早晨的集市刚刚开门，卖菜的人把青菜、萝卜和豆腐摆在木板上，一边等着客人，一边说着昨天夜里的雨。"
    "河水涨了不少，桥下的石头都看不见了，孩子们站在岸边往水里扔小石子，看谁扔得更远。"
)
SECOND = (
    "到了中午，太阳出来了，地上的水慢慢干了，路也好走了，远处的人推着车往镇上去。"
    "车上放着新做的桌椅，都用草绳捆得很紧，轮子在石板上发出轻轻的响声，很远就能听见。"
)
THIRD = (
    "晚上大家坐在院子里，看着天上的星星，说起明年要种的东西，谁家的地近，谁家的水多。"
    "说到后来都有些困了，只有虫子还在墙角里叫，一声高，一声低，好像也有话要说。"
)
FOURTH = (
    "冬天来得比往年早，山上的树叶还没有落完就下了雪，第二天早上推开门，院子里白得晃眼。"
    "老人说这样的雪对麦子好，年轻人只想着路滑，要不要给车轮绑上链条。"
)
TEXT = [FIRST, SECOND, THIRD, FOURTH, SECOND]


def wrapped(paragraph: str, width: int, *, indent: int = 0) -> list[str]:
    """Break a paragraph into lines of this many letters, as a typesetter would."""
    lines: list[str] = []
    line, room = "", width - indent
    for letter in paragraph:
        if len(line) >= room and letter not in "，。、”：；":
            lines.append(line)
            line, room = "", width
        line += letter
    return [*lines, line]


def paragraphs(source: str) -> list[str]:
    reading = repair(source)
    return [reading.text[item.start : item.end] for item in reading.paragraphs]


@pytest.mark.parametrize("width", [16, 20, 23, 33])
def test_full_lines_are_joined_and_short_ones_end_the_paragraph(width: int) -> None:
    source = "\n".join("\n".join(wrapped(text, width)) for text in TEXT)

    assert paragraphs(source) == TEXT


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("indent", ["\u3000\u3000", "  ", "    "])
def test_indent_begins_a_paragraph(indent: str, gap: str) -> None:
    rows = [indent * (i == 0) + line for text in TEXT for i, line in enumerate(wrapped(text, 20))]

    assert paragraphs(gap.join(rows)) == TEXT


def test_trailing_blank_ends_a_paragraph_even_behind_a_full_line() -> None:
    ends = [wrapped(text, 20) for text in TEXT * 2]
    rows = [line + " " * (line is lines[-1]) for lines in ends for line in lines]
    full = [text[:19] + "。" for text in TEXT]

    assert paragraphs("\n".join([*rows, *(f"{line} " for line in full)])) == TEXT * 2 + full


def test_empty_row_after_every_line_is_no_paragraph_break() -> None:
    rows = [line for text in TEXT for line in wrapped(text, 20)]

    assert paragraphs("\n\n".join(rows)) == TEXT


def test_empty_row_between_paragraphs_is_one() -> None:
    source = "\n\n".join("\n".join(wrapped(text, 20)) for text in TEXT)

    assert paragraphs(source) == TEXT


def test_first_line_whose_indent_was_lost_begins_a_paragraph_after_a_full_line() -> None:
    short = [FIRST, THIRD, FOURTH]
    full = [text[:57].rstrip("，。、") + "。" for text in short]
    rows = [line for text in [*short, *full] for line in wrapped(text, 20, indent=2)]

    assert paragraphs("\n".join(rows)) == short + full


def test_convention_may_change_half_through() -> None:
    dense = "\n\n".join("\n".join(wrapped(text, 20)) for text in TEXT)
    spaced = "\n\n".join(line for text in TEXT for line in wrapped(text, 23))

    assert paragraphs(f"{dense}\n\n{spaced}") == TEXT + TEXT


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_clean_text_comes_out_as_it_is(gap: str) -> None:
    text = ["雨后", *TEXT[:2], "傍晚", *TEXT[2:4]]

    assert paragraphs(gap.join(text)) == text


def test_clean_markdown_comes_out_as_it_is() -> None:
    text = ["# 雨后", FIRST, "## 集市", "- 青菜和萝卜", "- 豆腐", "> 雨停了。", "1. 先看", SECOND]

    assert paragraphs("\n\n".join(text)) == text


@pytest.mark.parametrize(
    "verse",
    [
        ["远山在雨中，", "近水在桥东。", "行人三两个，", "不语立秋风。"],
        ["远山在雨里", "近水在门前", "行人没有话", "站着看秋天"],
        ["苹果", "香蕉", "橘子"],
    ],
    ids=["with marks", "without marks", "words"],
)
def test_verses_and_short_lines_are_not_glued(verse: list[str]) -> None:
    assert paragraphs("\n".join(verse)) == verse


def test_marks_begin_paragraphs() -> None:
    items = ["■先看河水", "■再看田地", "（一）看桥；", "（二）看路；", "①看天", "——住在河边的人"]

    assert paragraphs(f"{FIRST}\n" + "\n".join(items)) == [FIRST, *items]


def test_decimal_at_the_start_of_a_line_is_no_number_of_an_item() -> None:
    text = "去年一年里流过小镇的河水一共有2.5亿吨，比前年多了一成，今年还会更多。"
    rows = [*wrapped(FIRST, 15), text[:15], text[15:30], text[30:], *wrapped(SECOND, 15)]

    assert paragraphs("\n".join(rows)) == [FIRST, text, SECOND]


def test_lone_letters_of_a_chart_stay_apart_and_vertical_ones_do_not() -> None:
    source = "新的桥\n新的路\n\n年\n每年增加\n\n河\n边\n人\n家\n\n旧的船"

    assert paragraphs(source)[1:4] == ["年", "每年增加", "河边人家"]


def test_long_line_that_a_page_cut_goes_on() -> None:
    whole = FIRST + SECOND + THIRD

    assert paragraphs(f"{whole}\n\n{whole[:70]}\n\n{whole[70:]}\n\n{whole}") == [whole] * 3
