"""The margin beside the column: numbers, bars of tags, signs of notes, replies, states, members.

Pages are numbered beside the lines on which they begin.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from annotator.core.annotation import AnchorState
from annotator.core.page import Page
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance, MemberLook
from annotator.qt.reader.column import Column, SeenPiece
from annotator.qt.reader.decorations import Decorations
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.member_signs import MemberSigns
from annotator.qt.reader.paragraph_style import BODY_STYLE

LANES = 4

_TEXT_GAP_PX = 5
_LANE_PX = 3
_BAR_PX = 2
_SIGN_PX = 6.0
_GAP_PX = 2
_LABEL_SCALE = 0.62
_LEAST_LABEL_PT = 8.0
_LABEL_STEP = 0.92
_STROKE_PX = 1.2
_TURN_PX = 6

_LANES_PX = LANES * _LANE_PX
_SIGNS_RIGHT_PX = _TEXT_GAP_PX + _LANES_PX + _GAP_PX
_LABELS_RIGHT_PX = _SIGNS_RIGHT_PX + _SIGN_PX + _GAP_PX


def label_font(appearance: Appearance) -> QFont:
    """Return the type of the numbers of paragraphs and pages."""
    font = QFont(appearance.font(BODY_STYLE))
    font.setPointSizeF(max(_LEAST_LABEL_PT, appearance.point_size * _LABEL_SCALE))
    return font


def label_room(appearance: Appearance) -> float:
    """Return how many pixels there are for a label in the narrowest pane."""
    return appearance.margin_width - _LABELS_RIGHT_PX


@dataclass(frozen=True, slots=True)
class _Sign:
    """Strokes in a square of _SIGN_PX; a filled one is told in the colour of notes."""

    strokes: tuple[tuple[tuple[float, float], ...], ...]
    is_filled: bool = False


_SHEET_WITH_FOLDED_CORNER = _Sign((((0, 0), (3, 0), (6, 3), (6, 6), (0, 6)),), is_filled=True)
_SPEECH = _Sign(
    (((0, 0.5), (6, 0.5), (6, 4.5), (3.5, 4.5), (1.5, 6.5), (1.5, 4.5), (0, 4.5), (0, 0.5)),)
)
_ARROW = _Sign((((0, 3), (6, 3)), ((3.5, 0.5), (6, 3), (3.5, 5.5))))
_DIAMOND = _Sign((((3, 0), (6, 3), (3, 6), (0, 3), (3, 0)),))
_CROSS = _Sign((((0.5, 0.5), (5.5, 5.5)), ((0.5, 5.5), (5.5, 0.5))))
_STATE_SIGNS: Mapping[AnchorState, _Sign] = {
    AnchorState.MOVED: _ARROW,
    AnchorState.TO_CHECK: _DIAMOND,
    AnchorState.ORPHAN: _CROSS,
}


class Margin:
    """Paints what stands left of the lines of one column. Tags beyond the third share a lane."""

    def __init__(self, column: Column, decorations: Decorations, appearance: Appearance) -> None:
        self._column = column
        self._decorations = decorations
        self._colours = appearance.colours
        self._font = label_font(appearance)
        self._members = MemberSigns(decorations, appearance.colours.ink)

    def paint(self, painter: QPainter, seen: SeenPiece, lines: range) -> None:
        """Paint what belongs to these lines of a piece."""
        labelled = self._paint_labels(painter, seen, lines)
        highlights = self._highlights(seen, lines)
        members = self._members.beginning(seen, highlights)
        shown = {line: members[line] for line in members if line in lines}
        self._paint_members(painter, seen, shown, labelled=labelled)
        for bar, colour in self._bars(seen, highlights):
            painter.fillRect(bar, colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, signs in self._signs(seen, highlights).items():
            self._paint_signs(painter, seen, line, signs)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_labels(self, painter: QPainter, seen: SeenPiece, lines: range) -> Container[int]:
        """Write the paragraph's number on its first line, and each page where it begins.

        Return the lines that have got a number.
        """
        painter.setFont(self._font)
        box, piece = seen.layout.box, seen.piece
        has_number = piece.is_first_of_paragraph and piece.number > 0
        if has_number and 0 in lines:
            painter.setPen(self._colours.quiet_ink)
            self._write(painter, str(piece.number), seen.top + box.baseline(0))
        painter.setPen(self._colours.active)
        label = QCoreApplication.translate("Margin", "p. {page}")
        pages: dict[int, Page | None] = {}
        for turn in self._column.pages_in(piece):
            line = seen.layout.line_of(turn.start - piece.start)
            if line in lines:
                pages[line] = turn.page
                self._paint_turn(painter, seen, line, turn.start)
        for line, page in pages.items():
            is_above = has_number and line == 0
            above = painter.fontMetrics().height() * _LABEL_STEP if is_above else 0.0
            baseline = seen.top + box.baseline(line) - above
            self._write(painter, label.format(page=page), baseline)
        return {0, *pages} if has_number else pages

    def _paint_members(
        self,
        painter: QPainter,
        seen: SeenPiece,
        members_by_line: Mapping[int, Sequence[MemberLook]],
        *,
        labelled: Container[int],
    ) -> None:
        """Write who annotated beside each line on which that begins, below its number."""
        painter.setFont(self._font)
        height = painter.fontMetrics().height()
        right = self._column.frame.left - _LABELS_RIGHT_PX - _GAP_PX
        for line, members in members_by_line.items():
            below = height * _LABEL_STEP if line in labelled else 0.0
            top = seen.top + seen.layout.box.baseline(line) - painter.fontMetrics().ascent() + below
            self._members.paint(painter, QRectF(0, top, right, height), members)

    def _paint_turn(self, painter: QPainter, seen: SeenPiece, line: int, offset: int) -> None:
        """Draw a small stroke above the letters where a page begins inside a line."""
        inside = offset - seen.piece.start
        if inside > seen.layout.line_range(line)[0]:
            top, _height = seen.layout.box.band(line)
            x = self._column.frame.left + seen.layout.caret_x(inside, line)
            painter.fillRect(QRectF(x, seen.top + top, 1, _TURN_PX), self._colours.active)

    def _write(self, painter: QPainter, text: str, baseline: float) -> None:
        right = self._column.frame.left - _LABELS_RIGHT_PX
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(right))
        left = right - metrics.horizontalAdvance(shown)
        painter.drawText(QPointF(max(0, left), baseline), shown)

    def _highlights(self, seen: SeenPiece, lines: range) -> list[Highlight]:
        """Return those that are on these lines, and some beside them."""
        start, end = seen.offsets_of(lines)
        there = self._decorations.highlights.in_piece(seen.index)
        return [each for each in there if each.span.start <= end and start < each.span.end]

    def _bars(
        self, seen: SeenPiece, highlights: Sequence[Highlight]
    ) -> list[tuple[QRectF, QColor]]:
        """Return a bar for each tag along the lines of the passages that have it."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for highlight in highlights:
            for tag_id in highlight.tag_ids or ("",):
                spans.setdefault(tag_id, []).append((highlight.span.start, highlight.span.end))
        looks = self._decorations.tag_looks
        lanes = {tag_id: min(lane, LANES - 1) for lane, tag_id in enumerate(looks)}
        box, left = seen.layout.box, self._column.frame.left - _TEXT_GAP_PX - _LANES_PX
        bars = []
        for tag_id in sorted(spans):
            look = looks.get(tag_id)
            x = left + _LANE_PX * lanes.get(tag_id, LANES - 1)
            colour = (
                palette.drawn_on(self._colours.paper, look.colour)
                if look
                else self._colours.quiet_ink
            )
            for start, end in _united(spans[tag_id]):
                first, last = self._lines(seen, start, end)
                top, height = box.top(first), box.top(last) + box.height - box.top(first)
                bars.append((QRectF(x, seen.top + top, _BAR_PX, height), colour))
        return bars

    def _lines(self, seen: SeenPiece, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last line of what [start, end) covers of this piece."""
        start = max(start, seen.piece.start) - seen.piece.start
        end = min(end, seen.piece.end) - seen.piece.start
        return seen.layout.line_of(start), seen.layout.line_of(end, leans_back=True)

    def _signs(self, seen: SeenPiece, highlights: Sequence[Highlight]) -> dict[int, list[_Sign]]:
        """Return what to tell of the passages that begin on each line: notes, replies, states."""
        told: dict[int, set[_Sign]] = {}
        for highlight in highlights:
            inside = highlight.span.start - seen.piece.start
            signs = {_STATE_SIGNS[highlight.state]} if highlight.state in _STATE_SIGNS else set()
            if highlight.has_note:
                signs.add(_SHEET_WITH_FOLDED_CORNER)
            if highlight.has_replies:
                signs.add(_SPEECH)
            if signs and inside >= 0:
                told.setdefault(seen.layout.line_of(inside), set()).update(signs)
        order = (_SHEET_WITH_FOLDED_CORNER, _SPEECH, *_STATE_SIGNS.values())
        return {
            line: [sign for sign in order if sign in signs] for line, signs in told.items() if signs
        }

    def _paint_signs(
        self, painter: QPainter, seen: SeenPiece, line: int, signs: Sequence[_Sign]
    ) -> None:
        """Draw signs below each other beside a line, smaller where it is too low for them all."""
        top, height = seen.layout.box.top(line), seen.layout.box.height
        step = min(_SIGN_PX + _GAP_PX, height / len(signs))
        scale = (step - _GAP_PX) / _SIGN_PX
        left = self._column.frame.left - _SIGNS_RIGHT_PX - _SIGN_PX
        middle = seen.top + top + height / 2
        for row, sign in enumerate(signs):
            y = middle + (row - len(signs) / 2) * step + _GAP_PX / 2
            colour = self._colours.active if sign.is_filled else self._colours.mark
            painter.setPen(QPen(colour, _STROKE_PX))
            for stroke in sign.strokes:
                shape = QPolygonF([QPointF(left + dx * scale, y + dy * scale) for dx, dy in stroke])
                if sign.is_filled:
                    painter.setBrush(colour)
                    painter.drawPolygon(shape)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                else:
                    painter.drawPolyline(shape)


def _united(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges [start, end) that some of the spans cover, ascending."""
    ordered = sorted(spans)
    first, last = ordered[0]
    for start, end in ordered:
        if start > last:
            yield first, last
            first = start
        last = max(last, end)
    yield first, last
