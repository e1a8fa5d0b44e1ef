"""Annotation delegate: an annotation as a row with its tags, quotation, note and origin."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.core.annotation import Annotation
from annotator.qt import icons
from annotator.qt.models.annotation_model import AnnotationModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.tag_signs import draw_chips
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.reader.utf16 import Utf16Map, layout_text
from annotator.qt.theme import shown_theme

_LEADING = 1.45
_MOST_CHARACTERS = 200
_MOST_FOR_CHIPS = 0.62
_ICON_PX = 15
_GAP_PX = 12


class AnnotationDelegate(RowDelegate):
    """Three lines: tags and quotation; the note, or more of the quotation; state, document, number
    of replies, day.

    All rows have one height: thousands of them are laid out at every change.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._note_icon = icons.icon("note")
        self._reply_icon = icons.icon("reply")

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        return row_size(2 * _line_height(option.font) + _line_height(small(option.font)))

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme = shown_theme()
        annotation: Annotation = index.data(AnnotationModel.AnnotationRole)
        font = painter.font()
        painter.setPen(QColor(theme.ink))
        line = QRectF(inner.left(), inner.top(), inner.width(), _line_height(font))
        taken = _draw_tags(painter, line, index)
        first, rest = _broken(annotation.selector.quotation, font, line.width() - taken)
        if annotation.has_note:
            draw_line(painter, line.adjusted(taken, 0, 0, 0), first + rest)
        else:
            draw_line(painter, line.adjusted(taken, 0, 0, 0), first)
            draw_line(painter, line.translated(0, line.height()), rest)
        line.translate(0, line.height())
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        if annotation.has_note:
            self._draw_note(painter, line, annotation.note)
        self._draw_origin(painter, QRectF(line.bottomLeft(), inner.bottomRight()), index)

    def _draw_note(self, painter: QPainter, line: QRectF, note: str) -> None:
        _draw_icon(painter, self._note_icon, line.left(), line)
        draw_line(painter, line.adjusted(_ICON_PX + 5, 0, 0, 0), " ".join(note.split()))

    def _draw_origin(self, painter: QPainter, line: QRectF, index: ModelIndex) -> None:
        last = (index.data(AnnotationModel.MemberRole), index.data(AnnotationModel.DayRole))
        told = " · ".join(part for part in last if part)
        width = draw_line(painter, line, told, align=Qt.AlignmentFlag.AlignRight)
        if replies := index.data(AnnotationModel.RepliesRole):
            right = Qt.AlignmentFlag.AlignRight
            width += _GAP_PX
            width += draw_line(painter, line.adjusted(0, 0, -width, 0), f"{replies}", align=right)
            width += _ICON_PX + 2
            _draw_icon(painter, self._reply_icon, line.right() - width, line)
        left = (index.data(AnnotationModel.StateRole), index.data(AnnotationModel.TitleRole))
        origin = " · ".join(part for part in left if part)
        draw_line(painter, line.adjusted(0, 0, -width - _GAP_PX, 0), origin)


def _draw_icon(painter: QPainter, icon: QIcon, left: float, line: QRectF) -> None:
    rect = QRectF(left, line.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
    icon.paint(painter, rect.toRect())


def _draw_tags(painter: QPainter, line: QRectF, index: ModelIndex) -> float:
    """Draw the chips at the start of a line; return what they take of it."""
    blank = (line.height() - QFontMetricsF(painter.font()).height()) / 2
    corner = line.topLeft() + QPointF(0, blank)
    most = line.width() * _MOST_FOR_CHIPS
    return draw_chips(painter, corner, index.data(AnnotationModel.TagsRole), width=most)


def _broken(quotation: str, font: QFont, width: float) -> tuple[str, str]:
    """Return what of a quotation fits into a first line of this width, and what follows."""
    text = layout_text(quotation[:_MOST_CHARACTERS]).strip()
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first = Utf16Map(text).from_qt(line.textLength()) if text else 0
    return text[:first], text[first:].lstrip()


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _line_height(font: QFont) -> float:
    return QFontMetricsF(font).height() * _LEADING
