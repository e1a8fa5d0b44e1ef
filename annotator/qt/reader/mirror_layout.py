"""Gives a text document the lines that a pane has set, without setting any by itself."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from annotator.qt.reader.column import Column, Frame, SeenPiece
from annotator.qt.reader.text_view import TextView
from annotator.qt.reader.utf16 import Utf16Map

# A longer paragraph would have to be laid out from its start, which may be a book away.
_LONGEST_PARAGRAPH = 20_000


class MirrorLayout(QAbstractTextDocumentLayout):
    """Lines of blocks where the pane has them, in coordinates of its viewport.

    Qt asks for the lines of a block by asking for its rectangle.
    """

    def __init__(self, document: QTextDocument, view: TextView) -> None:
        super().__init__(document)
        self._view = view
        self._utf16 = Utf16Map("")
        self._state: tuple[Column, int, Frame] | None = None
        # By number: a layout dies with its block, of which Python is not told.
        self._set_blocks: list[int] = []

    def show(self, view: TextView, utf16: Utf16Map) -> None:
        """Set the lines that are seen now; forget those that were."""
        self._view, self._utf16 = view, utf16
        state = view.column, view.column.y, view.column.frame
        if state == self._state:
            return
        self._state = state
        for number in self._set_blocks:
            self.document().findBlockByNumber(number).clearLayout()
        self._set_blocks.clear()
        for seen in view.column.seen_pieces():
            block = self.document().findBlock(utf16.to_qt(seen.piece.start))
            if not block.layout().lineCount():
                self.blockBoundingRect(block)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if block.length() <= _LONGEST_PARAGRAPH and not block.layout().lineCount():
            self._set_lines(block)
        return QRectF()

    def hitTest(  # type: ignore[override]  # Qt passes points and nothing else
        self, point: QPointF, _accuracy: Qt.HitTestAccuracy
    ) -> int:
        offset = self._view.geometry.character_at(point)
        return -1 if offset is None else self._utf16.to_qt(offset)

    def documentSize(self) -> QSizeF:
        return QSizeF()

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        return QRectF()

    def pageCount(self) -> int:
        return 1

    def documentChanged(self, _position: int, _removed: int, _added: int) -> None: ...

    def draw(
        self, _painter: QPainter, _context: QAbstractTextDocumentLayout.PaintContext
    ) -> None: ...

    def _set_lines(self, block: QTextBlock) -> None:
        layout = block.layout()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        layout.setPosition(QPointF())
        layout.beginLayout()
        for seen in self._pieces_of(block):
            for line in range(seen.layout.line_count):
                self._set_line(layout, seen, line, block.position())
        layout.endLayout()
        self._set_blocks.append(block.blockNumber())

    def _set_line(self, layout: QTextLayout, seen: SeenPiece, line: int, block_start: int) -> None:
        first, end = (seen.piece.start + offset for offset in seen.layout.line_range(line))
        text_line = layout.createLine()
        if not text_line.isValid():
            return
        # Qt counts characters as readers see them: never more than code points.
        columns = end - first
        text_line.setNumColumns(columns)
        while self._end_of(text_line, block_start) > end and columns > 1:
            columns -= 1
            text_line.setNumColumns(columns)
        left = self._view.column.frame.left + seen.layout.caret_x(first - seen.piece.start, line)
        text_line.setPosition(QPointF(left, seen.top + seen.layout.box.band(line)[0]))

    def _end_of(self, line: QTextLine, block_start: int) -> int:
        return self._utf16.from_qt(block_start + line.textStart() + line.textLength())

    def _pieces_of(self, block: QTextBlock) -> list[SeenPiece]:
        model, column = self._view.model, self._view.column
        start = self._utf16.from_qt(block.position())
        end = self._utf16.from_qt(block.position() + block.length() - 1)
        indexes = range(model.piece_at(start), model.piece_at(max(start, end - 1)) + 1)
        return [column.piece_by_index(index) for index in indexes]
