"""Late dock: a dock whose panel is made when the reader first asks for it."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDockWidget, QWidget


class LateDock(QDockWidget):
    """Stays empty until it is shown, so that the window starts without its panel."""

    def __init__(self, title: str, make_panel: Callable[[], QWidget], window: QWidget) -> None:
        super().__init__(title, window)
        self._make_panel = make_panel

    def panel(self) -> QWidget:
        """Return the panel, made now if it was not."""
        if self.widget() is None:
            panel = self._make_panel()
            self.setWidget(panel)
            self.visibilityChanged.connect(panel.setEnabled)
        return self.widget()

    def showEvent(self, event: QShowEvent) -> None:
        self.panel()
        super().showEvent(event)
