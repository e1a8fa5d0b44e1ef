"""Where the window stands on the screen, and the small screens it opens to help."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from annotator.qt.settings import Settings
from annotator.qt.window.docks import Docks

_SIZE = (1280, 720)
# What a desktop draws above a window; it cannot be asked before the window is there.
_TITLE_BAR_PX = 36
_STATE_VERSION = 1


def place(window: QMainWindow, settings: Settings, docks: Docks) -> None:
    """Put the window where it was left; a first window fills a good part of the screen."""
    screen = window.screen().availableGeometry().size()
    highest = screen.height() - _TITLE_BAR_PX
    window.resize(min(_SIZE[0], screen.width()), min(_SIZE[1], highest))
    docks.arrange(window.width())
    window.restoreGeometry(QByteArray(settings.window_geometry))
    window.restoreState(QByteArray(settings.window_state), _STATE_VERSION)


def remember(window: QMainWindow, settings: Settings) -> None:
    """Store where the window stands and how its docks lie."""
    settings.window_geometry = bytes(window.saveGeometry().data())
    settings.window_state = bytes(window.saveState(_STATE_VERSION).data())
    settings.save()
