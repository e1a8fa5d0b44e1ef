"""Document delegate: a text as a row with its title, what is known of it, and its annotations."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.qt.models.document_model import DocumentModel, DocumentRow
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.theme import shown_theme

_GAP = 4.0
_DOT_RADIUS = 3.0
_DOT_ROOM = 13.0


class DocumentDelegate(RowDelegate):
    """Title and number of annotations, below in small what is known; a dot if it lies open, a tick
    if the reader has finished it.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        heights = (QFontMetricsF(font).height() for font in (option.font, small(option.font)))
        return row_size(sum(heights) + _GAP)

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme = shown_theme()
        row: DocumentRow = index.data(DocumentModel.RowRole)
        font = painter.font()
        title = QRectF(inner.left(), inner.top(), inner.width(), QFontMetricsF(font).height())
        painter.setPen(QColor(theme.quiet_ink))
        if told := _told_at_right(row):
            align = Qt.AlignmentFlag.AlignRight
            title.setRight(title.right() - draw_line(painter, title, told, align=align) - 8)
        if row.is_open:
            _draw_dot(painter, title, QColor(theme.accent))
            title.setLeft(title.left() + _DOT_ROOM)
        painter.setPen(QColor(theme.ink))
        draw_line(painter, title, row.document.title)
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        below = inner.adjusted(0, title.height() + _GAP, 0, 0)
        draw_line(painter, below, index.data(DocumentModel.SubtitleRole))


def _told_at_right(row: DocumentRow) -> str:
    count = str(row.count) if row.count else ""
    return f"✓ {count}".rstrip() if row.is_finished else count


def _draw_dot(painter: QPainter, line: QRectF, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = QPointF(line.left() + _DOT_RADIUS + 1, line.center().y())
    painter.drawEllipse(middle, _DOT_RADIUS, _DOT_RADIUS)
    painter.restore()
