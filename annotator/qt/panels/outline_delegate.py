"""Outline delegate: the title of a section, and below it in small where an article comes from."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.qt.models.outline_model import OutlineModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import draw_line, small
from annotator.qt.theme import shown_theme


class OutlineDelegate(QStyledItemDelegate):
    """Rows without an origin look as Qt draws them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        if _origin(index):
            size.setHeight(size.height() + round(QFontMetricsF(small(option.font)).height()))
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        origin = _origin(index)
        if not origin:
            super().paint(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = whole.widget.style()
        inside = QRectF(
            style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, whole, whole.widget)
        )
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        inside.setLeft(inside.left() + margin)
        title, whole.text = whole.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        painter.save()
        lesser = small(whole.font)
        lesser.setBold(False)
        heights = [QFontMetricsF(font).height() for font in (whole.font, lesser)]
        top = inside.top() + (inside.height() - sum(heights)) / 2
        for text, font, height, colour in (
            (title, whole.font, heights[0], shown_theme().ink),
            (origin, lesser, heights[1], shown_theme().quiet_ink),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            draw_line(painter, QRectF(inside.left(), top, inside.width(), height), text)
            top += height
        painter.restore()


def _origin(index: ModelIndex) -> str:
    origin: str = index.data(OutlineModel.OriginRole) if index.column() == 0 else ""
    return origin
