"""Agreement bar: beside a text, from top to bottom, how many of its readers marked what."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.marked_spans import counts_by_pixel, nearest
from annotator.qt.theme import shown_theme

if TYPE_CHECKING:
    from annotator.services.agreement import MarkedSpan

_WIDTH_PX = 14
_NEAR_PX = 4


class AgreementBar(QWidget):
    """The more readers marked a place, the wider it is drawn; what all marked fills the bar.

    Hidden until there is something to show. Signal: `place_requested` with the ReadingSpan that was
    clicked.
    """

    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[MarkedSpan] = ()
        self._readers = 1
        self._shown = ReadingSpan(0, 1)
        self._rows: dict[float, dict[int, set[int]]] = {}
        self.setFixedWidth(_WIDTH_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(
            self.tr("For the mouse: next disagreement (F8) leads to the same places.")
        )
        self.hide()

    def show_marks(self, spans: Sequence["MarkedSpan"], readers: int, shown: ReadingSpan) -> None:
        """Show by how many of these readers each of the spans was marked, along what is shown."""
        self._spans, self._readers, self._shown = spans, readers, shown
        self._rows = {}
        self.update()
        self.show()

    def span_at(self, y: float) -> ReadingSpan:
        """Return the marked span at this height of the bar or near it, else the letter there."""
        offset = self._offset_at(y)
        one = self._near(offset)
        return one.span if one else ReadingSpan(offset, offset + 1)

    def told_at(self, y: float) -> str:
        """Return in words how many marked what stands at this height of the bar, or near it."""
        one = self._near(self._offset_at(y))
        count = one.count if one else 0
        told = self.tr("{count} of {readers} marked this")
        return told.format(count=count, readers=self._readers)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, pixel = shown_theme(), 1 / self.devicePixelRatioF()
        all_, some = QColor(theme.accent), QColor(theme.mark)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.hover))
        for row, counts in self._counts(self.height() / pixel).items():
            for count in sorted(counts, reverse=True):
                colour = all_ if count == self._readers else some
                width = (_WIDTH_PX - 2) * count / self._readers
                painter.fillRect(QRectF(1, row * pixel, width, pixel), colour)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.place_requested.emit(self.span_at(event.position().y()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().y()), self)
            return True
        return super().event(event)

    def _counts(self, rows: float) -> dict[int, set[int]]:
        """Return the counts by row of device pixels; those outside the bar are not seen."""
        if rows not in self._rows:
            unit, start = rows / len(self._shown), self._shown.start
            seen = [one for one in self._spans if one.span.overlaps(self._shown)]
            found = counts_by_pixel(seen, start=start, pixels_per_letter=unit)
            self._rows = {rows: found}
        return self._rows[rows]

    def _offset_at(self, y: float) -> int:
        into = int(y / max(1, self.height()) * len(self._shown))
        return self._shown.start + min(max(0, into), len(self._shown) - 1)

    def _near(self, offset: int) -> "MarkedSpan | None":
        letters_per_pixel = len(self._shown) / max(1, self.height())
        return nearest(self._spans, offset, within=_NEAR_PX * letters_per_pixel)
