import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotator.core.annotation import AnchorState
from annotator.exporters.citation import citation
from annotator.exporters.excerpt import Article, Excerpt, Grouping
from annotator.exporters.markdown import to_markdown
from annotator.exporters.wording import WORDINGS, Language

GOLDEN = Path(__file__).parents[1] / "golden"

EXCERPTS = (
    Excerpt(
        quotation="新质生产力是创新起主导作用的先进生产力质态。",
        document_id="b",
        document_title="新质生产力[学习读本]",
        start=40,
        paragraph=3,
        publisher="求是网",
        document_date="2024-03",
        section="什么是新质生产力？",
        page=7,
        tags=("定义", "核心_概念"),
        note="与另一篇的措辞不同：\n- “质态”\n- “形态”\n\n要查 1.0 版。",
        member="甲",
        date="2024-05-01",
    ),
    Excerpt(
        quotation="发展新质生产力不是忽视、放弃传统产业。\n各地要坚持从实际出发，因地制宜、分类指导。",
        document_id="a",
        document_title="两会学习材料",
        start=310,
        paragraph=12,
        article=Article("因地制宜_①", "张三", "人民日报", "2024-03-06"),
        speaker="王五代表",
        tags=("政策措施",),
        member="乙",
        date="2024-05-02",
        state=AnchorState.ORPHAN,
    ),
    Excerpt(
        quotation="2. 研发投入增长 8.1%，*占比* 5~6 成。",
        document_id="b",
        document_title="新质生产力[学习读本]",
        start=12,
        paragraph=1,
        publisher="求是网",
        document_date="2024-03",
        tags=("政策措施", "定义"),
        date="2024-05-03",
        state=AnchorState.MOVED,
    ),
    Excerpt(
        quotation="未来产业",
        document_id="a",
        document_title="两会学习材料",
        start=5,
        paragraph=1,
        section="前言",
    ),
)

PIECES = [
    *"\\`*_{}[]()<>#+-.!|~$^=:;\"'&%@/,?",
    *("# ", "- ", "+ ", "> ", "1. ", "12) ", "1.", "```", "~~~", "***", "---", "===", "__"),
    *("&amp;", "&#35;", "&copy", "<html>", "<!-- -->", "</p>", "<http://a.b>", "http://a.b/c"),
    *("[a](b)", "![a](b)", "[a]: b", "[a][b]", "[^1]", "\\\\", "\\*", "**强**", "_调_", "`码`"),
    *("\t", " ", "  ", "    ", "\n", "\n\n", "\n\n\n", "  \n", "\\\n", "\r", "\r\n", "\f"),
    *("\u3000", "\u2028", "\u2029", "\xa0", "\ufeff", "𠮷", "😀", "新质生产力", "a", "7", "。"),
]
WRITABLE = st.characters(
    exclude_categories=["Cs"],
    exclude_characters=[*map(chr, (*range(9), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)))],
)
NASTY = st.lists(st.one_of(st.sampled_from(PIECES), WRITABLE), min_size=1, max_size=12).map("".join)


def same_as_golden(name: str, markdown: str) -> bool:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_bytes(markdown.encode())
    return path.read_bytes() == markdown.encode()


def written(text: Token) -> str:
    """Return what an inline token says; anything but plain or slanted text is a failure."""
    children = text.children or []
    assert {child.type for child in children} <= {"text", "em_open", "em_close"}
    return "".join(child.content for child in children)


def blocks(markdown: str) -> list[tuple[str, str]]:
    """Return (the kind of block, its text) for each paragraph and heading that a parser reads."""
    found = []
    around: list[str] = []
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.nesting == 1:
            around.append(token.tag)
        elif token.nesting == -1:
            around.pop()
        else:
            assert token.type == "inline"
            found.append((" ".join(around), written(token)))
    return found


def texts(found: list[tuple[str, str]], kind: str) -> list[str]:
    return [text for kind_found, text in found if kind_found == kind]


@pytest.mark.parametrize(
    ("name", "grouping", "language"),
    [
        ("excerpts_by_tag.zh.md", Grouping.TAG, Language.ZH),
        ("excerpts_by_document.zh.md", Grouping.DOCUMENT, Language.ZH),
        ("excerpts_in_reading_order.zh.md", Grouping.READING_ORDER, Language.ZH),
        ("excerpts_by_tag.en.md", Grouping.TAG, Language.EN),
    ],
)
def test_document_is_the_golden_one(name: str, grouping: Grouping, language: Language) -> None:
    title = {Language.ZH: "新质生产力读书会摘录", Language.EN: "Excerpts of the reading group"}

    markdown = to_markdown(EXCERPTS, grouping, language=language, title=title[language])

    assert same_as_golden(name, markdown)


@pytest.mark.parametrize("grouping", Grouping)
def test_nothing_to_export_is_said_in_one_line(grouping: Grouping) -> None:
    markdown = to_markdown([], grouping, language=Language.ZH, title="摘录")

    assert markdown == "# 摘录\n\n没有可导出的摘录。\n"


@given(quotation=NASTY)
def test_quotation_is_read_back_letter_by_letter(quotation: str) -> None:
    excerpt = replace(EXCERPTS[3], quotation=quotation)

    found = blocks(to_markdown([excerpt], Grouping.TAG, language=Language.ZH, title="摘录"))

    assert "\n".join(texts(found, "blockquote p")) == quotation


