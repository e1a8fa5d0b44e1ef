"""What screen readers get to know of a pane, within this program."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotation import AnchorState
from annotator.core.codebook import Underline
from annotator.core.reading_text import Mark, PageTurn, Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan
from annotator.qt.reader import accessibility
from annotator.qt.reader.appearance import TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.text_mirror import TextMirror
from annotator.qt.reader.utf16 import Utf16Map

TextMaker = Callable[..., ReadingText]


@pytest.fixture(scope="session", autouse=True)
def installed(qapp: QApplication) -> None:
    accessibility.install()


@pytest.fixture
def accessible(pane: ReaderPane, text_of: TextMaker) -> QAccessibleInterface:
    pane.set_text(text_of("甲𠮷😀乙", "丙丁"))
    return QAccessible.queryAccessibleInterface(pane)


def _keeps_caret(thing: QObject) -> bool:
    return thing.inherits("QWidgetTextControl")


def test_pane_is_a_document_that_cannot_be_changed(accessible: QAccessibleInterface) -> None:
    assert accessible.role() == QAccessible.Role.Document
    assert accessible.state().readOnly
    assert not accessible.state().editable


def test_text_caret_and_selection_are_counted_in_utf16(
    pane: ReaderPane, accessible: QAccessibleInterface
) -> None:
    pane.select(ReadingSpan(1, 3))

    text = accessible.textInterface()
    assert text.characterCount() == 9
    assert text.text(0, 9) == "甲𠮷😀乙\n丙丁"
    assert text.text(1, 5) == "𠮷😀"
    assert text.cursorPosition() == 5
    assert text.selectionCount() == 1


def test_screen_reader_moves_the_caret(pane: ReaderPane, accessible: QAccessibleInterface) -> None:
    accessible.textInterface().setCursorPosition(2)

    assert accessible.textInterface().cursorPosition() == 1, "no character is cut in two"
    assert pane.selection() is None


def test_screen_reader_selects_and_lets_go(
    pane: ReaderPane, accessible: QAccessibleInterface, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.span_selected) as selected:
        accessible.textInterface().setSelection(0, 1, 5)
    with qtbot.waitSignal(pane.span_selected) as let_go:
        accessible.textInterface().removeSelection(0)

    assert selected.args == [ReadingSpan(1, 3)]
    assert let_go.args == [None]


def test_pane_scrolls_to_the_caret_of_a_screen_reader(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    place = len(text.text) // 2 + 5

    utf16 = Utf16Map(text.text)
    interface = QAccessible.queryAccessibleInterface(pane).textInterface()
    interface.setCursorPosition(utf16.to_qt(place))

    assert not pane.rect_of(ReadingSpan(place, place + 1)).isEmpty()


def test_places_on_the_screen_lead_to_characters_and_back(
    accessible: QAccessibleInterface,
) -> None:
    text = accessible.textInterface()

    places = [text.characterRect(offset).center() for offset in (0, 1, 3, 5, 7)]

    assert [text.offsetAtPoint(place) for place in places] == [0, 1, 3, 5, 7]
    assert text.offsetAtPoint(QPoint(-50, -50)) == -1


def test_characters_are_where_they_are_painted(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.go_to_place(2000)
    span = ReadingSpan(pane.place() + 30, pane.place() + 31)

    told = QAccessible.queryAccessibleInterface(pane).textInterface()
    rect = told.characterRect(Utf16Map(text.text).to_qt(span.start))

    painted = pane.rect_of(span)
    top_left = pane.viewport().mapFromGlobal(rect.topLeft())
    assert abs(top_left.y() - painted.top()) <= 1
    assert abs(top_left.x() - painted.left()) <= painted.width()


def test_new_text_takes_the_place_of_the_old(
    pane: ReaderPane, accessible: QAccessibleInterface, text_of: TextMaker
) -> None:
    before = accessible.textInterface().characterCount()

    pane.set_text(text_of("戊"))
    text = accessible.textInterface()

    assert (before, text.characterCount(), text.text(0, 1)) == (9, 1, "戊")
    pane.set_text(text_of())
    assert accessible.textInterface().characterCount() == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("甲𠮷😀é\u0301\u200d\u2028\x85\t a。"), max_size=60), st.data())
def test_screen_readers_count_as_the_pane_does(
    pane: ReaderPane, text_of: TextMaker, whole: str, data: st.DataObject
) -> None:
    shown = f"{whole}\n{whole[::-1]}"
    pane.set_text(text_of(whole, whole[::-1]))

    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(shown))] * 2)))
    pane.select(ReadingSpan(start, end) if start < end else None)
    text = QAccessible.queryAccessibleInterface(pane).textInterface()

    utf16 = Utf16Map(shown)
    assert text.characterCount() == utf16.to_qt(len(shown))
    assert text.selectionCount() == (start < end)
    if start < end:
        assert text.cursorPosition() == utf16.to_qt(end)


def test_edit_behind_the_pane_is_silent(pane: ReaderPane, accessible: QAccessibleInterface) -> None:
    accessible.textInterface()

    (mirror,) = pane.findChildren(TextMirror)
    (control,) = [each for each in mirror.findChildren(QObject) if _keeps_caret(each)]
    assert not control.parent().isWidgetType()
    assert mirror not in [accessible.child(n).object() for n in range(accessible.childCount())]


def test_description_tells_what_stands_at_the_caret_and_in_the_margin(
    pane: ReaderPane, accessible: QAccessibleInterface
) -> None:
    pane.set_tag_looks({"t": TagLook(QColor("#fde9ae"), Underline.SOLID, "定义")})
    pane.set_highlights([Highlight("a", ReadingSpan(0, 4), ("t",), has_note=True)])
    pane.set_marks([Mark(6, "page", "A page is missing here.")])

    pane.select(ReadingSpan(0, 2))
    first = accessible.text(QAccessible.Text.Description)
    pane.select(ReadingSpan(5, 6))
    second = accessible.text(QAccessible.Text.Description)

    assert first == "Tags here: 定义\nThere is a note here.\nParagraph 1"
    assert second == "Paragraph 2\nA page is missing here."


def test_description_tells_what_a_newer_edition_did_to_the_annotations_here(
    pane: ReaderPane, accessible: QAccessibleInterface
) -> None:
    pane.set_highlights(
        Highlight(state, ReadingSpan(0, 2), (), state=state)
        for state in (AnchorState.OK, AnchorState.TO_CHECK, AnchorState.MOVED)
    )

    assert accessible.text(QAccessible.Text.Description) == (
        "An annotation here has moved from an older edition.\n"
        "The place of an annotation here in a newer edition is to check.\n"
        "Paragraph 1"
    )


def test_description_names_the_page(pane: ReaderPane, accessible: QAccessibleInterface) -> None:
    pane.set_text(ReadingText("甲", (Paragraph(0, 1, page=7),), (Run(0, 1, 0),)))
    assert accessible.text(QAccessible.Text.Description) == "Paragraph 1, page 7"

    turned = ReadingText("甲乙", (Paragraph(0, 2, page=7),), (), page_turns=(PageTurn(1, 8),))
    pane.set_text(turned)
    pane.select(ReadingSpan(0, 1))
    assert accessible.text(QAccessible.Text.Description) == "Paragraph 1, page 8"

    pane.set_text(ReadingText("", (), ()))
    assert accessible.text(QAccessible.Text.Description) == ""


def test_pane_can_be_given_the_focus(accessible: QAccessibleInterface) -> None:
    assert accessible.actionInterface().actionNames() == ["SetFocus"]
    assert accessible.selectionInterface() is None
