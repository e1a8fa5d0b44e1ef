"""Sharing gutter: beside each line, how many other texts share something of it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance
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
        for seen in self._column.seen_pieces():
            inside = point.y() - seen.top
            if 0 <= inside < seen.layout.height:
                line = seen.layout.line_at_y(inside)
                start, end = seen.layout.line_range(line)
                if line in self._others(seen):
                    return ReadingSpan(seen.piece.start + start, seen.piece.start + end)
        return None

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
        piece, found = seen.piece, dict[int, int]()
        for stretch in self._decorations.shared_within(piece.start, piece.end):
            start = max(stretch.span.start, piece.start) - piece.start
            end = min(stretch.span.end, piece.end) - piece.start
            first = seen.layout.line_of(start)
            last = seen.layout.line_of(end, leans_back=True)
            for line in range(first, last + 1):
                found[line] = max(found.get(line, 0), stretch.others)
        return found
