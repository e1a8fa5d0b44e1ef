"""Hit delegate: search hits one below the other, so that what was found stands in one column."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.qt.models.hit_model import HitModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.reader.utf16 import layout_text
from annotator.qt.theme import shown_theme
from annotator.services.search import Hit

_COLUMN = 0.38
_MOST_OF_ROW = 0.5


class HitDelegate(RowDelegate):
    """Draws the rows of a HitModel: titles of texts, and hits in their context."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        return row_size(QFontMetricsF(option.font).height())

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        hit: Hit | None = index.data(HitModel.HitRole)
        if hit is None:
            _draw_text(painter, inner, index)
        else:
            _draw_hit(painter, inner, hit)


def _draw_text(painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
    painter.setFont(small(painter.font()))
    painter.setPen(QColor(shown_theme().quiet_ink))
    count = str(index.data(HitModel.CountRole))
    width = draw_line(painter, inner, count, align=Qt.AlignmentFlag.AlignRight)
    draw_line(painter, inner.adjusted(0, 0, -width - 8, 0), index.data())


def _draw_hit(painter: QPainter, inner: QRectF, hit: Hit) -> None:
    theme = shown_theme()
    metrics = QFontMetricsF(painter.font())
    match, before, after = (layout_text(part) for part in (hit.match, hit.before, hit.after))
    match = metrics.elidedText(match, Qt.TextElideMode.ElideMiddle, inner.width() * _MOST_OF_ROW)
    start = inner.left() + inner.width() * _COLUMN
    found = QRectF(start, inner.top(), metrics.horizontalAdvance(match), inner.height())
    painter.fillRect(found.adjusted(-1, -1, 1, 1), QColor(theme.hit))
    painter.setPen(QColor(theme.ink))
    draw_line(painter, found.adjusted(0, 0, 1, 0), match)
    painter.setPen(QColor(theme.quiet_ink))
    left = QRectF(inner.left(), inner.top(), start - inner.left() - 2, inner.height())
    draw_line(
        painter,
        left,
        before,
        elide=Qt.TextElideMode.ElideLeft,
        align=Qt.AlignmentFlag.AlignRight,
    )
    right = QRectF(
        found.right() + 2, inner.top(), inner.right() - found.right() - 2, inner.height()
    )
    draw_line(painter, right, after)
