"""Thread delegate: who wrote, when, and all the words below each other."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from annotator.qt.member_looks import draw_sign_in, soft_colour
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.thread_model import ThreadEntry, ThreadModel
from annotator.qt.panels.row_delegate import MARGIN_X, RowDelegate, draw_line, row_size, small
from annotator.qt.reader.appearance import MemberLook
from annotator.qt.theme import shown_theme

_GAP_PX = 7
_LEADING = 1.3
_MOST_CHARACTERS = 20_000


class ThreadDelegate(RowDelegate):
    """Rows are as high as their words need in the width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        assert isinstance(option.widget, QAbstractItemView)
        width = option.widget.viewport().width() - 2 * MARGIN_X
        entry: ThreadEntry = index.data(ThreadModel.EntryRole)
        words = _laid_out(entry.words, option.font, width)
        return row_size(_head_height(option.font) + words.boundingRect().height())

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        entry: ThreadEntry = index.data(ThreadModel.EntryRole)
        theme, font = shown_theme(), painter.font()
        head = QRectF(inner.left(), inner.top(), inner.width(), _head_height(font))
        painter.setFont(small(font))
        look = MemberLook(entry.sign, soft_colour(entry.member.colour, theme))
        head.adjust(draw_sign_in(painter, head, look) + _GAP_PX, 0, 0, 0)
        painter.setPen(QColor(theme.quiet_ink))
        draw_line(painter, head, f"{entry.member.name} · {entry.written}")
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        words = _laid_out(entry.words, font, inner.width())
        words.draw(painter, QPointF(inner.left(), head.bottom()))


def _head_height(font: QFont) -> float:
    return QFontMetricsF(small(font)).height() * _LEADING


def _laid_out(words: str, font: QFont, width: float) -> QTextLayout:
    shown = words if len(words) <= _MOST_CHARACTERS else words[:_MOST_CHARACTERS] + "…"
    layout = QTextLayout(shown.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = QFontMetricsF(font).height() * _LEADING
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, top))
        top += step
    layout.endLayout()
    return layout
