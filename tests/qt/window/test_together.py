"""A study group in the window: replies, versions of a note, and what is new from others."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator import cli
from annotator.core.annotation import Annotation
from annotator.qt import tasks
from annotator.qt.dialogs.merge_dialog import MergeDialog
from annotator.qt.dialogs.versions_dialog import VersionsDialog
from annotator.qt.models.annotation_model import AnnotationModel
from annotator.qt.panels.news_panel import NewsPanel
from annotator.qt.panels.thread_panel import ThreadPanel
from annotator.qt.window.main_window import MainWindow
from annotator.services import libraries, lookup
from annotator.services.editing.annotation_edits import DeleteAnnotations, change_note, set_tags
from annotator.services.editing.reply_edits import add_reply
from annotator.storage import annotation_table, member_table
from annotator.storage.library import Library

from .conftest import Reader

PASSAGE = "因地制宜发展新质生产力"
OTHER_PASSAGE = "整合科技创新资源"


@pytest.fixture
def annotation(reader: Reader) -> Annotation:
    """An annotation of the reader, who has let go of it."""
    reader.drag_over(PASSAGE)
    reader.press("1")
    found = reader.window.focus.annotation
    assert found is not None
    return found


@pytest.fixture
def theirs(reader: Reader, annotation: Annotation, tmp_path: Path) -> Path:
    """The library of another member, who replied and wrote a note."""
    path = Path(shutil.copy(reader.window.session.library.back_up(), tmp_path / "周.duidu"))
    with Library.open(path) as library:
        member = libraries.add_member(library, "周")
        member_table.make_current(library, member.id)
        add_reply(annotation.id, member.id, "周的回复").apply(library)
        (found,) = annotation_table.with_ids(library, [annotation.id])
        change_note(found, "周的笔记").apply(library)
    return path


def merge(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    window.merging.start([path])
    (dialog,) = window.findChildren(MergeDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    with qtbot.waitSignal(dialog.merged):
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    tasks.wait_for_all()
    window.session.look_for_others()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def margin_of(reader: Reader) -> QImage:
    """Return what is seen left of the text."""
    pane = reader.frame.pane
    return pane.viewport().grab(QRect(0, 0, 60, pane.viewport().height())).toImage()


def thread(window: MainWindow) -> ThreadPanel:
    return window.findChild(ThreadPanel)


def words(window: MainWindow) -> list[str]:
    model = thread(window).findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_key_in_the_pane_leads_to_a_reply_that_can_be_undone(
    reader: Reader, annotation: Annotation, qtbot: QtBot
) -> None:
    window = reader.window
    before = margin_of(reader)
    reader.press("T")
    field = thread(window).findChild(QPlainTextEdit)
    qtbot.waitUntil(field.hasFocus)

    QTest.keyClicks(field, "agreed")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert words(window) == ["agreed"]
    model = AnnotationModel(window.session)
    index = model.index_of(annotation.id)
    assert index.data(AnnotationModel.RepliesRole) == 1
    assert "1 repl" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert margin_of(reader) != before
    assert "agreed" in reader.frame.pane.tips.describe(annotation.id)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert reader.frame.pane.hasFocus()
    window.commands.undo.trigger()
    assert words(window) == []
    window.commands.redo.trigger()
    assert words(window) == ["agreed"]


def test_without_an_annotation_the_key_says_what_to_do(reader: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reader.window.together.told) as told:
        reader.window.commands.reply.trigger()

    assert "Click an annotation first" in told.args[0]


def test_the_thread_follows_what_the_reader_clicks(reader: Reader, annotation: Annotation) -> None:
    window = reader.window
    reader.press("T")
    window.session.do(add_reply(annotation.id, annotation.member_id, "好"), "")

    window.focus.activate(None)
    assert words(window) == []
    reader.click_on(PASSAGE)

    assert words(window) == ["好"]


def test_merge_leads_to_what_is_new_and_from_there_into_the_text(
    reader: Reader, annotation: Annotation, theirs: Path, qtbot: QtBot
) -> None:
    window = reader.window
    button = window.status_line.news_button
    assert not button.isVisible()
    window.focus.activate(None)

    merge(window, theirs, qtbot)
    assert button.isVisible()
    assert button.text() == "2 new from others"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = window.findChild(NewsPanel)
    qtbot.waitUntil(panel.list.hasFocus)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)

    assert button.text() == "1 new from others"
    assert window.focus.active_id == annotation.id
    assert thread(window).isVisible()
    assert words(window) == ["周的笔记", "周的回复"]
    QTest.mouseClick(panel.mark_all, Qt.MouseButton.LeftButton)
    assert not button.isVisible()
    assert panel.model.rowCount() == 0
    QTest.mouseClick(panel.bring_back, Qt.MouseButton.LeftButton)
    assert button.text() == "1 new from others"


def test_an_annotation_that_another_member_deleted_is_brought_back(
    reader: Reader, annotation: Annotation, theirs: Path, qtbot: QtBot
) -> None:
    window = reader.window
    with Library.open(theirs) as library:
        DeleteAnnotations((annotation.id,)).apply(library)
    merge(window, theirs, qtbot)
    assert window.session.annotation(annotation.id) is None
    assert window.status_line.news_button.text() == "1 new from others"

    with qtbot.waitSignal(window.together.told) as told:
        window.commands.next_news.trigger()
    assert "brings it back" in told.args[0]
    window.commands.news.trigger()
    panel = window.findChild(NewsPanel)
    QTest.mouseClick(panel.restore, Qt.MouseButton.LeftButton)

    assert window.session.annotation(annotation.id) is not None
    assert window.focus.active_id == annotation.id
    assert not panel.restore.isVisible()
    window.commands.undo.trigger()
    assert window.session.annotation(annotation.id) is None


def test_a_tag_of_another_member_leads_to_its_annotation(
    reader: Reader, annotation: Annotation, theirs: Path, qtbot: QtBot
) -> None:
    window = reader.window
    with Library.open(theirs) as library:
        tag_id = lookup.find_tag(library, "实例").id
        member = libraries.current_member(library)
        tags = [*annotation.tag_ids, tag_id]
        set_tags(library, [annotation.id], tags, member.id).apply(library)
    merge(window, theirs, qtbot)
    window.focus.activate(None)

    window.commands.news.trigger()
    panel = window.findChild(NewsPanel)
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)

    assert panel.list.currentIndex().data() == "gave the tag “Example”"
    assert window.focus.active_id == annotation.id
    assert not panel.restore.isVisible()


def test_window_and_command_line_tell_the_same_news_and_versions(
    reader: Reader,
    annotation: Annotation,
    theirs: Path,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window = reader.window
    window.session.do(change_note(annotation, "我的笔记"), "")
    merge(window, theirs, qtbot)
    window.commands.news.trigger()
    window.commands.versions.trigger()
    model, dialog = window.findChild(NewsPanel).model, window.findChild(VersionsDialog)

    library = str(window.session.library.path)
    assert cli.main(["--library", library, "unread", "--json"]) == 0
    unread = json.loads(capsys.readouterr().out)
    assert cli.main(["--library", library, "conflicts", "--json"]) == 0
    (conflict,) = json.loads(capsys.readouterr().out)

    assert [one["id"] for one in unread] == [
        model.news_at(row).id for row in range(model.rowCount())
    ]
    assert [one["note"] for one in conflict["versions"]] == [
        column.page.toPlainText() for column in dialog.notes.row.columns
    ]
    dialog.close()


def test_what_was_read_stays_read_when_the_window_comes_again(
    reader: Reader, theirs: Path, qtbot: QtBot
) -> None:
    window = reader.window
    merge(window, theirs, qtbot)
    for _ in range(2):
        window.commands.next_news.trigger()

    with qtbot.waitSignal(window.together.told) as told:
        window.commands.next_news.trigger()

    assert told.args[0] == "Nothing is new."
    window.together.catching_up.count()
    assert not window.status_line.news_button.isVisible()


def test_two_versions_of_a_note_are_settled_from_the_thread(
    reader: Reader, annotation: Annotation, theirs: Path, qtbot: QtBot
) -> None:
    window = reader.window
    window.session.do(change_note(annotation, "我的笔记"), "")
    merge(window, theirs, qtbot)
    reader.click_on(PASSAGE)
    reader.press("T")
    model = AnnotationModel(window.session)
    index = model.index_of(annotation.id)
    assert "2 versions" in index.data(AnnotationModel.StateRole)

    thread(window).versions_requested.emit(annotation.id)
    dialog = window.findChild(VersionsDialog)
    notes = [column.page.toPlainText() for column in dialog.notes.row.columns]
    QTest.mouseClick(
        dialog.notes.row.columns[notes.index("周的笔记")].button, Qt.MouseButton.LeftButton
    )

    found = window.session.annotation(annotation.id)
    assert found is not None
    assert found.note == "周的笔记"
    assert window.session.note_versions(annotation.id) == ()
    dialog.close()


def test_an_annotation_in_the_list_is_replied_to(reader: Reader, annotation: Annotation) -> None:
    window = reader.window
    view = window.docks.annotations.findChild(QListView)
    window.docks.annotations.set_active(annotation.id)

    QTest.keyClick(view, Qt.Key.Key_T)

    assert thread(window).isVisible()
    assert window.focus.active_id == annotation.id
