"""What a reading pane would be that was built on one of Qt's own text widgets, or on the least."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCursor, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from annotator.core.reading_text import ReadingText
from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.paragraph_style import BODY_STYLE
from tests.benchmarks.reader_texts import LOOKS

# The sample texts have no character that takes two UTF-16 units, so that no offset is converted.


class SelectionsPeer:
    """Shows highlights as extra selections of the widget it is given."""

    def __init__(self, widget: QPlainTextEdit | QTextEdit) -> None:
        self.widget = widget
        self._selections: list[QTextEdit.ExtraSelection] = []

    def open(self, text: str) -> None:
        self.widget.setPlainText(text)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        self._selections = [self._selection(each) for each in highlights]
        self.widget.setExtraSelections(self._selections)

    def add_highlight(self, highlight: Highlight) -> None:
        self._selections.append(self._selection(highlight))
        self.widget.setExtraSelections(self._selections)

    def _selection(self, highlight: Highlight) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.widget.document())
        cursor.setPosition(highlight.span.start)
        cursor.setPosition(highlight.span.end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor  # type: ignore[attr-defined]  # missing in Qt's stubs
        selection.format.setBackground(_colour(highlight))  # type: ignore[attr-defined]
        return selection


class OwnPaintingPeer(QPlainTextEdit):
    """Paints the highlights of the visible blocks itself, under the text."""

    def __init__(self) -> None:
        super().__init__()
        self.widget = self
        self._by_block: dict[int, list[tuple[int, int, QColor]]] = {}

    def open(self, text: str) -> None:
        self._starts = [0]
        for line in text.split("\n")[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.setPlainText(text)

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        self._by_block = {}
        for highlight in highlights:
            self._put(highlight)
        self.viewport().update()

    def add_highlight(self, highlight: Highlight) -> None:
        self._put(highlight)
        self.viewport().update()

    def _put(self, highlight: Highlight) -> None:
        span, colour = highlight.span, _colour(highlight)
        first = max(0, bisect_left(self._starts, span.start + 1) - 1)
        for block in range(first, bisect_left(self._starts, span.end)):
            start = self._starts[block]
            part = (max(0, span.start - start), span.end - start, colour)
            insort(self._by_block.setdefault(block, []), part, key=lambda each: each[:2])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        painter = QPainter(self.viewport())
        block, shift = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(shift)
            if box.top() > event.rect().bottom():
                break
            layout = block.layout()
            for start, end, colour in self._by_block.get(block.blockNumber(), ()):
                for number in range(layout.lineCount()):
                    line = layout.lineAt(number)
                    first = max(start, line.textStart())
                    last = min(end, line.textStart() + line.textLength())
                    if first < last:
                        left = line.cursorToX(first)[0]  # type: ignore[index]
                        right = line.cursorToX(last)[0]  # type: ignore[index]
                        rect = line.rect().translated(box.topLeft())
                        rect.setLeft(box.left() + left)
                        rect.setRight(box.left() + right)
                        painter.fillRect(rect, colour)
            block = block.next()
        painter.end()
        super().paintEvent(event)


class BarePeer(QWidget):
    """Lets Qt shape, break, justify and draw the letters that fill a window, and nothing else.

    No page that nobody has seen can be shown for less: no kinsoku, no highlights, nothing kept.
    """

    def __init__(self, text: ReadingText, appearance: Appearance) -> None:
        super().__init__()
        self._text = text
        self._font = appearance.font(BODY_STYLE)
        em = appearance.em_width()
        self._width = (appearance.longest_line or 42) * em
        self._line_height = round(appearance.line_spacing * em)
        self._option = QTextOption(Qt.AlignmentFlag.AlignJustify)
        self._option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._first = 0

    def go_to_place(self, offset: int) -> None:
        self._first = self._text.paragraph_at(offset)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        painter = QPainter(self)
        y = 0
        for paragraph in self._text.paragraphs[self._first :]:
            if y >= self.height():
                break
            layout = QTextLayout(self._text.text[paragraph.start : paragraph.end], self._font)
            layout.setTextOption(self._option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self._width)
                line.setPosition(QPointF(0, y))
                y += self._line_height
            layout.endLayout()
            layout.draw(painter, QPointF(0, 0))
        painter.end()


def _colour(highlight: Highlight) -> QColor:
    return LOOKS[highlight.tag_ids[0]].colour
