"""The margin: numbers, bars of tags, signs of notes."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from annotator.core.annotation import AnchorState
from annotator.core.codebook import Underline
from annotator.core.reading_text import Paragraph, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance, PaneColours, TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.text_model import LONGEST_PIECE, TextModel

PAPER = PaneColours().paper
TAGS = {
    name: TagLook(QColor(colour), Underline.SOLID)
    for name, colour in {
        "definition": "#fde9ae",
        "measure": "#cdeccb",
        "example": "#cfe4fb",
        "statistic": "#f8d0de",
        "own": "#d8d0f8",
    }.items()
}


def margin_of(pane: ReaderPane) -> QImage:
    """Return what is left of the lines of the first paragraph."""
    pane.clearFocus()
    line = pane.rect_of(ReadingSpan(40, 41))
    left = min(pane.rect_of(ReadingSpan(n, n + 1)).left() for n in range(60))
    return pane.viewport().grab(QRect(0, 0, left - 2, line.bottom())).toImage()


def colours_in(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points}


def bar_colour(tag_id: str) -> str:
    return palette.drawn_on(PAPER, TAGS[tag_id].colour).name()


@pytest.fixture
def read(pane: ReaderPane, text: ReadingText) -> ReaderPane:
    pane.set_text(text)
    pane.set_tag_looks(TAGS)
    return pane


def test_each_tag_of_a_passage_has_a_bar_beside_its_lines(read: ReaderPane) -> None:
    before = colours_in(margin_of(read))

    read.set_highlights([Highlight("1", ReadingSpan(2, 60), ("definition", "example"))])

    added = colours_in(margin_of(read)) - before
    assert added == {bar_colour("definition"), bar_colour("example")}


def test_bar_of_a_passage_goes_with_it(read: ReaderPane) -> None:
    before = margin_of(read)
    read.add_highlight(Highlight("1", ReadingSpan(2, 60), ("measure",)))
    assert margin_of(read) != before

    read.remove_highlight("1")

    assert margin_of(read) == before


def test_tags_beyond_the_lanes_share_the_last_one(read: ReaderPane) -> None:
    def columns(tag_id: str) -> set[int]:
        read.set_highlights([Highlight("1", ReadingSpan(2, 60), (tag_id,))])
        image, colour = margin_of(read), bar_colour(tag_id)
        middle = image.height() // 2
        return {x for x in range(image.width()) if image.pixelColor(x, middle).name() == colour}

    assert columns("own") == columns("statistic")
    assert not columns("example") & columns("statistic")


def test_note_has_a_sign_beside_its_first_line(read: ReaderPane) -> None:
    read.set_highlights([Highlight("1", ReadingSpan(2, 9), ("definition",))])
    without = margin_of(read)

    read.set_highlights([Highlight("1", ReadingSpan(2, 9), ("definition",), has_note=True)])

    assert margin_of(read) != without


def test_each_state_but_ok_has_a_sign_of_its_own_shape(read: ReaderPane) -> None:
    def image(state: AnchorState) -> QImage:
        read.set_highlights([Highlight("1", ReadingSpan(2, 9), ("definition",), state=state)])
        return margin_of(read)

    def painted(state: AnchorState) -> frozenset[tuple[int, int]]:
        with_sign = image(state)
        return frozenset(
            (x, y)
            for x in range(with_sign.width())
            for y in range(with_sign.height())
            if with_sign.pixel(x, y) != plain.pixel(x, y)
        )

    plain = image(AnchorState.OK)
    shapes = {painted(state) for state in AnchorState}

    assert len(shapes) == len(AnchorState)
    assert frozenset() in shapes


def test_state_and_note_of_one_line_are_both_seen(read: ReaderPane) -> None:
    def image(*, has_note: bool, state: AnchorState) -> QImage:
        read.set_highlights([Highlight("1", ReadingSpan(2, 9), (), has_note, state)])
        return margin_of(read)

    images = [
        image(has_note=has_note, state=state)
        for has_note in (False, True)
        for state in (AnchorState.OK, AnchorState.TO_CHECK)
    ]

    assert all(one != other for one, other in combinations(images, 2))


def test_margin_can_be_put_away_and_leaves_longer_lines(read: ReaderPane) -> None:
    width = read.rect_of(ReadingSpan(0, 120)).width()

    read.set_appearance(Appearance(has_margin=False))

    assert read.rect_of(ReadingSpan(0, 120)).width() > width
    assert colours_in(margin_of(read)) == {PAPER.name()}


def test_every_paragraph_is_counted_and_a_page_named_where_it_begins(
    text_of: Callable[..., ReadingText],
) -> None:
    pages = (None, 1, 1, 2)
    starts = (0, 2, 4, 6)
    paragraphs = tuple(
        Paragraph(start, start + 1, page=page) for start, page in zip(starts, pages, strict=True)
    )
    model = TextModel(ReadingText("国\n国\n国\n国", paragraphs, ()))

    pieces = [model.piece(index) for index in range(4)]

    assert [(piece.number, piece.page) for piece in pieces] == [
        (1, None),
        (2, 1),
        (3, None),
        (4, 2),
    ]


def test_parts_of_a_long_paragraph_bear_its_number(text_of: Callable[..., ReadingText]) -> None:
    model = TextModel(text_of("国", "国" * (LONGEST_PIECE + 1)))

    numbers = [(model.piece(n).number, model.piece(n).is_first_of_paragraph) for n in range(3)]

    assert numbers == [(1, True), (2, True), (2, False)]


@pytest.mark.parametrize("paper", ["#fffdf8", "#1c1a18"])
@pytest.mark.parametrize("colour", ["#fde9ae", "#544c3e", "#808080", "#000000", "#ffffff"])
def test_bars_can_be_seen_on_every_paper(paper: str, colour: str) -> None:
    drawn = palette.drawn_on(QColor(paper), QColor(colour))

    assert palette.contrast(drawn, QColor(paper)) >= 2.95


def test_page_is_named_over_the_number_of_its_first_paragraph(read: ReaderPane) -> None:
    pages = [Paragraph(0, 60, page=7), Paragraph(61, 120, page=7)]
    without = margin_of(read)

    read.set_text(ReadingText("国" * 60 + "\n" + "国" * 59, tuple(pages), ()))

    assert margin_of(read) != without
    assert PaneColours().active.name() in colours_in(margin_of(read))
