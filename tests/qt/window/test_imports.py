"""Texts come into the window by drop and paste, each after a look at it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.qt import prompts, tasks
from annotator.qt.importing.candidate import State
from annotator.qt.importing.import_dialog import ImportDialog

from .conftest import Reader, accept_import, import_dialog


def _files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def _drop(target: QWidget, *paths: Path) -> None:
    data = _files(*paths)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    no_key = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, no_key)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(50, 50), copy, data, left, no_key)
    QApplication.sendEvent(target, event)


def test_dropped_file_is_imported_and_shown(reader: Reader, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "新文.txt"
    path.write_text("这是一篇新的文章，讲的是对读。\n", encoding="gb18030")

    _drop(reader.frame, path)
    with qtbot.waitSignal(reader.window.imports.imported):
        accept_import(reader.window, qtbot)

    document_id = reader.frame.document_id
    assert document_id is not None
    assert "讲的是对读" in reader.window.session.reading_text(document_id).text


def test_files_can_be_dropped_beside_the_panes_too(
    reader: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / "一.txt", tmp_path / "二.txt"]
    for path in paths:
        path.write_text(f"{path.stem}是一篇新的文章。\n", encoding="utf-8")
    before = len(reader.window.session.documents())

    _drop(reader.window, *paths)
    with qtbot.waitSignal(reader.window.imports.imported) as imported:
        accept_import(reader.window, qtbot)

    assert len(imported.args[0]) == 2
    assert len(reader.window.session.documents()) == before + 2


def test_files_are_chosen_in_a_dialog(
    reader: Reader, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "新文.txt"
    path.write_text("这是一篇新的文章，讲的是对读。\n", encoding="utf-8")
    monkeypatch.setattr(prompts, "ask_open_files", lambda *_, **__: [path])

    reader.window.commands.import_files.trigger()
    with qtbot.waitSignal(reader.window.imports.imported):
        accept_import(reader.window, qtbot)

    assert reader.window.session.documents()[-1].title == "新文"


def test_file_that_is_no_text_is_told_and_nothing_comes_in(
    reader: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    before = reader.window.session.documents()

    _drop(reader.frame, path)
    dialog = import_dialog(reader.window)
    accept_import(reader.window, qtbot)
    qtbot.waitUntil(lambda: dialog.current.state is State.FAILED)
    tasks.wait_for_all()

    assert dialog.isVisible()
    assert "picture.txt" in str(dialog.model.index(0).data())
    assert reader.window.session.documents() == before
    dialog.reject()


def test_pasted_text_becomes_a_document(reader: Reader, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("这是贴进来的文字，𠮷日😀。")

    reader.press("v", "Control")
    with qtbot.waitSignal(reader.window.imports.imported):
        accept_import(reader.window, qtbot)

    document = reader.window.session.documents()[-1]
    assert document.title.startswith("Pasted text 2")
    assert reader.window.session.reading_text(document.id).text == "这是贴进来的文字，𠮷日😀。"


def test_pasted_files_are_imported(reader: Reader, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "新文.txt"
    path.write_text("这是一篇新的文章，讲的是对读。\n", encoding="utf-8")
    QApplication.clipboard().setMimeData(_files(path))

    reader.press("v", "Control")
    with qtbot.waitSignal(reader.window.imports.imported):
        accept_import(reader.window, qtbot)

    assert reader.window.session.documents()[-1].file_name == "新文.txt"


def test_empty_clipboard_is_told(reader: Reader) -> None:
    QApplication.clipboard().clear()

    reader.press("v", "Control")

    assert "no text on the clipboard" in reader.window.status_line.currentMessage()


def test_text_field_keeps_what_is_pasted_into_it(reader: Reader) -> None:
    QApplication.clipboard().setText("全要素")
    reader.window.commands.search.trigger()
    field = reader.window.docks.search.findChild(QLineEdit)
    field.clear()

    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == "全要素"
    assert not reader.window.findChildren(ImportDialog)


def test_long_text_opens_without_stopping_the_window(
    reader: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "长文.txt"
    path.write_text("第一段讲的是对读。\n\n" * 40_000, encoding="utf-8")
    _drop(reader.frame, path)
    with qtbot.waitSignal(reader.window.imports.imported, timeout=60_000) as imported:
        accept_import(reader.window, qtbot)
    (document_id,) = imported.args[0]

    assert reader.frame.document_id is None
    qtbot.waitUntil(lambda: reader.frame.document_id == document_id, timeout=30_000)

    assert reader.frame.pane.place() == 0


def test_window_that_is_closed_while_files_are_read_stops_reading(
    reader: Reader, tmp_path: Path
) -> None:
    path = tmp_path / "长文.txt"
    path.write_text("第一段讲的是对读。\n\n" * 40_000, encoding="utf-8")
    before = len(reader.window.session.documents())
    _drop(reader.frame, path)

    import_dialog(reader.window).reject()
    tasks.wait_for_all()

    assert len(reader.window.session.documents()) == before
