"""What screen readers get to know of a pane, within this program."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QApplication

from annotator.core.codebook import Underline
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader import accessibility
from annotator.qt.reader.appearance import TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane

TextMaker = Callable[..., ReadingText]


@pytest.fixture(scope="session", autouse=True)
def installed(qapp: QApplication) -> None:
    accessibility.install()


@pytest.fixture
def accessible(pane: ReaderPane, text_of: TextMaker) -> QAccessibleInterface:
    pane.set_text(text_of("甲𠮷😀乙", "丙丁"))
    return QAccessible.queryAccessibleInterface(pane)


def test_pane_is_a_document_that_cannot_be_changed(accessible: QAccessibleInterface) -> None:
    assert accessible.role() == QAccessible.Role.Document
    assert accessible.state().readOnly
    assert not accessible.state().editable


def test_text_and_caret_are_counted_in_utf16(
    pane: ReaderPane, accessible: QAccessibleInterface
) -> None:
    text = accessible.textInterface()

    pane.select(ReadingSpan(1, 3))

    assert text.characterCount() == 9
    assert text.text(0, 9) == "甲𠮷😀乙\n丙丁"
    assert text.text(1, 5) == "𠮷😀"
    assert text.cursorPosition() == 5


def test_screen_reader_moves_the_caret_and_selects(
    pane: ReaderPane, accessible: QAccessibleInterface
) -> None:
    text = accessible.textInterface()

    text.setCursorPosition(2)
    caret = text.cursorPosition()
    text.addSelection(1, 5)

    assert caret == 1
    assert pane.selected_text() == "𠮷😀"
    text.removeSelection(0)
    assert pane.selection() is None


def test_places_on_the_screen_lead_to_characters_and_back(
    accessible: QAccessibleInterface,
) -> None:
    text = accessible.textInterface()

    places = [text.characterRect(offset).center() for offset in (0, 1, 3, 5, 7)]

    assert [text.offsetAtPoint(place) for place in places] == [0, 1, 3, 5, 7]
    assert text.offsetAtPoint(QPoint(-50, -50)) == -1
    assert text.characterRect(9).isEmpty()


def test_description_tells_selection_and_tags_at_the_caret(
    pane: ReaderPane, accessible: QAccessibleInterface
) -> None:
    pane.set_tag_looks({"t": TagLook(QColor("#fde9ae"), Underline.SOLID, "定义")})
    pane.set_highlights([Highlight("a", ReadingSpan(0, 4), ("t",))])

    pane.select(ReadingSpan(0, 2))

    description = accessible.text(QAccessible.Text.Description)
    assert description == "Tags here: 定义\nSelected: 甲𠮷"


def test_selection_is_not_counted_where_nobody_can_ask_for_it(
    pane: ReaderPane, accessible: QAccessibleInterface
) -> None:
    pane.select(ReadingSpan(0, 2))

    assert accessible.textInterface().selectionCount() == 0


def test_pane_can_be_given_the_focus(accessible: QAccessibleInterface) -> None:
    assert accessible.actionInterface().actionNames() == ["SetFocus"]
    assert accessible.selectionInterface() is None
