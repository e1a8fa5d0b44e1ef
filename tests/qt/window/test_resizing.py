"""Panes and panels made larger and smaller by keys, and what fits into a small window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget
from pytestqt.qtbot import QtBot

from annotator.qt.window.main_window import MainWindow

from .conftest import Reader

WIDER, NARROWER = Qt.Key.Key_BracketRight, Qt.Key.Key_BracketLeft
WIDER_PANEL, NARROWER_PANEL = Qt.Key.Key_BraceRight, Qt.Key.Key_BraceLeft
HIGHER_PANEL, LOWER_PANEL = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown


def dock_of(window: MainWindow, name: str) -> QDockWidget:
    (dock,) = [dock for dock in window.docks if dock.objectName() == f"{name}Dock"]
    return dock


def show(window: MainWindow, *names: str) -> None:
    for name in names:
        dock_of(window, name).show()
    QApplication.processEvents()


@pytest.mark.parametrize("index", [0, 1, 2])
def test_active_pane_is_made_wider_and_narrower_by_keys(reader: Reader, index: int) -> None:
    grid = reader.window.grid
    reader.window.desk.set_pane_count(3)
    grid.activate(grid.frames[index])
    before = grid.sizes()[index]

    reader.press(WIDER, "Control")
    wider = grid.sizes()[index]
    reader.press(NARROWER, "Control")
    reader.press(NARROWER, "Control")

    assert wider > before > grid.sizes()[index]


def test_pane_does_not_vanish_however_often_it_is_made_narrower(reader: Reader) -> None:
    for _ in range(80):
        reader.press(NARROWER, "Control")

    assert min(reader.window.grid.sizes()) > 100


def test_one_pane_alone_stays_as_wide_as_it_is(reader: Reader) -> None:
    reader.window.desk.set_pane_count(1)
    before = reader.window.grid.sizes()

    reader.press(WIDER, "Control")

    assert reader.window.grid.sizes() == before


def test_widths_set_by_keys_come_back(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    for _ in range(5):
        Reader(window).press(WIDER, "Control")
    left, right = window.grid.sizes()
    window.close()

    again = open_window()

    assert left > right + 100
    assert again.grid.sizes() == pytest.approx([left, right], abs=4)


def test_panel_beside_the_text_is_made_wider_and_narrower_by_keys(reader: Reader) -> None:
    dock = dock_of(reader.window, "annotations")
    before = dock.width()

    reader.press(WIDER_PANEL, "Control")
    QApplication.processEvents()
    wider = dock.width()
    for _ in range(2):
        reader.press(NARROWER_PANEL, "Control")
        QApplication.processEvents()

    assert wider > before > dock.width()


def test_panel_that_had_the_focus_is_the_one_that_changes(reader: Reader, qtbot: QtBot) -> None:
    window = reader.window
    show(window, "documents", "annotations")
    left, right = dock_of(window, "documents"), dock_of(window, "annotations")
    window.docks.annotations.focus_filter()
    qtbot.waitUntil(lambda: right.isAncestorOf(QApplication.focusWidget()))
    reader.frame.pane.setFocus()
    before = left.width(), right.width()

    reader.press(WIDER_PANEL, "Control")
    QApplication.processEvents()

    assert left.width() == before[0]
    assert right.width() > before[1]


def test_panels_over_each_other_share_their_height_and_it_is_changed_by_keys(
    reader: Reader,
) -> None:
    window = reader.window
    dock_of(window, "documents").toggleViewAction().trigger()
    QApplication.processEvents()
    dock_of(window, "outline").toggleViewAction().trigger()
    QApplication.processEvents()
    texts, outline = dock_of(window, "documents"), dock_of(window, "outline")
    shared = texts.height() / (texts.height() + outline.height())
    before = texts.height()

    reader.press(HIGHER_PANEL, "Control Shift")
    QApplication.processEvents()
    higher = texts.height()
    for _ in range(2):
        reader.press(LOWER_PANEL, "Control Shift")
        QApplication.processEvents()

    assert 0.35 <= shared <= 0.55
    assert higher > before > texts.height()


def test_keys_do_nothing_where_there_is_no_panel(reader: Reader) -> None:
    reader.window.commands.text_only.trigger()
    before = reader.window.grid.sizes()

    for key in (WIDER_PANEL, NARROWER_PANEL):
        reader.press(key, "Control")
    for key in (HIGHER_PANEL, LOWER_PANEL):
        reader.press(key, "Control Shift")

    assert reader.window.grid.sizes() == before


def test_every_panel_and_two_panes_fit_into_the_smallest_screen(window: MainWindow) -> None:
    show(window, "documents", "outline", "annotations")

    window.resize(640, 360)
    QApplication.processEvents()

    assert (window.width(), window.height()) == (640, 360)
    for frame in window.grid:
        first = frame.pane.seen()
        assert first is not None
        assert frame.pane.rect_of(first).right() < frame.pane.viewport().width()


def test_text_has_all_the_room_when_the_first_window_is_narrow(window: MainWindow) -> None:
    window.docks.arrange(700)
    assert not [dock for dock in window.docks if dock.isVisible()]

    window.docks.arrange(1280)
    assert dock_of(window, "annotations").isVisible()


def test_title_of_a_narrow_pane_is_shortened_where_it_is_seen(reader: Reader) -> None:
    title = reader.frame._title
    title.set_title("习近平总书记强调的“新质生产力”与科技 & 产业" * 3)
    assert title.text().endswith("…")
    assert title.fontMetrics().horizontalAdvance(title.text()) < title.width()

    title.set_title("新质 & 生产力")
    assert title.text() == "新质 && 生产力"
