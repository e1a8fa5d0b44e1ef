"""The pane under the mouse: selecting, clicking, scrolling."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
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
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def middle_of(pane: ReaderPane, offset: int) -> QPoint:
    return pane.rect_of(ReadingSpan(offset, offset + 1)).center()


def before(pane: ReaderPane, offset: int) -> QPoint:
    """Return a point just right of the caret before this character."""
    rect = pane.rect_of(ReadingSpan(offset, offset + 1))
    return QPoint(rect.left() + 3, rect.center().y())


def click(pane: ReaderPane, point: QPoint, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.mouseClick(pane.viewport(), LEFT, modifier, point)


def drag(pane: ReaderPane, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(pane.viewport(), LEFT, NO_KEY, start)
    move_mouse(pane, end)
    QTest.mouseRelease(pane.viewport(), LEFT, NO_KEY, end)


def move_mouse(pane: ReaderPane, point: QPoint) -> None:
    place = QPointF(point)
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, LEFT, NO_KEY)
    QApplication.sendEvent(pane.viewport(), event)


def turn_wheel(pane: ReaderPane, angle: int, modifier: Qt.KeyboardModifier) -> None:
    place = QPointF(100, 100)
    no_button, no_phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, angle), no_button, modifier, no_phase, False
    )
    QApplication.sendEvent(pane.viewport(), event)


def double_click(pane: ReaderPane, point: QPoint) -> None:
    QTest.mouseDClick(pane.viewport(), LEFT, NO_KEY, point)


def test_dragging_across_paragraphs_selects_the_text_between(
    qtbot: QtBot, pane: ReaderPane, text_of: TextMaker
) -> None:
    pane.set_text(text_of("甲𠮷乙丙丁", "戊己庚辛"))

    with qtbot.waitSignal(pane.span_selected) as told:
        drag(pane, before(pane, 2), before(pane, 8))

    assert told.args == [ReadingSpan(2, 8)]
    assert pane.selecting.text == "乙丙丁\n戊己"


def test_dragging_over_highlights_selects_and_activates_nothing(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    pane.set_highlights([Highlight("a", ReadingSpan(0, 9), ())])

    with qtbot.assertNotEmitted(pane.annotation_activated):
        drag(pane, before(pane, 1), before(pane, 5))

    assert pane.selection() == ReadingSpan(1, 5)


def test_dragging_beyond_the_edge_scrolls_and_selects_on(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    below = QPoint(200, pane.viewport().height() + 80)

    QTest.mousePress(pane.viewport(), LEFT, NO_KEY, before(pane, 2))
    move_mouse(pane, below)
    qtbot.waitUntil(lambda: pane.place() > 100)
    QTest.mouseRelease(pane.viewport(), LEFT, NO_KEY, below)

    span = pane.selection()
    assert span is not None
    assert span.start == 2
    assert span.end > pane.place()


def test_shift_click_extends_the_selection(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    click(pane, before(pane, 3))

    click(pane, before(pane, 9), SHIFT)

    assert pane.selection() == ReadingSpan(3, 9)


def test_click_never_lands_inside_a_character(pane: ReaderPane, text_of: TextMaker) -> None:
    family = "👨\u200d👩\u200d👧"
    pane.set_text(text_of(f"国{family}中"))
    start, end = before(pane, 0), before(pane, len(family) + 1)

    for x in range(start.x() + 12, end.x(), 2):
        click(pane, start)
        click(pane, QPoint(x, start.y()), SHIFT)
        span = pane.selection()

        assert span is not None
        assert span.end in (1, len(family) + 1)


def test_click_clears_the_selection_and_tells_so(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    drag(pane, before(pane, 2), before(pane, 5))

    with qtbot.waitSignal(pane.span_selected) as told:
        click(pane, before(pane, 9))

    assert told.args == [None]


def test_double_click_selects_the_word(qtbot: QtBot, pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.set_word_finder(lambda _, offset: (offset - offset % 2, offset - offset % 2 + 2))

    with qtbot.waitSignal(pane.span_selected) as told:
        double_click(pane, middle_of(pane, 5))

    assert told.args == [ReadingSpan(4, 6)]


def test_third_click_selects_the_sentence(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    point = middle_of(pane, 20)

    double_click(pane, point)
    click(pane, point)

    assert pane.selecting.text == "𠮷字和😀也算一个字！"


def test_clicks_activate_overlapping_annotations_in_turn(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    pane.set_highlights(
        [Highlight("long", ReadingSpan(0, 9), ()), Highlight("short", ReadingSpan(3, 6), ())]
    )

    with qtbot.waitSignal(pane.annotation_activated) as first:
        click(pane, middle_of(pane, 4))
    with qtbot.waitSignal(pane.annotation_activated) as second:
        click(pane, middle_of(pane, 4))
    with qtbot.waitSignal(pane.deactivated):
        click(pane, middle_of(pane, 12))

    assert (first.args, second.args) == (["short"], ["long"])


def test_double_click_on_an_annotation_asks_to_edit_it(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    pane.set_highlights([Highlight("a", ReadingSpan(0, 9), ())])
    click(pane, middle_of(pane, 4))

    with (
        qtbot.waitSignal(pane.annotation_edit_requested) as asked,
        qtbot.assertNotEmitted(pane.span_selected),
    ):
        double_click(pane, middle_of(pane, 4))

    assert asked.args == ["a"]


def test_scrolling_there_and_back_meets_the_same_lines(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.go_to_place(text.paragraphs[20].start)
    place = pane.place()

    for _ in range(30):
        turn_wheel(pane, -120, NO_KEY)
    lower = pane.place()
    for _ in range(30):
        turn_wheel(pane, 120, NO_KEY)

    assert lower > place
    assert pane.place() == place


def test_control_wheel_asks_to_zoom(qtbot: QtBot, pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    with qtbot.waitSignal(pane.zoom_requested) as asked:
        turn_wheel(pane, 60, CONTROL)
        turn_wheel(pane, 60, CONTROL)

    assert asked.args == [1]
    assert pane.place() == 0


def test_empty_text_can_be_clicked(pane: ReaderPane) -> None:
    click(pane, QPoint(50, 30))
    double_click(pane, QPoint(50, 30))

    assert pane.selection() is None
