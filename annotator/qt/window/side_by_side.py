"""Side by side: panes that come, go, change places and fill the window for a while."""

from PySide6.QtCore import QObject

from annotator.qt.reader.grid import MOST_PANES, ReaderGrid
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk


class SideBySide(QObject):
    """What the reader does with the active pane as a whole."""

    def __init__(self, grid: ReaderGrid, desk: Desk, actions: Actions) -> None:
        super().__init__(actions)
        self._grid = grid
        self._desk = desk
        actions.add_pane.triggered.connect(self.add)
        actions.close_pane.triggered.connect(self.close)
        actions.swap_panes.triggered.connect(self.swap)
        actions.maximise.triggered.connect(grid.maximise)
        grid.maximised_changed.connect(actions.maximise.setChecked)

    def add(self) -> None:
        """Open the text of the active pane once more beside it, to be read at another place."""
        if self._grid.count() == MOST_PANES:
            return
        station = self._desk.station()
        frame = self._grid.add_beside_active()
        if station:
            self._desk.open(station.document_id, frame, place=station.source_offset)
        self._turn_to_active()

    def close(self) -> None:
        """Take the active pane away, unless it is the only one."""
        if self._grid.count() > 1:
            self._desk.remember_places()
            self._grid.close_active()
            self._turn_to_active()

    def swap(self) -> None:
        """Let the active pane change places with the next one; the last goes to the front."""
        self._grid.move_active_on()
        self._turn_to_active()

    def _turn_to_active(self) -> None:
        self._grid.active.pane.setFocus()
        self._desk.tell_of_panes()
