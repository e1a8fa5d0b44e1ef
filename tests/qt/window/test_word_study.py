"""Words of the texts in the window: counts, where they stand, and the reader's own words."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt import prompts, tasks
from annotator.qt.dialogs.dictionary_dialog import DictionaryDialog
from annotator.qt.panels.dispersion_plot import DispersionPlot
from annotator.qt.panels.table_view import TableView
from annotator.qt.panels.words_panel import WordsPanel
from annotator.qt.window.main_window import MainWindow
from annotator.services import dictionary
from annotator.services.analysis import library_words
from annotator.text import words

from .conftest import Reader


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> WordsPanel:
    """The panel of words, asked for and ready."""
    window.commands.words.trigger()
    panel = window.findChild(WordsPanel)
    qtbot.waitUntil(lambda: panel.table.rowCount() > 0, timeout=20_000)
    return panel


def table_of(panel: WordsPanel) -> TableView:
    return next(view for view in panel.findChildren(TableView) if view.model() is panel.table)


def company_of(panel: WordsPanel) -> TableView:
    return next(view for view in panel.findChildren(TableView) if view.model() is not panel.table)


def choose(panel: WordsPanel, word: str) -> None:
    """Filter the table by a word and go to its first row."""
    field = panel.findChild(QLineEdit)
    field.setFocus()
    field.clear()
    field.insert(word)
    QTest.keyClick(field, Qt.Key.Key_Down)


def button(panel: WordsPanel, name: str) -> QToolButton:
    return next(one for one in panel.findChildren(QToolButton) if one.accessibleName() == name)


def test_words_are_those_of_the_service(window: MainWindow, panel: WordsPanel) -> None:
    found = library_words(window.session.library)
    ids = [document.id for document in window.session.documents()]

    assert panel.table.rows() == found.rows(ids)


def test_text_that_is_chosen_shows_what_sets_it_apart(
    window: MainWindow, panel: WordsPanel, qtbot: QtBot
) -> None:
    document = window.session.documents()[0]
    texts = panel.findChild(QComboBox)
    with qtbot.waitSignal(panel.table.modelReset):
        texts.setCurrentIndex(texts.findText(document.title))

    table_of(panel).sortByColumn(4, Qt.SortOrder.DescendingOrder)

    surest = panel.table.rows()[0]
    rows = library_words(window.session.library).rows([document.id])
    assert surest.log_likelihood == max(row.log_likelihood or 0 for row in rows)
    assert panel.table.rows()[-1].log_likelihood is None


def test_enter_on_a_word_shows_it_in_all_texts_and_keeps_the_keys(
    window: MainWindow, panel: WordsPanel, qtbot: QtBot
) -> None:
    choose(panel, "量子信息")
    count = panel.table.rows()[0].count

    with qtbot.waitSignal(window.docks.search.hits_changed) as changed:
        QTest.keyClick(table_of(panel), Qt.Key.Key_Return)

    assert len(changed.args[0]) >= count
    assert window.docks.search.isVisible()
    assert table_of(panel).hasFocus()


def test_word_in_company_is_searched_with_it(
    window: MainWindow, panel: WordsPanel, qtbot: QtBot
) -> None:
    choose(panel, "新质生产力")
    company = company_of(panel)
    qtbot.waitUntil(lambda: company.model().rowCount() > 0)
    place = company.visualRect(company.model().index(0, 0)).center()

    with qtbot.waitSignal(window.docks.search.hits_changed) as changed:
        QTest.mouseClick(company.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert changed.args[0]
    assert window.docks.search.findChild(QLineEdit).text().startswith("新质生产力~20")


def test_click_on_a_stroke_goes_there(window: MainWindow, panel: WordsPanel, qtbot: QtBot) -> None:
    choose(panel, "新质生产力")
    plot = panel.findChild(DispersionPlot)

    with qtbot.waitSignal(plot.place_chosen) as chosen:
        QTest.mouseClick(
            plot, Qt.MouseButton.LeftButton, pos=plot.stroke(1, 3).toPoint() + QPoint(1, 0)
        )

    document_id, span = chosen.args
    assert document_id == window.session.documents()[1].id
    assert window.grid.active.document_id == document_id
    assert window.grid.active.pane.rect_of(span).isValid()
    assert window.grid.active.pane.selection() == span
    text = window.session.reading_text(document_id).text
    assert span.slice_of(text) == "新质生产力"


def test_strokes_are_reached_by_keys(panel: WordsPanel, qtbot: QtBot) -> None:
    choose(panel, "新质生产力")
    plot = panel.findChild(DispersionPlot)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Right)

    with qtbot.waitSignal(plot.place_chosen) as second:
        QTest.keyClick(plot, Qt.Key.Key_Return)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    with qtbot.waitSignal(plot.place_chosen) as last:
        QTest.keyClick(plot, Qt.Key.Key_Return)

    assert isinstance(second.args[1], ReadingSpan)
    assert last.args[0] != second.args[0]


def test_hidden_panel_counts_anew_when_it_is_seen_again(
    window: MainWindow, panel: WordsPanel, qtbot: QtBot
) -> None:
    dock = panel.parentWidget()
    dock.hide()
    edit = dictionary.add(window.session.library, ["引领发展"])
    window.session.do(edit, "")
    tasks.wait_for_all()
    assert "引领发展" not in [row.word for row in panel.table.rows()]

    dock.show()

    qtbot.waitUntil(lambda: "引领发展" in [row.word for row in panel.table.rows()], timeout=20_000)


def test_stop_words_are_counted_when_asked(panel: WordsPanel, qtbot: QtBot) -> None:
    choose(panel, "的")
    assert "的" not in [row.word for row in panel.table.rows()]

    with qtbot.waitSignal(panel.table.modelReset):
        panel._stop_words.click()

    assert "的" in [row.word for row in panel.table.rows()]


def test_table_is_saved_as_it_is_shown(
    panel: WordsPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "词.csv"
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_args, **_kwargs: path)
    choose(panel, "量子")

    button(panel, "Save table…").click()

    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == [row.word for row in panel.table.rows()]
    assert rows[1][1] == str(panel.table.rows()[0].count)


def test_selected_word_comes_into_the_dictionary_and_a_double_click_takes_it(
    window: MainWindow, reader: Reader, panel: WordsPanel, qtbot: QtBot
) -> None:
    reader.drag_over("备受关注", window.grid.frames[0])

    window.commands.add_to_dictionary.trigger()

    assert dictionary.own_words(window.session.library) == ("备受关注",)
    tasks.wait_for_all()
    pane = window.grid.active.pane
    place = pane.rect_of(ReadingSpan(*[reader.find("备受关注").start + n for n in (2, 3)]))
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert pane.selecting.text == "备受关注"
    qtbot.waitUntil(lambda: "备受关注" in [row.word for row in panel.table.rows()], timeout=20_000)


def test_undo_takes_a_word_out_of_the_dictionary_again(window: MainWindow, reader: Reader) -> None:
    reader.drag_over("备受关注")
    window.commands.add_to_dictionary.trigger()

    window.commands.undo.trigger()

    assert dictionary.own_words(window.session.library) == ()
    tasks.wait_for_all()
    assert words.word_at("备受关注", 0) != (0, 4)


def test_what_is_no_word_is_told(
    window: MainWindow, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "warn", lambda _parent, sentence: told.append(sentence))
    reader.drag_over("关注的热词之一。3月")

    window.commands.add_to_dictionary.trigger()

    assert len(told) == 1
    assert dictionary.own_words(window.session.library) == ()


def open_dictionary(window: MainWindow, qtbot: QtBot) -> DictionaryDialog:
    window.commands.dictionary.trigger()
    dialog = window.findChild(DictionaryDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_dictionary_is_written_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    dialog = open_dictionary(window, qtbot)
    field, listed = dialog.findChild(QLineEdit), dialog.findChild(QListWidget)
    for word in ("数智赋能", "质效"):
        field.insert(word)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert dictionary.own_words(window.session.library) == ("数智赋能", "质效")

    listed.item(0).setText("数智化赋能")
    qtbot.waitUntil(lambda: dictionary.own_words(window.session.library) == ("数智化赋能", "质效"))
    listed.setFocus()
    listed.setCurrentRow(1)
    QTest.keyClick(listed, Qt.Key.Key_Delete)

    assert dictionary.own_words(window.session.library) == ("数智化赋能",)
    assert [listed.item(row).text() for row in range(listed.count())] == ["数智化赋能"]
    dialog.close()


def test_dictionary_file_comes_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dict.txt"
    path.write_text("数智赋能 1000 n\n质效 5\n", encoding="utf-8")
    monkeypatch.setattr(prompts, "ask_open_file", lambda *_args, **_kwargs: path)
    dialog = open_dictionary(window, qtbot)

    next(one for one in dialog.findChildren(QPushButton) if "Import" in one.text()).click()

    qtbot.waitUntil(lambda: dictionary.own_words(window.session.library) == ("数智赋能", "质效"))
    dialog.close()
