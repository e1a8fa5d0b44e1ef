"""Overview bar: the whole text at a glance, with its tags, its search hits and where reading is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import PaneColours, TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.margin import LANES
from annotator.qt.reader.row_counts import RowCounts
from annotator.qt.reader.seeing import Seeing

_WIDTH_PX = 12
_LANE_PX = 2
_HIT_PX = 3
_LEAST_ROWS = 2
_WINDOW_ALPHA = 40
_RESIZED_MS = 100


class OverviewBar(QWidget):
    """Marks stand in rows of a pixel; a change draws its own rows again, a repaint none.

    While the reader resizes the window the picture is stretched, and drawn anew after that.

    Signal: `place_requested` with the reading offset that the reader points to.
    """

    place_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH_PX)
        self.setAccessibleName(self.tr("Overview of the text"))
        self.setAccessibleDescription(
            self.tr("For the mouse: the outline, annotations and hits lead to the same places.")
        )
        self._text = ReadingText("", (), ())
        self._start, self._end = 0, 0
        self._looks: Mapping[str, TagLook] = {}
        self._colours = PaneColours()
        self._highlights: dict[str, Highlight] = {}
        self._counts = RowCounts()
        self._seeing = Seeing()
        self._hits: Sequence[ReadingSpan] = ()
        self._hit_rows: set[int] = set()
        self._seen = (0.0, 0.0)
        self._row_count = 0
        self._picture = QPixmap()
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_RESIZED_MS)
        self._resized.timeout.connect(self._build)

    def set_text(self, text: ReadingText, part: ReadingSpan | None = None) -> None:
        """Show another text or a part of it, without highlights or hits."""
        self._text = text
        self._start, self._end = (part.start, part.end) if part else (0, len(text.text))
        self._highlights, self._hits = {}, ()
        self._build()

    def set_look(self, looks: Mapping[str, TagLook], colours: PaneColours) -> None:
        self._looks, self._colours = looks, colours
        self._draw(range(self._row_count))

    def see(self, seeing: Seeing) -> None:
        """Show the highlights like this, those that are there and those to come."""
        self._seeing = seeing
        self._draw(range(self._row_count))

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        self._highlights = {highlight.annotation_id: highlight for highlight in highlights}
        self._build()

    def add_highlight(self, highlight: Highlight) -> None:
        """Add a highlight, in place of the one its annotation had."""
        self.remove_highlight(highlight.annotation_id)
        self._highlights[highlight.annotation_id] = highlight
        rows = self._rows(highlight.span)
        self._counts.add(highlight, rows)
        self._draw(rows)

    def remove_highlight(self, annotation_id: str) -> None:
        former = self._highlights.pop(annotation_id, None)
        if former is not None:
            rows = self._rows(former.span)
            self._counts.remove(former, rows)
            self._draw(rows)

    def set_hits(self, hits: Sequence[ReadingSpan]) -> None:
        self._hits = hits
        # Thousands of hits fall into few rows.
        unit, start = self._row_unit(), self._start
        ends = {
            (int((hit.start - start) * unit), int((hit.end - 1 - start) * unit))
            for hit in hits
            if hit.start < self._end and hit.end > start
        }
        self._hit_rows = {row for first, last in ends for row in self._rows_between(first, last)}
        self._draw(range(self._row_count))

    def set_seen(self, start: float, share: float) -> None:
        """Show which part of the text is in the window: shares of the whole, 0 to 1."""
        if (start, share) != self._seen:
            self._seen = (start, share)
            self.update()

    def offset_at(self, y: float) -> int:
        """Return the reading offset that stands at this height of the bar."""
        length = self._end - self._start
        into = min(max(0, int(y / max(1, self.height()) * length)), max(0, length - 1))
        return self._start + into

    def heading_at(self, y: float) -> str:
        """Return the heading under which this height of the bar falls; empty before the first."""
        section = self._text.section_at(self.offset_at(y))
        return section.title if section else ""

    def _rows(self, span: ReadingSpan) -> range:
        unit = self._row_unit()
        start, end = max(span.start, self._start), min(span.end, self._end)
        if start >= end:
            return range(0)
        return self._rows_between(
            int((start - self._start) * unit), int((end - 1 - self._start) * unit)
        )

    def _row_unit(self) -> float:
        """Return how many rows a character takes."""
        return self._row_count / max(1, self._end - self._start)

    def _rows_between(self, first: int, last: int) -> range:
        """Return these rows, some more where they are too few to be seen."""
        first = min(max(0, first), max(0, self._row_count - _LEAST_ROWS))
        last = max(last, first + _LEAST_ROWS - 1)
        return range(first, min(last + 1, self._row_count))

    def _build(self) -> None:
        self._resized.stop()
        self._row_count = self.height()
        self._counts = RowCounts()
        for highlight in self._highlights.values():
            self._counts.add(highlight, self._rows(highlight.span))
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(self.size() * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self.set_hits(self._hits)

    def _draw(self, rows: range) -> None:
        """Draw these rows of the picture again."""
        if self._picture.isNull() or not rows:
            return
        painter = QPainter(self._picture)
        area = QRect(0, rows.start, _WIDTH_PX, len(rows))
        painter.fillRect(area, self._colours.paper)
        for lane, marked, colour in self._lanes(rows):
            for run in _runs(marked):
                painter.fillRect(1 + lane * _LANE_PX, run.start, _LANE_PX, len(run), colour)
        for run in _runs(self._hit_rows.intersection(rows)):
            painter.fillRect(_WIDTH_PX - _HIT_PX, run.start, _HIT_PX, len(run), self._colours.mark)
        painter.end()
        self.update()

    def _lanes(self, rows: range) -> list[tuple[int, set[int], QColor]]:
        """Return lane, marked rows and colour of each tag, in the order in which they are drawn.

        Those without a look are quiet. In a lane for several tags, the first one lies on top.
        """
        ranks = {tag_id: rank for rank, tag_id in enumerate(self._looks)}
        lanes = []
        for tag_id, marked in self._counts.rows(self._seeing, rows).items():
            look, colour = self._looks.get(tag_id), self._colours.quiet_ink
            if look is not None:
                colour = palette.drawn_on(self._colours.paper, look.colour)
            lanes.append((ranks.get(tag_id, len(ranks)), marked, colour))
        lanes.sort(key=lambda lane: lane[0], reverse=True)
        return [(min(rank, LANES - 1), marked, colour) for rank, marked, colour in lanes]

    def _point_to(self, event: QMouseEvent) -> None:
        """Ask for the place under the mouse to come into the middle of the window."""
        start = event.position().y() - self._seen[1] * self.height() / 2
        self.place_requested.emit(self.offset_at(start))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._point_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point_to(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._picture.isNull():
            self._build()
        else:
            self._resized.start()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.devicePixelRatioF() != self.devicePixelRatioF():
            self._build()
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._picture)
        top, share = self._seen
        if share:
            window = QColor(self._colours.ink)
            window.setAlpha(_WINDOW_ALPHA)
            height = max(_LEAST_ROWS, share * self.height())
            painter.fillRect(QRectF(0, top * self.height(), _WIDTH_PX, height), window)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            heading = escape(self.heading_at(event.pos().y()))
            QToolTip.showText(event.globalPos(), heading, self)
            return True
        return super().event(event)


def _runs(rows: Iterable[int]) -> Iterator[range]:
    """Yield rows that follow one another together, from top to bottom."""
    run = range(0)
    for row in sorted(rows):
        if run and row == run.stop:
            run = range(run.start, row + 1)
            continue
        if run:
            yield run
        run = range(row, row + 1)
    if run:
        yield run
