"""Shared lines: which lines of a text others share, in the sharing gutter of a pane."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from annotator.core.passage import SharedStretch
from annotator.core.span import ReadingSpan
from annotator.qt.reader.line_strip import LineStrip
from annotator.qt.reader.selecting import Selecting


class SharedLines(LineStrip):
    """Shows bars beside the lines that others share."""

    def __init__(self, selecting: Selecting) -> None:
        super().__init__(selecting, self._shared_line_at)

    def show(self, stretches: Sequence[SharedStretch]) -> None:
        """Show what other texts share of this one; the stretches do not overlap."""
        self._selecting.view.decorations.set_shared(stretches)
        self._viewport.update()

    def _shared_line_at(self, point: QPointF) -> ReadingSpan | None:
        gutter = self._selecting.view.painting.gutter
        return gutter.line_at(point) if gutter else None
