"""What is told of the place where the mouse rests."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import Mark, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.tips import as_html

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


def test_tip_is_as_wide_as_its_text_but_no_line_is_endless(qtbot: QtBot) -> None:
    label = QLabel(wordWrap=True)
    qtbot.addWidget(label)

    widths = []
    for text in ("定义", "定义\n一行笔记，不长", "定义\n" + "很长的笔记。" * 40):
        label.setText(as_html(text, label.font()))
        widths.append(label.sizeHint().width())

    metrics = label.fontMetrics()
    assert widths[0] <= metrics.horizontalAdvance("定义") + 8
    assert widths[1] <= metrics.horizontalAdvance("一行笔记，不长") + 8
    assert widths[1] < widths[2] <= 328


def test_tip_of_a_short_line_stays_one_line(qtbot: QtBot) -> None:
    label = QLabel(wordWrap=True)
    qtbot.addWidget(label)

    label.setText(as_html("【Definition】 · somebody", label.font()))

    assert label.sizeHint().height() < 2 * label.fontMetrics().height()


def test_note_is_shown_as_it_was_written(read: ReaderPane) -> None:
    place = middle_of(read, 5)
    viewport = read.viewport()

    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)

    assert "&lt;b&gt;&amp; 笔记&lt;/b&gt;" in QToolTip.text()
    QToolTip.hideText()
