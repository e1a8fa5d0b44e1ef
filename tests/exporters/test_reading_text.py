"""Reading texts as files: plain text, Markdown, HTML."""

import os
import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from annotator.core.annotation import AnchorState
from annotator.core.codebook import Tag, Underline
from annotator.core.document import About
from annotator.core.reading_text import PageTurn, Paragraph, ParagraphKind, ReadingText
from annotator.core.span import ReadingSpan
from annotator.exporters.annotated_text import AnnotatedText, Footnote
from annotator.exporters.excerpt import ExcerptReply
from annotator.exporters.reading_text_html import to_html
from annotator.exporters.reading_text_markdown import to_markdown
from annotator.exporters.reading_text_plain import to_plain_text
from annotator.exporters.wording import Language

GOLDEN = Path(__file__).parents[1] / "golden"
ABOUT = About("新质生产力[学习读本]", "求是网", "2024-03")
DEFINITION = Tag("a", "定义", "#ffe9a8", Underline.SOLID)
MEASURE = Tag("b", "政策措施", "#cdebd3", Underline.DASHED)
HOSTILE = Tag(
    "c", '<script>alert(1)</script>" onload="x', "red;} body{display:none", Underline.WAVE
)
LINES = [
    ("title", 1, 1, "新质生产力"),
    ("source", 0, 1, "（《求是》2024年3月1日）"),
    ("heading", 2, 1, "一、怎样*发展*"),
    ("body", 0, 2, "要因地制宜发展新质生产力。𠮷日😀科技创新是核心要素。"),
    ("list", 0, 2, "1. 增长 8.1% & 5<6"),
    ("body", 0, None, "“改造提升传统产业。”"),
    ("speaker", 0, 3, "——李四代表"),
]
NASTY_PIECES = [
    *"\\`*_{}[]()<>#+-.!|~$^=:;\"'&%@/,?",
    *("# ", "- ", "1. ", "```", "&amp;", "<b>", "</p>", "[^1]", "[^1]:", "（注1）", "\t", "  "),
    *("\r", "\f", "\u2028", "\u3000", "\xa0", "𠮷", "😀", "新质生产力", "a", "7", "。", "”"),
]
NASTY = st.lists(st.sampled_from(NASTY_PIECES), min_size=1, max_size=8).map("".join)


def text_of(lines: Sequence[tuple[str, int, int | None, str]]) -> ReadingText:
    paragraphs, start = [], 0
    for kind, level, page, line in lines:
        end = start + len(line)
        paragraphs.append(Paragraph(start, end, ParagraphKind(kind), level, page))
        start = end + 1
    return ReadingText("\n".join(line for *_, line in lines), tuple(paragraphs), ())


def on(passage: str, *tags: Tag, note: str = "") -> Footnote:
    start = TEXT.text.index(passage)
    span = ReadingSpan(start, start + len(passage))
    return Footnote(span, passage, tags, note, "甲", "2024-05-01")


TEXT = text_of(LINES)
NOTE = "与另一篇不同：\n- “质态”\n\n要查 *1.0* 版。"
REPLIES = (
    ExcerptReply("林", "2024-05-03", "同意。\n- 另见 *第二篇*\n\n1. 再议"),
    ExcerptReply("[吴]", "2024-05-04", "<b>𠮷😀</b>"),
)
FOOTNOTES = [
    replace(
        on(
            "要因地制宜发展新质生产力。",
            MEASURE,
            note="与另一篇不同：\n- “质态”\n\n要查 *1.0* 版。",
        ),
        replies=REPLIES,
    ),
    on("新质生产力。𠮷日😀", DEFINITION, MEASURE),
    replace(on("因地制宜"), state=AnchorState.TO_CHECK),
    on("核心要素。\n1. 增长", HOSTILE, note="<img src=x onerror=alert(1)> [^1]: http://a.b"),
    Footnote(
        None,
        "内部\n资料",
        (DEFINITION,),
        "不在文中",
        "乙",
        "2024-05-02",
        AnchorState.ORPHAN,
        REPLIES[:1],
    ),
]
WHOLE = AnnotatedText.of(ABOUT, TEXT, FOOTNOTES, has_pages=True)
WRITERS = {"txt": to_plain_text, "md": to_markdown, "html": to_html}


