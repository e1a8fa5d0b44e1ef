"""The question who annotates: asked once where a library is new, or comes from elsewhere."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from annotator.app import Application
from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.qt import fonts, tasks
from annotator.qt.dialogs.member_dialog import MemberDialog
from annotator.qt.dialogs.who_dialog import WhoDialog
from annotator.qt.settings import Settings
from annotator.qt.window.introducing import Introducing
from annotator.qt.window.main_window import MainWindow
from annotator.services import libraries
from annotator.storage.library import Library

Start = Callable[[], MainWindow]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def start(
    settings: Settings, library_path: Path, qapp: QApplication, qtbot: QtBot
) -> Iterator[Start]:
    """Return what opens the window and lets the question come, if there is one."""
    fonts.load()
    application = Application(settings, asks_who=True)

    def start() -> MainWindow:
        window = application.show(Library.open(library_path))
        tasks.wait_for_all()
        introducing = window.findChild(Introducing)
        assert isinstance(introducing, Introducing)
        qtbot.waitUntil(lambda: not introducing._timer.isActive())
        return window

    yield start
    application.close()


def question_in(window: MainWindow) -> QDialog | None:
    return next((one for one in window.findChildren(QDialog) if one.isVisible()), None)


def asked(window: MainWindow, kind: type[QDialog]) -> QDialog:
    """Return the question once it has the keys."""
    question = question_in(window)
    assert isinstance(question, kind)
    question.activateWindow()
    # A dialog counts as active while the keys still go to its window.
    assert QTest.qWaitForWindowFocused(question)
    return question


def press_ok(dialog: MemberDialog | WhoDialog) -> None:
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(ok, Qt.MouseButton.LeftButton)


def test_first_start_asks_for_name_and_colour_once(start: Start, settings: Settings) -> None:
    window = start()
    before = window.session.member
    dialog = asked(window, MemberDialog)
    assert isinstance(dialog, MemberDialog)
    assert dialog.name.text() == before.name
    assert dialog.name.hasSelectedText()

    dialog.name.setText(" 林  小𠮷 ")
    dialog.colours.swatches.button("#3f8f8f").click()
    press_ok(dialog)

    me = Member(before.id, "林 小𠮷", "#3f8f8f")
    assert window.session.members() == [me]
    assert window.session.member == settings.reader == me
    assert not window.session.undo_stack.canUndo()
    assert question_in(start()) is None


def test_question_can_be_skipped_and_does_not_come_again(start: Start, settings: Settings) -> None:
    window = start()
    before = window.session.member

    QTest.keyClick(asked(window, MemberDialog), Qt.Key.Key_Escape)

    assert window.session.member == before == settings.reader
    assert question_in(start()) is None


def test_library_of_somebody_else_asks_who_annotates(
    start: Start, settings: Settings, library_path: Path
) -> None:
    with Library.open(library_path) as library:
        maker, other = libraries.current_member(library), libraries.add_member(library, "周")
    window = start()
    dialog = asked(window, WhoDialog)
    assert isinstance(dialog, WhoDialog)
    assert dialog.member_id() == maker.id

    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    step = Qt.Key.Key_Down if names.index("周") > names.index(maker.name) else Qt.Key.Key_Up
    QTest.keyClick(dialog.list, step)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    assert window.session.member == settings.reader == other
    assert question_in(start()) is None


def test_question_who_annotates_comes_again_until_it_is_answered(
    start: Start, library_path: Path
) -> None:
    with Library.open(library_path) as library:
        maker = libraries.current_member(library)
        libraries.add_member(library, "周")
    window = start()

    QTest.keyClick(asked(window, WhoDialog), Qt.Key.Key_Escape)

    assert window.session.member == maker
    asked(start(), WhoDialog)


def test_newcomer_is_the_reader_of_other_libraries(
    start: Start, settings: Settings, library_path: Path, qtbot: QtBot
) -> None:
    with Library.open(library_path) as library:
        libraries.add_member(library, "周")
    settings.reader = reader = Member(new_id(), "林", "#a8577e")
    window = start()
    dialog = asked(window, WhoDialog)
    assert isinstance(dialog, WhoDialog)

    dialog.new.click()
    newcomer = asked(window, MemberDialog)
    assert isinstance(newcomer, MemberDialog)
    press_ok(newcomer)

    assert window.session.member == reader
    assert len(window.session.members()) == 3


def test_reader_who_is_among_the_members_is_not_asked(
    start: Start, settings: Settings, library_path: Path
) -> None:
    with Library.open(library_path) as library:
        settings.reader = other = libraries.add_member(library, "周")

    window = start()

    assert question_in(window) is None
    assert window.session.member == other


def test_copy_of_a_library_asks_on_another_computer_only(
    start: Start, tmp_path: Path, library_path: Path, settings: Settings
) -> None:
    window = start()
    QTest.keyClick(asked(window, MemberDialog), Qt.Key.Key_Escape)
    copied = tmp_path / "copied.duidu"
    window.session.library.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(library_path, copied)

    abroad = Application(Settings(tmp_path / "elsewhere.ini"), asks_who=True)
    there = abroad.show(Library.open(copied))
    tasks.wait_for_all()
    introducing = there.findChild(Introducing)
    assert isinstance(introducing, Introducing)
    introducing.begin()

    asked(there, WhoDialog)
    abroad.close()


def test_who_was_chosen_last_annotates_at_the_next_start(
    start: Start, settings: Settings, library_path: Path
) -> None:
    window = start()
    QTest.keyClick(asked(window, MemberDialog), Qt.Key.Key_Escape)
    other = libraries.add_member(window.session.library, "周")

    window.session.become(other.id)

    assert settings.reader == other
    assert start().session.member == other
