"""Resizing: panes and panels made larger and smaller without the mouse."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.window.actions import Actions
from annotator.qt.window.docks import Docks

_STEP_PX = 24
_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Resizing(QObject):
    """Moves the borders of the active pane, and of the panel that has or had the focus."""

    def __init__(
        self, window: QMainWindow, grid: ReaderGrid, docks: Docks, actions: Actions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._docks = docks
        self._used: QDockWidget | None = None
        actions.wider_pane.triggered.connect(partial(grid.widen_active, _STEP_PX))
        actions.narrower_pane.triggered.connect(partial(grid.widen_active, -_STEP_PX))
        actions.wider_panel.triggered.connect(partial(self.resize, _STEP_PX, _HORIZONTAL))
        actions.narrower_panel.triggered.connect(partial(self.resize, -_STEP_PX, _HORIZONTAL))
        actions.higher_panel.triggered.connect(partial(self.resize, _STEP_PX, _VERTICAL))
        actions.lower_panel.triggered.connect(partial(self.resize, -_STEP_PX, _VERTICAL))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def resize(self, pixels: int, along: Qt.Orientation) -> None:
        """Make the panel in use wider or higher, or one that can be if that one cannot."""
        docks = [dock for dock in self._seen() if self._can_change(dock, along)]
        if docks:
            dock = self._used if self._used in docks else docks[0]
            size = dock.width() if along is _HORIZONTAL else dock.height()
            self._window.resizeDocks([dock], [max(1, size + pixels)], along)

    def _seen(self) -> Iterator[QDockWidget]:
        """Yield the docks that can be seen in the window; of those behind one another the first."""
        for dock in self._docks:
            if not dock.isFloating() and not dock.visibleRegion().isEmpty():
                yield dock

    def _can_change(self, dock: QDockWidget, along: Qt.Orientation) -> bool:
        area = self._window.dockWidgetArea(dock)
        is_below = area == Qt.DockWidgetArea.BottomDockWidgetArea
        if along is _HORIZONTAL:
            return not is_below
        others = (other for other in self._seen() if other is not dock)
        return is_below or any(self._window.dockWidgetArea(other) == area for other in others)

    def _on_focus_changed(self, _before: object, now: object) -> None:
        widget = now
        while isinstance(widget, QObject) and widget is not self._window:
            if isinstance(widget, QDockWidget):
                self._used = widget
            widget = widget.parent()
