"""The five lines that tell tags apart without colour, and the dots of what is only suggested."""

from collections.abc import Iterable
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from annotator.core.codebook import Underline

_PEN_PX = 1.25
# In pen widths.
_DASHES = {
    Underline.DASHED: [4.0, 2.4],
    Underline.DOTTED: [1.0, 2.2],
}
_WAVE_PX = 5.0
# Dots so far apart are no line.
_DOT_PX = 2
_DOT_STEP_PX = 5

# After this many pixels every pattern repeats; a whole number of device pixels on usual screens.
_PERIOD_PX = 40
_STRIP_HEIGHT_PX = 8


class Underlines:
    """Draws one period of a line once and repeats it, which costs far less than a stroke.

    The patterns of neighbouring pieces meet.
    """

    def __init__(self) -> None:
        self._strips: dict[tuple[Underline | None, int, float], QPixmap] = {}

    def draw(
        self,
        painter: QPainter,
        lines: Iterable[tuple[Underline | None, QColor]],
        left: QPointF,
        *,
        width: float,
        step: float = 0.0,
    ) -> None:
        """Draw underlines from the left end of the first, one so many pixels below the other.

        None is the row of dots of a suggestion.
        """
        ratio = painter.device().devicePixelRatioF()
        # Between device pixels the strip would be resampled.
        first = _nearest(left.x() * ratio) / ratio
        last = _nearest((left.x() + width) * ratio) / ratio
        into_period = QPointF(first % _PERIOD_PX, 0)
        y = left.y()
        for style, colour in lines:
            top = _nearest((y - _STRIP_HEIGHT_PX / 2) * ratio) / ratio
            target = QRectF(first, top, last - first, _STRIP_HEIGHT_PX)
            painter.drawTiledPixmap(target, self._strip(style, colour, ratio), into_period)
            y += step

    def _strip(self, style: Underline | None, colour: QColor, ratio: float) -> QPixmap:
        key = (style, colour.rgba(), ratio)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = _drawn(style, colour, ratio)
        return strip


def draw_underline(
    painter: QPainter, style: Underline, colour: QColor, left: QPointF, *, width: float
) -> None:
    """Draw one underline from its left end. The dashes of neighbouring pieces meet."""
    pen = QPen(colour, _PEN_PX)
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


def _nearest(number: float) -> int:
    """Round halves up: to the even number would let a line jump when the text is scrolled."""
    return floor(number + 0.5)


def _drawn(style: Underline | None, colour: QColor, ratio: float) -> QPixmap:
    strip = QPixmap(round(_PERIOD_PX * ratio), round(_STRIP_HEIGHT_PX * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = QPointF(0, _STRIP_HEIGHT_PX / 2)
    if style is None:
        _draw_dots(painter, colour, left)
    else:
        draw_underline(painter, style, colour, left, width=_PERIOD_PX)
    painter.end()
    return strip


def _draw_dots(painter: QPainter, colour: QColor, left: QPointF) -> None:
    for x in range(0, _PERIOD_PX, _DOT_STEP_PX):
        painter.fillRect(QRectF(left.x() + x, left.y() - _DOT_PX / 2, _DOT_PX, _DOT_PX), colour)


def _wave(left: QPointF, width: float) -> QPainterPath:
    path = QPainterPath(left)
    x, rise = left.x(), -3.0
    while x < left.x() + width:
        step = min(_WAVE_PX, left.x() + width - x)
        path.quadTo(x + step / 2, left.y() + rise, x + step, left.y())
        x += step
        rise = -rise
    return path
