"""Everything in the main window can be reached, seen and named without a mouse."""

import pytest
from PySide6.QtWidgets import QApplication

from annotator.qt import tasks
from annotator.qt.window.main_window import MainWindow
from tests.qt.keyboard import focusable, name_of, names_without_visible_focus, walk

from .conftest import Reader


@pytest.fixture
def full_window(window: MainWindow, reader: Reader) -> MainWindow:
    """The window with two panes, an annotation and all panels open."""
    window.commands.pane_counts[1].trigger()
    reader.drag_over("因地制宜发展新质生产力", window.grid.frames[0])
    reader.press("1")
    for dock in window.docks:
        dock.show()
    tasks.wait_for_all()
    window.grid.active.pane.setFocus()
    return window


def test_tab_goes_to_everything_that_takes_keys(full_window: MainWindow) -> None:
    reached = set(walk())
    full_window.grid.active.pane.setFocus()
    reached.update(walk())  # to have been at a tag wakes the buttons that change it

    assert [name_of(w) for w in focusable(full_window) - reached] == []


def test_everything_that_takes_keys_has_a_name(full_window: MainWindow) -> None:
    nameless = [widget for widget in focusable(full_window) if not name_of(widget)]

    assert nameless == []


def test_focus_can_be_seen(full_window: MainWindow) -> None:
    assert names_without_visible_focus() == []


def test_f6_goes_from_pane_to_pane(full_window: MainWindow) -> None:
    first, second = full_window.grid.frames
    first.pane.setFocus()

    full_window.commands.next_pane.trigger()
    after_one = QApplication.focusWidget()
    full_window.commands.next_pane.trigger()

    assert after_one is second.pane
    assert QApplication.focusWidget() is first.pane


def test_every_action_of_the_menus_can_be_asked_for_by_name(full_window: MainWindow) -> None:
    texts = [action.text() for action in full_window.commands.all()]

    assert all(texts)
    assert len(set(texts)) == len(texts)
