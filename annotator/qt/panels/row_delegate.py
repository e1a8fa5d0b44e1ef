"""Row delegate: what the rows of all lists share, and how texts are fitted into them."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.qt.models.row_model import ModelIndex
from annotator.qt.theme import shown_theme

MARGIN_X = 11
MARGIN_Y = 8

_SMALL = 0.9
_MARK_PX = 2


class RowDelegate(QStyledItemDelegate):
    """Draws a row's ground and its mark of focus; a kind of row draws the rest in `draw`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        style = option.widget.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        if option.state & QStyle.StateFlag.State_HasFocus:
            mark = QRect(option.rect)
            mark.setWidth(_MARK_PX)
            painter.fillRect(mark, QColor(shown_theme().accent))
        painter.setFont(option.font)
        self.draw(painter, inner_rect(option), index)
        painter.restore()

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        """Draw what the row says, inside its margins."""
        raise NotImplementedError


def inner_rect(option: QStyleOptionViewItem) -> QRectF:
    return QRectF(option.rect.adjusted(MARGIN_X, MARGIN_Y, -MARGIN_X, -MARGIN_Y))


def row_size(height: float) -> QSize:
    """Return the size hint of a row with contents of this height; rows take any width."""
    return QSize(120, round(height) + 2 * MARGIN_Y)


def small(font: QFont) -> QFont:
    """Return the font in which less important things stand."""
    smaller = QFont(font)
    if font.pointSizeF() > 0:
        smaller.setPointSizeF(font.pointSizeF() * _SMALL)
    else:
        smaller.setPixelSize(round(font.pixelSize() * _SMALL))
    return smaller


def draw_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Draw one line of text, shortened where it does not fit; return its width."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, elide, rect.width())
    baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2
    width = metrics.horizontalAdvance(shown)
    is_right = bool(align & Qt.AlignmentFlag.AlignRight)
    left = rect.right() - width if is_right else rect.left()
    painter.drawText(QPointF(left, baseline), shown)
    return width
