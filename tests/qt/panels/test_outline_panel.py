from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import ReadingText
from annotator.qt.models.outline_model import OutlineModel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.outline_panel import OutlinePanel
from annotator.qt.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def text(session: Session) -> ReadingText:
    return session.reading_text(session.documents()[0].id)


@pytest.fixture
def panel(text: ReadingText, qtbot: QtBot) -> OutlinePanel:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.resize(240, 320)
    panel.set_document("讲稿一", text)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def view(panel: OutlinePanel) -> QTreeView:
    return panel.findChild(QTreeView)


def second_heading(panel: OutlinePanel) -> QModelIndex:
    model = view(panel).model()
    return model.index(0, 0, model.index(0, 0))


def current(panel: OutlinePanel) -> str | None:
    model = view(panel).model()
    assert isinstance(model, OutlineModel)
    return model.current().data()


def hint(panel: OutlinePanel) -> str:
    state = panel.findChild(EmptyState)
    return state.sentence() if state.isVisible() else ""


def test_headings_stand_nested_and_open(panel: OutlinePanel) -> None:
    assert second_heading(panel).data() == "怎样发展"
    assert view(panel).visualRect(second_heading(panel)).isValid()


def test_a_click_asks_for_the_place_of_a_heading(
    panel: OutlinePanel, text: ReadingText, qtbot: QtBot
) -> None:
    place = view(panel).visualRect(second_heading(panel)).center()

    with qtbot.waitSignal(panel.place_requested) as asked:
        QTest.mouseClick(view(panel).viewport(), LEFT, pos=place)

    assert asked.args == [text.outline[1].start]


def test_enter_asks_for_it_too(panel: OutlinePanel, text: ReadingText, qtbot: QtBot) -> None:
    view(panel).setFocus()
    view(panel).setCurrentIndex(second_heading(panel))

    with qtbot.waitSignal(panel.place_requested) as asked:
        QTest.keyClick(view(panel), Qt.Key.Key_Return)

    assert asked.args == [text.outline[1].start]


def test_the_heading_where_reading_stands_is_marked_without_a_word(
    panel: OutlinePanel, text: ReadingText, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(panel.place_requested):
        panel.set_place(text.outline[1].start + 6)
    assert current(panel) == "怎样发展"

    panel.set_place(0)
    assert current(panel) == "新质生产力"


def test_a_closed_heading_stays_closed_while_one_reads(
    panel: OutlinePanel, text: ReadingText
) -> None:
    view(panel).collapseAll()

    panel.set_place(text.outline[1].start)

    assert not view(panel).isExpanded(second_heading(panel).parent())


def test_pages_take_no_room_where_they_are_not_known(
    panel: OutlinePanel, text: ReadingText
) -> None:
    assert not view(panel).isColumnHidden(1)

    without_pages = tuple(replace(paragraph, page=None) for paragraph in text.paragraphs)
    panel.set_document("讲稿一", replace(text, paragraphs=without_pages))

    assert view(panel).isColumnHidden(1)


def test_a_text_without_headings_says_so(panel: OutlinePanel, session: Session) -> None:
    panel.set_document("讲稿二", session.reading_text(session.documents()[1].id))
    panel.set_place(5)

    assert hint(panel) == "This text has no headings."


def test_without_a_text_it_says_what_to_do(panel: OutlinePanel) -> None:
    panel.set_document("", None)
    panel.set_place(5)

    assert hint(panel) == "Open a text to see its headings here."
