"""Markdown: the words without the marks."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About
from annotator.core.errors import TextFileError, TextTooLongError, WrongEncodingError
from annotator.importers import markdown
from annotator.importers.incoming import Extract, IncomingFile

Shown = list[tuple[str, str]]

BOOKS = (
    "body 镇图书馆建于十二年前，现有藏书三万册，每年接待读者两万人次。"
    "借书最多的是小说，其次是地方志。"
)
READER = (
    "body 读者𠮷田先生说：“这里很安静。”😀 他用 search 命令查书，也读 Le Monde and other papers."
)
REPORT = [
    "heading1 一、基本情况",
    BOOKS,
    "body 馆里有三间阅览室：",
    "list • 成人阅览室",
    "list • 少儿阅览室，周末开放",
    "heading2 （一）借阅",
    "list 1. 办证",
    "list 2. 登记[1]",
    "body 年份 册数",
    "body 2019 18200",
    "body 2020 9600",
    "body 书是给人读的，不是给人看的。",
    READER,
    "heading1 二、下一步的打算",
    "body 增加夜间开放的时间。",
    "list 1. 登记时请带上身份证。",
]


def lines_of(shown: Shown) -> list[str]:
    return [" ".join(pair) for pair in shown]


def words(text: str) -> str:
    return markdown.extract(IncomingFile("a.md", text.encode())).text


def test_sample_of_pandoc_is_shown_whole(
    sample: Callable[[str], Extract], shown: Callable[[Extract], Shown]
) -> None:
    found = sample("pandoc.md")

    assert lines_of(shown(found)) == REPORT
    assert (found.file_format, found.encoding) == ("md", "utf-8")
    assert found.about == About("河湾镇图书馆工作报告", "河湾镇图书馆", "2021-03-05")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**粗**和*斜*、~~删~~、`码`", "粗和斜、删、码"),
        ("[链接](http://a.b 'c')和<http://a.b>", "链接和http://a.b"),
        ("![图的说明](a.png)", "图的说明"),
        ("![](a.png)", ""),
        ("一行\n接着一行", "一行接着一行"),
        ("one line\nand another", "one line and another"),
        ("一行  \n另一行", "一行\n另一行"),
        ("    代码 里的\n    两行", "代码 里的\n两行"),
        ("> > 引文\n> > 续", "引文续"),
        ("3. 三\n4. 四\n   - 甲\n   - 乙", "3. 三\n4. 四\n• 甲\n• 乙"),
        ("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |", "甲\t乙\n一\t二"),
        ("字[^a]。\n\n[^a]: 注的**话**。", "字[1]。\n1. 注的话。"),
        ("<ruby>渡<rt>dù</rt></ruby>口<br>岸", "渡（dù）口\n岸"),
        ("A &amp; B &lt;c&gt; &#x20BB7;", "A & B <c> 𠮷"),
        ("\\*不是标记\\*", "*不是标记*"),
        ("<!-- 看不见 -->看得见", "看得见"),
        ("看\n\n<script>x()</script>\n\n得见", "看\n得见"),
        ("", ""),
        ("---\ntitle: 题\n---\n正文", "正文"),
    ],
)
def test_words_are_shown_without_marks(text: str, expected: str) -> None:
    assert words(text) == expected


def test_only_heading_of_the_first_level_is_the_title(
    shown: Callable[[Extract], Shown],
) -> None:
    found = markdown.extract(IncomingFile("a.md", "# 题目\n\n## 一、章\n\n正文，有标点。".encode()))

    assert lines_of(shown(found)) == ["title1 题目", "heading2 一、章", "body 正文，有标点。"]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encoding_is_found(encoding: str) -> None:
    data = "# 题目\n\n雨停了，孩子们跑到河边去看水。".encode(encoding)

    found = markdown.extract(IncomingFile("a.md", data))

    assert found.text == "题目\n雨停了，孩子们跑到河边去看水。"


def test_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(WrongEncodingError):
        markdown.extract(IncomingFile("a.md", "雨停了".encode()), encoding="ascii")


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "*a **a " * 5_000, "`" * 20_000, "> " * 5_000, "- " * 2_000, "<" * 20_000],
    ids=lambda text: text[:8],
)
def test_marks_without_end_are_read_in_bounded_time(text: str) -> None:
    assert isinstance(words(text), str)


def test_tags_nested_without_end_are_refused() -> None:
    with pytest.raises(TextTooLongError):
        words("<b>深" * 5_000)


@given(st.text())
def test_any_text_becomes_words_or_an_error_in_words(text: str) -> None:
    try:
        found = markdown.extract(IncomingFile("a.md", text.encode(errors="replace")))
    except TextFileError:
        return

    told = found.structure.told if found.structure else ()
    lines = found.text.split("\n")
    starts = {sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))}
    assert {paragraph.start for paragraph in told} <= starts
