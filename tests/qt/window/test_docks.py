"""Docks that have their panels only once they are asked for."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar
from pytestqt.qtbot import QtBot

from annotator.qt.window.late_dock import LateDock
from annotator.qt.window.main_window import MainWindow


def test_a_late_dock_has_no_panel_until_it_is_shown(window: MainWindow) -> None:
    made: list[QLabel] = []

    def make() -> QLabel:
        made.append(QLabel("词语"))
        return made[-1]

    dock = window.docks.add_late("words", "词语", make)
    assert not made
    assert not dock.isVisible()

    panel = window.docks.show_late(dock)
    assert panel.isVisible()
    dock.hide()
    window.docks.show_late(dock)
    assert made == [panel]


def test_late_docks_lie_behind_one_another_below_the_panes(window: MainWindow) -> None:
    docks = [window.docks.add_late(name, name, QLabel) for name in ("words", "data")]
    for dock in docks:
        window.docks.show_late(dock)
    assert window.tabifiedDockWidgets(docks[0]) == docks[1:]
    QApplication.processEvents()
    panes_end = window.grid.mapTo(window, window.grid.rect().bottomLeft()).y()
    assert docks[1].geometry().top() > panes_end


def test_annotations_are_seen_first(window: MainWindow, qtbot: QtBot) -> None:
    docks = window.docks
    qtbot.waitUntil(lambda: not docks.annotations.visibleRegion().isEmpty())

    assert docks.codebook.visibleRegion().isEmpty()
    assert docks.search.visibleRegion().isEmpty()


def test_late_dock_beside_the_annotations_shares_their_place(window: MainWindow) -> None:
    dock = window.docks.add_late_beside("talk", "讨论", QLabel)

    panel = window.docks.show_late(dock)

    assert panel.isVisible()
    assert panel.mapTo(window, QPoint(0, 0)).x() > window.grid.geometry().right()
    assert window.docks.annotations.visibleRegion().isEmpty()


def test_tab_leads_to_nothing_that_cannot_be_seen(window: MainWindow) -> None:
    window.grid.active.pane.setFocus()
    unseen = []
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused.visibleRegion().isEmpty():
            unseen.append(focused)
    assert unseen == []


def test_tabs_of_late_docks_can_be_reached_once_they_are_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    docks = [window.docks.add_late(name, name, QLabel) for name in ("late-a", "late-b")]
    for dock in docks:
        window.docks.show_late(dock)

    def tabs_that_are_reached() -> list[str]:
        return [
            bar.tabText(number)
            for bar in window.findChildren(QTabBar)
            for number in range(bar.count())
            if bar.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

    qtbot.waitUntil(lambda: {"late-a", "late-b"} <= set(tabs_that_are_reached()))


def test_panel_that_comes_to_the_front_can_be_used(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.show_panel(window.docks.codebook)
    assert window.docks.codebook.isEnabled()
    qtbot.waitUntil(lambda: not window.docks.annotations.isEnabled())

    window.docks.show_panel(window.docks.annotations)
    window.docks.annotations.focus_filter()
    qtbot.waitUntil(lambda: window.docks.annotations.isAncestorOf(QApplication.focusWidget()))


def beside(window: MainWindow) -> QTabBar:
    """Show every panel that shares the place of the annotations; return the bar of their tabs."""
    for dock in window.findChildren(LateDock):
        if window.dockWidgetArea(dock) is Qt.DockWidgetArea.RightDockWidgetArea:
            window.docks.show_late(dock)
    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    return next(bar for bar in bars if "Codebook" in words(bar))


def words(tabs: QTabBar) -> list[str]:
    return [tabs.tabText(index) for index in range(tabs.count())]


def has_room(tabs: QTabBar, index: int) -> bool:
    """Whether the word of a tab has the room that it needs, beside its icon if that is shown."""
    icon = 0 if tabs.tabIcon(index).isNull() else tabs.iconSize().width()
    needed = tabs.fontMetrics().horizontalAdvance(tabs.tabText(index)) + icon
    return tabs.tabRect(index).width() >= needed


def test_where_words_have_no_room_the_chosen_tab_alone_has_its_word(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    tabs = beside(window)
    qtbot.waitUntil(lambda: tabs.property("narrow") is True)

    for chosen in range(tabs.count()):
        place = tabs.tabRect(chosen).center()
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=place)

        assert tabs.currentIndex() == chosen
        assert [has_room(tabs, index) for index in range(tabs.count())] == [
            index == chosen for index in range(tabs.count())
        ]
        assert tabs.tabRect(tabs.count() - 1).right() < tabs.width()
    assert [tabs.tabToolTip(index) for index in range(tabs.count())] == words(tabs)
    assert not any(tabs.tabIcon(index).isNull() for index in range(tabs.count()))


def test_tabs_have_their_words_again_as_soon_as_there_is_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    tabs = beside(window)
    qtbot.waitUntil(lambda: tabs.property("narrow") is True)
    (first, *_) = [dock for dock in window.docks if dock.windowTitle() == "Annotations"]

    window.resizeDocks([first], [560], Qt.Orientation.Horizontal)

    qtbot.waitUntil(lambda: tabs.property("narrow") is False)
    assert all(has_room(tabs, index) for index in range(tabs.count()))
    assert all(tabs.tabIcon(index).isNull() for index in range(tabs.count()))
