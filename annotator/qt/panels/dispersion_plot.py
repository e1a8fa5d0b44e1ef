"""Dispersion plot: where in each text a word stands, a stroke for each place."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.panels.row_delegate import draw_line
from annotator.qt.theme import shown_theme

_ROW_PX = 30
_NAME_SHARE = 0.32
_LONGEST_NAME_PX = 170
_GAP_PX = 10
_STROKE_PX = 14
_NEAR_PX = 6


@dataclass(frozen=True, slots=True)
class Dispersion:
    """The places of a word in one text of so many characters."""

    document_id: str
    title: str
    length: int
    places: tuple[ReadingSpan, ...]


class DispersionPlot(QWidget):
    """A row for each text. A click on a stroke, or Enter after the arrow keys, goes there.

    Signal: `place_chosen` with a document id and a ReadingSpan.
    """

    place_chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Dispersion] = ()
        self._current: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("Where the word stands in each text"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_word(self, word: str, rows: Sequence[Dispersion]) -> None:
        """Show where this word stands."""
        self._rows = rows
        self._current = None
        count = sum(len(row.places) for row in rows)
        sentence = self.tr("“{word}” stands at %n places.", "", count)
        self.setAccessibleDescription(sentence.format(word=word) if word else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, max(1, len(self._rows)) * _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def stroke(self, row: int, number: int) -> QPointF:
        """Return where in the widget the middle of this stroke is drawn."""
        band = self._band(row)
        one = self._rows[row]
        share = one.places[number].start / max(1, one.length)
        return QPointF(band.left() + share * band.width(), band.center().y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = shown_theme()
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for row, one in enumerate(self._rows):
            self._paint_row(painter, row, one)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, one: Dispersion) -> None:
        theme, band = shown_theme(), self._band(row)
        count = self.locale().toString(len(one.places))
        metrics = QFontMetricsF(painter.font())
        right = metrics.horizontalAdvance(count)
        top = row * _ROW_PX
        name = QRectF(_GAP_PX, top, band.left() - 2 * _GAP_PX - right - 6, _ROW_PX)
        painter.setPen(QColor(theme.ink))
        draw_line(painter, name, one.title)
        painter.setPen(QColor(theme.quiet_ink))
        draw_line(painter, QRectF(name.right() + 6, top, right + 1, _ROW_PX), count)
        ratio = self.devicePixelRatioF()
        line = round(band.center().y() * ratio) / ratio
        painter.fillRect(QRectF(band.left(), line, band.width(), 1 / ratio), QColor(theme.divider))
        scale = band.width() / max(1, one.length)
        # Strokes on one pixel look alike: each pixel is filled once.
        columns = {round((band.left() + place.start * scale) * ratio) for place in one.places}
        stroke_top = band.center().y() - _STROKE_PX / 2
        for column in columns:
            painter.fillRect(
                QRectF(column / ratio, stroke_top, 1, _STROKE_PX), QColor(theme.accent)
            )
        if self._current is not None and self._current[0] == row:
            at = self.stroke(*self._current)
            mark = QRectF(at.x() - 1, band.top() + 3, 3, band.height() - 6)
            painter.fillRect(mark, QColor(theme.mark))

    def _band(self, row: int) -> QRectF:
        """Return where the strokes of a row stand."""
        left = _GAP_PX + min(_LONGEST_NAME_PX, self.width() * _NAME_SHARE) + _GAP_PX
        return QRectF(left, row * _ROW_PX, max(1.0, self.width() - left - 2 * _GAP_PX), _ROW_PX)

    def _near(self, point: QPointF) -> tuple[int, int] | None:
        """Return the stroke at this point, or nearly there."""
        row = int(point.y() // _ROW_PX)
        if not 0 <= row < len(self._rows) or not self._rows[row].places:
            return None
        band, one = self._band(row), self._rows[row]
        offset = (point.x() - band.left()) / band.width() * one.length
        after = bisect_left(one.places, offset, key=lambda place: place.start)
        numbers = range(max(0, after - 1), min(after + 1, len(one.places)))
        nearest = min(numbers, key=lambda number: abs(one.places[number].start - offset))
        is_near = abs(self.stroke(row, nearest).x() - point.x()) <= _NEAR_PX
        return (row, nearest) if is_near else None

    def _choose(self, place: tuple[int, int]) -> None:
        self._current = place
        self.update()
        row = self._rows[place[0]]
        self.place_chosen.emit(row.document_id, row.places[place[1]])

    def _step(self, step: int) -> None:
        places = [
            (row, number) for row, one in enumerate(self._rows) for number in range(len(one.places))
        ]
        if not places:
            return
        here = places.index(self._current) + step if self._current else min(0, step)
        self._current = places[here % len(places)]
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._near(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if self._near(event.position()) else arrow)
        row = int(event.position().y() // _ROW_PX)
        self.setToolTip(self._rows[row].title if 0 <= row < len(self._rows) else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._current is not None:
                self._choose(self._current)
            case _:
                super().keyPressEvent(event)
