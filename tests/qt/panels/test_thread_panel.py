"""The thread panel, used by somebody with a keyboard and a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QListView, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.span import ReadingSpan
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.thread_panel import ThreadPanel
from annotator.qt.session import Session
from annotator.services.editing.annotation_edits import change_note, change_state
from annotator.services.editing.reply_edits import add_reply
from tests.qt.colleague import Colleague


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> ThreadPanel:
    panel = ThreadPanel(session)
    panel.resize(300, 500)
    panel.show()
    qtbot.addWidget(panel)
    qtbot.waitExposed(panel)
    return panel


def annotated(session: Session, start: int = 6, note: str = "") -> Annotation:
    document_id = session.documents()[0].id
    return session.annotate(document_id, ReadingSpan(start, start + 5), tag_ids=[], note=note)


def field(panel: ThreadPanel) -> QPlainTextEdit:
    return panel.findChild(QPlainTextEdit)


def thread(panel: ThreadPanel) -> QListView:
    return panel.findChild(QListView)


def words(panel: ThreadPanel) -> list[str]:
    model = thread(panel).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def press(widget: QListView | QPlainTextEdit, key: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    widget.setFocus()
    QTest.keyClick(widget, key, modifier)


def choose(panel: ThreadPanel, row: int) -> None:
    view = thread(panel)
    view.setCurrentIndex(view.model().index(row, 0))


def test_without_an_annotation_it_says_what_to_do(panel: ThreadPanel) -> None:
    assert panel.findChild(EmptyState).isVisible()
    assert not field(panel).isVisible()


def test_a_reply_is_written_and_sent_with_the_keyboard(
    panel: ThreadPanel, session: Session
) -> None:
    annotation = annotated(session)
    panel.show_annotation(annotation.id)
    sent = QSignalSpy(panel.reply_written)

    field(panel).setFocus()
    QTest.keyClicks(field(panel), " hao ")
    press(field(panel), Qt.Key.Key_Return, ctrl=True)

    assert [sent.at(0), sent.count()] == [[annotation.id, "hao"], 1]
    assert field(panel).toPlainText() == ""
    press(field(panel), Qt.Key.Key_Return, ctrl=True)
    assert sent.count() == 1


def test_what_is_begun_waits_at_its_annotation(panel: ThreadPanel, session: Session) -> None:
    one, other = annotated(session), annotated(session, 12)
    panel.show_annotation(one.id)
    field(panel).setPlainText("没写完")

    panel.show_annotation(other.id)
    assert field(panel).toPlainText() == ""
    panel.show_annotation(None)
    panel.show_annotation(one.id)

    assert field(panel).toPlainText() == "没写完"


def test_what_comes_in_appears_and_leaves_the_draft_alone(
    panel: ThreadPanel, session: Session
) -> None:
    colleague, annotation = Colleague(session), annotated(session, note="笔记")
    panel.show_annotation(annotation.id)
    field(panel).setPlainText("没写完")

    colleague.reply(annotation, "周说𠮷\n第二行")

    assert words(panel) == ["笔记", "周说𠮷\n第二行"]
    assert field(panel).toPlainText() == "没写完"


def test_own_replies_are_changed_in_the_field(panel: ThreadPanel, session: Session) -> None:
    annotation = annotated(session)
    session.do(add_reply(annotation.id, session.member.id, "错字"), "")
    panel.show_annotation(annotation.id)
    field(panel).setPlainText("草稿")
    changed = QSignalSpy(panel.reply_changed)
    choose(panel, 0)

    press(thread(panel), Qt.Key.Key_F2)
    assert field(panel).toPlainText() == "错字"
    field(panel).setPlainText("好字")
    press(field(panel), Qt.Key.Key_Return, ctrl=True)

    assert changed.at(0)[1] == "好字"
    assert field(panel).toPlainText() == "草稿"


def test_escape_leaves_a_reply_as_it_is(panel: ThreadPanel, session: Session) -> None:
    annotation = annotated(session)
    session.do(add_reply(annotation.id, session.member.id, "原话"), "")
    panel.show_annotation(annotation.id)
    changed = QSignalSpy(panel.reply_changed)
    choose(panel, 0)

    press(thread(panel), Qt.Key.Key_F2)
    press(field(panel), Qt.Key.Key_Escape)

    assert field(panel).toPlainText() == ""
    assert changed.count() == 0


def test_replies_of_others_are_neither_changed_nor_deleted(
    panel: ThreadPanel, session: Session
) -> None:
    colleague, annotation = Colleague(session), annotated(session)
    colleague.reply(annotation, "周说")
    panel.show_annotation(annotation.id)
    deleted = QSignalSpy(panel.delete_requested)
    choose(panel, 0)

    press(thread(panel), Qt.Key.Key_F2)
    press(thread(panel), Qt.Key.Key_Delete)
    menu = panel.menu()

    assert field(panel).toPlainText() == ""
    assert deleted.count() == 0
    enabled = [action.text() for action in menu.actions() if action.isEnabled() and action.text()]
    assert enabled == ["C&opy"]
    menu.close()


def test_own_reply_is_deleted_and_any_is_copied(panel: ThreadPanel, session: Session) -> None:
    annotation = annotated(session)
    session.do(add_reply(annotation.id, session.member.id, "我说"), "")
    panel.show_annotation(annotation.id)
    deleted = QSignalSpy(panel.delete_requested)
    choose(panel, 0)

    press(thread(panel), Qt.Key.Key_C, ctrl=True)
    press(thread(panel), Qt.Key.Key_Delete)

    assert QGuiApplication.clipboard().text() == "我说"
    assert deleted.at(0)[0].content == "我说"


def test_the_note_is_changed_where_notes_are_written(panel: ThreadPanel, session: Session) -> None:
    annotation = annotated(session, note="笔记")
    panel.show_annotation(annotation.id)
    wanted = QSignalSpy(panel.note_requested)
    choose(panel, 0)

    press(thread(panel), Qt.Key.Key_F2)

    assert wanted.at(0) == [annotation.id]


def offered(panel: ThreadPanel, words: str) -> list[QPushButton]:
    buttons = panel.findChildren(QPushButton)
    return [one for one in buttons if one.isVisible() and words in one.text()]


def test_a_note_in_several_versions_says_so(panel: ThreadPanel, session: Session) -> None:
    colleague, annotation = Colleague(session), annotated(session, note="笔记")
    session.do(change_note(annotation, "我改了"), "")
    panel.show_annotation(annotation.id)
    wanted = QSignalSpy(panel.versions_requested)
    assert offered(panel, "versions") == []

    colleague.change_note_meanwhile(annotation, "周改了")

    (button,) = offered(panel, "2 versions")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted.at(0) == [annotation.id]


def test_an_annotation_in_several_places_says_so(panel: ThreadPanel, session: Session) -> None:
    colleague, annotation = Colleague(session), annotated(session)
    session.do(change_state(annotation, AnchorState.TO_CHECK), "")
    panel.show_annotation(annotation.id)
    wanted = QSignalSpy(panel.versions_requested)
    assert offered(panel, "places") == []

    colleague.move_meanwhile(annotation, 3, 9)

    (button,) = offered(panel, "2 places")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted.at(0) == [annotation.id]


def test_an_annotation_that_goes_leaves_the_panel_empty(
    panel: ThreadPanel, session: Session
) -> None:
    annotation = annotated(session)
    panel.show_annotation(annotation.id)

    session.undo()

    assert panel.findChild(EmptyState).isVisible()
