"""The real main window, on a library with the sample texts, driven as a reader drives it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.app import Application
from annotator.core.span import ReadingSpan
from annotator.qt import fonts, tasks
from annotator.qt.importing.import_dialog import ImportDialog
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.settings import Settings
from annotator.qt.window.main_window import MainWindow
from annotator.services import libraries
from annotator.storage.library import Library

WindowOpener = Callable[[], MainWindow]


class Reader:
    """Somebody with a mouse and a keyboard."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def frame(self) -> PaneFrame:
        return self.window.grid.active

    def find(self, passage: str, frame: PaneFrame | None = None) -> ReadingSpan:
        """Bring the first occurrence of a passage into view and return where it stands."""
        frame = frame or self.frame
        assert frame.document_id is not None
        text = self.window.session.reading_text(frame.document_id).text
        start = text.index(passage)
        span = ReadingSpan(start, start + len(passage))
        frame.pane.reveal(span)
        return span

    def drag_over(self, passage: str, frame: PaneFrame | None = None) -> ReadingSpan:
        """Select a passage with the mouse."""
        frame = frame or self.frame
        span = self.find(passage, frame)
        viewport = frame.pane.viewport()
        first = frame.pane.rect_of(ReadingSpan(span.start, span.start + 1))
        last = frame.pane.rect_of(ReadingSpan(span.end - 1, span.end))
        start = QPoint(first.left() + 1, first.center().y())
        end = QPoint(last.right(), last.center().y())
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, left, pos=start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, left, pos=end)
        return span

    def click_on(self, passage: str, frame: PaneFrame | None = None) -> None:
        frame = frame or self.frame
        span = self.find(passage, frame)
        middle = (span.start + span.end) // 2
        place = frame.pane.rect_of(ReadingSpan(middle, middle + 1)).center()
        QTest.mouseClick(frame.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press(self, key: Qt.Key | str, modifiers: str = "") -> None:
        """Press a key in the active pane."""
        held = Qt.KeyboardModifier.NoModifier
        for name in modifiers.split():
            held |= getattr(Qt.KeyboardModifier, f"{name}Modifier")
        QTest.keyClick(self.frame.pane, key, held)


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the five texts, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("samples") / "samples.duidu"
    libraries.create_with_samples(path).close()
    return path


@pytest.fixture
def library_path(sample_library: Path, tmp_path: Path) -> Path:
    path = tmp_path / "library.duidu"
    shutil.copyfile(sample_library, path)
    return path


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    fonts.load()
    application = Application(Settings(tmp_path / "settings.ini"))
    yield application
    application.close()


@pytest.fixture
def open_window(
    application: Application, library_path: Path, qtbot: QtBot
) -> Callable[[], MainWindow]:
    """Open the window on the library, as a start of the program does."""

    def open_() -> MainWindow:
        window = application.show(Library.open(library_path))
        window.resize(1280, 720)
        qtbot.waitUntil(window.grid.active.pane.hasFocus)
        tasks.wait_for_all()
        return window

    return open_


@pytest.fixture
def window(open_window: WindowOpener) -> Iterator[MainWindow]:
    window = open_window()
    yield window
    window.close()


@pytest.fixture
def reader(window: MainWindow) -> Reader:
    return Reader(window)


def import_dialog(window: MainWindow) -> ImportDialog:
    """Return the import window that is open."""
    dialogs = [dialog for dialog in window.findChildren(ImportDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def accept_import(window: MainWindow, qtbot: QtBot) -> None:
    """Press Enter as soon as the import window has come up."""
    dialog = import_dialog(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
