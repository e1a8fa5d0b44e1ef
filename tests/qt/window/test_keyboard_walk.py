"""Everything in the main window can be reached, seen and named without a mouse."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget

from annotator.qt.window.main_window import MainWindow

from .conftest import Reader


@pytest.fixture
def full_window(window: MainWindow, reader: Reader) -> MainWindow:
    """The window with two panes, an annotation and all panels open."""
    window.commands.pane_counts[1].trigger()
    reader.drag_over("因地制宜发展新质生产力", window.grid.frames[0])
    reader.press("1")
    for dock in window.docks:
        dock.show()
    window.grid.active.pane.setFocus()
    return window


def walk() -> Iterator[QWidget]:
    """Press Tab, yielding what gets the focus, until it comes round."""
    seen: set[QWidget] = set()
    while (widget := QApplication.focusWidget()) is not None and widget not in seen:
        seen.add(widget)
        yield widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def focusable(window: MainWindow) -> set[QWidget]:
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


def name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())  # a screen reader is given the tabs
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def test_tab_goes_to_everything_that_takes_keys(full_window: MainWindow) -> None:
    reached = set(walk())
    full_window.grid.active.pane.setFocus()
    reached.update(walk())  # to have been at a tag wakes the buttons that change it

    assert [name_of(w) for w in focusable(full_window) - reached] == []


def test_everything_that_takes_keys_has_a_name(full_window: MainWindow) -> None:
    nameless = [widget for widget in focusable(full_window) if not name_of(widget)]

    assert nameless == []


def test_focus_can_be_seen(full_window: MainWindow) -> None:
    unseen = []
    for widget in walk():
        with_focus = widget.grab().toImage()
        QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusOut))
        widget.clearFocus()
        if widget.grab().toImage() == with_focus:
            unseen.append(name_of(widget))
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    assert unseen == []


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
