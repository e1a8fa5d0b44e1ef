"""What is told of the place where the mouse rests."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from annotator.core.reading_text import Mark, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane

NOTES = {"short": "定义\n<b>& 笔记</b>", "long": "实例"}


@pytest.fixture
def read(pane: ReaderPane, text: ReadingText) -> ReaderPane:
    pane.set_text(text)
    pane.tips.describe = NOTES.__getitem__
    pane.set_highlights(
        [
            Highlight("short", ReadingSpan(4, 8), ("definition",)),
            Highlight("long", ReadingSpan(2, 12), ("definition",)),
        ]
    )
    return pane


def middle_of(pane: ReaderPane, offset: int) -> QPoint:
    return pane.rect_of(ReadingSpan(offset, offset + 1)).center()


def test_every_annotation_here_is_told_the_shortest_first(read: ReaderPane) -> None:
    assert read.tips.text_at(middle_of(read, 5)) == f"{NOTES['short']}\n\n{NOTES['long']}"
    assert read.tips.text_at(middle_of(read, 10)) == NOTES["long"]
    assert read.tips.text_at(middle_of(read, 14)) == ""


def test_sign_in_the_margin_tells_its_message(read: ReaderPane) -> None:
    read.set_marks([Mark(0, "page", "A page is missing here.")])
    line = middle_of(read, 0)

    told = {read.tips.text_at(QPoint(x, line.y())) for x in range(line.x() - 4)}

    assert "A page is missing here." in told


def test_note_is_shown_as_it_was_written(read: ReaderPane) -> None:
    place = middle_of(read, 5)
    viewport = read.viewport()

    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)

    assert "&lt;b&gt;&amp; 笔记&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()
