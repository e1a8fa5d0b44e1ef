"""Annotation delegate: an annotation as a row with its tags, quotation, note and origin."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from annotator.core.annotation import Annotation
from annotator.core.codebook import Tag
from annotator.qt import icons
from annotator.qt.models.annotation_model import AnnotationModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.tag_signs import chips_width, draw_chips, shown_theme
from annotator.qt.panels.row_delegate import MARGIN_X, RowDelegate, draw_line, row_size, small
from annotator.qt.reader.utf16 import Utf16Map, layout_text

_LEADING = 1.45
_MOST_CHARACTERS = 200
_ICON_PX = 15
_LEAST_EMS_BESIDE_CHIPS = 3


class AnnotationDelegate(RowDelegate):
    """Tags and quotation in up to two lines, the note in one, then document, member and day."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        annotation: Annotation = index.data(AnnotationModel.AnnotationRole)
        tags: tuple[Tag, ...] = index.data(AnnotationModel.TagsRole)
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        width = view.viewport().width() - 2 * MARGIN_X
        lines = len(_lines(annotation.selector.quotation, tags, option.font, width))
        small_lines = 2 if annotation.has_note else 1
        return row_size(
            lines * _line_height(option.font) + small_lines * _line_height(small(option.font))
        )

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme = shown_theme()
        annotation: Annotation = index.data(AnnotationModel.AnnotationRole)
        tags: tuple[Tag, ...] = index.data(AnnotationModel.TagsRole)
        font = painter.font()
        painter.setPen(QColor(theme.ink))
        height = _line_height(font)
        top = inner.top()
        draw_chips(painter, QPointF(inner.left(), top + _above(font)), tags)
        for indent, text in _lines(annotation.selector.quotation, tags, font, inner.width()):
            draw_line(
                painter, QRectF(inner.left() + indent, top, inner.width() - indent, height), text
            )
            top += height
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        line = QRectF(inner.left(), top, inner.width(), _line_height(painter.font()))
        if annotation.has_note:
            _draw_note(painter, line, annotation.note)
            line.translate(0, line.height())
        _draw_origin(painter, line, index)


def _draw_note(painter: QPainter, line: QRectF, note: str) -> None:
    icon = QRectF(line.left(), line.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
    icons.icon("note").paint(painter, icon.toRect())
    draw_line(painter, line.adjusted(_ICON_PX + 5, 0, 0, 0), " ".join(note.split()))


def _draw_origin(painter: QPainter, line: QRectF, index: ModelIndex) -> None:
    last = (index.data(AnnotationModel.MemberRole), index.data(AnnotationModel.DayRole))
    told = " · ".join(part for part in last if part)
    width = draw_line(painter, line, told, align=Qt.AlignmentFlag.AlignRight)
    title: str = index.data(AnnotationModel.TitleRole)
    draw_line(painter, line.adjusted(0, 0, -width - 12, 0), title)


def _lines(
    quotation: str, tags: tuple[Tag, ...], font: QFont, width: float
) -> list[tuple[float, str]]:
    """Return one or two lines with their indents: the first begins beside the tags."""
    metrics = QFontMetricsF(font)
    text = layout_text(quotation[:_MOST_CHARACTERS]).strip()
    indent = chips_width(tags, metrics)
    if width - indent < _LEAST_EMS_BESIDE_CHIPS * metrics.height():
        return [(width, ""), (0, text)]
    if indent + metrics.horizontalAdvance(text) <= width:
        return [(indent, text)]
    first = _fitting(text, font, width - indent)
    return [(indent, text[:first]), (0, text[first:].lstrip())]


def _fitting(text: str, font: QFont, width: float) -> int:
    """Return how many characters make the first line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return Utf16Map(text).from_qt(line.textLength())


def _line_height(font: QFont) -> float:
    return QFontMetricsF(font).height() * _LEADING


def _above(font: QFont) -> float:
    """Return the blank above the letters of a line."""
    return (_line_height(font) - QFontMetricsF(font).height()) / 2
