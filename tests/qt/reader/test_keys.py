"""The pane under the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.keys import Move, Unit
from annotator.qt.reader.pane import ReaderPane

TextMaker = Callable[..., ReadingText]

NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key

FAMILY = "👨\u200d👩\u200d👧"


def press(pane: ReaderPane, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    QTest.keyClick(pane, key, modifier)


def put_caret(pane: ReaderPane, offset: int) -> None:
    pane.select(ReadingSpan(0, offset))
    pane.select(None)


@pytest.mark.parametrize(
    ("key", "modifier", "selected"),
    [
        (Key.Key_Right, SHIFT, ReadingSpan(14, 15)),
        (Key.Key_Left, SHIFT, ReadingSpan(13, 14)),
        (Key.Key_Right, SHIFT | CONTROL, ReadingSpan(14, 16)),
        (Key.Key_Left, SHIFT | CONTROL, ReadingSpan(12, 14)),
        (Key.Key_Down, SHIFT | CONTROL, ReadingSpan(14, 21)),
        (Key.Key_Up, SHIFT | CONTROL, ReadingSpan(0, 14)),
        (Key.Key_Home, SHIFT | CONTROL, ReadingSpan(0, 14)),
        (Key.Key_End, SHIFT | CONTROL, ReadingSpan(14, 41)),
        (Key.Key_A, CONTROL, ReadingSpan(0, 41)),
    ],
)
def test_keys_select(
    qtbot: QtBot,
    pane: ReaderPane,
    text_of: TextMaker,
    *,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    selected: ReadingSpan,
) -> None:
    pane.set_text(text_of("国" * 20, "中" * 20))
    pane.set_word_finder(lambda _, offset: (offset - offset % 2, offset - offset % 2 + 2))
    put_caret(pane, 14)

    with qtbot.waitSignal(pane.span_selected) as told:
        press(pane, key, modifier)

    assert told.args == [selected]


@pytest.mark.parametrize(
    ("unit", "direction", "selected"),
    [
        (Unit.CLAUSE, 1, "乙，"),
        (Unit.CLAUSE, -1, "乙"),
        (Unit.SENTENCE, 1, "乙，丙丁。"),
        (Unit.SENTENCE, -1, "甲，乙"),
    ],
)
def test_caret_goes_by_clause_and_sentence(
    pane: ReaderPane, text_of: TextMaker, *, unit: Unit, direction: int, selected: str
) -> None:
    pane.set_text(text_of("始。甲，乙乙，丙丁。终。"))
    put_caret(pane, 5)

    pane.selecting.move(Move(unit, direction), extends=True)

    assert pane.selecting.text == selected


def test_place_follows_a_caret_that_leaves_the_window(
    pane: ReaderPane, text: ReadingText, qtbot: QtBot
) -> None:
    pane.set_text(text)
    put_caret(pane, 5)

    with qtbot.waitSignal(pane.place_changed):
        for _ in range(40):
            pane.selecting.move(Move(Unit.SENTENCE, 1), extends=False)

    assert pane.place() > 0


def test_selection_grows_and_shrinks_again(pane: ReaderPane, text_of: TextMaker) -> None:
    pane.set_text(text_of("始。甲，乙乙，丙丁。终。", "尾。"))
    put_caret(pane, 5)

    up = []
    for _ in range(5):
        pane.selecting.select_more()
        up.append(pane.selecting.text)
    down = []
    for _ in range(5):
        pane.selecting.select_less()
        down.append(pane.selecting.text)

    paragraph = "始。甲，乙乙，丙丁。终。"
    assert up == ["乙", "乙乙，", "甲，乙乙，丙丁。", paragraph, f"{paragraph}\n尾。"]
    assert down == [*up[-2::-1], ""]


def test_line_keys_reach_the_ends_of_the_line_and_the_line_below(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    put_caret(pane, 5)

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
    put_caret(pane, 5)

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


def test_escape_clears_the_selection_and_only_then_is_told(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    press(pane, Key.Key_A, CONTROL)

    with qtbot.waitSignal(pane.span_selected), qtbot.assertNotEmitted(pane.escape_pressed):
        press(pane, Key.Key_Escape)

    assert pane.selection() is None
    with qtbot.waitSignal(pane.escape_pressed):
        press(pane, Key.Key_Escape)


def test_empty_text_can_be_walked(pane: ReaderPane) -> None:
    for key in (Key.Key_Right, Key.Key_Up, Key.Key_PageDown, Key.Key_Space, Key.Key_End):
        press(pane, key, SHIFT)

    assert pane.selection() is None
    assert pane.place() == 0


def test_escape_without_a_selection_tells_of_none(
    qtbot: QtBot, pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)

    with qtbot.assertNotEmitted(pane.span_selected), qtbot.waitSignal(pane.escape_pressed):
        press(pane, Key.Key_Escape)


def test_line_below_is_entered_between_two_characters(pane: ReaderPane, text_of: TextMaker) -> None:
    pane.set_text(text_of("iiiiiiiiiiii", FAMILY * 4))

    for offset in range(1, 12):
        put_caret(pane, offset)
        press(pane, Key.Key_Down, SHIFT)
        span = pane.selection()

        assert span is not None
        assert (span.end - 13) % len(FAMILY) == 0


def press_menu_key(pane: ReaderPane) -> None:
    middle = pane.viewport().rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, middle, pane.viewport().mapToGlobal(middle)
    )
    QApplication.sendEvent(pane.viewport(), event)


def test_menu_key_asks_for_the_menu_of_the_caret(
    pane: ReaderPane, text: ReadingText, qtbot: QtBot
) -> None:
    pane.set_text(text)
    put_caret(pane, 30)

    with qtbot.waitSignal(pane.context_menu_requested) as asked:
        press_menu_key(pane)

    offset, position = asked.args
    caret = pane.rect_of(ReadingSpan(30, 31))
    assert offset == 30
    assert (pane.viewport().mapFromGlobal(position) - caret.bottomLeft()).manhattanLength() < 6


def test_menu_key_leaves_a_selection_and_an_active_annotation_as_they_are(
    pane: ReaderPane, text: ReadingText, qtbot: QtBot
) -> None:
    pane.set_text(text)
    pane.add_highlight(Highlight("a", ReadingSpan(5000, 5009), ()))
    pane.set_active("a")

    with qtbot.waitSignal(pane.context_menu_requested) as of_annotation:
        press_menu_key(pane)
    pane.select(ReadingSpan(3, 6))
    with qtbot.waitSignal(pane.context_menu_requested) as of_selection:
        press_menu_key(pane)

    assert of_annotation.args[0] is of_selection.args[0] is None
    below = pane.viewport().mapFromGlobal(of_annotation.args[1]).y()
    assert below == pane.viewport().height(), "it is out of view"
