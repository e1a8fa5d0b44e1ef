"""Paints what a window shows of a column: paper, highlights, selection, text, signs."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from annotator.core.reading_text import Mark
from annotator.core.span import ReadingSpan
from annotator.qt.reader.agreement_band import AgreementBand
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.column import Column, SeenPiece
from annotator.qt.reader.decorations import Decorations
from annotator.qt.reader.dresses import Dress, Dresses, mixed
from annotator.qt.reader.end_handles import paint_handles
from annotator.qt.reader.geometry import Geometry
from annotator.qt.reader.highlight_segments import segments
from annotator.qt.reader.margin import Margin
from annotator.qt.reader.paragraph_style import style_of
from annotator.qt.reader.selection import Caret
from annotator.qt.reader.sharing_gutter import SharingGutter
from annotator.qt.reader.tile_cache import TileCache
from annotator.qt.reader.underlines import Underlines

OUTLINE_PX = 1.5

_UNDERLINE_RISE_PX = 2.0
_UNDERLINE_STEP_PX = 3.5
_LEAST_UNDERLINE_STEP_PX = 2.5
_SUGGESTION_INK = 0.3
_SUGGESTION_STEP_PX = 3.0
_MARK_PX = 7.0
_FOCUS_ALPHA = 180
_VEIL_ALPHA = 130
_STRIKE_PX = 1.0


@dataclass(frozen=True, slots=True)
class _TaggedRect:
    """Part of one line and the dress of the tags it carries."""

    rect: QRectF
    dress: Dress


class Painting:
    """Paints one column with its decorations; keeps the drawn text between paintings."""

    def __init__(self, column: Column, decorations: Decorations, appearance: Appearance) -> None:
        self._column = column
        self._geometry = Geometry(column)
        self._decorations = decorations
        self._colours = appearance.colours
        em = appearance.em_width()
        self._margin = Margin(column, decorations, appearance) if appearance.has_margin else None
        self.gutter = SharingGutter(column, decorations, appearance) if self._margin else None
        self.band = AgreementBand(column, decorations, appearance)
        self._mark_distance = appearance.margin_width if appearance.has_margin else 2.5 * _MARK_PX
        self._tiles = TileCache(width=column.frame.width, overhang=1.5 * em)
        self._dresses = Dresses(decorations, appearance.colours)
        self._underlines = Underlines()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint this area of the window, which the painter is clipped to."""
        painter.fillRect(area, self._colours.paper)
        # What belongs to the lines above and below may hang into the area; underlines hang down by
        # no more than half a line.
        slack = self._column.line_height
        top, bottom = area.top() - slack, area.bottom() + 1 + slack
        pieces = list(self._column.seen_pieces(top, bottom))
        for seen in pieces:
            lines = seen.lines_between(area.top() - slack // 2, area.bottom())
            start, end = seen.offsets_of(lines)
            if start < end:
                self._paint_behind_text(painter, seen, ReadingSpan(start, end))
        self._outline_active(painter, pieces)
        for seen in pieces:
            if seen.top <= area.bottom() and area.top() < seen.top + seen.layout.height:
                self._paint_text(painter, seen, area)
            self._strike(painter, seen)
            if self._margin:
                self._margin.paint(painter, seen, seen.lines_between(top, bottom))
            if self.gutter:
                self.gutter.paint(painter, seen)
            self.band.paint(painter, seen)
            for mark in self._decorations.marks_in(seen.piece.start, seen.piece.end):
                self._paint_mark(painter, mark)
        if active := self._decorations.active:
            paint_handles(painter, self._geometry, active.span, self._colours)
        if self._decorations.has_focus:
            self._paint_focus(painter)

    def drawn_ahead(self, ratio: float) -> Iterator[None]:
        """Draw the text a window below and above what is seen, pausing after each small step."""
        for seen in self._column.pieces_around():
            yield
            if seen is None:
                continue
            height = self._column.frame.height
            for block in seen.blocks_between(-height, 2 * height):
                self._tile(seen, block, ratio)
                yield

    def mark_at(self, point: QPoint) -> Mark | None:
        """Return the mark whose sign is here, or nearly here."""
        slack = _MARK_PX / 2
        for seen in self._column.seen_pieces():
            for mark in self._decorations.marks_in(seen.piece.start, seen.piece.end):
                sign = self._mark_rect(mark).adjusted(-slack, -slack, slack, slack)
                if sign.contains(point):
                    return mark
        return None

    def _mark_rect(self, mark: Mark) -> QRectF:
        """Return where the sign of a mark stands: in the margin, beside its line."""
        line = self._geometry.caret_rect(Caret(mark.start))
        x = max(3.0, self._column.frame.left - self._mark_distance)
        return QRectF(x, line.center().y() - _MARK_PX / 2, _MARK_PX, _MARK_PX)

    def _paint_behind_text(self, painter: QPainter, seen: SeenPiece, lines: ReadingSpan) -> None:
        """Paint what lies behind these lines of a piece."""
        tagged = self._tagged_rects(seen, lines)
        for each in tagged:
            painter.fillRect(each.rect, each.dress.colour)
        for hit in self._decorations.hits.within(lines.start, lines.end):
            self._fill(painter, seen, hit.within(lines), self._colours.hit)
        if selected := self._decorations.selection.span:
            self._fill(painter, seen, selected.within(lines), self._colours.selection)
        self._underline_suggested(painter, seen, lines)
        room = seen.layout.box.below_band
        for each in tagged:
            self._underline(painter, each, room=room)

    def _fill(
        self, painter: QPainter, seen: SeenPiece, span: ReadingSpan | None, colour: QColor
    ) -> None:
        for rect in self._geometry.rects_in(seen, span) if span else ():
            painter.fillRect(rect, colour)

    def _tagged_rects(self, seen: SeenPiece, lines: ReadingSpan) -> list[_TaggedRect]:
        highlights = self._decorations.highlights.in_piece(seen.index)
        return [
            _TaggedRect(rect, self._dresses.of(segment.tag_ids))
            for segment in segments(highlights, lines.start, lines.end)
            for rect in self._geometry.rects_in(seen, ReadingSpan(segment.start, segment.end))
        ]

    def _underline(self, painter: QPainter, tagged: _TaggedRect, *, room: float) -> None:
        """Draw the underlines of a line, as many as go above the letters of the next."""
        y = tagged.rect.bottom() - _UNDERLINE_RISE_PX
        underlines = tagged.dress.underlines
        fitting = min(len(underlines), 1 + int(room / _LEAST_UNDERLINE_STEP_PX))
        step = min(_UNDERLINE_STEP_PX, room / max(1, fitting - 1))
        left, width = QPointF(tagged.rect.left(), y), tagged.rect.width()
        self._underlines.draw(painter, underlines[:fitting], left, width=width, step=step)

    def _underline_suggested(self, painter: QPainter, seen: SeenPiece, lines: ReadingSpan) -> None:
        """Draw a faint row of dots, one below the other where several tags are suggested.

        Unlike what is annotated, nothing lies behind the text.
        """
        for rank, look, span in self._decorations.suggested_in(lines.start, lines.end):
            colour = mixed(look.colour, self._colours.ink, _SUGGESTION_INK)
            step = min(_SUGGESTION_STEP_PX, seen.layout.box.below_band / 3) * rank
            part = span.within(lines)
            for rect in self._geometry.rects_in(seen, part) if part else ():
                left = QPointF(rect.left(), rect.bottom() + step)
                self._underlines.draw(painter, [(None, colour)], left, width=rect.width())

    def _outline_active(self, painter: QPainter, pieces: list[SeenPiece]) -> None:
        active = self._decorations.active
        if active is None:
            return
        outline = QPainterPath()
        for seen in pieces:
            for rect in self._geometry.rects_in(seen, active.span):
                outline.addRect(rect.adjusted(-1, -1, 1, 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.strokePath(outline.simplified(), QPen(self._colours.active, OUTLINE_PX))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_text(self, painter: QPainter, seen: SeenPiece, area: QRect) -> None:
        ratio = painter.device().devicePixelRatioF()
        corner = QPointF(self._column.frame.left, seen.top)
        for block in seen.blocks_between(area.top(), area.bottom()):
            tile = self._tile(seen, block, ratio)
            origin = corner + self._tiles.origin(seen.layout, block)
            painter.drawImage(_on_device_pixels(origin, ratio), tile)

    def _strike(self, painter: QPainter, seen: SeenPiece) -> None:
        """Let what is crossed out fade, with a line through it."""
        struck = self._decorations.struck.within(seen.piece.start, seen.piece.end)
        if not struck:
            return
        veil = QColor(self._colours.paper)
        veil.setAlpha(_VEIL_ALPHA)
        for span in struck:
            for rect in self._geometry.rects_in(seen, span):
                painter.fillRect(rect, veil)
                middle = QRectF(rect.left(), rect.center().y(), rect.width(), _STRIKE_PX)
                painter.fillRect(middle, self._colours.mark)

    def _tile(self, seen: SeenPiece, block: int, ratio: float) -> QImage:
        is_quiet = style_of(seen.piece.kind, seen.piece.level).is_quiet
        ink = self._colours.quiet_ink if is_quiet else self._colours.ink
        return self._tiles.tile(seen.index, seen.layout, block, ink=ink, ratio=ratio)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours.mark, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = self._mark_rect(mark)
        top = QPointF(rect.center().x(), rect.top())
        painter.drawPolygon([top, rect.bottomRight(), rect.bottomLeft()])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_focus(self, painter: QPainter) -> None:
        caret = self._geometry.caret_rect(self._decorations.selection.head)
        painter.fillRect(caret, self._colours.caret)
        colour = QColor(self._colours.active)
        colour.setAlpha(_FOCUS_ALPHA)
        window = self._column.frame
        right, bottom = window.window_width - 1, window.height - 1
        # Four fills cost next to nothing; a translucent stroke of this size, a millisecond.
        painter.fillRect(0, 0, right + 1, 1, colour)
        painter.fillRect(0, bottom, right + 1, 1, colour)
        painter.fillRect(0, 1, 1, bottom - 1, colour)
        painter.fillRect(right, 1, 1, bottom - 1, colour)


def _on_device_pixels(point: QPointF, ratio: float) -> QPointF:
    """Return the nearest point at which a tile is copied, not resampled."""
    return QPointF(round(point.x() * ratio) / ratio, round(point.y() * ratio) / ratio)
