"""Dock tabs: the tabs of docks that lie behind one another, whole words as far as there is room."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

# What the style sheet puts beside a word.
_BESIDE_WORD_PX = 22


class DockTabs(QObject):
    """Lets Tab go to the tabs that can be seen, and shortens none of their words.

    Where not all words have room, the chosen tab alone has its word beside its icon, and the others
    have theirs in a tip; tabs of docks without an icon are left as they are.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._docks: list[QDockWidget] = []
        # Qt makes and fills the bars after docks have moved.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._look_after_bars)

    def add(self, dock: QDockWidget) -> None:
        """Look after the tabs of this dock, too."""
        self._docks.append(dock)
        dock.visibilityChanged.connect(self._later.start)
        self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QTabBar) and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit(watched)
        return super().eventFilter(watched, event)

    def _look_after_bars(self) -> None:
        """Qt keeps those of hidden docks out of sight, where Tab would still go."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        for tabs in self._window.findChildren(QTabBar, options=direct):
            can_be_seen = tabs.count() > 1
            tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus if can_be_seen else Qt.FocusPolicy.NoFocus)
            tabs.installEventFilter(self)
            self._fit(tabs)

    def _fit(self, tabs: QTabBar) -> None:
        """Show all words, or where these have no room, icons."""
        icons = {dock.windowTitle(): dock.windowIcon() for dock in self._docks}
        names = [tabs.tabText(index) for index in range(tabs.count())]
        metrics = tabs.fontMetrics()
        room = sum(metrics.horizontalAdvance(name) + _BESIDE_WORD_PX for name in names)
        has_icons = not any(icons.get(name, QIcon()).isNull() for name in names)
        is_narrow = room > tabs.width() and has_icons
        if is_narrow != bool(tabs.property("narrow")):
            tabs.setProperty("narrow", is_narrow)
            tabs.style().unpolish(tabs)
            tabs.style().polish(tabs)
        # Setting an icon lets Qt measure the tabs anew.
        for index, name in enumerate(names):
            if tabs.tabIcon(index).isNull() == is_narrow:
                tabs.setTabIcon(index, icons[name] if is_narrow else QIcon())
