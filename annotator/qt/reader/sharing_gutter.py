"""Sharing gutter: beside each line, how many other texts share something of it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.beside_lines import highest_by_line, line_at_height
from annotator.qt.reader.column import Column, SeenPiece
from annotator.qt.reader.decorations import Decorations
from annotator.qt.reader.dresses import mixed

# Behind the half of a character that stops may hang out by.
_GAP_EM = 0.75
_WIDTHS_PX = (2, 4, 6, 8)
_DEPTHS = (0.45, 0.65, 0.85, 1.0)
_SLACK_PX = 3


class SharingGutter:
    """Paints bars right of the lines of one column: the more texts, the wider and the deeper."""

    def __init__(self, column: Column, decorations: Decorations, appearance: Appearance) -> None:
        self._column = column
        self._decorations = decorations
        self._left = column.frame.left + column.frame.width + _GAP_EM * appearance.em_width()
        paper, ink = appearance.colours.paper, appearance.colours.active
        self._colours = [palette.drawn_on(paper, mixed(paper, ink, depth)) for depth in _DEPTHS]

    def paint(self, painter: QPainter, seen: SeenPiece) -> None:
        for bar, colour in self._bars(seen):
            painter.fillRect(bar, colour)

    def line_at(self, point: QPointF) -> ReadingSpan | None:
        """Return what stands on the line whose bar is under a point, None where there is none."""
        if not self._left - _SLACK_PX <= point.x() < self._left + _WIDTHS_PX[-1] + _SLACK_PX:
            return None
        return line_at_height(self._column, point.y(), self._others)

    def _bars(self, seen: SeenPiece) -> list[tuple[QRectF, QColor]]:
        box, bars = seen.layout.box, []
        for line, others in self._others(seen).items():
            step = min(others, len(_WIDTHS_PX)) - 1
            top = seen.top + box.top(line)
            bar = QRectF(self._left, top, _WIDTHS_PX[step], box.height)
            bars.append((bar, self._colours[step]))
        return bars

    def _others(self, seen: SeenPiece) -> dict[int, int]:
        """Return how many other texts share something of a line, by the number of the line."""
        shared = self._decorations.shared_within(seen.piece.start, seen.piece.end)
        return highest_by_line(seen, ((stretch.span, stretch.others) for stretch in shared))
