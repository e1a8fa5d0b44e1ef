"""Searching in the window: from what is found to where it stands, and to tags."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt import reading_texts, tasks
from annotator.qt.dialogs import tag_hits_dialog
from annotator.qt.dialogs.tag_hits_dialog import TagHitsDialog
from annotator.qt.dialogs.tag_palette import TagChoice
from annotator.qt.models.hit_model import HitModel
from annotator.qt.panels.search_panel import SearchPanel
from annotator.qt.window.main_window import MainWindow
from annotator.services import apart_search
from annotator.services.search import Hit, search
from annotator.text.queries import parse

from .conftest import Reader, WindowOpener


def search_for(window: MainWindow, words: str, qtbot: QtBot) -> list[Hit]:
    panel = window.docks.search
    window.docks.show_panel(panel)
    qtbot.waitUntil(panel.isEnabled)
    with qtbot.waitSignal(panel.hits_changed) as changed:
        panel.focus_query(words)
    return list(changed.args[0])


def click_on(panel: SearchPanel, wanted: str) -> None:
    """Click on the first hit below this heading."""
    view = panel.findChild(QListView)
    model = view.model()
    heading = next(row for row in range(model.rowCount()) if model.index(row).data() == wanted)
    assert model.index(heading).data(HitModel.HitRole) is None
    view.scrollTo(model.index(heading + 1))
    place = view.visualRect(model.index(heading + 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_hit_in_a_note_leads_to_its_annotation_and_alt_left_leads_back(
    reader: Reader, qtbot: QtBot
) -> None:
    window, pane = reader.window, reader.frame.pane
    document_id = reader.frame.document_id
    assert document_id is not None
    text = window.session.reading_text(document_id).text
    span = ReadingSpan(len(text) - 60, len(text) - 40)
    made = window.session.annotate(document_id, span, tag_ids=[], note="绝无仅有的想法")
    before = pane.place()

    search_for(window, "绝无仅有", qtbot)
    click_on(window.docks.search, "In notes")

    assert window.focus.active_id == made.id
    assert pane.rect_of(span).intersects(pane.viewport().rect())
    window.commands.back.trigger()
    assert pane.place() == before


def test_a_hit_in_a_tag_lists_its_annotations(reader: Reader, qtbot: QtBot) -> None:
    window = reader.window
    reader.drag_over("因地制宜发展新质生产力")
    reader.press("1")
    reader.drag_over("总书记")
    reader.press("2")
    tag = window.session.codebook.tags[0]

    search_for(window, tag.name, qtbot)
    click_on(window.docks.search, "In tags")

    annotations = window.docks.annotations
    qtbot.waitUntil(annotations.isVisible)
    assert annotations.findChild(QListView).model().rowCount() == 1


def _button(dialog: TagHitsDialog, text: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


@pytest.fixture
def among_long_texts(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window, in which every text that is not in memory yet counts as long."""
    monkeypatch.setattr(reading_texts, "_SHORT_TEXT", 0)
    return window


def test_a_hit_in_a_long_text_that_lies_closed_is_shown_when_it_has_been_read_in(
    among_long_texts: MainWindow, qtbot: QtBot
) -> None:
    window = among_long_texts
    closed = window.session.documents()[-1]
    hits = list(search(window.session.library, parse("创新"), [closed]))
    assert not window.session.reading_texts.is_in_memory(closed.id)

    window.docks.search.hit_chosen.emit(hits[0])
    window.docks.search.hit_chosen.emit(hits[-1])
    frame = window.grid.active
    assert frame.awaited_id == closed.id
    qtbot.waitUntil(lambda: frame.document_id == closed.id)

    assert frame.pane.rect_of(hits[-1].span).intersects(frame.pane.viewport().rect())


def test_a_text_chosen_meanwhile_wins_over_a_hit(
    among_long_texts: MainWindow, qtbot: QtBot
) -> None:
    window = among_long_texts
    closed, other = window.session.documents()[-2:]
    [hit, *_] = search(window.session.library, parse("创新"), [closed])

    window.docks.search.hit_chosen.emit(hit)
    window.desk.open(other.id)
    qtbot.waitUntil(lambda: window.grid.active.document_id == other.id)
    tasks.wait_for_all()

    assert window.grid.active.document_id == other.id


def test_all_hits_are_tagged_from_the_panel(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = reader.window
    tag = window.session.codebook.tags[2]
    monkeypatch.setattr(tag_hits_dialog.TagPalette, "ask", lambda *_: TagChoice({tag.id}, []))
    hits = search_for(window, "全要素生产率", qtbot)
    before = len(window.session.annotations())

    QTest.mouseClick(window.docks.search.tag_all, Qt.MouseButton.LeftButton)
    dialog = window.findChild(TagHitsDialog)
    QTest.mouseClick(dialog.tags, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.tagged):
        QTest.mouseClick(_button(dialog, "Ta&g"), Qt.MouseButton.LeftButton)

    assert len(window.session.annotations()) == before + len(hits)
    window.commands.undo.trigger()
    assert len(window.session.annotations()) == before


def test_without_hits_the_reader_is_told_to_search_first(reader: Reader, qtbot: QtBot) -> None:
    window = reader.window

    with qtbot.waitSignal(window.searching.told) as told:
        window.commands.tag_hits.trigger()

    assert told.args == ["Search for something first; then its hits can be tagged."]
    assert window.docks.search.findChild(QLineEdit).hasFocus()
    assert window.findChild(TagHitsDialog) is None


def test_a_big_library_is_indexed_in_the_background(
    open_window: WindowOpener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(apart_search, "MOST_IN_MEMORY", 10)

    window = open_window()
    library = window.session.library

    assert apart_search.index_path(library).exists()
    hits = search_for(window, "全要素生产率", qtbot)
    assert hits == list(search(library, parse("全要素生产率")))
    window.close()
