"""Suggestions in the real window: shown when asked for, accepted, dismissed, brought back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt.panels.suggestions_panel import SuggestionsPanel
from annotator.qt.panels.table_view import TableView
from annotator.qt.window.main_window import MainWindow

from .conftest import Reader


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> SuggestionsPanel:
    """The panel after the reader has asked for suggestions."""
    window.commands.suggestions.trigger()
    suggesting = window.analyses.suggesting
    qtbot.waitUntil(lambda: bool(suggesting.feed.waiting()))
    shown = suggesting.dock.panel()
    assert isinstance(shown, SuggestionsPanel)
    return shown


def table(panel: SuggestionsPanel) -> TableView:
    return panel.findChildren(TableView)[0]


def press(panel: SuggestionsPanel, key: Qt.Key) -> None:
    table(panel).setFocus()
    QTest.keyClick(table(panel), key)


def choose(panel: SuggestionsPanel, entry: str) -> None:
    """Choose an entry of the menu “All”."""
    (action,) = [
        action
        for button in panel.findChildren(type(panel._more))
        if button.menu()
        for action in button.menu().actions()
        if action.text().replace("&", "") == entry
    ]
    assert action.isEnabled()
    action.trigger()


def quotations(window: MainWindow) -> list[str]:
    return [one.selector.quotation for one in window.session.annotations()]


def test_nothing_is_suggested_before_the_reader_asks(window: MainWindow) -> None:
    assert not window.commands.suggestions.isChecked()
    assert window.analyses.suggesting.feed.waiting() == []
    assert window.analyses.suggesting.dock.widget() is None


def test_suggestions_are_listed_and_faintly_seen_and_go_again(
    window: MainWindow, reader: Reader, panel: SuggestionsPanel, qtbot: QtBot
) -> None:
    one = next(one for one in panel.shown() if one.document.id == reader.frame.document_id)
    reader.frame.pane.reveal(one.span)
    # What the texts share is found meanwhile, and then shown in the gutter.
    qtbot.waitUntil(lambda: window.analyses.comparing.index is not None, timeout=60_000)
    with_dots = reader.frame.pane.grab().toImage()

    window.commands.suggestions.trigger()

    assert reader.frame.pane.grab().toImage() != with_dots
    assert window.analyses.suggesting.dock.isHidden()
    assert quotations(window) == []
    window.commands.suggestions.trigger()
    qtbot.waitUntil(lambda: one in panel.shown())
    assert reader.frame.pane.grab().toImage() == with_dots


def test_accepting_makes_an_annotation_and_selects_the_next(
    window: MainWindow, panel: SuggestionsPanel
) -> None:
    first, second, *_ = panel.shown()

    press(panel, Qt.Key.Key_A)

    assert quotations(window) == [first.quotation]
    (annotation,) = window.session.annotations()
    assert [tag.name for tag in window.session.codebook if tag.id in annotation.tag_ids] == [
        "政策措施"
    ]
    assert panel.shown()[0] == second
    assert table(panel).currentIndex().row() == 0
    assert table(panel).hasFocus()
    window.commands.undo.trigger()
    assert quotations(window) == []
    assert panel.shown()[0] == first


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_Delete])
def test_dismissing_annotates_nothing_and_can_be_undone(
    window: MainWindow, panel: SuggestionsPanel, key: Qt.Key
) -> None:
    before = panel.shown()
    press(panel, Qt.Key.Key_Down)

    press(panel, key)

    assert panel.shown() == [before[0], *before[2:]]
    assert table(panel).currentIndex().row() == 1
    assert quotations(window) == []
    window.commands.undo.trigger()
    assert panel.shown() == before


def test_dismissed_suggestions_are_remembered_and_brought_back(
    window: MainWindow, panel: SuggestionsPanel, qtbot: QtBot
) -> None:
    before = panel.shown()
    press(panel, Qt.Key.Key_D)
    window.commands.suggestions.trigger()
    window.commands.suggestions.trigger()
    qtbot.waitUntil(lambda: panel.shown() == before[1:])

    choose(panel, "Bring back all dismissed")

    assert panel.shown() == before


def test_all_shown_are_accepted_in_one_step(
    window: MainWindow, reader: Reader, panel: SuggestionsPanel
) -> None:
    panel.scope.setFocus()
    QTest.keyClick(panel.scope, Qt.Key.Key_Down)  # this text
    shown = panel.shown()
    assert {one.document.id for one in shown} == {reader.frame.document_id}

    choose(panel, "Accept all shown")

    assert sorted(quotations(window)) == sorted(one.quotation for one in shown)
    assert panel.shown() == []
    window.commands.undo.trigger()
    assert quotations(window) == []
    assert panel.shown() == shown


def test_all_shown_are_dismissed_in_one_step(window: MainWindow, panel: SuggestionsPanel) -> None:
    before = panel.shown()

    choose(panel, "Dismiss all shown")

    assert panel.shown() == []
    window.commands.undo.trigger()
    assert panel.shown() == before


def test_kinds_can_be_listed_alone(panel: SuggestionsPanel) -> None:
    kind = panel._kind
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Down)

    assert {one.kind.value for one in panel.shown()} == {kind.currentData()}


def test_going_from_one_to_the_next_shows_each_in_its_text(
    window: MainWindow, reader: Reader, panel: SuggestionsPanel
) -> None:
    for _ in range(12):
        press(panel, Qt.Key.Key_Down)

    one = panel.shown()[12]
    assert reader.frame.document_id == one.document.id
    assert not reader.frame.pane.rect_of(ReadingSpan(one.span.start, one.span.start + 1)).isEmpty()


def test_tagging_a_passage_by_hand_takes_its_suggestion_away(
    window: MainWindow, reader: Reader, panel: SuggestionsPanel
) -> None:
    one = next(
        one
        for one in panel.shown()
        if one.document.id == reader.frame.document_id and one.kind == "policy_measure"
    )
    reader.drag_over(one.quotation[4:9])

    reader.press("2")

    assert one not in panel.shown()


def test_suggestions_follow_texts_that_come_and_go(
    window: MainWindow, panel: SuggestionsPanel, qtbot: QtBot
) -> None:
    gone = panel.shown()[0].document

    window.library_files.remove_document(gone.id)

    assert all(one.document.id != gone.id for one in panel.shown())
    window.commands.undo.trigger()
    qtbot.waitUntil(lambda: any(one.document.id == gone.id for one in panel.shown()))


def test_dock_shown_without_asking_says_how_to_begin(window: MainWindow, qtbot: QtBot) -> None:
    suggesting = window.analyses.suggesting
    suggesting.dock.toggleViewAction().trigger()
    panel = suggesting.dock.panel()
    assert isinstance(panel, SuggestionsPanel)
    (button,) = [
        button
        for button in panel.findChildren(type(panel._accept))
        if button.text() == "Look for suggestions"
    ]

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(panel.shown()))
    assert window.commands.suggestions.isChecked()
    assert button.isHidden()
