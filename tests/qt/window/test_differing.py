"""Differences of two texts and of two passages, seen side by side."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.difference import Unit
from annotator.core.span import ReadingSpan
from annotator.qt import tasks
from annotator.qt.dialogs.difference_pane import DifferencePane
from annotator.qt.dialogs.differences_dialog import DifferencesDialog
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.theme import ThemeChoice
from annotator.qt.window.main_window import MainWindow
from annotator.services import importing
from annotator.services.differing import compare_sides, whole
from annotator.services.editing.document_edits import CorrectDocument, RemoveDocument
from tests.qt.keyboard import focusable, name_of

from .conftest import Reader

LINES = [
    f"第{number}条要推动科技创新，加快发展新质生产力，办好{number}件实事。" for number in range(80)
]
CHANGED = {3: "全新的一条。", 40: LINES[40].replace("加快发展", "加快培育"), 70: ""}


@pytest.fixture
def editions(window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with two editions of one text side by side."""
    newer = [CHANGED.get(number, line) for number, line in enumerate(LINES)]
    for name, lines in (("旧版", LINES), ("新版", newer)):
        path = tmp_path / f"{name}.txt"
        path.write_text("\n\n".join(lines), encoding="utf-8")
        importing.import_file(window.session.library, path)
    by_title = {document.file_name: document.id for document in window.session.documents()}
    window.commands.pane_counts[1].trigger()
    first, second = window.grid.frames
    window.desk.open(by_title["旧版.txt"], first)
    window.desk.open(by_title["新版.txt"], second)
    window.grid.activate(first)
    return window


def compared(window: MainWindow, qtbot: QtBot) -> DifferencesDialog:
    """Return the comparison that was just asked for, when it is ready."""
    dialog = window.findChildren(DifferencesDialog)[-1]
    tasks.wait_for_all()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.waitUntil(lambda: "being compared" not in summary(dialog))
    return dialog


def panes(dialog: DifferencesDialog) -> list[DifferencePane]:
    return sorted(dialog.findChildren(DifferencePane), key=lambda pane: pane.x())


def summary(dialog: DifferencesDialog) -> str:
    return next(
        label.text() for label in dialog.findChildren(QLabel) if label.accessibleName() == "Summary"
    )


def by_place(highlight: Highlight) -> int:
    return highlight.span.start


def hits(pane: DifferencePane) -> list[str]:
    """Return what is shown as the current difference."""
    spans = pane.pane._view.decorations.hits.within(0, 10**9)
    return [span.slice_of(pane.pane._view.model.text) for span in spans]


def test_two_panes_are_compared_as_the_service_does(editions: MainWindow, qtbot: QtBot) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)

    frames = editions.grid.frames
    documents = [editions.session.document(frame.document_id or "") for frame in frames]
    sides = [whole(editions.session.library, document) for document in documents if document]
    found = compare_sides(*sides)
    assert summary(dialog).startswith(f"{len(found.places)} places differ; ")
    assert len(found.places) == 3
    dialog.close()


def test_keys_go_from_difference_to_difference_in_both_panes(
    editions: MainWindow, qtbot: QtBot
) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    one, other = panes(dialog)
    alt = Qt.KeyboardModifier.AltModifier

    QTest.keyClick(one.pane, Qt.Key.Key_Down, alt)
    QTest.keyClick(one.pane, Qt.Key.Key_Down, alt)

    assert hits(one) == ["发展"]
    assert hits(other) == ["培育"]
    for pane, words in ((one, "加快培育"), (other, "加快培育")):
        text = pane.pane._view.model.text
        start = text.index("第40条")
        assert pane.pane.rect_of(ReadingSpan(start, start + 2)).isValid(), words
    QTest.keyClick(one.pane, Qt.Key.Key_Up, alt)
    QTest.keyClick(one.pane, Qt.Key.Key_Up, alt)
    assert hits(other) == []
    assert LINES[70] in "".join(hits(one))
    dialog.close()


def test_other_pane_follows_the_one_that_is_scrolled(editions: MainWindow, qtbot: QtBot) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    one, other = panes(dialog)
    text, there = (pane.pane._view.model.text for pane in (one, other))

    one.pane.go_to_place(text.index("第50条"))

    assert abs(other.pane.place() - there.index("第50条")) < 40
    other.pane.go_to_place(0)
    assert one.pane.place() < 40
    dialog.close()


