import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.qt.dialogs.note_dialog import NoteDialog

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot: QtBot) -> NoteDialog:
    dialog = NoteDialog("新质生产力\n是什么", "先记一笔")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: field(dialog).hasFocus())
    return dialog


def field(dialog: NoteDialog) -> QPlainTextEdit:
    return dialog.findChild(QPlainTextEdit)


def test_the_passage_stands_above_the_note(dialog: NoteDialog) -> None:
    assert dialog.findChild(QLabel).text() == "新质生产力 是什么"


def test_a_long_passage_is_shortened(qtbot: QtBot) -> None:
    dialog = NoteDialog("长" * 1000, "")
    qtbot.addWidget(dialog)

    assert dialog.findChild(QLabel).text() == "长" * 159 + "…"


def test_writing_goes_on_at_the_end_and_enter_begins_a_line(dialog: NoteDialog) -> None:
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    field(dialog).insertPlainText("再记一笔 ")

    assert dialog.note() == "先记一笔\n再记一笔"
    assert dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_keeps_the_note(dialog: NoteDialog, key: Qt.Key) -> None:
    QTest.keyClick(field(dialog), key, CTRL)

    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_keeps_nothing(dialog: NoteDialog) -> None:
    QTest.keyClick(field(dialog), Qt.Key.Key_Escape)

    assert dialog.result() == QDialog.DialogCode.Rejected


def test_asking_returns_the_note_or_nothing(qapp: QApplication) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
    assert NoteDialog.ask(None, "文段", " 笔记\n") == "笔记"

    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert NoteDialog.ask(None, "文段", "笔记") is None
