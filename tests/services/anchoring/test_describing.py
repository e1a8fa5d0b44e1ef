"""Anchoring: what a selection becomes, so that it is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import EmptyPassageError, SpanOutsideTextError
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.services import anchoring, reading
from annotator.storage import document_table
from annotator.storage.library import Library

LONGEST_CONTEXT = 200
LEAST_CONTEXT = 32


def plain(text: str) -> ReadingText:
    """Return a reading text that is its source."""
    return ReadingText(text, (Paragraph(0, len(text)),), (Run(0, len(text), 0),))


@pytest.mark.parametrize(
    ("text", "span", "quotation"),
    [
        ("一 \u3000科技 创新\t\n二", (1, 10), "科技 创新"),
        ("说𠮷😀了", (1, 3), "𠮷😀"),
        ("一段。\n二段。", (0, 7), "一段。\n二段。"),
        ("“引用”。", (0, 5), "“引用”。"),
        ("增长3.5%", (2, 6), "3.5%"),
    ],
)
def test_quotation_is_the_passage_without_blanks_at_its_ends(
    text: str, span: tuple[int, int], quotation: str
) -> None:
    selector = anchoring.describe("id", plain(text), ReadingSpan(*span))

    assert selector.quotation == quotation
    assert selector.span.slice_of(text) == quotation


@pytest.mark.parametrize("passage", ["……", "......", " \u3000\n", "。", "——", "😀", "·· ··"])
def test_passage_without_words_is_refused(passage: str) -> None:
    text = f"目录{passage}3"

    with pytest.raises(EmptyPassageError):
        anchoring.describe("id", plain(text), ReadingSpan(2, 2 + len(passage)))


def test_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(SpanOutsideTextError, match=r"1:5 .* 4 characters"):
        anchoring.describe("id", plain("四个汉字"), ReadingSpan(1, 5))


def test_source_position_skips_what_is_not_shown() -> None:
    source = "科 技\n  创 新。"
    text = ReadingText(
        "科技创新。",
        (Paragraph(0, 5),),
        (Run(0, 1, 0), Run(1, 1, 2), Run(2, 1, 6), Run(3, 2, 8)),
    )

    selector = anchoring.describe("id", text, ReadingSpan(1, 4))

    assert selector.quotation == "技创新"
    assert selector.span == SourceSpan(2, 9)
    assert selector.span.slice_of(source) == "技\n  创 新"


def test_context_reaches_to_sentence_ends() -> None:
    text = "前面一句。" + "甲" * 50 + "引文" + "乙" * 50 + "。后面一句。"

    selector = anchoring.describe("id", plain(text), ReadingSpan(55, 57))

    assert selector.prefix == "甲" * 50
    assert selector.suffix == "乙" * 50 + "。"


def test_context_of_a_passage_alone_in_its_text_is_empty() -> None:
    selector = anchoring.describe("id", plain("全文"), ReadingSpan(0, 2))

    assert (selector.prefix, selector.suffix) == ("", "")


def test_context_grows_until_the_passage_is_found_once() -> None:
    twin = "相" * 60 + "引文" + "同" * 60
    text = f"甲{twin}乙{twin}丙"

    selector = anchoring.describe("id", plain(text), ReadingSpan(61, 63))

    assert text.count(selector.prefix + selector.quotation + selector.suffix) == 1


def test_context_grows_also_where_repeats_overlap() -> None:
    text = "哈" * 150

    selector = anchoring.describe("id", plain(text), ReadingSpan(75, 76))

    assert len(selector.prefix + selector.quotation + selector.suffix) == 150


@given(st.text("甲乙。！\n 1", min_size=1, max_size=500), st.data())
def test_selector_stands_by_its_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    try:
        selector = anchoring.describe("id", plain(text), ReadingSpan(start, end))
    except EmptyPassageError:
        assert not any(letter.isalnum() for letter in text[start:end])
        return

    span = selector.span
    assert selector.quotation == text[start:end].strip()
    assert text[: span.start].endswith(selector.prefix)
    assert text[span.end :].startswith(selector.suffix)
    assert min(LEAST_CONTEXT, span.start) <= len(selector.prefix) <= LONGEST_CONTEXT
    assert min(LEAST_CONTEXT, len(text) - span.end) <= len(selector.suffix) <= LONGEST_CONTEXT


def test_nearly_every_passage_of_the_sample_texts_is_found_by_its_context(
    samples: Library,
) -> None:
    missed = 0
    for document in document_table.all_documents(samples):
        text = reading.reading_text(samples, document.id)
        for start in range(0, len(text.text) - 10, 200):
            try:
                selector = anchoring.describe(document.id, text, ReadingSpan(start, start + 10))
            except EmptyPassageError:
                continue
            found = text.text.count(selector.prefix + selector.quotation + selector.suffix)
            assert found
            missed += found > 1

    assert missed == 0