@pytest.mark.parametrize("text", ["{}", "{}甲", "{} 甲", "甲{}", "甲 {}", "甲{}乙", "甲\n{}乙"])
def test_each_mark_with_a_meaning_is_read_back_wherever_it_stands(text: str) -> None:
    for piece in PIECES:
        written_text = text.format(piece)
        excerpt = replace(EXCERPTS[3], quotation=written_text, note=written_text)

        found = blocks(to_markdown([excerpt], Grouping.TAG, language=Language.ZH, title="摘录"))

        assert "\n".join(texts(found, "blockquote p")) == written_text
        assert "\n".join(texts(found, "ul li p")) == "笔记：" + written_text


@given(note=NASTY, tags=st.lists(NASTY, min_size=1, max_size=3, unique=True), member=NASTY)
def test_note_tags_and_member_are_read_back(note: str, tags: list[str], member: str) -> None:
    excerpt = replace(EXCERPTS[3], note=note, tags=tuple(tags), member=member, date="2024-05-01")

    found = blocks(
        to_markdown([excerpt], Grouping.READING_ORDER, language=Language.EN, title="Excerpts")
    )
    tag_line, *note_lines, member_line = texts(found, "ul li p")

    assert tag_line == "Tags: " + ", ".join(tags)
    assert "\n".join(note_lines) == "Note: " + note
    assert member_line == f"Annotated by: {member}, 2024-05-01"


@pytest.mark.parametrize("language", Language)
@given(title=NASTY, publisher=NASTY, section=NASTY, article=NASTY, author=NASTY)
def test_citation_is_read_back(
    language: Language, title: str, publisher: str, section: str, article: str, author: str
) -> None:
    excerpt = replace(
        EXCERPTS[0],
        document_title=title,
        publisher=publisher,
        section=section,
        speaker=section,
        article=Article(article, author, publisher, "2024"),
    )

    found = blocks(to_markdown([excerpt], Grouping.DOCUMENT, language=language, title="摘录"))

    assert texts(found, "p")[1] == citation(excerpt, language)


@given(title=NASTY, tag=NASTY)
def test_headings_are_read_back(title: str, tag: str) -> None:
    excerpt = replace(EXCERPTS[3], tags=(tag,))

    found = blocks(to_markdown([excerpt], Grouping.TAG, language=Language.ZH, title=title))

    assert texts(found, "h1") == [title]
    assert texts(found, "h2") == [f"{tag}（1）"]


@given(quotation=NASTY, note=NASTY)
def test_text_of_one_excerpt_leaves_the_shape_of_the_document_alone(
    quotation: str, note: str
) -> None:
    excerpts = [replace(EXCERPTS[0], quotation=quotation, note=note), EXCERPTS[1]]

    found = blocks(
        to_markdown(excerpts, Grouping.READING_ORDER, language=Language.ZH, title="摘录")
    )

    assert texts(found, "p") == [
        "共 2 条摘录，出自 2 篇文献。",
        *(citation(excerpt, Language.ZH) for excerpt in excerpts),
    ]


def test_what_markdown_cannot_hold_is_shown_as_a_replacement_character() -> None:
    excerpt = replace(EXCERPTS[3], quotation="甲\0乙\x1b丙\x85丁\ud800戊")

    markdown = to_markdown([excerpt], Grouping.TAG, language=Language.ZH, title="摘录")

    assert "> 甲\ufffd乙\ufffd丙\ufffd丁\ufffd戊\n" in markdown
    assert markdown.encode()


def test_ordinary_prose_is_left_as_it_is() -> None:
    prose = "“增长 8.1%”（同比）；见 2024.3.5、C919——《报告》！"
    excerpt = replace(EXCERPTS[3], quotation=prose)

    markdown = to_markdown([excerpt], Grouping.TAG, language=Language.ZH, title="摘录")

    assert f"> {prose}\n" in markdown


def test_title_is_slanted_in_english_only() -> None:
    english = to_markdown(EXCERPTS[:1], Grouping.TAG, language=Language.EN, title="x")
    chinese = to_markdown(EXCERPTS[:1], Grouping.TAG, language=Language.ZH, title="x")

    assert "<em>新质生产力[学习读本]</em>, 求是网" in MarkdownIt("commonmark").render(english)
    assert "<em>" not in MarkdownIt("commonmark").render(chinese)


def test_document_without_a_title_has_a_heading_that_says_so() -> None:
    excerpt = replace(EXCERPTS[3], document_title="")

    found = blocks(to_markdown([excerpt], Grouping.DOCUMENT, language=Language.ZH, title="摘录"))

    assert texts(found, "h2") == ["无题（1）"]


def test_every_language_has_its_wording() -> None:
    assert set(WORDINGS) == set(Language)


def test_repeats_are_told_from_distinct_passages_in_both_languages() -> None:
    one, other = (replace(each, passage="一", tags=("定义",)) for each in EXCERPTS[:2])

    chinese, english = (
        to_markdown([one, other], Grouping.TAG, language=language, title="读书会")
        for language in (Language.ZH, Language.EN)
    )

    assert "共 2 条摘录，1 段不同文字，出自 2 篇文献。" in chinese
    assert "## 定义（2，1 段不同文字）\n" in chinese
    assert "2 excerpts, 1 distinct passage from 2 documents." in english
