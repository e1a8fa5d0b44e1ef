from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.column import Column, Frame, Place
from annotator.qt.reader.geometry import Geometry
from annotator.qt.reader.selection import Caret
from annotator.qt.reader.text_model import TextModel

HEIGHT = 300
# Paragraphs of very different lengths, so that every estimated height is wrong.
PARAGRAPHS = ["国", "国" * 500, "国" * 3, "国" * 90] * 25


@pytest.fixture(scope="module")
def model(text_of: Callable[..., ReadingText]) -> TextModel:
    return TextModel(text_of(*PARAGRAPHS))


@pytest.fixture
def column(fonts: None, model: TextModel) -> Column:
    return column_of(model)


def column_of(model: TextModel) -> Column:
    appearance = Appearance()
    width = 16 * appearance.em_width()
    return Column(model, appearance, Frame(400, 30, width, HEIGHT, 20))


def offset_at(column: Column, y: float) -> int:
    return Geometry(column).caret_at(QPointF(100, y)).offset


@given(st.integers(0, 14_000), st.lists(st.integers(-290, 290), max_size=30))
def test_scrolling_moves_the_text_by_exactly_what_was_asked(
    fonts: None, model: TextModel, offset: int, turns: list[int]
) -> None:
    column = column_of(model)
    column.go_to(Place(offset))

    for pixels in turns:
        before = {seen.index: seen.top for seen in column.seen_pieces()}
        column.scroll_by(pixels)
        shifts = {
            before[seen.index] - seen.top for seen in column.seen_pieces() if seen.index in before
        }

        assert len(shifts) <= 1
        for shift in shifts:
            assert shift == pixels or abs(shift) < abs(pixels)


def test_estimates_that_prove_wrong_move_nothing(column: Column, model: TextModel) -> None:
    column.go_to(Place(len(model.text) // 2))
    before = offset_at(column, 150)

    for piece in range(0, len(model), 7):
        column.piece_by_index(piece)

    assert offset_at(column, 150) == before


def test_window_is_never_scrolled_beyond_the_text(column: Column, model: TextModel) -> None:
    column.scroll_by(-10_000)
    top = column.y
    column.scroll_by(10**7)
    last = list(column.seen_pieces())[-1]

    assert top == 0
    assert last.index == len(model) - 1
    assert last.top + last.layout.height == HEIGHT - 20
    assert column.y == column.full_height - HEIGHT


@given(st.integers(0, 14_000))
def test_going_to_the_place_one_is_at_moves_nothing(fonts: None, model: TextModel, y: int) -> None:
    column = column_of(model)
    column.scroll_to(y)
    before = [(seen.index, seen.top) for seen in column.seen_pieces()]

    column.go_to(column.place())

    assert [(seen.index, seen.top) for seen in column.seen_pieces()] == before


def test_column_that_is_lower_than_the_window_stays_at_its_top(
    fonts: None, text_of: Callable[..., ReadingText]
) -> None:
    column = column_of(TextModel(text_of("国国")))

    column.scroll_by(50)

    assert column.y == 0


def test_caret_is_found_where_it_is_painted(column: Column) -> None:
    geometry = Geometry(column)

    for offset in range(2, 200):
        rect = geometry.caret_rect(Caret(offset))
        if rect.bottom() < HEIGHT:
            assert geometry.caret_at(rect.center()).offset == offset


def test_beside_a_line_there_is_no_character(column: Column) -> None:
    geometry = Geometry(column)
    (rect,) = geometry.rects_of(ReadingSpan(0, 1))

    assert geometry.character_at(rect.center()) == 0
    assert geometry.character_at(rect.center() + QPointF(100, 0)) is None
    assert geometry.character_at(QPointF(rect.center().x(), 2)) is None


def test_passage_near_the_end_is_revealed(column: Column, model: TextModel) -> None:
    geometry = Geometry(column)
    span = ReadingSpan(len(model.text) - 4, len(model.text))

    geometry.reveal(span)

    (rect,) = geometry.rects_of(span)
    assert 0 < rect.top() < rect.bottom() < HEIGHT
