"""Docks: the panels beside the text, each of which can be hidden."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.qt import icons
from annotator.qt.panels.annotations_panel import AnnotationsPanel
from annotator.qt.panels.codebook_panel import CodebookPanel
from annotator.qt.panels.documents_panel import DocumentsPanel
from annotator.qt.panels.outline_panel import OutlinePanel
from annotator.qt.panels.search_panel import SearchPanel
from annotator.qt.session import Session
from annotator.qt.window.dock_tabs import DockTabs
from annotator.qt.window.late_dock import LateDock

_LEFT_DOCKS_FROM_WIDTH = 1500
_RIGHT_DOCKS_FROM_WIDTH = 800
_LEFT_WIDTH = 230
_LEFT_HEIGHTS = (240, 360)
_RIGHT_WIDTH = 290
_LATE_HEIGHT = 240


class Docks(QObject):
    """The panels of a window and the docks that hold them."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = DockTabs(window)
        self.documents = DocumentsPanel(session)
        self.outline = OutlinePanel()
        self.annotations = AnnotationsPanel(session)
        self.codebook = CodebookPanel(session)
        self.search = SearchPanel(session)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self._left = [
            self._dock("documents", self.tr("Texts"), self.documents, left),
            self._dock("outline", self.tr("Outline"), self.outline, left),
        ]
        self._right = [
            self._dock("annotations", self.tr("Annotations"), self.annotations, right),
            self._dock("codebook", self.tr("Codebook"), self.codebook, right),
            self._dock("search", self.tr("Search"), self.search, right),
        ]
        for dock in self._right[1:]:
            window.tabifyDockWidget(self._right[0], dock)
        self._right[0].raise_()
        self._late: list[LateDock] = []
        self._late_beside: list[LateDock] = []
        window.setCorner(Qt.Corner.BottomLeftCorner, left)
        window.setCorner(Qt.Corner.BottomRightCorner, right)

    def __iter__(self) -> Iterator[QDockWidget]:
        return iter([*self._left, *self._right, *self._late_beside, *self._late])

    def arrange(self, window_width: int) -> None:
        """Lay the docks out as for a first start; on a narrow window the text comes first."""
        self._window.resizeDocks(self._left, _LEFT_HEIGHTS, Qt.Orientation.Vertical)
        for dock in self._left:
            dock.setVisible(window_width >= _LEFT_DOCKS_FROM_WIDTH)
        for dock in self._right:
            dock.setVisible(window_width >= _RIGHT_DOCKS_FROM_WIDTH)
        horizontal = Qt.Orientation.Horizontal
        self._window.resizeDocks([self._right[0]], [_RIGHT_WIDTH], horizontal)
        self._window.resizeDocks([self._left[0]], [_LEFT_WIDTH], horizontal)

    def add_late(self, name: str, title: str, make_panel: Callable[[], QWidget]) -> LateDock:
        """Add a dock below the panes that stays hidden, and has no panel, until it is shown."""
        dock = self._late_dock(name, title, make_panel)
        self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        if self._late:
            self._window.tabifyDockWidget(self._late[0], dock)
        self._late.append(dock)
        dock.hide()
        return dock

    def add_late_beside(self, name: str, title: str, make_panel: Callable[[], QWidget]) -> LateDock:
        """Add such a dock that shares the place of the annotations."""
        dock = self._late_dock(name, title, make_panel)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        self._window.tabifyDockWidget(self._right[0], dock)
        self._late_beside.append(dock)
        dock.hide()
        self._right[0].raise_()  # Qt turns to the neighbour of a tab that goes
        return dock

    def _late_dock(self, name: str, title: str, make_panel: Callable[[], QWidget]) -> LateDock:
        dock = LateDock(title, make_panel, self._window)
        dock.setObjectName(f"{name}Dock")
        self._tabs.add(dock)
        return dock

    def show_late(self, dock: LateDock) -> QWidget:
        """Bring a late dock to the front and return its panel, which gets the keys."""
        panel = self.bring_late(dock)
        panel.setFocus()
        return panel

    def bring_late(self, dock: LateDock) -> QWidget:
        """Bring a late dock to the front and return its panel; the keys stay where they are."""
        if dock in self._late and not any(late.isVisible() for late in self._late):
            self._window.resizeDocks([dock], [_LATE_HEIGHT], Qt.Orientation.Vertical)
        panel = dock.panel()
        dock.show()
        dock.raise_()
        return panel

    def show_panel(self, panel: QWidget) -> None:
        """Bring the dock of a panel to the front."""
        for dock in self:
            if dock.widget() is panel:
                dock.show()
                dock.raise_()

    def _dock(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"{name}Dock")
        dock.setWindowIcon(icons.icon(name))
        dock.setWidget(panel)
        # Qt only moves what lies behind another dock out of sight, where Tab would still go.
        dock.visibilityChanged.connect(panel.setEnabled)
        self._window.addDockWidget(area, dock)
        self._tabs.add(dock)
        return dock
