"""Agreed lines: how far readers agree, line by line, in the agreement band of a pane."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from annotator.core.agreed import AgreedStretch
from annotator.core.span import ReadingSpan
from annotator.qt.reader.line_strip import LineStrip
from annotator.qt.reader.pane import ReaderPane


class AgreedLines(LineStrip):
    """Shows signs beside the lines that somebody marked; the text makes room while they stand."""

    def __init__(self, pane: ReaderPane) -> None:
        super().__init__(pane.selecting, self._signed_line_at)
        self._pane = pane

    def show(self, stretches: Sequence[AgreedStretch] | None) -> None:
        """Show who agrees, the stretches in order and without overlaps; None shows nothing."""
        view = self._selecting.view
        before, view.decorations.agreed = view.decorations.agreed, stretches
        if (before is None) != (stretches is None):
            self._pane.set_appearance(view.wanted)
        elif before != stretches:
            self._viewport.update()

    def _signed_line_at(self, point: QPointF) -> ReadingSpan | None:
        return self._selecting.view.painting.band.line_at(point)