class _Page(HTMLParser):
    """Reads back the article: its elements with their words, without pages and footnote marks."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.marked = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)
        if tag not in ("meta", "link"):
            self._open.append(tag)
        if re.fullmatch(r"p|h\d", tag) and "article" in self._open:
            self.found.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.found and "article" in self._open and not {"sup", "span"} & set(self._open):
            if re.fullmatch(r"p|h\d|mark", self._open[-1]):
                self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)
            if self._open[-1] == "mark":
                self.marked += data


def lines_of_markdown(markdown: str) -> list[tuple[str, str]]:
    found = []
    tokens = MarkdownIt("commonmark").use(footnote_plugin).parse(markdown)
    types = [token.type for token in tokens]
    body = tokens[: types.index("footnote_block_open") if "footnote_block_open" in types else None]
    for opening, token in pairwise(body):
        if token.type == "inline":
            children = token.children or []
            assert {child.type for child in children} <= {"text", "footnote_ref"}
            words = "".join(child.content for child in children if child.type == "text")
            found.append((opening.tag, words))
    return found


def same_as_golden(name: str, written: str) -> bool:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_bytes(written.encode())
    return path.read_bytes() == written.encode()


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("language", Language)
def test_file_is_the_golden_one(ending: str, language: Language) -> None:
    written = WRITERS[ending](WHOLE, language)

    assert same_as_golden(f"reading_text.{language}.{ending}", written)


def test_plain_text_without_annotations_is_the_reading_text() -> None:
    assert to_plain_text(AnnotatedText.of(ABOUT, TEXT), Language.ZH) == TEXT.text + "\n"


@pytest.mark.parametrize("ending", WRITERS)
def test_empty_text_makes_a_file(ending: str) -> None:
    empty = AnnotatedText.of(About(""), ReadingText("", (), ()))

    assert WRITERS[ending](empty, Language.EN) is not None


@st.composite
def annotated_texts(draw: st.DrawFn, words: st.SearchStrategy[str]) -> AnnotatedText:
    lines = [
        (*draw(st.sampled_from([("body", 0, 1), ("heading", 2, None), ("list", 0, 3)])), line)
        for line in draw(st.lists(words, min_size=1, max_size=4))
    ]
    text = text_of(lines)
    footnotes = []
    for note in draw(st.lists(NASTY, max_size=4)):
        start = draw(st.integers(0, len(text.text) - 1))
        span = ReadingSpan(start, draw(st.integers(start + 1, len(text.text))))
        footnotes.append(Footnote(span, "", (DEFINITION, HOSTILE), note, note, ""))
    return AnnotatedText.of(ABOUT, text, footnotes)


@given(annotated_texts(NASTY.filter(lambda words: "（注" not in words)))
def test_plain_text_without_its_notes_and_their_marks_is_the_reading_text(
    text: AnnotatedText,
) -> None:
    written = to_plain_text(text, Language.ZH)

    body = written.rpartition("\n————————\n")[0] if text.footnotes else written
    for number in range(len(text.footnotes), 0, -1):
        assert body.count(f"（注{number}）") == 1
        body = body.replace(f"（注{number}）", "")
    assert body == text.text.text + "\n"


@given(annotated_texts(NASTY))
def test_markdown_is_read_back_letter_by_letter(text: AnnotatedText) -> None:
    found = lines_of_markdown(to_markdown(text, Language.ZH))

    lines = text.text.text.split("\n")
    levels = ["h2" if paragraph.level else "p" for paragraph in text.text.paragraphs]
    source = [("p", "出自《新质生产力[学习读本]》，求是网，2024-03。")] if text.footnotes else []
    assert found == [*zip(levels, lines, strict=True), *source]


@given(annotated_texts(NASTY))
def test_html_is_read_back_letter_by_letter(text: AnnotatedText) -> None:
    page = _Page(to_html(text, Language.ZH))

    lines = text.text.text.split("\n")
    levels = ["h2" if paragraph.level else "p" for paragraph in text.text.paragraphs]
    assert page.found == list(zip(levels, lines, strict=True))


@given(annotated_texts(NASTY))
def test_exactly_what_is_annotated_is_marked(text: AnnotatedText) -> None:
    covered = {
        offset
        for footnote in text.footnotes
        if footnote.span
        for offset in range(footnote.span.start, footnote.span.end)
    }
    expected = "".join(
        letter for i, letter in enumerate(text.text.text) if i in covered and letter != "\n"
    )

    assert _Page(to_html(text, Language.ZH)).marked == expected


def test_marks_stand_after_their_passages_in_ascending_order() -> None:
    body = to_plain_text(WHOLE, Language.ZH).split("\n")[3]

    assert body == (
        "〔第 2 页〕要因地制宜（注1）发展新质生产力。（注2）𠮷日😀（注3）科技创新是核心要素。"
    )


def test_of_passages_with_one_end_the_inner_one_is_numbered_first() -> None:
    outer, inner = on("因地制宜发展新质生产力。", note="外"), on("新质生产力。", note="里")
    start = TEXT.text.index("发展新质生产力。")
    inner = replace(inner, span=ReadingSpan(start, start + 8))

    text = AnnotatedText.of(ABOUT, TEXT, [outer, inner])

    assert [footnote.note for footnote in text.footnotes] == ["里", "外"]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("甲!(乙)", "甲\\![^1]\\(乙)"),
        ("甲^:乙", "甲\\^[^1]\\:乙"),
        ("甲乙{.c}", "甲乙[^1]\\{.c}"),
    ],
)
def test_no_letter_beside_a_footnote_mark_makes_it_something_else(line: str, written: str) -> None:
    text = text_of([("body", 0, None, line)])
    footnote = Footnote(ReadingSpan(0, 2), "", (DEFINITION,))

    markdown = to_markdown(AnnotatedText.of(ABOUT, text, [footnote]), Language.ZH)

    assert markdown.startswith(written + "\n")


def test_reference_that_a_passage_begins_in_is_read_back() -> None:
    text = text_of([("body", 0, None, "甲&amp;乙")])
    annotated = AnnotatedText.of(ABOUT, text, [Footnote(ReadingSpan(2, 6), "")])

    found = lines_of_markdown(to_markdown(annotated, Language.ZH))

    assert found[0] == ("p", "甲&amp;乙")


def test_passage_over_two_paragraphs_has_its_mark_at_its_end() -> None:
    lines = to_plain_text(WHOLE, Language.ZH).split("\n")

    assert lines[4] == "1. 增长（注4） 8.1% & 5<6"


def test_overlapping_passages_are_marked_piece_by_piece() -> None:
    html = to_html(WHOLE, Language.ZH)

    assert re.findall(r'<mark class="([^"]*)" title="([^"]*)"[^>]*>([^<]*)</mark>', html)[:5] == [
        ("tag-1", "政策措施", "要"),
        ("tag-1", "政策措施", "因地制宜"),
        ("tag-1", "政策措施", "发展"),
        ("tag-2", "定义, 政策措施", "新质生产力。"),
        ("tag-2", "定义, 政策措施", "𠮷日😀"),
    ]


def test_what_readers_wrote_cannot_run_or_change_the_page() -> None:
    html = to_html(WHOLE, Language.ZH)
    page = _Page(html)

    assert not {"script", "img", "iframe", "link"} & set(page.tags)
    assert page.tags.count("style") == 1
    assert "display:none" not in html
    assert "default-src 'none'" in html


def test_html_needs_no_other_file() -> None:
    assert not re.search(r'(?:src|href)="(?!#)', to_html(WHOLE, Language.EN))


def test_each_mark_and_its_note_lead_to_each_other() -> None:
    html = to_html(WHOLE, Language.ZH)

    links = re.findall(r'href="#([^"]*)"', html)
    assert set(links) == set(re.findall(r'id="([^"]*)"', html))
    assert len(links) == 2 * len(WHOLE.footnotes)


def test_pages_are_told_where_they_begin_and_only_if_wanted() -> None:
    without = AnnotatedText.of(ABOUT, TEXT)
    with_pages = to_plain_text(WHOLE, Language.EN)

    assert [int(page) for page in re.findall(r"\[p\. (\d+)\]", with_pages)] == [1, 2, 3]
    assert "页" not in to_plain_text(without, Language.ZH)


@pytest.mark.parametrize("ending", WRITERS)
def test_page_that_begins_inside_a_paragraph_is_told_there(ending: str) -> None:
    at = TEXT.text.index("制宜发展")
    turned = replace(TEXT, page_turns=(PageTurn(at, 9),))

    text = AnnotatedText.of(ABOUT, turned, FOOTNOTES, has_pages=True)
    written = WRITERS[ending](text, Language.ZH)

    found = [re.sub("<[^>]*>", "", after) for after in re.split("第 9 页〕", written)[1:]]
    assert [words.lstrip()[:2] for words in found] == ["制宜"]


def test_annotation_whose_passage_is_not_shown_is_told_with_its_quotation() -> None:
    for write in WRITERS.values():
        written = write(WHOLE, Language.ZH)

        assert "所批注的文字不在阅读文本中" in written
        assert "不在文中" in written


@pytest.mark.parametrize("ending", WRITERS)
def test_each_reply_stands_below_its_note_with_who_and_when(ending: str) -> None:
    written = WRITERS[ending](WHOLE, Language.ZH)

    note, replies = written.index("与另一篇不同"), written.index("回复：")
    assert note < replies < written.index("林（2024-05-03）：") < written.index("（2024-05-04）：")
    assert written.count("回复：") == 2


def test_replies_in_markdown_are_read_back_as_a_list() -> None:
    parser = MarkdownIt("commonmark").use(footnote_plugin)
    tokens = parser.parse(to_markdown(WHOLE, Language.ZH))

    items = [
        next(inside.content for inside in tokens[start + 1 :] if inside.type == "inline")
        for start, token in enumerate(tokens)
        if token.type == "list_item_open"
    ]
    assert items == [
        "林（2024-05-03）：同意。",
        "林（2024-05-03）：同意。",
        "\\[吴\\]（2024-05-04）：\\<b\\>𠮷😀\\</b\\>",
    ]
    lists = [token for token in tokens if token.type == "bullet_list_open"]
    assert len(lists) == 2


@given(NASTY, NASTY)
def test_no_reply_changes_the_text_around_it(member: str, content: str) -> None:
    reply = ExcerptReply(member, "2024-05-03", content)
    text = text_of([("body", 0, None, "甲乙"), ("body", 0, None, "丙")])
    footnote = Footnote(ReadingSpan(0, 2), "甲乙", replies=(reply,))
    annotated = AnnotatedText.of(ABOUT, text, [footnote])

    html, markdown = to_html(annotated, Language.ZH), to_markdown(annotated, Language.ZH)

    assert [words for _, words in lines_of_markdown(markdown)][:2] == ["甲乙", "丙"]
    assert _Page(html).found == [("p", "甲乙"), ("p", "丙")]


def test_many_footnotes_in_a_long_text_are_exported_soon() -> None:
    lines = [("body", 0, None, f"第{number}段，说的是发展。") for number in range(20_000)]
    text = text_of(lines)
    footnotes = [
        Footnote(ReadingSpan(p.start, p.end), "", (DEFINITION,), "好") for p in text.paragraphs[::4]
    ]

    written = to_html(AnnotatedText.of(ABOUT, text, footnotes), Language.ZH)

    assert written.count("<mark") == 5_000
