"""The palette of all commands, typed into as a reader does."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.qt import icons
from annotator.qt.dialogs.command_palette import CommandPalette
from annotator.qt.panels.empty_state import EmptyState


@pytest.fixture
def actions(qapp: QApplication) -> list[QAction]:
    named = [QAction(name) for name in ("导入文献(&I)…", "&Zoom in", "Cut && paste")]
    named[1].setShortcut("Ctrl++")
    return named


@pytest.fixture
def palette(actions: list[QAction], qtbot: QtBot) -> CommandPalette:
    palette = CommandPalette(actions)
    qtbot.addWidget(palette)
    return palette


def test_commands_are_listed_without_the_letters_of_their_mnemonics(
    palette: CommandPalette,
) -> None:
    listed = palette.findChild(QTreeWidget)
    assert isinstance(listed, QTreeWidget)

    rows = [listed.topLevelItem(row) for row in range(3)]

    assert [row.text(0) for row in rows if row] == ["导入文献", "Zoom in", "Cut & paste"]
    assert rows[1] is not None
    assert rows[1].text(1) == "Ctrl++"


def test_names_stand_under_each_other_with_and_without_icons(
    actions: list[QAction], qtbot: QtBot
) -> None:
    plain, pictured = QAction("导出"), QAction(icons.icon("export"), "导出")
    palette = CommandPalette([actions[0], plain, pictured])
    qtbot.addWidget(palette)
    with qtbot.waitExposed(palette):
        palette.show()
    listed = palette.findChild(QTreeWidget)
    assert isinstance(listed, QTreeWidget)

    names = []
    for row in (1, 2):
        item = listed.topLevelItem(row)
        assert item is not None
        around = listed.visualItemRect(item).adjusted(26, 0, -100, 0)
        names.append(listed.viewport().grab(around).toImage())

    assert names[0] == names[1]


@pytest.mark.parametrize(("typed", "index"), [("oomi", 1), ("ZOOM IN", 1), ("paste", 2), ("", 0)])
def test_typing_chooses_the_first_command_that_fits(
    palette: CommandPalette, actions: list[QAction], typed: str, index: int
) -> None:
    QTest.keyClicks(palette.findChild(QLineEdit), typed)

    assert palette.chosen is actions[index]


def test_typing_what_no_command_is_called_chooses_none(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.findChild(QLineEdit), "xyz")
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Down)

    assert palette.chosen is None


def test_arrows_walk_through_what_fits_and_go_round(
    palette: CommandPalette, actions: list[QAction]
) -> None:
    query = palette.findChild(QLineEdit)

    QTest.keyClick(query, Qt.Key.Key_Up)
    assert palette.chosen is actions[2]
    QTest.keyClick(query, Qt.Key.Key_Down)

    assert palette.chosen is actions[0]


@pytest.mark.parametrize(("key", "index"), [(Qt.Key.Key_Return, 0), (Qt.Key.Key_Escape, None)])
def test_asking_gives_the_chosen_command(
    actions: list[QAction], qtbot: QtBot, key: Qt.Key, index: int | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer() -> None:
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, CommandPalette)
        QTest.keyClick(palette.findChild(QLineEdit), key)

    QTimer.singleShot(0, answer)

    assert CommandPalette.ask(actions, parent) is (None if index is None else actions[index])


def test_a_name_that_no_command_bears_is_answered_with_a_sentence(
    palette: CommandPalette, qtbot: QtBot
) -> None:
    with qtbot.waitExposed(palette):
        palette.show()
    field, listed = palette.findChild(QLineEdit), palette.findChild(QTreeWidget)
    answer = palette.findChild(EmptyState)
    assert isinstance(field, QLineEdit)
    assert isinstance(listed, QTreeWidget)
    assert isinstance(answer, EmptyState)
    assert not answer.isVisible()

    QTest.keyClicks(field, "zzz")

    assert answer.isVisible()
    assert not listed.isVisible()
    assert palette.chosen is None
    field.clear()
    assert listed.isVisible()
    assert not answer.isVisible()
