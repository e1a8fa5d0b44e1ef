"""Dispute delegate: a passage as a row, and below in small who marked how much of it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.qt.models.agreement_model import DisputeModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.theme import shown_theme
from annotator.services.agreement import DisputedPassage

_GAP = 3.0


class DisputeDelegate(RowDelegate):
    """The passage; below the text that it stands in, and each member's share."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        heights = (QFontMetricsF(font).height() for font in (option.font, small(option.font)))
        return row_size(sum(heights) + _GAP)

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme, font = shown_theme(), painter.font()
        one: DisputedPassage = index.data(DisputeModel.DisputeRole)
        height = QFontMetricsF(font).height()
        painter.setPen(QColor(theme.ink))
        draw_line(painter, QRectF(inner.left(), inner.top(), inner.width(), height), index.data())
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        below = inner.adjusted(0, height + _GAP, 0, 0)
        shares = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        draw_line(painter, below, f"{shares} · {one.document.title}")
