"""Text only: the text fills the screen, everything else is hidden for a while."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar


class TextOnly:
    """Hides what is beside the text and brings it back as it was."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._state = QByteArray()
        self._window_state = window.windowState()

    def switch(self, wanted: bool) -> None:
        window = self._window
        if wanted:
            self._state = window.saveState()
            self._window_state = window.windowState()
            for dock in window.findChildren(QDockWidget):
                dock.hide()
        bars = [window.menuBar(), window.statusBar(), *window.findChildren(QToolBar)]
        for bar in bars:
            bar.setVisible(not wanted)
        if wanted:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
        else:
            window.setWindowState(self._window_state)
            window.restoreState(self._state)
