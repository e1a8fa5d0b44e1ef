"""A text edit that nobody sees, in which Qt finds what a pane shows, for screen readers.

PySide leaves `selection` and `attributes` out of QAccessibleTextInterface, so no class of ours can
answer for them. A QTextEdit answers in C++: it is given the pane's text, caret, selection, lines
and colours of tags whenever somebody asks, and what is done to its caret is done to the pane's.
Its lines are the pane's, but justified by nobody: across the line a character is told up to its own
width from where it is painted.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextInterface,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from annotator.core.codebook import Underline
from annotator.core.span import ReadingSpan
from annotator.qt.reader.highlight_segments import segments
from annotator.qt.reader.mirror_layout import MirrorLayout
from annotator.qt.reader.paragraph_style import BODY_STYLE
from annotator.qt.reader.selecting import Selecting
from annotator.qt.reader.selection import Caret, Selection
from annotator.qt.reader.text_view import TextView
from annotator.qt.reader.utf16 import Utf16Map

_Style = QTextCharFormat.UnderlineStyle
_UNDERLINES = {
    Underline.SOLID: _Style.SingleUnderline,
    Underline.DASHED: _Style.DashUnderline,
    Underline.DOTTED: _Style.DotLine,
    Underline.WAVE: _Style.WaveUnderline,
    Underline.DOUBLE: _Style.SingleUnderline,
}
# Tags are told so far around the caret and the first line in the window, so that a hundred
# thousand of them cost no more than a few.
_REACH = 5_000

_Look = tuple[int, int, QTextCharFormat]


class TextMirror(QTextEdit):
    """The text of a pane as Qt's accessibility asks for it. Qt's offsets are UTF-16 units."""

    def __init__(
        self, pane: QWidget, selecting: Selecting, reveal: Callable[[ReadingSpan], None]
    ) -> None:
        super().__init__(pane)
        # As a window it is not one of the things that a screen reader finds in the pane.
        self.setWindowFlag(Qt.WindowType.Window)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setReadOnly(True)
        self._selecting = selecting
        self._reveal = reveal
        self._text = ""
        self._utf16 = Utf16Map("")
        self._looks: list[_Look] = []
        self._document = QTextDocument(self)
        self._document.setUndoRedoEnabled(False)
        self._lines = MirrorLayout(self._document, selecting.view)
        self._document.setDocumentLayout(self._lines)
        self.setDocument(self._document)
        # Otherwise each change would be told to screen readers, all of the text with it.
        self._document.blockSignals(True)
        self._control = self._silent_control()
        self.selectionChanged.connect(self._on_cursor_moved)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def interface(self) -> QAccessibleTextInterface:
        """Show what the pane shows now, and return what screen readers read it from."""
        with QSignalBlocker(self._control):
            self._follow()
        return QAccessible.queryAccessibleInterface(self).textInterface()

    def qt_offset(self, offset: int) -> int:
        """Return the UTF-16 offset of a reading offset."""
        return self._map().to_qt(offset)

    def _silent_control(self) -> QObject:
        """Return the object in which Qt keeps the caret, kept from telling screen readers.

        It tells them in the name of a parent that is a widget; they hear of the pane instead.
        """
        (control,) = [each for each in self.children() if each.inherits("QWidgetTextControl")]
        control.setParent(QObject(self))
        return control

    def _follow(self) -> None:
        view, viewport = self._selecting.view, self._selecting.viewport
        self.move(viewport.mapToGlobal(QPoint(0, 0)) - self.viewport().pos())
        self._map()
        self._follow_looks(view)
        self._lines.show(view, self._utf16)
        self._follow_selection(view.decorations.selection)

    def _map(self) -> Utf16Map:
        text = self._selecting.view.model.text
        if text is not self._text:
            self._text, self._utf16 = text, Utf16Map(text)
            self._looks = []
            self._document.setPlainText(text)
        return self._utf16

    def _follow_selection(self, selection: Selection) -> None:
        cursor = self.textCursor()
        anchor, head = map(self._utf16.to_qt, (selection.anchor, selection.head.offset))
        if (cursor.anchor(), cursor.position()) != (anchor, head):
            self.setTextCursor(self._cursor(anchor, head))

    def _follow_looks(self, view: TextView) -> None:
        font, looks = view.appearance.font(BODY_STYLE), _looks(view)
        if font != self._document.defaultFont():
            self._document.setDefaultFont(font)
        if looks == self._looks:
            return
        edited = self._cursor(0, 0)
        edited.beginEditBlock()
        for start, end, _look in self._looks:
            self._part(start, end).setCharFormat(QTextCharFormat())
        for start, end, look in looks:
            self._part(start, end).mergeCharFormat(look)
        edited.endEditBlock()
        self._looks = looks

    def _part(self, start: int, end: int) -> QTextCursor:
        return self._cursor(self._utf16.to_qt(start), self._utf16.to_qt(end))

    def _cursor(self, qt_anchor: int, qt_position: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(qt_anchor)
        cursor.setPosition(qt_position, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_cursor_moved(self) -> None:
        """Do in the pane what a screen reader has done here."""
        cursor, steps = self.textCursor(), self._selecting.view.steps
        anchor, head = (
            steps.snapped(self._utf16.from_qt(offset))
            for offset in (cursor.anchor(), cursor.position())
        )
        self._selecting.change(Selection(anchor, Caret(head)))
        self._selecting.announce()
        self._reveal(ReadingSpan(head, head + 1))


def _looks(view: TextView) -> list[_Look]:
    """Return how the text looks near the places that matter: headings first, then tags."""
    model, place = view.model, view.place.offset
    pieces: set[int] = set()
    for near in (place, view.decorations.selection.head.offset):
        first, last = model.piece_at(max(0, near - _REACH)), model.piece_at(near + _REACH)
        pieces.update(range(first, last + 1))
    ordered = sorted(pieces)
    return [
        *[look for index in ordered for look in _type_of(view, index)],
        *[look for index in ordered for look in _tags_in(view, index)],
    ]


def _type_of(view: TextView, index: int) -> Iterator[_Look]:
    """Yield the type in which a piece is set, if it is not that of body text."""
    piece = view.model.piece(index)
    style = view.appearance.style(piece.kind, piece.level)
    if (style.scale, style.is_bold) != (BODY_STYLE.scale, BODY_STYLE.is_bold):
        set_in = QTextCharFormat()
        set_in.setFont(view.appearance.font(style))
        yield piece.start, piece.end, set_in


def _tags_in(view: TextView, index: int) -> Iterator[_Look]:
    """Yield the tagged passages of a piece with the look of their first tag."""
    piece, decorations = view.model.piece(index), view.decorations
    for part in segments(decorations.highlights.in_piece(index), piece.start, piece.end):
        if look := decorations.tag_looks.get(part.tag_ids[0]):
            tagged = QTextCharFormat()
            tagged.setBackground(look.colour)
            tagged.setUnderlineStyle(_UNDERLINES[look.underline])
            yield part.start, part.end, tagged
