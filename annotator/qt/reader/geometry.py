"""Where carets and passages are in the window, and what is under a point of it."""

from PySide6.QtCore import QPointF, QRectF

from annotator.core.span import ReadingSpan
from annotator.qt.reader.column import Column, Place, SeenPiece
from annotator.qt.reader.selection import Caret


class Geometry:
    """Answers for one column, in its present scroll state."""

    def __init__(self, column: Column) -> None:
        self._column = column

    def rects_of(self, span: ReadingSpan) -> list[QRectF]:
        """Return the seen lines of a passage, from top to bottom."""
        return [rect for seen in self._column.seen_pieces() for rect in self.rects_in(seen, span)]

    def rects_in(self, seen: SeenPiece, span: ReadingSpan) -> list[QRectF]:
        """Return the lines of a passage in one piece; of a hanging stop, the half with ink."""
        rects = []
        frame, box = self._column.frame, seen.layout.box
        for part in seen.part_of(span):
            top, height = box.band(part.line)
            width = min(part.right, frame.width + box.em / 2) - part.left
            rects.append(QRectF(frame.left + part.left, seen.top + top, width, height))
        return rects

    def caret_rect(self, caret: Caret) -> QRectF:
        seen, line = self._line_of(caret)
        top, height = seen.layout.box.band(line)
        x = self._column.frame.left + seen.layout.caret_x(caret.offset - seen.piece.start, line)
        return QRectF(x - 0.75, seen.top + top, 1.5, height)

    def caret_at(self, point: QPointF) -> Caret:
        """Return the caret nearest to a point."""
        seen = self._column.piece_at_y(point.y())
        return self._caret_in(seen, seen.layout.line_at_y(point.y() - seen.top), point.x())

    def character_at(self, point: QPointF) -> int | None:
        """Return the offset of the character under a point, None where there is none."""
        seen = self._column.piece_at_y(point.y())
        line = seen.layout.line_at_y(point.y() - seen.top)
        top = seen.top + seen.layout.box.top(line)
        offset = seen.layout.character_at(line, point.x() - self._column.frame.left)
        if offset is None or not top <= point.y() < top + seen.layout.box.height:
            return None
        return seen.piece.start + offset

    def line_edges(self, caret: Caret) -> tuple[int, int]:
        """Return the offsets at which the caret's line starts and ends."""
        seen, line = self._line_of(caret)
        start, end = seen.layout.line_range(line)
        return seen.piece.start + start, seen.piece.start + end

    def line_step(self, caret: Caret, direction: int, x: float) -> Caret | None:
        """Return the caret nearest to x, a line below (1) or above (-1); None beyond the text."""
        seen, line = self._line_of(caret)
        line += direction
        if not 0 <= line < seen.layout.line_count:
            index = seen.index + direction
            if not 0 <= index < self._column.piece_count:
                return None
            seen = self._column.piece_by_index(index)
            line = 0 if direction > 0 else seen.layout.line_count - 1
        return self._caret_in(seen, line, x)

    def seen(self) -> ReadingSpan | None:
        """Return what stands on the lines in the window, None where no text does."""
        frame = self._column.frame
        first = self.caret_at(QPointF(0, 0)).offset
        last = self.caret_at(QPointF(frame.window_width, frame.height - 1)).offset
        return ReadingSpan(first, last) if first < last else None

    def reveal(self, span: ReadingSpan) -> None:
        """Scroll so that the passage is seen well; not at all if it, or as much as fits, is."""
        first = self.caret_rect(Caret(span.start))
        last = self.caret_rect(Caret(span.end, leans_back=True))
        slack = first.height()
        room = self._column.frame.height - 2 * slack
        wanted_bottom = min(last.bottom(), first.top() + room)
        if slack <= first.top() and wanted_bottom <= slack + room:
            return
        self._column.go_to(Place(span.start), above_px=self._column.frame.height // 3)

    def uncover(self, caret: Caret) -> None:
        """Scroll by as little as brings the caret's line into the window."""
        rect = self.caret_rect(caret)
        height = self._column.frame.height
        if -height < rect.top() < 0:
            self._column.scroll_by(round(rect.top()) - 4)
        elif height < rect.bottom() < 2 * height:
            self._column.scroll_by(round(rect.bottom()) - height + 4)
        elif not 0 <= rect.top() <= height:
            self._column.go_to(Place(caret.offset), above_px=height // 3)

    def _caret_in(self, seen: SeenPiece, line: int, x: float) -> Caret:
        offset = seen.layout.offset_at(line, x - self._column.frame.left)
        start, end = seen.layout.line_range(line)
        return Caret(seen.piece.start + offset, leans_back=start < offset == end)

    def _line_of(self, caret: Caret) -> tuple[SeenPiece, int]:
        seen = self._column.piece_with(caret.offset)
        inside = caret.offset - seen.piece.start
        return seen, seen.layout.line_of(inside, leans_back=caret.leans_back)
