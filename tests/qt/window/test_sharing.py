"""Sharing in the window: choose a folder once, and see what others write."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt import prompts
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, libraries, reading, sharing
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import annotation_table, document_table, member_table
from annotator.storage.library import Library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "小组"
    made.mkdir()
    return made


@pytest.fixture
def theirs(window: MainWindow, tmp_path: Path, folder: Path) -> Path:
    """Return the library of another member who shares by the folder."""
    path = Path(shutil.copy(window.session.library.back_up(), tmp_path / "周.duidu"))
    with Library.open(path) as library:
        member = libraries.add_member(library, "周")
        member_table.make_current(library, member.id)
        sharing.choose_folder(library, folder)
        annotate(library)
        sync(library)
    return path


def annotate(library: Library) -> None:
    document = document_table.all_documents(library)[0]
    text = reading.reading_text(library, document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(10, 20))
    member = libraries.current_member(library)
    AddAnnotation(new_annotation(selector, member.id, note="笔记")).apply(library)


def sync(library: Library) -> int:
    return sharing.sync(library, lambda *_: None).new_annotations


def choose(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "ask_folder", lambda *_, **__: folder)
    window.commands.share_folder.trigger()


def test_chosen_folder_brings_what_others_share(
    window: MainWindow,
    theirs: Path,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not window.commands.share_now.isEnabled()
    before = len(window.session.annotations())
    with qtbot.waitSignal(window.sharing.told) as told:
        choose(window, folder, monkeypatch)

    assert "shared folder" in told.args[0]
    assert len(window.session.annotations()) == before + 1
    with Library.open(theirs) as library:
        annotate(library)
        sync(library)
    with qtbot.waitSignal(window.session.changed):
        window.commands.share_now.trigger()
    assert len(window.session.annotations()) == before + 2


def test_what_was_written_is_shared_when_the_window_closes(
    window: MainWindow,
    theirs: Path,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with qtbot.waitSignal(window.sharing.told):
        choose(window, folder, monkeypatch)
    annotate(window.session.library)
    QApplication.sendEvent(window, QCloseEvent())

    with Library.open(theirs) as library:
        assert sync(library) == 1
        assert len(annotation_table.all_annotations(library)) == 2


def test_missing_folder_is_told_when_asked_and_quietly_otherwise(
    window: MainWindow,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with qtbot.waitSignal(window.sharing.told):
        choose(window, folder, monkeypatch)
    shutil.rmtree(folder)
    warned: list[str] = []
    monkeypatch.setattr(prompts, "warn", lambda _, sentence: warned.append(sentence))
    window.commands.share_now.trigger()
    qtbot.waitUntil(lambda: bool(warned))

    assert folder.name in warned[0]
    window.sharing.stop()
    assert not window.commands.share_now.isEnabled()
    assert not window.commands.stop_sharing.isEnabled()


def test_folder_that_cannot_be_chosen_is_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[str] = []
    monkeypatch.setattr(prompts, "warn", lambda _, sentence: warned.append(sentence))
    choose(window, tmp_path / "没有", monkeypatch)

    assert len(warned) == 1
    assert not window.commands.share_now.isEnabled()
