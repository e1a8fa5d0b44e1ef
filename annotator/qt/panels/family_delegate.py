"""Family delegate: a shared passage as a row with its first words and its counts."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.qt.models.family_model import FamilyModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.reader.utf16 import layout_text
from annotator.qt.theme import shown_theme

_LEADING = 1.35


class FamilyDelegate(RowDelegate):
    """Two lines, in rows of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        lines = QFontMetricsF(option.font).height() + QFontMetricsF(small(option.font)).height()
        return row_size(_LEADING * lines)

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme = shown_theme()
        painter.setPen(QColor(theme.ink))
        words = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        draw_line(painter, words, layout_text(index.data()))
        painter.setFont(small(painter.font()))
        painter.setPen(QColor(theme.quiet_ink))
        counts = index.data(FamilyModel.CountsRole)
        draw_line(painter, words.translated(0, words.height()), counts)
