"""Agreement band: beside each line, how many of the text's readers marked what is on it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.core.agreed import Agreed
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.beside_lines import highest_by_line, line_at_height
from annotator.qt.reader.column import Column, SeenPiece
from annotator.qt.reader.decorations import Decorations
from annotator.qt.reader.dresses import mixed

# What the band needs right of the usual margin, and how wide it is drawn.
BAND_ROOM_PX = 11
_BAND_PX = 6.0
_GAP_PX = 2.0
_RIM_PX = 1.0
_THREAD_DEPTH = 0.35


class AgreementBand:
    """A full box for what all marked, a half one for some, an empty one for one alone.

    Where a line has several, the one on which readers agree least; a thread where nobody marked.
    """

    def __init__(self, column: Column, decorations: Decorations, appearance: Appearance) -> None:
        self._column = column
        self._decorations = decorations
        frame = column.frame
        self._left = round(frame.left + frame.width + appearance.right_margin + _GAP_PX)
        colours = appearance.colours
        self._paper = colours.paper
        self._agreed = palette.drawn_on(colours.paper, colours.accent)
        self._disputed = palette.drawn_on(colours.paper, colours.mark)
        self._thread = mixed(colours.paper, colours.quiet_ink, _THREAD_DEPTH)

    def paint(self, painter: QPainter, seen: SeenPiece) -> None:
        """Paint what belongs to a piece, if readers are compared."""
        if self._decorations.agreed is None:
            return
        x, box = self._left + _BAND_PX / 2, seen.layout.box
        painter.fillRect(QRectF(x, seen.top, 1, seen.layout.height), self._thread)
        for line, agreed in self._by_line(seen).items():
            sign = QRectF(self._left, seen.top + box.top(line), _BAND_PX, box.height)
            self._paint_sign(painter, sign.adjusted(0, _GAP_PX / 2, 0, -_GAP_PX / 2), agreed)

    def line_at(self, point: QPointF) -> ReadingSpan | None:
        """Return what stands on the line whose sign is under a point, None where there is none."""
        if self._decorations.agreed is None or not self._is_in(point.x()):
            return None
        return line_at_height(self._column, point.y(), self._by_line)

    def _is_in(self, x: float) -> bool:
        return self._left - _GAP_PX <= x < self._left + _BAND_PX + _GAP_PX

    def _by_line(self, seen: SeenPiece) -> dict[int, int]:
        """Return the Agreed of each line on which somebody marked something."""
        stretches = self._decorations.agreed_within(seen.piece.start, seen.piece.end)
        return highest_by_line(seen, ((one.span, one.agreed) for one in stretches))

    def _paint_sign(self, painter: QPainter, sign: QRectF, agreed: int) -> None:
        if agreed == Agreed.ALL:
            painter.fillRect(sign, self._agreed)
            return
        painter.fillRect(sign, self._disputed)
        filled = sign.width() / 2 if agreed == Agreed.SOME else _RIM_PX
        painter.fillRect(sign.adjusted(filled, _RIM_PX, -_RIM_PX, -_RIM_PX), self._paper)
