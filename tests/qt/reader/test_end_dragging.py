"""Moving the ends of the active annotation with the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane

TextMaker = Callable[..., ReadingText]

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def knob_of_start(pane: ReaderPane, offset: int) -> QPoint:
    rect = pane.rect_of(ReadingSpan(offset, offset + 1))
    return QPoint(rect.left(), rect.top() - 1)


def knob_of_end(pane: ReaderPane, offset: int) -> QPoint:
    rect = pane.rect_of(ReadingSpan(offset - 1, offset))
    return QPoint(rect.right(), rect.bottom() + 1)


def before(pane: ReaderPane, offset: int) -> QPoint:
    rect = pane.rect_of(ReadingSpan(offset, offset + 1))
    return QPoint(rect.left() + 2, rect.center().y())


def move_mouse(pane: ReaderPane, point: QPoint, held: Qt.MouseButton = LEFT) -> None:
    place = QPointF(point)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, none, held, NO_KEY)
    QApplication.sendEvent(pane.viewport(), event)


def press(pane: ReaderPane, point: QPoint) -> None:
    QTest.mousePress(pane.viewport(), LEFT, NO_KEY, point)


def release(pane: ReaderPane, point: QPoint) -> None:
    QTest.mouseRelease(pane.viewport(), LEFT, NO_KEY, point)


def drag(pane: ReaderPane, start: QPoint, end: QPoint) -> None:
    press(pane, start)
    move_mouse(pane, end)
    release(pane, end)


@pytest.fixture
def marked(pane: ReaderPane, text_of: TextMaker) -> ReaderPane:
    """A pane with an active annotation inside a longer one."""
    pane.set_text(text_of("甲乙丙丁戊己庚辛壬癸", "国" * 200, "𠮷e\u0301中" * 400))
    pane.set_highlights(
        [
            Highlight("inner", ReadingSpan(3, 6), ("definition",)),
            Highlight("outer", ReadingSpan(1, 9), ()),
        ]
    )
    pane.set_active("inner")
    return pane


def test_dragging_the_end_asks_for_the_new_passage(qtbot: QtBot, marked: ReaderPane) -> None:
    with qtbot.waitSignal(marked.ends.ends_moved) as told:
        drag(marked, knob_of_end(marked, 6), before(marked, 8))

    assert told.args == ["inner", ReadingSpan(3, 8)]
    assert marked.selection() is None


def test_dragging_the_start_asks_for_the_new_passage(qtbot: QtBot, marked: ReaderPane) -> None:
    with qtbot.waitSignal(marked.ends.ends_moved) as told:
        drag(marked, knob_of_start(marked, 3), before(marked, 2))

    assert told.args == ["inner", ReadingSpan(2, 6)]


def test_an_end_stops_a_character_before_the_other(qtbot: QtBot, marked: ReaderPane) -> None:
    with qtbot.waitSignal(marked.ends.ends_moved) as told:
        drag(marked, knob_of_end(marked, 6), before(marked, 1))

    assert told.args == ["inner", ReadingSpan(3, 4)]


def test_drag_shows_the_passage_and_escape_leaves_it_as_it_was(
    qtbot: QtBot, marked: ReaderPane
) -> None:
    with (
        qtbot.assertNotEmitted(marked.ends.ends_moved),
        qtbot.assertNotEmitted(marked.escape_pressed),
    ):
        press(marked, knob_of_end(marked, 6))
        move_mouse(marked, before(marked, 9))
        while_dragging = [marked.annotation_at(offset) for offset in (7, 8)]
        QTest.keyClick(marked, Qt.Key.Key_Escape)
        release(marked, before(marked, 9))

    assert while_dragging == ["inner", "inner"]
    assert marked.annotation_at(7) == "outer"


def test_press_and_release_on_a_handle_changes_nothing(qtbot: QtBot, marked: ReaderPane) -> None:
    point = knob_of_end(marked, 6)

    with qtbot.assertNotEmitted(marked.ends.ends_moved), qtbot.assertNotEmitted(marked.deactivated):
        drag(marked, point, point)

    assert marked.annotation_at(4) == "inner"


def test_another_text_ends_the_drag(qtbot: QtBot, marked: ReaderPane, text_of: TextMaker) -> None:
    press(marked, knob_of_end(marked, 6))

    with qtbot.assertNotEmitted(marked.ends.ends_moved):
        marked.set_text(text_of("甲乙丙"))
        move_mouse(marked, QPoint(100, 60))
        release(marked, QPoint(100, 60))

    assert marked.annotation_at(0) is None


def test_drag_beyond_the_window_scrolls(qtbot: QtBot, marked: ReaderPane) -> None:
    press(marked, knob_of_end(marked, 6))

    with qtbot.waitSignal(marked.place_changed):
        move_mouse(marked, QPoint(200, marked.viewport().height() + 40))

    release(marked, QPoint(200, marked.viewport().height() + 40))


def test_mouse_shows_where_a_handle_is(marked: ReaderPane) -> None:
    def shape_at(point: QPoint) -> Qt.CursorShape:
        move_mouse(marked, point, held=Qt.MouseButton.NoButton)
        return marked.viewport().cursor().shape()

    assert shape_at(knob_of_start(marked, 3)) == Qt.CursorShape.SizeHorCursor
    assert shape_at(knob_of_end(marked, 6)) == Qt.CursorShape.SizeHorCursor
    assert shape_at(before(marked, 5)) == Qt.CursorShape.IBeamCursor
    marked.set_active(None)
    assert shape_at(knob_of_end(marked, 6)) == Qt.CursorShape.IBeamCursor


def test_dragged_end_is_never_inside_a_character(pane: ReaderPane, text_of: TextMaker) -> None:
    pane.set_text(text_of("甲e\u0301e\u0301e\u0301乙"))
    pane.set_highlights([Highlight("a", ReadingSpan(0, 1), ())])
    pane.set_active("a")
    places = range(before(pane, 1).x(), before(pane, 7).x() + 8)

    press(pane, knob_of_end(pane, 1))
    reached = set()
    for x in places:
        move_mouse(pane, QPoint(x, before(pane, 1).y()))
        reached.add(sum(pane.annotation_at(offset) == "a" for offset in range(8)))
    QTest.keyClick(pane, Qt.Key.Key_Escape)

    assert reached == {1, 3, 5, 7}
