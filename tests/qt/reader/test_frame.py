"""What a pane says around its text, and while it shows none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.document import About, Document
from annotator.qt.reader.frame import PaneFrame
from annotator.services import previewing

DOCUMENT = Document("a", About("讲稿"), 4, "a.txt", 0)


@pytest.fixture
def frame(qtbot: QtBot) -> PaneFrame:
    frame = PaneFrame()
    qtbot.addWidget(frame)
    return frame


def said_in(frame: PaneFrame) -> str:
    return "\n".join(label.text() for label in frame.findChildren(QLabel))


def test_empty_library_is_told_how_to_get_a_text(frame: PaneFrame) -> None:
    frame.offer([])

    assert "Ctrl+O" in said_in(frame)


def test_pane_tells_to_choose_once_there_is_something_to_choose(frame: PaneFrame) -> None:
    frame.offer([])

    frame.offer([DOCUMENT])

    assert "Choose a text above" in said_in(frame)


def test_pane_that_opens_a_text_goes_on_saying_so(frame: PaneFrame) -> None:
    frame.wait_for(DOCUMENT)

    frame.offer([DOCUMENT])

    assert "Opening this text" in said_in(frame)


def test_a_text_that_is_seen_whole_is_read_to_its_end(frame: PaneFrame, qtbot: QtBot) -> None:
    frame.resize(600, 400)
    frame.show()
    frame.show_document(DOCUMENT, previewing.as_it_came("新质生产力"))

    qtbot.waitUntil(lambda: "100 %" in said_in(frame))


def test_the_share_that_was_read_grows_from_the_first_line_to_the_last(
    frame: PaneFrame, qtbot: QtBot
) -> None:
    frame.resize(600, 400)
    frame.show()
    frame.show_document(DOCUMENT, previewing.as_it_came("新质生产力。\n" * 300))
    qtbot.waitUntil(lambda: "0 %" in said_in(frame).splitlines())

    QTest.keyClick(frame.pane.viewport(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: "100 %" in said_in(frame))
    QTest.keyClick(frame.pane.viewport(), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "0 %" in said_in(frame).splitlines())


def test_overview_marks_what_is_seen_from_the_first_character_to_the_last(
    frame: PaneFrame, qtbot: QtBot
) -> None:
    def is_marked_at(y: int) -> bool:
        picture = frame.overview.grab().toImage()
        return picture.pixel(2, y) != picture.pixel(2, picture.height() // 2)

    frame.resize(600, 400)
    frame.show()
    frame.show_document(DOCUMENT, previewing.as_it_came("新质\n" * 60 + "新质生产力。" * 200))
    bottom = frame.overview.height() - 2

    qtbot.waitUntil(lambda: is_marked_at(1) and not is_marked_at(bottom))
    QTest.keyClick(frame.pane.viewport(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: is_marked_at(bottom) and not is_marked_at(1))
