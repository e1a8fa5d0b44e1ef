"""The table of figures in the real window: sorted, narrowed, followed, saved."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.qt import prompts
from annotator.qt.panels.figures_panel import FiguresPanel
from annotator.qt.panels.table_view import TableView
from annotator.qt.window.main_window import MainWindow
from annotator.services import figure_table

from .conftest import Reader


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> FiguresPanel:
    window.commands.figures.trigger()
    shown = window.analyses.figure_study.dock.panel()
    assert isinstance(shown, FiguresPanel)
    qtbot.waitUntil(lambda: bool(shown.rows()))
    return shown


def table(panel: FiguresPanel) -> TableView:
    return panel.findChildren(TableView)[0]


def click(panel: FiguresPanel, row: int, column: int) -> None:
    view = table(panel)
    place = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_table_has_the_figures_of_all_texts(window: MainWindow, panel: FiguresPanel) -> None:
    assert panel.rows() == figure_table.rows(window.session.library)


def test_numbers_are_sorted_by_what_they_are_worth(panel: FiguresPanel) -> None:
    header = table(panel).horizontalHeader()
    title = header.sectionViewportPosition(0) + header.sectionSize(0) // 2

    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=header.rect().center().__class__(title, 8)
    )

    values = [row.figure.value for row in panel.rows()]
    assert values in (sorted(values), sorted(values, reverse=True))
    shown = [row.figure.number for row in panel.rows()]
    assert abs(shown.index("35.5万") - shown.index("1100万")) == 1


def test_click_goes_to_the_figure_in_its_text(
    reader: Reader, panel: FiguresPanel, qtbot: QtBot
) -> None:
    row = panel.rows()[3]

    click(panel, 3, 2)

    qtbot.waitUntil(lambda: not reader.frame.pane.rect_of(row.span).isEmpty())
    assert reader.frame.document_id == row.document.id


def test_figures_are_narrowed_by_words_and_by_text(
    window: MainWindow, reader: Reader, panel: FiguresPanel
) -> None:
    field = panel.findChildren(QLineEdit)[0]

    QTest.keyClicks(field, "2022")

    assert [row.figure.number for row in panel.rows()] == ["13", "16", "14"]
    field.clear()
    panel.scope.setFocus()
    QTest.keyClick(panel.scope, Qt.Key.Key_Down)  # this text, which has none
    assert panel.rows() == []
    assert panel.findChildren(QPushButton)[-1].isEnabled() is False


def test_table_is_saved_as_csv_that_spreadsheets_take(
    panel: FiguresPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "figures.csv"
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_args, **_kwargs: path)
    (button,) = [one for one in panel.findChildren(QPushButton) if "CSV" in one.text()]

    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    read = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert len(read[0]) == len(figure_table.COLUMNS)
    assert [row[0] for row in read[1:]] == [row.figure.number for row in panel.rows()]


def test_table_follows_texts_that_go(window: MainWindow, panel: FiguresPanel, qtbot: QtBot) -> None:
    gone = panel.rows()[0].document

    window.library_files.remove_document(gone.id)

    qtbot.waitUntil(lambda: all(row.document.id != gone.id for row in panel.rows()))
