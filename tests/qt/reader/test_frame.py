"""What a pane says while it shows no text."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.core.document import About, Document
from annotator.qt.reader.frame import PaneFrame

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
