"""Passage map: the map of shared passages, and two texts side by side at one of them."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.window.actions import Actions
from annotator.qt.window.aligning import level
from annotator.qt.window.comparing import Comparing
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks


class PassageMap(QObject):
    """Signal: `leaving` before the reader is taken elsewhere."""

    leaving = Signal()

    def __init__(
        self, comparing: Comparing, grid: ReaderGrid, desk: Desk, docks: Docks, *, commands: Actions
    ) -> None:
        super().__init__(docks)
        self._comparing = comparing
        self._grid = grid
        self._desk = desk
        self._docks = docks
        self._dock = docks.add_late("map", self.tr("Map of shared passages"), self._make_panel)
        commands.passage_map.triggered.connect(lambda: docks.show_late(self._dock))

    def show_both(
        self, document_id: str, span: ReadingSpan, other_id: str, other_span: ReadingSpan
    ) -> None:
        """Show a passage in two texts, each in a pane, on one height."""

        def put_beside(one: PaneFrame) -> None:
            other = self._frame_beside(one, other_id)
            self._level({one: (document_id, span), other: (other_id, other_span)})

        self.leaving.emit()
        self._desk.select_passage(document_id, span, put_beside)

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.passage_map_panel import PassageMapPanel

        panel = PassageMapPanel()
        panel.set_index(self._comparing.index)
        panel.pair_chosen.connect(self.show_both)
        self._comparing.index_changed.connect(panel.set_index)
        return panel

    def _frame_beside(self, one: PaneFrame, document_id: str) -> PaneFrame:
        """Return a pane other than this one that shows the document, or will."""
        for frame in self._grid:
            if frame is not one and frame.document_id == document_id:
                return frame
        self._desk.open_beside(document_id)
        other = self._grid.active
        self._grid.activate(one)
        return other

    def _level(self, goals: Mapping[PaneFrame, tuple[str, ReadingSpan]]) -> None:
        """Put the passages on one height, once both texts are in their panes."""
        for frame, (document_id, _) in goals.items():
            if frame.document_id != document_id:
                single_shot = Qt.ConnectionType.SingleShotConnection
                frame.document_shown.connect(partial(self._level, goals), single_shot)
                return
        spans = {frame: span for frame, (_, span) in goals.items()}
        level(spans)
        for frame, span in spans.items():
            frame.pane.select(span)
