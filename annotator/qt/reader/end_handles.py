"""The handles at both ends of the active highlight: where they are and how they look."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import PaneColours
from annotator.qt.reader.geometry import Geometry
from annotator.qt.reader.selection import Caret

_KNOB_PX = 8.0
_STEM_PX = 2.0
_REACH_PX = 3.0


class End(Enum):
    """One end of a passage."""

    START = auto()
    END = auto()


def end_at(geometry: Geometry, span: ReadingSpan, point: QPointF) -> End | None:
    """Return the end whose handle is at this point, or nearly; of both, the nearer one."""
    reach = _REACH_PX
    knobs = {end: _knob(_stem(geometry, span, end), end) for end in End}
    near = [
        ((knob.center() - point).manhattanLength(), end)
        for end, knob in knobs.items()
        if knob.adjusted(-reach, -reach, reach, reach).contains(point)
    ]
    return min(near, key=lambda each: each[0])[1] if near else None


def moved(span: ReadingSpan, end: End, place: int, *, nearest: int) -> ReadingSpan:
    """Return the span with one end at this place, or where that goes too far, at the nearest."""
    if end is End.START:
        return ReadingSpan(min(place, nearest), span.end)
    return ReadingSpan(span.start, max(place, nearest))


def paint_handles(
    painter: QPainter, geometry: Geometry, span: ReadingSpan, colours: PaneColours
) -> None:
    """Paint a stem with a knob at each end, the knob outside the lines of the passage."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for end in End:
        stem = _stem(geometry, span, end)
        painter.fillRect(stem, colours.active)
        painter.setPen(QPen(colours.paper, 1.0))
        painter.setBrush(colours.active)
        painter.drawEllipse(_knob(stem, end))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _stem(geometry: Geometry, span: ReadingSpan, end: End) -> QRectF:
    caret = Caret(span.start) if end is End.START else Caret(span.end, leans_back=True)
    line = geometry.caret_rect(caret)
    return QRectF(line.center().x() - _STEM_PX / 2, line.top(), _STEM_PX, line.height())


def _knob(stem: QRectF, end: End) -> QRectF:
    """Return the knob: at the top of the start, at the bottom of the end."""
    knob = QRectF(0, 0, _KNOB_PX, _KNOB_PX)
    y = stem.top() - 1 if end is End.START else stem.bottom() + 1
    knob.moveCenter(QPointF(stem.center().x(), y))
    return knob
