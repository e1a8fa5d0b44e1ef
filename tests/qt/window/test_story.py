"""The main job from the first start to the exported excerpts, with mouse and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.app import Application
from annotator.qt import prompts, tasks
from annotator.qt.dialogs.export_dialog import ExportDialog
from annotator.qt.dialogs.note_dialog import NoteDialog
from annotator.services import libraries
from annotator.storage.library import Library

from .conftest import Reader

PASSAGE = "因地制宜发展新质生产力"
OTHER = "核心标志：全要素生产率大幅提升。"
NOTE = "三次讲话都用了这个说法。"


def test_reader_reads_annotates_closes_reopens_and_exports(
    application: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = application.show(libraries.open_personal())
    reader = Reader(first)
    qtbot.waitUntil(first.grid.active.pane.hasFocus)
    assert [frame.document_id is not None for frame in first.grid] == [True, True]

    reader.drag_over(PASSAGE)
    reader.press("2")
    monkeypatch.setattr(NoteDialog, "ask", lambda *_: NOTE)
    reader.press("n")
    reader.drag_over(OTHER)
    reader.press("1")
    reader.press("4")
    path, opened = first.session.library.path, first.desk.open_documents()
    place = first.grid.active.pane.place()
    first.close()

    second = application.show(Library.open(path))
    assert second.desk.open_documents() == opened
    assert second.grid.active.pane.place() == place
    annotations = second.session.annotations_in(opened[0])
    names = {tag.id: tag.name for tag in second.session.codebook}
    assert [
        (a.selector.quotation, [names[tag_id] for tag_id in a.tag_ids], a.note) for a in annotations
    ] == [(PASSAGE, ["政策措施"], NOTE), (OTHER, ["定义", "数据"], "")]

    target = tmp_path / "excerpts.md"
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_, **__: target)
    monkeypatch.setattr(ExportDialog, "exec", _press_save)
    second.commands.export.trigger()
    written = target.read_text(encoding="utf-8")
    assert PASSAGE in written
    assert OTHER in written
    assert NOTE in written
    assert "新质生产力" in written
    second.close()


def _press_save(dialog: ExportDialog) -> int:
    dialog.show()
    tasks.wait_for_all()
    save = next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text())
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    tasks.wait_for_all()
    dialog.close()
    return 0