def test_click_on_a_difference_makes_it_the_current_one(editions: MainWindow, qtbot: QtBot) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    one, other = panes(dialog)
    start = one.pane._view.model.text.index("第3条")
    place = one.pane.rect_of(ReadingSpan(start + 2, start + 3)).center()

    QTest.mouseClick(one.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert "全新的一条" in "".join(hits(other))
    dialog.close()


def test_missing_letters_have_a_sign_that_tells_them(editions: MainWindow, qtbot: QtBot) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    _, other = panes(dialog)

    marks = other.pane._view.decorations.marks_in(0, 10**9)

    assert [LINES[70] in mark.message for mark in marks] == [True]
    dialog.close()


def test_each_kind_has_a_line_of_its_own(editions: MainWindow, qtbot: QtBot) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    one, other = (pane.pane._view.decorations for pane in panes(dialog))

    told = [
        [mark.tag_ids for mark in sorted(side.highlights, key=by_place)] for side in (one, other)
    ]

    assert told[0] == [("replaced",), ("replaced",), ("left out",)]
    assert told[1] == [("replaced",), ("replaced",)]
    lines = [look.underline for look in one.tag_looks.values()]
    assert len(set(lines)) == len(lines) == 3
    dialog.close()


def test_words_and_blanks_count_when_asked(editions: MainWindow, qtbot: QtBot) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    units = dialog.findChild(QComboBox)

    units.setCurrentIndex(units.findData(Unit.WORDS))
    dialog.findChild(QCheckBox).click()
    tasks.wait_for_all()

    qtbot.waitUntil(lambda: summary(dialog).startswith("3 places differ; "))
    dialog.close()


def test_comparing_can_be_cancelled(editions: MainWindow, qtbot: QtBot) -> None:
    editions.commands.compare_panes.trigger()
    dialog = editions.findChildren(DifferencesDialog)[-1]

    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel").click()
    tasks.wait_for_all()

    assert summary(dialog) == "The texts have not been compared."
    dialog.close()


def test_selected_passages_are_compared(editions: MainWindow, reader: Reader, qtbot: QtBot) -> None:
    first, second = editions.grid.frames
    reader.drag_over("加快发展新质生产力", first)
    editions.commands.remember_passage.trigger()
    editions.grid.activate(second)
    reader.drag_over("加快培育新质生产力", second)

    editions.commands.compare_passage.trigger()
    dialog = compared(editions, qtbot)

    assert summary(dialog).startswith("1 place")
    assert [pane.end - pane.start for pane in panes(dialog)] == [9, 9]
    dialog.close()


def test_comparison_follows_a_correction_of_its_text(
    editions: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    first, second = editions.grid.frames
    reader.drag_over("加快发展新质生产力，办好30件实事。", first)
    editions.commands.remember_passage.trigger()
    editions.grid.activate(second)
    reader.drag_over("加快发展新质生产力，办好30件实事。", second)
    editions.commands.compare_passage.trigger()
    dialog = compared(editions, qtbot)
    assert summary(dialog) == "Nothing differs."
    dialog.findChild(QCheckBox).click()
    document_id = first.document_id or ""
    text = editions.session.reading_text(document_id)
    split = NO_CORRECTIONS.with_break(text.source_offset(text.text.index("，办好30件") + 1))

    editions.session.do(CorrectDocument(document_id, NO_CORRECTIONS, split), "Split")

    qtbot.waitUntil(lambda: summary(dialog).startswith("1 place"))
    span = ReadingSpan(panes(dialog)[0].start, panes(dialog)[0].end)
    now = editions.session.reading_text(document_id).text
    assert span.slice_of(now) == "加快发展新质生产力，\n办好30件实事。"
    dialog.close()


def test_comparison_closes_when_one_of_its_texts_is_gone(
    editions: MainWindow, qtbot: QtBot
) -> None:
    editions.commands.compare_panes.trigger()
    compared(editions, qtbot)
    gone = editions.grid.frames[0].document_id or ""

    with qtbot.waitSignal(editions.analyses.told) as told:
        editions.session.do(RemoveDocument(gone), "Remove")

    assert told.args == ["A text that was compared is no longer there."]
    qtbot.waitUntil(lambda: editions.findChildren(DifferencesDialog) == [])


@pytest.mark.parametrize("name", ["compare_panes", "remember_passage", "compare_passage"])
def test_what_is_missing_for_a_comparison_is_told(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    window.desk.set_pane_count(1)

    with qtbot.waitSignal(window.analyses.told):
        getattr(window.commands, name).trigger()

    assert window.findChildren(DifferencesDialog) == []


def test_comparison_follows_the_theme_and_every_part_has_a_name(
    editions: MainWindow, qtbot: QtBot
) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    one, _ = panes(dialog)
    light = one.pane.grab().toImage().pixelColor(QPoint(2, 2))

    editions.look.choose(ThemeChoice.DARK)
    QApplication.processEvents()

    dark = one.pane.grab().toImage().pixelColor(QPoint(2, 2))
    assert dark.lightness() < light.lightness()
    assert [widget for widget in focusable(dialog) if not name_of(widget)] == []
    editions.look.choose(ThemeChoice.LIGHT)
    dialog.close()


def test_panes_of_the_comparison_are_as_large_as_each_other(
    editions: MainWindow, qtbot: QtBot
) -> None:
    editions.commands.compare_panes.trigger()
    dialog = compared(editions, qtbot)
    one, other = panes(dialog)

    assert abs(one.width() - other.width()) <= 2
    dialog.close()
