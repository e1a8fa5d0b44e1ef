"""The text and the caret of a pane, as a screen reader asks for them.

PySide leaves `selection` and `attributes` out of QAccessibleTextInterface, and in their place C++
hands out memory that nobody has written. So no selection is counted here; what is selected, and
which tags stand at the caret, `spoken` puts into words.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QAccessibleTextInterface
from PySide6.QtWidgets import QWidget

from annotator.core.span import ReadingSpan
from annotator.qt.reader.selecting import Selecting
from annotator.qt.reader.selection import Caret, Selection
from annotator.qt.reader.text_view import TextView
from annotator.qt.reader.utf16 import Utf16Map


class AccessibleText(QAccessibleTextInterface):
    """The text of a pane as Qt's accessibility asks for it: offsets here are UTF-16 units."""

    def __init__(self, selecting: Selecting, reveal: Callable[[ReadingSpan], None]) -> None:
        super().__init__()
        self._selecting = selecting
        self._reveal = reveal
        self._mapped_text = ""
        self._utf16 = Utf16Map("")

    def characterCount(self) -> int:
        return self._to_qt(self._view.model.end)

    def text(self, qt_start: int, qt_end: int) -> str:
        end = self.characterCount() if qt_end < 0 else qt_end
        return self._view.model.text[self._from_qt(qt_start) : self._from_qt(end)]

    def cursorPosition(self) -> int:
        return self._to_qt(self._view.decorations.selection.head.offset)

    def setCursorPosition(self, qt_position: int) -> None:
        self._select(self._place(qt_position), self._place(qt_position))

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, qt_start: int, qt_end: int) -> None:
        self._select(self._place(qt_start), self._place(qt_end))

    def setSelection(self, _index: int, qt_start: int, qt_end: int) -> None:
        self.addSelection(qt_start, qt_end)

    def removeSelection(self, _index: int) -> None:
        self._selecting.clear()

    def characterRect(self, qt_offset: int) -> QRect:
        """Return where a character is on the screen, empty where it is out of view."""
        start = self._from_qt(qt_offset)
        model = self._view.model
        if not model.start <= start < model.end:
            return QRect()
        rects = self._view.geometry.rects_of(ReadingSpan(start, start + 1))
        if not rects:
            return QRect()
        rect = rects[0].toAlignedRect()
        return QRect(self._viewport.mapToGlobal(rect.topLeft()), rect.size())

    def offsetAtPoint(self, point: QPoint) -> int:
        inside = self._viewport.mapFromGlobal(point)
        offset = self._view.geometry.character_at(QPointF(inside))
        return -1 if offset is None else self._to_qt(offset)

    def scrollToSubstring(self, qt_start: int, qt_end: int) -> None:
        start, end = self._place(qt_start), self._place(qt_end)
        if start < end:
            self._reveal(ReadingSpan(start, end))

    @property
    def _view(self) -> TextView:
        return self._selecting.view

    @property
    def _viewport(self) -> QWidget:
        return self._selecting.viewport

    def _select(self, anchor: int, head: int) -> None:
        self._selecting.change(Selection(anchor, Caret(head)))
        self._selecting.announce()

    def _place(self, qt_offset: int) -> int:
        """Return a place in the text at which no character is cut in two."""
        offset = self._view.model.clamped(self._from_qt(qt_offset))
        return self._view.steps.snapped(offset)

    def _to_qt(self, offset: int) -> int:
        return self._map().to_qt(offset - self._view.model.start)

    def _from_qt(self, qt_offset: int) -> int:
        return self._view.model.start + self._map().from_qt(qt_offset)

    def _map(self) -> Utf16Map:
        text = self._view.model.shown_text
        if text is not self._mapped_text:
            self._mapped_text, self._utf16 = text, Utf16Map(text)
        return self._utf16
