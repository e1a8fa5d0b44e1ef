from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Tag
from annotator.core.errors import DuiduError, LibraryBusyError
from annotator.core.span import ReadingSpan
from annotator.qt import prompts
from annotator.qt.dialogs.tag_dialog import TagDialog
from annotator.qt.panels.codebook_panel import CodebookPanel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.session import Session
from annotator.services.editing.tag_edits import DeleteTag

BUILT_IN = ["定义", "政策措施", "实例", "数据"]


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> CodebookPanel:
    panel = CodebookPanel(session)
    qtbot.addWidget(panel)
    panel.resize(290, 480)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def view(panel: CodebookPanel) -> QListView:
    return panel.findChild(QListView)


def names(session: Session) -> list[str]:
    return [tag.name for tag in session.codebook]


def answer(monkeypatch: pytest.MonkeyPatch, tag: Tag | None) -> list[Tag | None]:
    """Let the tag dialog answer this; return the list of the tags that it was asked about."""
    asked: list[Tag | None] = []

    def ask(_parent: object, _codebook: object, about: Tag | None) -> Tag | None:
        asked.append(about)
        return tag

    monkeypatch.setattr(TagDialog, "ask", ask)
    return asked


def test_a_new_tag_is_added_selected_and_undone(
    panel: CodebookPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, Tag("", "存疑", "#e4d8f5"))

    panel.add.trigger()
    tag = panel.current_tag()
    assert tag is not None
    assert tag.name == "存疑"

    session.undo()
    assert names(session) == BUILT_IN


def test_f2_edits_the_tag(
    panel: CodebookPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = session.codebook.tags[1]
    asked = answer(monkeypatch, replace(tag, name="措施"))
    panel.select(tag.id)
    view(panel).setFocus()

    QTest.keyClick(view(panel), Qt.Key.Key_F2)

    assert asked == [tag]
    assert names(session) == ["定义", "措施", "实例", "数据"]


@pytest.mark.parametrize("is_accepted", [False, True])
def test_a_tag_that_did_not_change_makes_no_step(
    panel: CodebookPanel, session: Session, monkeypatch: pytest.MonkeyPatch, is_accepted: bool
) -> None:
    tag = session.codebook.tags[1]
    answer(monkeypatch, tag if is_accepted else None)
    panel.select(tag.id)

    panel.edit.trigger()

    assert session.undo_stack.count() == 0


def test_tags_move_up_and_down_with_their_keys(panel: CodebookPanel, session: Session) -> None:
    panel.select(session.codebook.tags[0].id)
    view(panel).setFocus()
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    QTest.keyClick(view(panel), Qt.Key.Key_Down, held)
    QTest.keyClick(view(panel), Qt.Key.Key_Down, held)
    assert names(session) == ["政策措施", "实例", "定义", "数据"]

    QTest.keyClick(view(panel), Qt.Key.Key_Up, held)
    assert names(session) == ["政策措施", "定义", "实例", "数据"]


def test_a_tag_dragged_before_another_is_put_there(panel: CodebookPanel, session: Session) -> None:
    view(panel).model().moveRow(QModelIndex(), 3, QModelIndex(), 1)
    assert names(session) == ["定义", "数据", "政策措施", "实例"]

    session.undo()
    assert names(session) == BUILT_IN


def test_the_first_tag_cannot_move_up_nor_the_last_down(
    panel: CodebookPanel, session: Session
) -> None:
    panel.select(session.codebook.tags[0].id)
    assert (panel.move_up.isEnabled(), panel.move_down.isEnabled()) == (False, True)

    panel.select(session.codebook.tags[3].id)
    assert (panel.move_up.isEnabled(), panel.move_down.isEnabled()) == (True, False)


def test_a_tag_is_deleted_without_a_question_and_undone(
    panel: CodebookPanel, session: Session
) -> None:
    panel.select(session.codebook.tags[2].id)
    view(panel).setFocus()

    QTest.keyClick(view(panel), Qt.Key.Key_Delete)
    assert names(session) == ["定义", "政策措施", "数据"]

    session.undo()
    assert names(session) == BUILT_IN


def test_the_definition_of_the_selected_tag_is_told(panel: CodebookPanel, session: Session) -> None:
    panel.select(session.codebook.tags[0].id)

    assert panel.definition().startswith("A passage that says what a concept is")


def test_the_menu_leads_to_the_annotations_of_a_tag(
    panel: CodebookPanel, session: Session, qtbot: QtBot
) -> None:
    tag = session.codebook.tags[1]
    session.annotate(session.documents()[0].id, ReadingSpan(0, 3), tag_ids=[tag.id])
    panel.select(tag.id)
    menu = panel.menu()

    with qtbot.waitSignal(panel.filter_requested) as asked:
        menu.actions()[0].trigger()

    assert asked.args == [tag.id]
    menu.deleteLater()


def test_an_empty_codebook_says_what_to_do(panel: CodebookPanel, session: Session) -> None:
    for tag in session.codebook:
        session.do(DeleteTag(tag.id), "Delete tag")

    assert panel.findChild(EmptyState).isVisible()
    assert not panel.edit.isEnabled()


def test_what_cannot_be_done_is_told(
    panel: CodebookPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "warn", lambda _parent, sentence: told.append(sentence))

    def fail(*_: object) -> DuiduError:
        raise LibraryBusyError(path="x.duidu")

    monkeypatch.setattr(Session, "do", fail)
    panel.select(session.codebook.tags[0].id)

    panel.delete.trigger()

    assert len(told) == 1
    assert "x.duidu" in told[0]
