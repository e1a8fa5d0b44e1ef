"""Tag delegate: a tag as a row with its key, look, name and number of annotations."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.qt.models.codebook_model import CodebookModel, TagRow
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.tag_signs import SWATCH_WIDTH, draw_swatch
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.theme import shown_theme

_KEY_ROOM = 18.0
_GAP = 9.0


class TagDelegate(RowDelegate):
    """Draws the rows of a CodebookModel."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        return row_size(QFontMetricsF(option.font).height() + 2)

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme = shown_theme()
        row: TagRow = index.data(CodebookModel.RowRole)
        font = painter.font()
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        if row.key is not None:
            draw_line(painter, inner, str(row.key))
        right = Qt.AlignmentFlag.AlignRight
        taken = draw_line(painter, inner, row.counts, align=right)
        left = inner.left() + _KEY_ROOM
        draw_swatch(painter, QPointF(left, inner.center().y()), row.tag)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        name = inner.adjusted(_KEY_ROOM + SWATCH_WIDTH + _GAP, 0, -taken - _GAP, 0)
        draw_line(painter, name, index.data())
