"""Variant readings in the window: seen, opened, and noted; no text ever changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton
from pytestqt.qtbot import QtBot

from annotator.qt.panels.collation_panel import CollationPanel
from annotator.qt.panels.table_view import TableView
from annotator.qt.panels.witness_list import Line, WitnessModel
from annotator.qt.window.main_window import MainWindow
from annotator.services.collating import collate_in


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> CollationPanel:
    """The panel of variant readings, asked for and ready."""
    window.commands.collation.trigger()
    panel = window.findChild(CollationPanel)
    qtbot.waitUntil(lambda: panel.table.rowCount() > 0, timeout=20_000)
    return panel


def current_line(panel: CollationPanel) -> Line:
    line = panel.findChild(QListView).currentIndex().data(WitnessModel.LineRole)
    assert isinstance(line, Line)
    return line


def press(panel: CollationPanel, text: str) -> None:
    next(one for one in panel.findChildren(QPushButton) if one.text() == text).click()


def test_variations_are_those_of_the_service(window: MainWindow, panel: CollationPanel) -> None:
    found = collate_in(window.session.library.path, lambda *_: None)

    assert panel.table.rows() == list(found.variations)


def test_rarest_reading_stands_first_with_how_many_read_so(panel: CollationPanel) -> None:
    variation = panel.table.rows()[0]
    total = sum(len(reading.witnesses) for reading in variation.readings)

    assert current_line(panel).witness == variation.readings[-1].witnesses[0]
    assert f"1 of {total} read so" in current_line(panel).source
    assert panel.table.index(0, 2).data() == f"{total - 1} of {total}"


def test_enter_on_a_witness_goes_to_its_place(window: MainWindow, panel: CollationPanel) -> None:
    passages = panel.findChild(QListView)
    passages.setFocus()
    QTest.keyClick(passages, Qt.Key.Key_Down)
    line = current_line(panel)

    QTest.keyClick(passages, Qt.Key.Key_Return)

    document = window.session.documents()[line.witness.text]
    pane = window.grid.active.pane
    seen = pane.seen()
    assert window.grid.active.document_id == document.id
    assert seen is not None
    assert seen.start <= line.witness.start <= seen.end


def test_click_on_a_row_goes_to_the_rarest_reading(
    window: MainWindow, panel: CollationPanel
) -> None:
    table = panel.findChild(TableView)
    place = table.visualRect(panel.table.index(2, 0)).center()

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    witness = panel.table.rows()[2].readings[-1].witnesses[0]
    assert current_line(panel).witness == witness
    seen = window.grid.active.pane.seen()
    assert seen is not None
    assert seen.start <= witness.start <= seen.end


def test_both_readings_open_side_by_side(window: MainWindow, panel: CollationPanel) -> None:
    window.commands.pane_counts[0].trigger()
    variation = panel.table.rows()[0]

    press(panel, "Side by side")

    documents = window.session.documents()
    shown = [frame.document_id for frame in window.grid]
    slip, usual = variation.readings[-1].witnesses[0], variation.readings[0].witnesses[0]
    assert shown == [documents[slip.text].id, documents[usual.text].id]
    for frame, witness in zip(window.grid, (slip, usual), strict=True):
        seen = frame.pane.seen()
        assert seen is not None
        assert seen.start <= witness.start <= seen.end


def test_double_click_opens_both_readings(window: MainWindow, panel: CollationPanel) -> None:
    window.commands.pane_counts[0].trigger()
    passages = panel.findChild(QListView)
    place = passages.visualRect(passages.model().index(0, 0)).center()

    for press in (QTest.mouseClick, QTest.mouseDClick):
        press(passages.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert window.grid.count() == 2
    assert window.grid.frames[0].document_id != window.grid.frames[1].document_id


def test_note_tells_who_reads_what_and_can_be_undone(
    window: MainWindow, panel: CollationPanel
) -> None:
    before = window.session.annotations()
    texts = [window.session.reading_text(one.id).text for one in window.session.documents()]

    press(panel, "Make a note of it")

    (made,) = [one for one in window.session.annotations() if one not in before]
    variation = panel.table.rows()[0]
    assert f"“{variation.readings[0].letters}” {len(variation.readings[0].witnesses)}" in made.note
    assert window.focus.annotation == made
    window.commands.undo.trigger()
    assert window.session.annotations() == before
    after = [window.session.reading_text(one.id).text for one in window.session.documents()]
    assert after == texts
