"""The margin beside the column: numbers, bars of tags, signs of notes and of states."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from annotator.core.annotation import AnchorState
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.column import Column, SeenPiece
from annotator.qt.reader.decorations import Decorations
from annotator.qt.reader.paragraph_style import BODY_STYLE

LANES = 4

_TEXT_GAP_PX = 5
_LANE_PX = 3
_BAR_PX = 2
_NOTE_PX = 6.0
_GAP_PX = 2
_NUMBER_SCALE = 0.5
_NUMBER_BASELINE = 0.08

_STATE_PEN_PX = 1.2

_Shape: TypeAlias = tuple[tuple[tuple[float, float], ...], ...]
# Strokes in a square of the size of the note's sign: an arrow, a diamond, a cross.
_STATE_SHAPES: Mapping[AnchorState, _Shape] = {
    AnchorState.MOVED: (((0, 3), (6, 3)), ((3.5, 0.5), (6, 3), (3.5, 5.5))),
    AnchorState.TO_CHECK: (((3, 0), (6, 3), (3, 6), (0, 3), (3, 0)),),
    AnchorState.ORPHAN: (((0.5, 0.5), (5.5, 5.5)), ((0.5, 5.5), (5.5, 0.5))),
}

_LANES_PX = LANES * _LANE_PX
_NOTE_RIGHT_PX = _TEXT_GAP_PX + _LANES_PX + _GAP_PX
_NUMBER_RIGHT_PX = _NOTE_RIGHT_PX + _NOTE_PX + _GAP_PX


class Margin:
    """Paints what stands left of the lines of one column. Tags beyond the third share a lane."""

    def __init__(self, column: Column, decorations: Decorations, appearance: Appearance) -> None:
        self._column = column
        self._decorations = decorations
        self._colours = appearance.colours
        self._font = QFont(appearance.font(BODY_STYLE))
        self._font.setPointSizeF(appearance.point_size * _NUMBER_SCALE)

    def paint(self, painter: QPainter, seen: SeenPiece) -> None:
        if seen.piece.is_first_of_paragraph and seen.piece.number:
            self._paint_numbers(painter, seen)
        for bar, colour in self._bars(seen):
            painter.fillRect(bar, colour)
        beginning = [
            (seen.layout.line_of(highlight.span.start - seen.piece.start), highlight)
            for highlight in self._decorations.highlights.in_piece(seen.index)
            if highlight.span.start >= seen.piece.start
        ]
        for line in {line for line, highlight in beginning if highlight.has_note}:
            self._paint_note_sign(painter, seen, line)
        states = {(line, highlight.state) for line, highlight in beginning}
        for line, state in states:
            if shape := _STATE_SHAPES.get(state):
                self._paint_state_sign(painter, seen, line, shape)

    def _paint_numbers(self, painter: QPainter, seen: SeenPiece) -> None:
        """Write the paragraph's number on its first line, over it a page that begins."""
        painter.setFont(self._font)
        painter.setPen(self._colours.quiet_ink)
        baseline = seen.top + seen.layout.box.baseline(0)
        self._write(painter, str(seen.piece.number), baseline)
        if seen.piece.page is not None:
            label = QCoreApplication.translate("Margin", "p. {page}")
            above = painter.fontMetrics().height() * (1 - _NUMBER_BASELINE)
            painter.setPen(self._colours.active)
            self._write(painter, label.format(page=seen.piece.page), baseline - above)

    def _write(self, painter: QPainter, text: str, baseline: float) -> None:
        right = self._column.frame.left - _NUMBER_RIGHT_PX
        left = right - painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QPointF(max(0, left), baseline), text)

    def _bars(self, seen: SeenPiece) -> list[tuple[QRectF, QColor]]:
        """Return a bar for each tag along the lines of each passage that has it."""
        looks = self._decorations.tag_looks
        lanes = {tag_id: min(lane, LANES - 1) for lane, tag_id in enumerate(looks)}
        stretches = {
            (*self._lines(seen, highlight.span), tag_id)
            for highlight in self._decorations.highlights.in_piece(seen.index)
            for tag_id in highlight.tag_ids or ("",)
        }
        box, left = seen.layout.box, self._column.frame.left - _TEXT_GAP_PX - _LANES_PX
        bars = []
        for first, last, tag_id in sorted(stretches):
            look = looks.get(tag_id)
            x = left + _LANE_PX * lanes.get(tag_id, LANES - 1)
            top, height = box.top(first), box.top(last) + box.height - box.top(first)
            colour = (
                palette.drawn_on(self._colours.paper, look.colour)
                if look
                else self._colours.quiet_ink
            )
            bars.append((QRectF(x, seen.top + top, _BAR_PX, height), colour))
        return bars

    def _lines(self, seen: SeenPiece, span: ReadingSpan) -> tuple[int, int]:
        """Return the first and the last line of what a passage covers of this piece."""
        start = max(span.start, seen.piece.start) - seen.piece.start
        end = min(span.end, seen.piece.end) - seen.piece.start
        return seen.layout.line_of(start), seen.layout.line_of(end, leans_back=True)

    def _paint_note_sign(self, painter: QPainter, seen: SeenPiece, line: int) -> None:
        """Draw a small sheet of paper with a folded corner beside a line."""
        top, height = seen.layout.box.band(line)
        right = self._column.frame.left - _NOTE_RIGHT_PX
        x, y = right - _NOTE_PX, seen.top + top + height / 2 - _NOTE_PX / 2
        fold = _NOTE_PX / 2
        corners = [(0, 0), (fold, 0), (_NOTE_PX, fold), (_NOTE_PX, _NOTE_PX), (0, _NOTE_PX)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.active, 1))
        painter.setBrush(self._colours.active)
        painter.drawPolygon([QPointF(x + dx, y + dy) for dx, dy in corners])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_state_sign(
        self, painter: QPainter, seen: SeenPiece, line: int, shape: _Shape
    ) -> None:
        """Draw what a newer edition did to an annotation, below the place of the note's sign."""
        top, height = seen.layout.box.band(line)
        x = self._column.frame.left - _NOTE_RIGHT_PX - _NOTE_PX
        y = seen.top + top + height / 2 + _NOTE_PX / 2 + _GAP_PX
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.mark, _STATE_PEN_PX))
        for stroke in shape:
            painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in stroke])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
