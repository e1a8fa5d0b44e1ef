"""Merging in the window: look, agree, and see the work of others in the panes."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import cli
from annotator.core.changes import Changes
from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.qt import prompts
from annotator.qt.dialogs.merge_dialog import MergeDialog
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, bundling, importing, libraries, reading, rounds
from annotator.services.editing import Edit
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import annotation_table, document_table, member_table
from annotator.storage.library import Library


@pytest.fixture
def theirs(window: MainWindow, tmp_path: Path) -> Path:
    """Return a library with the same texts in which another member has annotated one."""
    path = Path(shutil.copy(window.session.library.back_up(), tmp_path / "周.duidu"))
    with Library.open(path) as library:
        member = libraries.add_member(library, "周")
        member_table.make_current(library, member.id)
        document = document_table.all_documents(library)[0]
        text = reading.reading_text(library, document.id)
        selector = anchoring.describe(document.id, text, ReadingSpan(10, 20))
        AddAnnotation(new_annotation(selector, member.id, note="周的笔记")).apply(library)
    return path


def dialog_for(window: MainWindow, path: Path, qtbot: QtBot) -> MergeDialog:
    window.merging.start([path])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    qtbot.waitUntil(lambda: dialog.found.topLevelItemCount() > 0)
    return dialog


def test_what_others_bring_is_shown_before_it_comes_in(
    window: MainWindow, theirs: Path, qtbot: QtBot
) -> None:
    before = len(window.session.annotations())
    dialog = dialog_for(window, theirs, qtbot)
    file = dialog.found.topLevelItem(0)
    assert file.text(0) == "周.duidu"
    assert file.child(0).text(0).startswith("周 · ")
    assert len(window.session.annotations()) == before

    with qtbot.waitSignal(window.session.changed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    notes = {annotation.note for annotation in window.session.annotations()}
    assert len(window.session.annotations()) == before + 1
    assert "周的笔记" in notes


def test_cancel_leaves_the_library_as_it_was(
    window: MainWindow, theirs: Path, qtbot: QtBot
) -> None:
    before = window.session.annotations(), window.session.members()
    dialog = dialog_for(window, theirs, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (window.session.annotations(), window.session.members()) == before


def test_text_for_which_annotations_wait_is_named(
    window: MainWindow, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bundle = tmp_path / "没有原文.duidu"
    with Library.open(theirs) as library:
        text = tmp_path / "短文.txt"
        text.write_text("这里没有的一篇短文，说的是别的事情。\n", encoding="utf-8")
        importing.import_file(library, text)
        bundling.write_bundle(library, bundle, has_texts=False)
    dialog = dialog_for(window, bundle, qtbot)

    file = dialog.found.topLevelItem(0)
    lines = [file.child(number).text(0) for number in range(file.childCount())]
    assert any("短文" in line for line in lines)
    dialog.reject()


def test_a_file_that_is_no_library_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "坏.duidu"
    bad.write_bytes(b"hello" * 100)
    dialog = dialog_for(window, bad, qtbot)
    assert "坏.duidu" in dialog.found.topLevelItem(0).child(0).text(0)
    assert not dialog.accept_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_what_a_blind_round_hides_comes_in_and_nothing_is_told_of_it(
    window: MainWindow, theirs: Path, qtbot: QtBot
) -> None:
    with Library.open(theirs) as library:
        me, _ = members = sorted(member_table.all_members(library), key=lambda one: one.id)
        text = document_table.all_documents(library)[0]
        bring_round(window, rounds.plan_opening(library, [text], members, me), members)
    dialog = dialog_for(window, theirs, qtbot)
    file = dialog.found.topLevelItem(0)

    assert (file.text(1), file.childCount()) == ("nothing new to see", 0)
    with qtbot.waitSignal(window.merging.told):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(window.session.annotations()) == 0
    library = window.session.library
    assert library.rows("SELECT count(*) FROM annotation") == [(1,)]
    assert window.commands.undo.isEnabled()


def bring_round(window: MainWindow, opening: Edit, members: list[Member]) -> None:
    """Let the members and the round be known here before the library is merged."""
    library = window.session.library
    for member in members:
        if member.id != window.session.member.id:
            member_table.insert(library, member)
    opening.apply(library)
    window.session.announce(Changes(everything=True))


def merge_in(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    dialog = dialog_for(window, path, qtbot)
    with qtbot.waitSignal(window.merging.told):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_merge_is_one_step_to_undo_and_to_redo(
    window: MainWindow, theirs: Path, qtbot: QtBot
) -> None:
    before = window.session.annotations(), window.session.members()
    merge_in(window, theirs, qtbot)
    after = window.session.annotations(), window.session.members()
    assert after != before
    assert window.commands.undo.text() == "&Undo: Merge libraries"

    window.commands.undo.trigger()
    qtbot.waitUntil(lambda: not window.commands.undo.isEnabled())
    assert (window.session.annotations(), window.session.members()) == before
    window.commands.redo.trigger()
    qtbot.waitUntil(window.commands.undo.isEnabled)
    assert (window.session.annotations(), window.session.members()) == after


def test_merge_on_which_somebody_built_stays_and_steps_before_it_can_be_undone(
    window: MainWindow, theirs: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "warn", lambda _, sentence: told.append(sentence))
    document_id = window.session.documents()[0].id
    mine = window.session.annotate(document_id, ReadingSpan(30, 40), tag_ids=())
    merge_in(window, theirs, qtbot)
    (came,) = [one.id for one in window.session.annotations() if one.note == "周的笔记"]
    with Library.open(window.session.library.path) as other:
        annotation_table.set_note(other, came, "另一个窗口里改的")

    window.commands.undo.trigger()
    qtbot.waitUntil(lambda: told != [])
    assert "backups" in told[0]
    assert {mine.id, came} <= {one.id for one in window.session.annotations()}
    assert window.commands.undo.text() == "&Undo: Add annotation"
    window.commands.undo.trigger()
    assert mine.id not in {one.id for one in window.session.annotations()}


def test_window_notices_a_merge_that_the_command_line_undid(
    window: MainWindow, theirs: Path, qtbot: QtBot
) -> None:
    merge_in(window, theirs, qtbot)
    with qtbot.waitSignal(window.session.changed):
        assert cli.main(["unmerge", "--library", str(window.session.library.path)]) == 0

    assert "周的笔记" not in {annotation.note for annotation in window.session.annotations()}


def test_text_that_came_with_a_merge_leaves_its_pane_with_it(
    window: MainWindow, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with Library.open(theirs) as library:
        text = tmp_path / "短文.txt"
        text.write_text("这里没有的一篇短文，说的是别的事情。\n", encoding="utf-8")
        came = importing.import_file(library, text).document.id
    merge_in(window, theirs, qtbot)
    for dock in window.docks:
        dock.show()
    window.desk.open(came)
    window.desk.save()
    assert came in window.desk.open_documents()

    window.commands.undo.trigger()
    qtbot.waitUntil(lambda: came not in window.desk.open_documents())
    assert window.session.document(came) is None
    window.desk.save()
    qtbot.waitUntil(window.commands.redo.isEnabled)
    window.commands.redo.trigger()
    qtbot.waitUntil(lambda: window.session.document(came) is not None)
    window.desk.open(came)
    assert came in window.desk.open_documents()


def test_who_shares_by_a_folder_is_told_that_a_merged_file_belongs_there(
    window: MainWindow, theirs: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    window.merging.told.connect(told.append)
    folder = tmp_path / "共享"
    folder.mkdir()
    window.sharing.share_by(folder)
    merge_in(window, theirs, qtbot)

    assert "shared folder" in told[0]
