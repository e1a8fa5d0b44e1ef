"""The pane as a reader meets it: with keys, mouse, wheel, sizes and highlights."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import Appearance, PaneColours
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane

TextMaker = Callable[..., ReadingText]

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key

SENTENCES = "新质生产力是创新起主导作用。𠮷字和😀也算一个字！它们都在这里？"
LONG = SENTENCES * 8


@pytest.fixture
def text(text_of: TextMaker) -> ReadingText:
    return text_of(*[LONG] * 60)


def middle_of(pane: ReaderPane, offset: int) -> QPoint:
    return pane.rect_of(ReadingSpan(offset, offset + 1)).center()


def before(pane: ReaderPane, offset: int) -> QPoint:
    """Return a point just right of the caret before this character."""
    rect = pane.rect_of(ReadingSpan(offset, offset + 1))
    return QPoint(rect.left() + 3, rect.center().y())


def click(pane: ReaderPane, point: QPoint, modifier: Qt.KeyboardModifier | None = None) -> None:
    modifiers = modifier or Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(pane.viewport(), LEFT, modifiers, point)


def drag(pane: ReaderPane, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start)
    move_mouse(pane, end)
    QTest.mouseRelease(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, end)


def move_mouse(pane: ReaderPane, point: QPoint) -> None:
    place = QPointF(point)
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, LEFT, none)
    QApplication.sendEvent(pane.viewport(), event)


def press(pane: ReaderPane, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(pane, key, modifier or Qt.KeyboardModifier.NoModifier)


def turn_wheel(pane: ReaderPane, angle: int, modifier: Qt.KeyboardModifier) -> None:
    place = QPointF(100, 100)
    no_button, no_phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, angle), no_button, modifier, no_phase, False
    )
    QApplication.sendEvent(pane.viewport(), event)


def colour_at(pane: ReaderPane, point: QPoint) -> QColor:
    return pane.viewport().grab().toImage().pixelColor(point)


# Selecting


def test_dragging_across_paragraphs_selects_the_text_between(
    qtbot: QtBot, pane: ReaderPane, text_of: TextMaker
) -> None:
    pane.set_text(text_of("甲𠮷乙丙丁", "戊己庚辛"))

    with qtbot.waitSignal(pane.span_selected) as told:
        drag(pane, before(pane, 2), before(pane, 8))

    assert told.args == [ReadingSpan(2, 8)]
    assert pane.selected_text() == "乙丙丁\n戊己"


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

    QTest.mousePress(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, before(pane, 2))
    move_mouse(pane, below)
    qtbot.waitUntil(lambda: pane.place() > 100)
    QTest.mouseRelease(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, below)

    span = pane.selection()
    assert span is not None
    assert span.start == 2
    assert span.end > pane.place()


def test_shift_click_extends_the_selection(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    click(pane, before(pane, 3))

    click(pane, before(pane, 9), SHIFT)

    assert pane.selection() == ReadingSpan(3, 9)


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
        QTest.mouseDClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle_of(pane, 5))

    assert told.args == [ReadingSpan(4, 6)]


def test_third_click_selects_the_sentence(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    point = middle_of(pane, 20)

    QTest.mouseDClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point)
    click(pane, point)

    assert pane.selected_text() == "𠮷字和😀也算一个字！"


def test_program_selects_without_a_signal(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)

    with qtbot.assertNotEmitted(pane.span_selected):
        pane.select(ReadingSpan(3, 7))

    assert pane.selection() == ReadingSpan(3, 7)


# Keys


@pytest.mark.parametrize(
    ("key", "modifier", "selected"),
    [
        (Key.Key_Right, SHIFT, ReadingSpan(14, 15)),
        (Key.Key_Left, SHIFT, ReadingSpan(13, 14)),
        (Key.Key_Right, SHIFT | CONTROL, ReadingSpan(14, 16)),
        (Key.Key_Left, SHIFT | CONTROL, ReadingSpan(12, 14)),
        (Key.Key_Down, SHIFT | CONTROL, ReadingSpan(14, len(LONG) + 1)),
        (Key.Key_Up, SHIFT | CONTROL, ReadingSpan(0, 14)),
        (Key.Key_Home, SHIFT | CONTROL, ReadingSpan(0, 14)),
        (Key.Key_End, SHIFT | CONTROL, ReadingSpan(14, 60 * (len(LONG) + 1) - 1)),
        (Key.Key_A, CONTROL, ReadingSpan(0, 60 * (len(LONG) + 1) - 1)),
    ],
)
def test_keys_select(
    qtbot: QtBot,
    pane: ReaderPane,
    text: ReadingText,
    *,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    selected: ReadingSpan,
) -> None:
    pane.set_text(text)
    pane.set_word_finder(lambda _, offset: (offset - offset % 2, offset - offset % 2 + 2))
    click(pane, before(pane, 14))

    with qtbot.waitSignal(pane.span_selected) as told:
        press(pane, key, modifier)

    assert told.args == [selected]


def test_line_keys_reach_the_ends_of_the_line_and_the_line_below(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    click(pane, before(pane, 5))

    press(pane, Key.Key_End)
    press(pane, Key.Key_Home, SHIFT)
    first_line = pane.selection()
    press(pane, Key.Key_Home)
    press(pane, Key.Key_Down, SHIFT)
    to_second_line = pane.selection()

    assert first_line is not None
    assert to_second_line is not None
    assert first_line.start == 0
    # The first line is indented by two characters, so that the caret lands two further.
    assert to_second_line == ReadingSpan(0, first_line.end + 2)


def test_page_keys_move_caret_and_text(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    click(pane, before(pane, 5))

    press(pane, Key.Key_PageDown)
    lower = pane.place()
    press(pane, Key.Key_PageUp)

    assert lower > 100
    assert pane.place() == 0


def test_space_turns_pages(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    press(pane, Key.Key_Space)
    press(pane, Key.Key_Space)
    lower = pane.place()
    press(pane, Key.Key_Space, SHIFT)
    press(pane, Key.Key_Space, SHIFT)

    assert lower > 100
    assert pane.place() == 0


def test_caret_left_behind_starts_where_the_reader_is(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.go_to_place(len(text.text) // 2)
    place = pane.place()

    press(pane, Key.Key_Right, SHIFT)

    assert pane.selection() == ReadingSpan(place, place + 1)
    assert pane.place() == place


def test_caret_is_followed_to_the_end_of_the_text(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    press(pane, Key.Key_End, CONTROL)

    assert not pane.rect_of(ReadingSpan(len(text.text) - 1, len(text.text))).isEmpty()


def test_copy_puts_paragraphs_on_lines(pane: ReaderPane, text_of: TextMaker) -> None:
    pane.set_text(text_of("甲𠮷乙", "丙"))

    press(pane, Key.Key_A, CONTROL)
    press(pane, Key.Key_C, CONTROL)

    assert QGuiApplication.clipboard().text() == "甲𠮷乙\n丙"


def test_escape_clears_the_selection_and_is_told(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    press(pane, Key.Key_A, CONTROL)

    with qtbot.waitSignals([pane.span_selected, pane.escape_pressed]):
        press(pane, Key.Key_Escape)

    assert pane.selection() is None


# Highlights


def test_highlight_is_painted_behind_its_passage_and_nowhere_else(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)

    pane.add_highlight(Highlight("a", ReadingSpan(2, 5), ("definition",)))
    inside = [pane.rect_of(ReadingSpan(at, at + 1)).topLeft() + QPoint(2, 1) for at in (2, 4)]
    outside = [pane.rect_of(ReadingSpan(at, at + 1)).topLeft() + QPoint(3, 1) for at in (1, 5)]

    assert [colour_at(pane, point).name() for point in inside] == ["#fde9ae"] * 2
    assert [colour_at(pane, point).name() for point in outside] == ["#fffdf8"] * 2


def test_highlight_that_was_removed_or_moved_is_painted_away(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    bare = pane.viewport().grab().toImage()
    pane.add_highlight(Highlight("a", ReadingSpan(2, 5), ("definition",)))
    pane.add_highlight(Highlight("a", ReadingSpan(20, 25), ("definition",)))

    pane.remove_highlight("a")

    assert pane.viewport().grab().toImage() == bare


def test_active_annotation_is_outlined(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.set_highlights([Highlight("a", ReadingSpan(2, 5), ("definition",))])
    plain = pane.viewport().grab().toImage()

    pane.set_active("a")
    outlined = pane.viewport().grab().toImage()
    pane.set_active(None)

    assert outlined != plain
    assert pane.viewport().grab().toImage() == plain


def test_hit_is_painted(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    pane.set_hits([ReadingSpan(20, 22)])

    point = pane.rect_of(ReadingSpan(20, 22)).topLeft() + QPoint(2, 2)
    assert colour_at(pane, point) == PaneColours().hit


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
        QTest.mouseDClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, middle_of(pane, 4))

    assert asked.args == ["a"]


# Where the reader is


def test_place_is_where_the_reader_went(qtbot: QtBot, pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    offset = 30 * (len(LONG) + 1)

    with qtbot.waitSignal(pane.place_changed) as told:
        pane.go_to_place(offset)

    assert told.args == [offset]
    assert pane.place() == offset
    assert pane.rect_of(ReadingSpan(offset, offset + 1)).top() < 20


def test_first_line_stays_through_zoom_size_and_theme(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.go_to_place(30 * (len(LONG) + 1) + 57)
    place = pane.place()

    for size in (9, 20, 15, 28, 13):
        pane.set_appearance(Appearance(point_size=size))
        pane.resize(300 + 20 * size, 500)
        assert -30 < pane.rect_of(ReadingSpan(place, place + 1)).top() < 60

    assert pane.place() == place


def test_scrolling_there_and_back_meets_the_same_lines(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    none = Qt.KeyboardModifier.NoModifier
    pane.go_to_place(20 * (len(LONG) + 1))
    place = pane.place()

    for _ in range(30):
        turn_wheel(pane, -120, none)
    lower = pane.place()
    for _ in range(30):
        turn_wheel(pane, 120, none)

    assert lower > place
    assert pane.place() == place


def test_scroll_bar_reaches_both_ends(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    bar = pane.verticalScrollBar()

    bar.setValue(bar.maximum())
    end = pane.rect_of(ReadingSpan(len(text.text) - 1, len(text.text)))
    is_at_maximum = bar.value() == bar.maximum()
    bar.setValue(0)

    assert not end.isEmpty()
    assert is_at_maximum
    assert pane.place() == 0


def test_reveal_scrolls_only_when_it_must(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    far = ReadingSpan(len(text.text) // 2, len(text.text) // 2 + 5)

    pane.reveal(ReadingSpan(60, 70))
    before_far = pane.place()
    pane.reveal(far)
    after_far = pane.place()
    pane.reveal(far)

    assert before_far == 0
    assert not pane.rect_of(far).isEmpty()
    assert pane.place() == after_far


def test_control_wheel_asks_to_zoom(qtbot: QtBot, pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    with qtbot.waitSignal(pane.zoom_requested) as asked:
        turn_wheel(pane, 60, CONTROL)
        turn_wheel(pane, 60, CONTROL)

    assert asked.args == [1]
    assert pane.place() == 0


def test_passage_out_of_view_has_no_rect(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)

    assert pane.rect_of(ReadingSpan(len(text.text) - 5, len(text.text))).isEmpty()


# Texts of all sizes


def test_empty_text_can_be_walked_and_clicked(pane: ReaderPane) -> None:
    for key in (Key.Key_Right, Key.Key_Up, Key.Key_PageDown, Key.Key_Space, Key.Key_End):
        press(pane, key, SHIFT)
    click(pane, QPoint(50, 50))
    QTest.mouseDClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(50, 30))

    assert pane.selection() is None
    assert pane.place() == 0


def test_ten_million_characters_are_laid_out_only_where_they_are_seen(
    pane: ReaderPane, text_of: TextMaker
) -> None:
    pane.set_text(text_of("国" * 10_000_000))

    pane.go_to_place(6_000_000)
    press(pane, Key.Key_End, CONTROL)

    assert not pane.rect_of(ReadingSpan(9_999_999, 10_000_000)).isEmpty()


def test_another_text_starts_without_selection_and_highlights(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText, text_of: TextMaker
) -> None:
    pane.set_text(text)
    pane.set_highlights([Highlight("a", ReadingSpan(0, 9), ())])
    press(pane, Key.Key_A, CONTROL)

    with qtbot.waitSignal(pane.span_selected) as told:
        pane.set_text(text_of("甲乙丙"))

    assert told.args == [None]
    with qtbot.assertNotEmitted(pane.annotation_activated):
        click(pane, middle_of(pane, 1))
