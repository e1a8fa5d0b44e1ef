"""The source of a place, opened as a reader opens it."""

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from annotator.qt.dialogs.source_dialog import SourceDialog

from .conftest import Reader

PASSAGE = "因地制宜发展新质生产力"


@pytest.fixture
def dialog(reader: Reader, qtbot: QtBot) -> SourceDialog:
    reader.drag_over(PASSAGE)
    reader.press("u", "Control")
    dialog = reader.window.findChild(SourceDialog)
    assert isinstance(dialog, SourceDialog)
    qtbot.addWidget(dialog)
    return dialog


def test_source_and_reading_text_stand_side_by_side(dialog: SourceDialog) -> None:
    source, reading = (page.toPlainText() for page in dialog.findChildren(QTextBrowser))

    assert "因地制宜发展↵\n↵\n新质生产力" in source
    assert PASSAGE in reading


def test_running_title_that_is_left_out_is_struck_through(reader: Reader, qtbot: QtBot) -> None:
    reader.drag_over("为什么要强调新质生产力？")
    reader.press("u", "Control")
    dialog = reader.window.findChild(SourceDialog)
    assert isinstance(dialog, SourceDialog)
    qtbot.addWidget(dialog)

    source, reading = dialog.findChildren(QTextBrowser)

    title = "中央政治局新年首次集体学习聚焦新质生产力"
    assert title in source.toPlainText()
    assert "line-through" in source.toHtml()
    assert title not in reading.toPlainText()


def test_source_of_the_caret_s_paragraph_stands_whole_between_its_neighbours(
    reader: Reader, qtbot: QtBot
) -> None:
    session, frame = reader.window.session, reader.frame
    assert frame.document_id is not None
    text = session.reading_text(frame.document_id)
    reader.click_on(PASSAGE)
    number = text.paragraph_at(reader.find(PASSAGE).start)

    reader.press("u", "Control")

    dialog = reader.window.findChild(SourceDialog)
    assert isinstance(dialog, SourceDialog)
    qtbot.addWidget(dialog)
    _source, reading = dialog.findChildren(QTextBrowser)
    around = text.paragraphs[max(0, number - 1) : number + 2]
    assert reading.toPlainText().split("\n") == [text.text[one.start : one.end] for one in around]
