"""The list of what came from others, used with mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.news import News
from annotator.core.span import ReadingSpan
from annotator.core.visibility import Visibility
from annotator.qt.models.news_model import NewsModel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.news_panel import NewsPanel
from annotator.qt.session import Session
from annotator.services.editing.annotation_edits import BringBackAnnotations
from tests.qt.colleague import Colleague


@pytest.fixture
def annotation(session: Session) -> Annotation:
    return session.annotate(session.documents()[0].id, ReadingSpan(6, 11), tag_ids=[])


@pytest.fixture
def colleague(session: Session) -> Colleague:
    return Colleague(session)


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> NewsPanel:
    panel = NewsPanel(session)
    panel.resize(700, 300)
    panel.show()
    qtbot.addWidget(panel)
    qtbot.waitExposed(panel)
    return panel


def listed(panel: NewsPanel) -> list[str]:
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def is_read(panel: NewsPanel) -> list[bool]:
    model = panel.model
    return [model.index(row).data(NewsModel.IsReadRole) for row in range(model.rowCount())]


def test_without_news_it_says_how_they_come(panel: NewsPanel) -> None:
    assert "merge or share" in panel.findChild(EmptyState).sentence()
    assert panel.findChild(EmptyState).isVisible()
    assert not panel.mark_all.isEnabled()


def test_what_comes_is_listed_and_a_click_reads_it(
    panel: NewsPanel, colleague: Colleague, annotation: Annotation
) -> None:
    colleague.reply(annotation, "一𠮷")
    colleague.reply(annotation, "二")
    chosen = QSignalSpy(panel.chosen)
    assert listed(panel) == ["二", "一𠮷"]

    place = panel.list.visualRect(panel.model.index(1)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    news: News = chosen.at(0)[0]
    assert (news.words, news.annotation_id) == ("一𠮷", annotation.id)
    assert is_read(panel) == [False, True]


def test_enter_reads_what_is_chosen_and_next_what_is_not(
    panel: NewsPanel, colleague: Colleague, annotation: Annotation
) -> None:
    for words in "甲乙丙":
        colleague.reply(annotation, words)
    chosen = QSignalSpy(panel.chosen)
    panel.list.setFocus()

    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    panel.next()
    panel.next()
    panel.next()

    said = [chosen.at(row)[0].words for row in range(chosen.count())]
    assert sorted(said) == ["丙", "乙", "甲"]
    assert is_read(panel) == [True, True, True]


def test_the_place_in_the_list_stays_when_more_comes(
    panel: NewsPanel, colleague: Colleague, annotation: Annotation
) -> None:
    colleague.reply(annotation, "一")
    colleague.reply(annotation, "二")
    panel.list.setCurrentIndex(panel.model.index(1))

    colleague.reply(annotation, "三")

    assert panel.list.currentIndex().data() == "一"


def test_a_deleted_annotation_can_be_asked_for(
    panel: NewsPanel, session: Session, colleague: Colleague, annotation: Annotation
) -> None:
    other = session.annotate(annotation.selector.document_id, ReadingSpan(20, 25), tag_ids=[])
    colleague.reply(other, "还在")
    colleague.delete(annotation)
    panel.list.setFocus()
    asked = QSignalSpy(panel.restoring_requested)

    QTest.keyClick(panel.list, Qt.Key.Key_Home)
    assert not panel.restore.isVisible()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.restore.isVisible()
    QTest.mouseClick(panel.restore, Qt.MouseButton.LeftButton)

    assert asked.at(0)[0].id == annotation.id
    assert is_read(panel) == [False, True]
    session.do(BringBackAnnotations((annotation.id,)), "")
    assert not panel.restore.isVisible()


def test_the_list_is_narrowed_by_member(
    panel: NewsPanel, session: Session, colleague: Colleague, annotation: Annotation
) -> None:
    other = Colleague(session, "吴")
    colleague.reply(annotation, "周说")
    other.reply(annotation, "吴说")

    panel.member.setCurrentIndex(panel.member.findData(other.member.id))
    assert listed(panel) == ["吴说"]
    panel.document.setCurrentIndex(panel.document.findData(session.documents()[1].id))

    assert listed(panel) == []
    assert panel.member.findData(session.member.id) == -1


def test_news_of_a_hidden_member_leave_the_list(
    panel: NewsPanel, session: Session, colleague: Colleague, annotation: Annotation
) -> None:
    colleague.reply(annotation, "周说")

    session.see(Visibility(hidden_members=frozenset({colleague.member.id})))

    assert listed(panel) == []
