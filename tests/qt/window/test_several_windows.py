"""One library in two windows, while a command line writes to it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app import Application
from annotator.core.annotation import Annotation
from annotator.qt import tasks
from annotator.qt.settings import Settings
from annotator.qt.window.main_window import MainWindow
from annotator.services import checking
from annotator.storage.library import Library

from .conftest import Reader


@pytest.fixture
def other_window(
    window: MainWindow, library_path: Path, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """Return the window of a second program on the same library."""
    program = Application(Settings(tmp_path / "other.ini"))
    other = program.show(Library.open(library_path))
    other.resize(1280, 720)
    tasks.wait_for_all()
    yield other
    program.close()


def annotate(window: MainWindow, passage: str) -> Annotation:
    """Tag a passage as a reader does; return the annotation."""
    before = {one.id for one in window.session.annotations()}
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    reader = Reader(window)
    reader.drag_over(passage)
    reader.press(Qt.Key.Key_2)
    (new,) = [one for one in window.session.annotations() if one.id not in before]
    return new


def test_two_windows_and_a_command_line_see_what_each_other_writes(
    window: MainWindow, other_window: MainWindow, library_path: Path, qtbot: QtBot
) -> None:
    def shown(each: MainWindow) -> set[str]:
        return {one.id for one in each.session.annotations()}

    first = annotate(window, "因地制宜发展新质生产力").id
    qtbot.waitUntil(lambda: shown(other_window) == {first})
    second = annotate(other_window, "热词之一").id
    qtbot.waitUntil(lambda: shown(window) == {first, second})

    document = window.session.documents()[0]
    command = ["annotate", document.id, "--span", "0:4", "--library", str(library_path)]
    subprocess.run([sys.executable, "-m", "annotator", *command], check=True, capture_output=True)

    qtbot.waitUntil(lambda: len(shown(window)) == len(shown(other_window)) == 3)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    Reader(window).press("z", "Control")
    qtbot.waitUntil(lambda: len(shown(other_window)) == 2 and first not in shown(other_window))
    assert checking.check(window.session.library) == []
