"""Composition root: opens the library, builds session and window, theme, translator, crash hook."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from annotator import __version__
from annotator.core.errors import DuiduError
from annotator.places import user_data_folder
from annotator.qt import crash, fonts, i18n, prompts, tasks
from annotator.qt.application import qt_application
from annotator.qt.attempt import attempt
from annotator.qt.i18n import Language
from annotator.qt.reader import accessibility
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.settings import Settings
from annotator.qt.tasks import Task
from annotator.qt.window.introducing import Introducing
from annotator.qt.window.main_window import MainWindow
from annotator.services import libraries
from annotator.storage.library import Library
from annotator.text import words

_NO_DISPLAY = (
    "There is no display to open a window on. Start Duidu on a desktop, "
    "or draw a picture of it: duidu demo out.png"
)
_CANNOT_START = 2
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_DEMO_SIZE = (1440, 900)


class Application(QObject):
    """One window on one library; another library or language gets a new window.

    With `asks_who`, it learns who annotates in a library that is new, or comes from elsewhere.
    """

    def __init__(
        self, settings: Settings, parent: QObject | None = None, *, asks_who: bool = False
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._asks_who = asks_who
        self._window: MainWindow | None = None
        self._session: Session | None = None

    @property
    def window(self) -> MainWindow | None:
        """The window that is open."""
        return self._window

    def show(self, library: Library) -> MainWindow:
        """Show this library in place of the one that is open."""
        former_window, former_session = self._window, self._session
        self._session = Session(library, self)
        self._settings.remember_library(library.path)
        window = self._make_window(self._session)
        if former_session is not None:
            if former_window is not None and isValid(former_window):
                former_window.destroyed.connect(former_session.close)
                former_window.close()
            else:
                former_session.close()
        QTimer.singleShot(0, self._load_what_can_wait)
        return window

    def open(self, path: Path) -> None:
        """Open another library, or say why that is not possible and stay with this one."""
        self._replace(Library.open, path)

    def make(self, path: Path) -> None:
        """Make a library and open it."""
        self._replace(partial(libraries.create, member=self._settings.reader), path)

    def close(self) -> None:
        """End: what runs in the background is stopped, then window and library are closed."""
        tasks.cancel_all()
        tasks.wait_for_all()
        if self._window is not None and isValid(self._window):
            self._window.close()
            QCoreApplication.sendPostedEvents(self._window, QEvent.Type.DeferredDelete)
        if self._session is not None:
            self._session.close()

    def _replace(self, get: Callable[[Path], Library], path: Path) -> None:
        attempt(self._window, lambda: self.show(get(path)))

    def _make_window(self, session: Session) -> MainWindow:
        window = MainWindow(session, self._settings)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.library_files.library_wanted.connect(self.open)
        window.library_files.new_library_wanted.connect(self.make)
        window.language_wanted.connect(self._on_language_wanted)
        self._window = window
        window.show()
        if self._asks_who:
            Introducing(session, self._settings, window).begin_soon()
        return window

    def _on_language_wanted(self, language: Language) -> None:
        former = self._window
        if former is None or language is self._settings.language:
            return
        self._settings.language = language
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        i18n.install(app, language)
        self._make_window(former.session)
        former.close()

    def _load_what_can_wait(self) -> None:
        """Load the words of jieba and make the daily backup once the window stands."""
        window = self._window
        if window is None or not isValid(window):
            return
        path = window.session.library.path
        loading = Task(lambda _report: words.load(), window)
        loading.done.connect(window.highlighting.break_headings_again)
        loading.start()
        backup = Task(lambda _report: libraries.back_up_daily(path), window)
        backup.failed.connect(lambda error: window.status_line.tell(sentence_of(error)))
        backup.start()


def run(path: Path | None) -> int:
    """Open the window on this library, else on the one that was open last; return the status."""
    if not _has_display():
        print(f"duidu: {_NO_DISPLAY}", file=sys.stderr)
        return _CANNOT_START
    app, settings = _start()
    crash.install()
    library = first_library(path or last_library(settings))
    if library is None:
        return _CANNOT_START
    application = Application(settings, asks_who=True)
    application.show(library)
    status = app.exec()
    application.close()
    return status


def demo(picture: Path | None) -> int:
    """Show the sample library with annotations in it, or draw it into a PNG without a screen."""
    from annotator.services import samples  # which no other start needs

    if picture is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        qInstallMessageHandler(_on_qt_message)
    elif not _has_display():
        print(f"duidu: {_NO_DISPLAY}", file=sys.stderr)
        return _CANNOT_START
    with TemporaryDirectory(prefix="duidu-demo-") as folder:
        app, settings = _start(Settings(Path(folder, "settings.ini")))
        application = Application(settings)
        window = application.show(samples.create_demo(Path(folder, "demo.duidu")))
        status = app.exec() if picture is None else _draw(window, picture)
        application.close()
    return status


def _start(settings: Settings | None = None) -> tuple[QApplication, Settings]:
    app = qt_application()
    app.setApplicationName("duidu")
    app.setApplicationVersion(__version__)
    settings = settings or Settings()
    fonts.load()
    fonts.use_in_interface(app)
    accessibility.install()
    i18n.install(app, settings.language)
    return app, settings


def last_library(settings: Settings) -> Path | None:
    """Return the library that was open last if it is still there, else None: the reader's own."""
    last = settings.last_library
    return last if last is not None and last.is_file() else None


def first_library(path: Path | None) -> Library | None:
    """Open the library to begin with; where that fails, say why and ask for another."""
    while True:
        try:
            return Library.open(path) if path is not None else libraries.open_personal()
        except DuiduError as error:
            prompts.warn(None, sentence_of(error))
        path = prompts.ask_open_file(
            None,
            QCoreApplication.translate("app", "Open library"),
            kinds=QCoreApplication.translate("app", "Duidu libraries (*.duidu)"),
            folder=user_data_folder(),
        )
        if path is None:
            return None


def _draw(window: MainWindow, picture: Path) -> int:
    window.resize(*_DEMO_SIZE)
    QApplication.processEvents()
    if window.grab().save(str(picture), "PNG"):
        return 0
    print(f"duidu: {picture} cannot be written. Choose another place.", file=sys.stderr)
    return 1


def _on_qt_message(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not that there is no screen for windows to have a size on."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def _has_display() -> bool:
    """Whether Qt can open a window: always but on a Unix without X11 and Wayland."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in _DISPLAYS)
