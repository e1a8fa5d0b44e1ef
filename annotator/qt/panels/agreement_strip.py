"""Agreement strip: a text from left to right, with what all of its readers marked and what not."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.span import ReadingSpan
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
        nearest = min(self._spans, key=lambda one: _distance(one.span, offset), default=None)
        if nearest and _distance(nearest.span, offset) <= _NEAR_PX * unit:
            return nearest.span
        return ReadingSpan(offset, offset + 1)

    def _columns(self, width: int) -> tuple[set[int], set[int]]:
        """Return the device pixels with something that all marked, and that only some marked."""
        if width not in self._bars:
            agreed: set[int] = set()
            disputed: set[int] = set()
            unit = width / self._characters
            for one in self._spans:
                first, last = int(one.span.start * unit), int((one.span.end - 1) * unit)
                bars = agreed if one.count == self._readers else disputed
                bars.update(range(first, last + 1))
            self._bars = {width: (agreed, disputed)}
        return self._bars[width]


def _distance(span: ReadingSpan, offset: int) -> int:
    return max(span.start - offset, offset - (span.end - 1), 0)
