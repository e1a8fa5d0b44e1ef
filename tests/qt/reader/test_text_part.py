"""A part of a text alone in a pane: everything there is told in offsets of the whole text."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotator.core.reading_text import Paragraph, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_index import Highlight, HighlightIndex
from annotator.qt.reader.overview_bar import OverviewBar
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.selection import TextSteps
from annotator.qt.reader.text_model import LONGEST_PIECE, TextModel

CONTROL = Qt.KeyboardModifier.ControlModifier
WHOLE = ["甲一二三。", "乙𠮷😀四。", "丙五六。", "丁七八九。"]


@pytest.fixture
def part(text_of: Callable[..., ReadingText]) -> tuple[ReadingText, ReadingSpan]:
    """Return a text and the span of its second and third paragraphs."""
    text = text_of(*WHOLE)
    return text, ReadingSpan(text.paragraphs[1].start, text.paragraphs[2].end)


@given(
    lengths=st.lists(st.sampled_from([1, 2, 9, LONGEST_PIECE + 5]), min_size=1, max_size=6),
    data=st.data(),
)
def test_pieces_of_a_part_are_those_of_the_whole_text(
    lengths: list[int], data: st.DataObject
) -> None:
    starts = [sum(lengths[:i]) + i for i in range(len(lengths))]
    paragraphs = tuple(Paragraph(s, s + n) for s, n in zip(starts, lengths, strict=True))
    text = ReadingText("\n".join("国" * n for n in lengths), paragraphs, ())
    first = data.draw(st.integers(0, len(lengths) - 1))
    last = data.draw(st.integers(first, len(lengths) - 1))
    span = ReadingSpan(paragraphs[first].start, paragraphs[last].end)

    model, whole = TextModel(text, span), TextModel(text)

    pieces = [model.piece(index) for index in range(len(model))]
    every = [whole.piece(index) for index in range(len(whole))]
    assert pieces == [p for p in every if span.start <= p.start and p.end <= span.end]
    assert model.shown_text == span.slice_of(text.text)


def test_steps_do_not_leave_the_part(part: tuple[ReadingText, ReadingSpan]) -> None:
    text, span = part
    steps = TextSteps(TextModel(text, span))

    assert steps.previous_character(span.start) == span.start
    assert steps.previous_paragraph(span.start) == span.start
    assert steps.next_character(span.end) == span.end
    assert steps.next_paragraph(span.end) == span.end
    assert steps.next_character(span.start + 1) == span.start + 2


def test_highlights_elsewhere_are_not_in_the_part(part: tuple[ReadingText, ReadingSpan]) -> None:
    text, span = part
    over_start = Highlight("c", ReadingSpan(2, span.start + 2), ())
    index = HighlightIndex(
        TextModel(text, span),
        [
            Highlight("a", ReadingSpan(0, 3), ()),
            Highlight("b", ReadingSpan(21, 23), ()),
            over_start,
        ],
    )

    assert [index.in_piece(0), index.in_piece(1)] == [[over_start], []]
    assert index.at(span.start + 1) == [over_start]
    assert index.remove("a") is not None


def test_everything_selects_the_part(
    pane: ReaderPane, part: tuple[ReadingText, ReadingSpan]
) -> None:
    text, span = part
    pane.set_text(text, span)

    QTest.keyClick(pane, Qt.Key.Key_A, CONTROL)

    assert pane.selection() == span
    assert pane.selecting.text == "乙𠮷😀四。\n丙五六。"


def test_keys_lead_to_the_ends_of_the_part(
    pane: ReaderPane, part: tuple[ReadingText, ReadingSpan]
) -> None:
    text, span = part
    pane.set_text(text, span)
    held = CONTROL | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(pane, Qt.Key.Key_End, CONTROL)
    QTest.keyClick(pane, Qt.Key.Key_Home, held)

    assert pane.selection() == span


def test_selection_grows_to_the_part_and_no_further(
    pane: ReaderPane, part: tuple[ReadingText, ReadingSpan]
) -> None:
    text, span = part
    pane.set_text(text, span)

    for _ in range(9):
        pane.selecting.select_more()

    assert pane.selection() == span


def test_double_click_in_a_part_selects_at_the_offset_of_the_whole(
    pane: ReaderPane, part: tuple[ReadingText, ReadingSpan]
) -> None:
    text, span = part
    pane.set_text(text, span)
    wanted = ReadingSpan(span.start + 1, span.start + 2)

    place = pane.rect_of(wanted).center()
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))

    assert pane.selection() == wanted
    assert pane.selecting.text == "𠮷"


def test_part_begins_at_its_start_and_knows_no_place_outside(
    pane: ReaderPane, text: ReadingText
) -> None:
    span = ReadingSpan(text.paragraphs[20].start, text.paragraphs[29].end)
    pane.set_text(text)
    whole = pane.verticalScrollBar().maximum()

    pane.set_text(text, span)

    assert pane.place() == span.start
    assert pane.verticalScrollBar().value() == 0
    assert pane.verticalScrollBar().maximum() < whole / 4
    pane.go_to_place(0)
    assert pane.place() == span.start
    pane.go_to_place(len(text.text))
    assert span.start < pane.place() < span.end
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()


def test_screen_readers_hear_the_part(
    pane: ReaderPane, part: tuple[ReadingText, ReadingSpan]
) -> None:
    text, span = part
    pane.set_text(text, span)
    pane.select(ReadingSpan(span.start, span.start + 3))

    heard = pane.spoken.text()

    assert heard.text(0, 12) == "乙𠮷😀四。\n丙五六。"
    assert heard.characterCount() == 12
    assert heard.cursorPosition() == 5
    heard.setCursorPosition(7)
    assert pane.spoken.text().cursorPosition() == 7
    assert heard.characterRect(0).isValid()


def test_every_pixel_of_a_part_has_a_place(pane: ReaderPane, text: ReadingText) -> None:
    span = ReadingSpan(text.paragraphs[20].start, text.paragraphs[29].end)
    pane.set_text(text, span)

    assert pane.flow_place() == span.start - 1
    pane.flow_to(span.start + 333.5)
    assert span.start + 300 < pane.flow_place() < span.start + 340
    pane.flow_to(span.start - 1.0)
    assert pane.verticalScrollBar().value() == 0


def test_overview_spans_the_part(text: ReadingText) -> None:
    span = ReadingSpan(text.paragraphs[20].start, text.paragraphs[29].end)
    overview = OverviewBar()
    overview.resize(12, 200)

    overview.set_text(text, span)
    overview.set_highlights([Highlight("a", ReadingSpan(0, 5), ()), Highlight("b", span, ())])

    assert overview.offset_at(0) == span.start
    assert span.end - 60 < overview.offset_at(199.9) < span.end
    assert len(overview._rows(ReadingSpan(0, 5))) == 0
    assert len(overview._rows(span)) == 200
    overview.deleteLater()
