"""Hits: what the search panel has found, shown in the panes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from annotator.qt.panels.search_panel import SearchPanel
from annotator.qt.reader.grid import ReaderGrid
from annotator.services.search import Hit


class Hits(QObject):
    """Hands each pane the hits in its document."""

    def __init__(self, grid: ReaderGrid, panel: SearchPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._grid = grid
        self._hits: Sequence[Hit] = ()
        panel.hits_changed.connect(self._on_hits_changed)
        grid.frame_added.connect(self.show)

    def show(self) -> None:
        """Show the hits in the panes as they are now."""
        for frame in self._grid:
            frame.pane.set_hits([h.span for h in self._hits if h.document.id == frame.document_id])

    def _on_hits_changed(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self.show()
