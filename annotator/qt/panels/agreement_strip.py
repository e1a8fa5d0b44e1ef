"""Agreement strip: a text from left to right, with what all of its readers marked and what not."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.marked_spans import counts_by_pixel, nearest
from annotator.qt.theme import shown_theme
from annotator.services.agreement import ComparedText, MarkedSpan

_HEIGHT_PX = 18
_LEAST_WIDTH_PX = 120
_NEAR_PX = 4


class AgreementStrip(QWidget):
    """What all marked stands high and in one colour, what some marked low and in another.

    Signal: `place_requested` with the ReadingSpan that was clicked, or that is near.
    """

    place_requested = Signal(object)

    def __init__(self, text: ComparedText, key: str) -> None:
        super().__init__()
        self._characters = max(1, text.characters)
        self._readers = len(text.members)
        self._spans: Sequence[MarkedSpan] = text.marked.get(key, ())
        self._bars: dict[int, tuple[set[int], set[int]]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Agreement along {title}").format(title=text.document.title))
        self.setAccessibleDescription(
            self.tr("For the mouse: the list of passages leads to the same places.")
        )

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, ratio = shown_theme(), self.devicePixelRatioF()
        agreed, disputed = self._columns(round(self.width() * ratio))
        height, pixel = self.height(), 1 / ratio
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.hover))
        for columns, colour, top in (
            (agreed, QColor(theme.accent), 1.0),
            (disputed, QColor(theme.mark), height / 2),
        ):
            for column in columns:
                painter.fillRect(QRectF(column * pixel, top, pixel, height - 1 - top), colour)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.place_requested.emit(self.span_at(event.position().x()))

    def span_at(self, x: float) -> ReadingSpan:
        """Return the marked span under this place or near it, else the letter there."""
        unit = self._characters / max(1, self.width())
        offset = min(max(0, int(x * unit)), self._characters - 1)
        near = nearest(self._spans, offset, within=_NEAR_PX * unit)
        return near.span if near else ReadingSpan(offset, offset + 1)

    def _columns(self, width: int) -> tuple[set[int], set[int]]:
        """Return the device pixels with something that all marked, and that only some marked."""
        if width not in self._bars:
            unit = width / self._characters
            counts = counts_by_pixel(self._spans, start=0, pixels_per_letter=unit)
            agreed = {column for column, these in counts.items() if self._readers in these}
            disputed = {column for column, these in counts.items() if these - {self._readers}}
            self._bars = {width: (agreed, disputed)}
        return self._bars[width]
