"""The import dialog: each text by itself, seen before it comes in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.errors import FileChangedError
from annotator.importers.apart import Pulse
from annotator.qt.importing.candidate import State
from annotator.qt.session import Session
from annotator.services import importing, previewing
from annotator.services.importing import Wanted
from annotator.storage import document_table

from .conftest import COLUMN, Importer

Opener = Callable[..., Importer]


def test_one_file_and_enter_imports_it(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "栏.txt")

    with qtbot.waitSignal(importer.dialog.accepted):
        QTest.keyClick(importer.dialog, Qt.Key.Key_Return)

    [document] = session.documents()
    assert (document.title, document.file_name) == ("栏", "栏.txt")
    assert session.corrections(document.id) == NO_CORRECTIONS


def test_enter_before_the_file_is_read_imports_what_was_read_once(
    open_dialog: Opener,
    folder: Path,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = []
    preview = previewing.preview
    monkeypatch.setattr(previewing, "preview", lambda *a, **k: read.append(a) or preview(*a, **k))
    importer = open_dialog(folder / "栏.txt")

    with qtbot.waitSignal(importer.dialog.imported):
        QTest.keyClick(importer.dialog, Qt.Key.Key_Return)
        told = [label.text() for label in importer.dialog.findChildren(QLabel)]

    assert "This will be imported as soon as it has been read…" in told
    assert importer.states() == [State.IMPORTED]
    assert len(read) == 1
    assert len(session.documents()) == 1


def test_an_awaited_import_can_be_given_up(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "栏.txt")
    QTest.keyClick(importer.dialog, Qt.Key.Key_Return)

    with qtbot.assertNotEmitted(importer.dialog.imported):
        QTest.keyClick(importer.dialog, Qt.Key.Key_Escape)
        importer.wait()

    assert importer.dialog.isVisible()
    assert session.documents() == []


def test_an_awaited_import_of_unclear_encoding_asks_for_it(
    open_dialog: Opener, folder: Path, session: Session
) -> None:
    importer = open_dialog(folder / "不明.txt")

    QTest.keyClick(importer.dialog, Qt.Key.Key_Return)
    importer.wait()

    assert importer.states() == [State.UNCLEAR]
    assert session.documents() == []


def test_title_is_written_by_the_reader(
    open_dialog: Opener, folder: Path, session: Session
) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()
    field = importer.dialog.fields.title
    assert field.text() == "栏"

    field.selectAll()
    QTest.keyClicks(field, "A column")
    importer.import_all()

    assert [document.title for document in session.documents()] == ["A column"]


def test_each_file_succeeds_or_fails_by_itself(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    names = ["栏.txt", "图.txt", "旧.txt", "空.txt", "没有.txt"]
    importer = open_dialog(*(folder / name for name in names))
    qtbot.waitUntil(lambda: State.WAITING not in importer.states())
    states = importer.states()

    results = importer.import_all()

    assert states == [State.READ, State.FAILED, State.READ, State.FAILED, State.FAILED]
    assert len(results) == 2
    assert {document.file_name for document in session.documents()} == {"栏.txt", "旧.txt"}
    assert importer.dialog.result() == importer.dialog.DialogCode.Accepted


def test_dialog_stays_with_the_reason_of_what_failed(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "栏.txt", folder / "图.txt")

    with qtbot.waitSignal(importer.dialog.imported):
        importer.press_button("Import")
    qtbot.waitUntil(lambda: importer.states() == [State.IMPORTED, State.FAILED])

    assert importer.dialog.isVisible()
    assert "图.txt is no text that Duidu can read" in str(importer.dialog.model.index(1).data())
    assert importer.dialog.current.name == "图.txt"
    assert len(session.documents()) == 1
    assert not importer.dialog.findChildren(QPushButton)[-1].isHidden()


def test_text_that_is_not_ticked_stays_outside(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "栏.txt", folder / "旧.txt")
    qtbot.waitUntil(lambda: State.WAITING not in importer.states())

    first = importer.dialog.model.index(0)
    unchecked = Qt.CheckState.Unchecked
    importer.dialog.model.setData(first, unchecked, Qt.ItemDataRole.CheckStateRole)
    importer.import_all()

    assert [document.file_name for document in session.documents()] == ["旧.txt"]


def test_text_in_the_library_is_recognised(
    open_dialog: Opener, folder: Path, session: Session
) -> None:
    importing.import_file(session.library, folder / "栏.txt")
    importer = open_dialog(folder / "栏.txt")
    importer.wait()
    states = importer.states()

    [result] = importer.import_all()

    assert states == [State.THERE]
    assert not importer.dialog.fields.switches.isEnabled()
    assert result.already_there
    assert len(session.documents()) == 1


def test_pasted_text_is_a_file_of_its_own(open_dialog: Opener, session: Session) -> None:
    importer = open_dialog(previewing.pasted("𠮷日😀，今天的笔记。", "粘贴的文本 2026-11-21.txt"))
    importer.wait()

    importer.import_all()

    [document] = session.documents()
    assert document.title == "粘贴的文本 2026-11-21"
    assert session.source_text(document.id) == "𠮷日😀，今天的笔记。"


def test_nothing_comes_in_from_an_import_that_was_cancelled(
    open_dialog: Opener,
    folder: Path,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = [folder / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(paths):
        path.write_text(f"第{number}篇文章讲的是对读。\n", encoding="utf-8")
    importer = open_dialog(*paths)
    qtbot.waitUntil(lambda: State.WAITING not in importer.states())
    read = importing._read

    def cancel_after_three(wanted: Wanted, pulse: Pulse) -> previewing.Preview:
        if wanted.source == paths[3]:
            importer.dialog._run.cancel()
        return read(wanted, pulse)

    monkeypatch.setattr(importing, "_read", cancel_after_three)
    with qtbot.waitSignal(importer.dialog._run.cancelled):
        importer.press_button("Import")
    qtbot.waitUntil(importer.dialog.fields.isEnabled)

    assert session.documents() == []
    assert importer.dialog.isVisible()
    monkeypatch.undo()
    assert len(importer.import_all()) == 5


def test_file_that_changed_after_it_was_corrected_is_refused(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "栏.txt", folder / "旧.txt")
    importer.wait()
    importer.put_caret("文字排到")
    importer.press(Qt.Key.Key_Return)
    importer.wait()
    importer.choose(1)
    importer.wait()
    (folder / "栏.txt").write_text("　　另外的文字。\n" + COLUMN, encoding="utf-8")

    with qtbot.waitSignal(importer.dialog.imported):
        importer.press_button("Import")
    qtbot.waitUntil(lambda: State.FAILED in importer.states())

    assert isinstance(importer.dialog.model.candidate("0").error, FileChangedError)
    assert [document.file_name for document in session.documents()] == ["旧.txt"]


def test_corrections_come_in_with_the_text(
    open_dialog: Opener, folder: Path, session: Session
) -> None:
    importer = open_dialog(folder / "栏.txt", folder / "旧.txt")
    importer.wait()
    importer.put_caret("文字排到")
    importer.press(Qt.Key.Key_Return)
    importer.wait()
    shown = "\n".join(importer.shown)
    importer.choose(1)
    importer.wait()

    results = importer.import_all()

    document = results[0].document
    assert session.reading_text(document.id).text == shown
    stored = document_table.corrections(session.library, document.id)
    assert stored.breaks == {COLUMN.index("文字排到")}


def test_hundred_files_are_listed_and_the_first_is_shown_at_once(
    open_dialog: Opener, folder: Path, qtbot: QtBot
) -> None:
    paths = [folder / f"{number:03}.txt" for number in range(100)]
    for number, path in enumerate(paths):
        path.write_text(f"第{number}篇文章讲的是对读。\n", encoding="utf-8")
    importer = open_dialog(*paths)

    importer.wait()
    qtbot.waitUntil(lambda: State.WAITING not in importer.states(), timeout=20_000)

    assert importer.shown == ["第0篇文章讲的是对读。"]
    assert set(importer.states()) == {State.READ}


def test_enter_in_the_list_imports_and_never_cancels(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()
    importer.dialog.list.setFocus()

    with qtbot.waitSignal(importer.dialog.imported):
        QTest.keyClick(importer.dialog.list, Qt.Key.Key_Return)
    failing = open_dialog(folder / "图.txt")
    failing.wait()
    QTest.keyClick(failing.dialog.focusWidget() or failing.dialog, Qt.Key.Key_Return)

    assert len(session.documents()) == 1
    assert failing.dialog.isVisible()
