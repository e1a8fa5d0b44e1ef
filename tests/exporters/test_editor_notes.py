"""What an export says of the state of the source, and where."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About
from annotator.core.reading_text import Mark, Paragraph, ParagraphKind, ReadingText
from annotator.core.span import ReadingSpan
from annotator.exporters.annotated_text import AnnotatedText, Footnote
from annotator.exporters.editor_notes import notes_within
from annotator.exporters.reading_text_html import to_html
from annotator.exporters.reading_text_markdown import to_markdown
from annotator.exporters.reading_text_plain import to_plain_text
from annotator.exporters.wording import WORDINGS, Language
from annotator.text.repair import MarkKind, repair

DATA = Path(__file__).parents[2] / "data"
MISSING, EMPTY = MarkKind.PAGE_MISSING, MarkKind.PAGE_EMPTY
GARBLED, LISTED = MarkKind.GARBLED, MarkKind.LISTED_NOT_FOUND
LINES = ["小镇", "集市开门 4", "河边的小镇今天很安静，只有风\ufffd过树叶的\ufffd音", "𠮷日😀。"]
ABOUT = About("小镇")


def text_of(lines: list[str], marks: list[tuple[int, str]]) -> ReadingText:
    paragraphs, start = [], 0
    for number, line in enumerate(lines):
        kind = ParagraphKind.BODY if number else ParagraphKind.TITLE
        end = start + len(line)
        paragraphs.append(Paragraph(start, end, kind, int(number == 0), page=number + 1))
        start = end + 1
    told = tuple(Mark(at, kind, "") for at, kind in sorted(marks))
    return ReadingText("\n".join(lines), tuple(paragraphs), (), marks=told)


def at(letters: str) -> int:
    return "\n".join(LINES).index(letters)


def plain(*marks: tuple[int, str], footnotes: tuple[Footnote, ...] = ()) -> list[str]:
    text = AnnotatedText.of(ABOUT, text_of(LINES, [*marks]), footnotes, has_editor_notes=True)
    return to_plain_text(text, Language.ZH).split("\n")


def test_gap_between_paragraphs_is_told_on_a_line_of_its_own() -> None:
    lines = plain((at("河边"), MISSING), (at("𠮷"), EMPTY))

    assert lines == [
        *LINES[:2],
        "〔原件此处有缺文〕",
        LINES[2],
        "〔原件此处有一页没有文字〕",
        LINES[3],
        "",
    ]


def test_page_without_text_inside_a_paragraph_is_told_where_it_was() -> None:
    assert plain((at("只有"), EMPTY))[2].startswith(
        "河边的小镇今天很安静，〔原件此处有一页没有文字〕只有风"
    )


def test_page_without_text_after_the_end_is_told_there() -> None:
    assert plain((at("。"), EMPTY))[3] == "𠮷日😀。〔原件此处有一页没有文字〕"


def test_last_page_of_a_single_letter_follows_the_page_without_text() -> None:
    text = AnnotatedText.of(ABOUT, text_of(["甲", "乙"], [(2, EMPTY)]), has_editor_notes=True)

    written = to_plain_text(text, Language.EN)

    assert written == "甲\n[a page of the source has no text here]\n乙\n"


def test_garbled_letters_are_announced_before_the_first_of_them() -> None:
    assert "只有风〔原件自此有乱码〕\ufffd过树叶的\ufffd音" in plain((at("\ufffd"), GARBLED))[2]


def test_article_that_is_only_listed_is_told_after_its_entry() -> None:
    assert plain((at("集市"), LISTED))[1] == "集市开门 4〔正文中未见此篇〕"


def test_note_inside_a_marked_passage_leaves_its_footnote_where_it_ends() -> None:
    footnote = Footnote(ReadingSpan(at("只有"), at("过树叶")), "")

    lines = plain((at("\ufffd"), GARBLED), footnotes=(footnote,))

    assert "，只有风〔原件自此有乱码〕\ufffd（注1）过树叶" in lines[2]


def test_gap_before_a_heading_is_not_in_the_heading() -> None:
    text = AnnotatedText.of(ABOUT, text_of(LINES, [(0, MISSING)]), has_editor_notes=True)

    markdown, html = to_markdown(text, Language.EN), to_html(text, Language.EN)

    assert markdown.startswith("\\[text missing here in the source\\]\n\n# 小镇\n")
    assert '<p class="gap"><span class="editor-note" title=' in html
    assert '<h1 class="title">小镇</h1>' in html


def test_notes_are_there_only_where_they_are_wanted() -> None:
    text = text_of(LINES, [(at("只有"), EMPTY), (at("集市"), LISTED), (0, MISSING)])

    assert to_plain_text(AnnotatedText.of(ABOUT, text), Language.ZH) == text.text + "\n"


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_mark_has_its_words(language: Language) -> None:
    assert set(WORDINGS[language].editor_notes) == set(MarkKind)
    assert set(WORDINGS[language].quoted_with) == set(MarkKind) - {LISTED}


PIECES = ["甲", "乙", "。", "𠮷", "😀", " ", "[", "(", "*", "#", "\ufffd", "<b>", "1. "]


@st.composite
def marked_texts(draw: st.DrawFn) -> ReadingText:
    words = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
    lines = draw(st.lists(words, min_size=1, max_size=4))
    places = [i for i, letter in enumerate("\n".join(lines)) if letter != "\n"]
    mark = st.tuples(st.sampled_from(places), st.sampled_from(MarkKind))
    return text_of(lines, draw(st.lists(mark, max_size=5)))


@given(marked_texts())
def test_without_the_notes_every_letter_is_that_of_the_reading_text(text: ReadingText) -> None:
    annotated = AnnotatedText.of(ABOUT, text, has_editor_notes=True)

    plain = to_plain_text(annotated, Language.ZH)
    html = to_html(annotated, Language.ZH)

    notes = re.compile("〔(?:原件|正文)[^〕]*〕")
    assert len(notes.findall(plain)) == html.count('<span class="editor-note"') == len(text.marks)
    kept = [line for line in plain.split("\n") if not re.fullmatch(f"(?:{notes.pattern})+", line)]
    assert notes.sub("", "\n".join(kept)) == text.text + "\n"


@pytest.mark.parametrize(
    ("passage", "kinds"),
    [
        ("河边的小镇今天很安静", ()),
        ("安静，只有风", (EMPTY,)),
        ("只有风\ufffd过", (GARBLED,)),
        ("过树叶的\ufffd音", (GARBLED,)),
        ("过树叶的", ()),
        ("集市开门 4\n河边", (MISSING,)),
        ("安静，只有风\ufffd过树叶的\ufffd音\n𠮷日😀。", (EMPTY, GARBLED)),
        ("日😀。", ()),
    ],
)
def test_passage_tells_the_gaps_in_its_midst_and_its_garbled_letters(
    passage: str, kinds: tuple[MarkKind, ...]
) -> None:
    marks = [
        (at("集市"), LISTED),
        (at("河边"), MISSING),
        (at("只有"), EMPTY),
        (at("\ufffd"), GARBLED),
        (at("。"), EMPTY),
    ]
    text = text_of(LINES, marks)

    assert notes_within(text, at(passage), at(passage) + len(passage)) == kinds


def test_gap_of_the_compilation_is_in_the_passages_around_it_alone() -> None:
    [file] = DATA.glob("001_*.txt")
    text = repair(file.read_text("utf-8"))
    [missing, *_] = [mark for mark in text.marks if mark.kind == MISSING]

    assert notes_within(text, missing.start - 9, missing.start + 9) == (MISSING,)
    assert notes_within(text, missing.start, missing.start + 9) == ()
    assert notes_within(text, missing.start - 9, missing.start) == ()
