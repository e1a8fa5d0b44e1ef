"""The five lines that tell tags apart without colour."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from annotator.core.codebook import Underline

_DASHES = {
    Underline.DASHED: [4.0, 2.5],
    Underline.DOTTED: [1.0, 2.0],
}
_WAVE_PX = 5.0


def draw_underline(
    painter: QPainter, style: Underline, colour: QColor, left: QPointF, *, width: float
) -> None:
    """Draw one underline from its left end. The dashes of neighbouring pieces meet."""
    pen = QPen(colour, 1.2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    right = left + QPointF(width, 0)
    if style in _DASHES:
        pen.setDashPattern(_DASHES[style])
        pen.setDashOffset(left.x() / pen.widthF())
    painter.setPen(pen)
    if style is Underline.WAVE:
        painter.drawPath(_wave(left, width))
    elif style is Underline.DOUBLE:
        gap = QPointF(0, 1.25)
        painter.drawLine(left - gap, right - gap)
        painter.drawLine(left + gap, right + gap)
    else:
        painter.drawLine(left, right)


def _wave(left: QPointF, width: float) -> QPainterPath:
    path = QPainterPath(left)
    x, rise = left.x(), -3.0
    while x < left.x() + width:
        step = min(_WAVE_PX, left.x() + width - x)
        path.quadTo(x + step / 2, left.y() + rise, x + step, left.y())
        x += step
        rise = -rise
    return path
