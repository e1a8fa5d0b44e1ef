"""Member delegate: one wording of a shared passage, with the letters that differ marked."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from annotator.qt.models.member_model import MISSING, Member, MemberModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import MARGIN_X, RowDelegate, draw_line, row_size, small
from annotator.qt.reader.utf16 import Utf16Map, layout_text
from annotator.qt.theme import shown_theme

_LEADING = 1.35
_GAP_PX = 3
_MOST_CHARACTERS = 600


class MemberDelegate(RowDelegate):
    """A quiet line that tells where it stands, and below it all of its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        width = view.viewport().width() - 2 * MARGIN_X
        layout = _laid_out(index.data(MemberModel.MemberRole), option.font, width)
        return row_size(_heading_height(option.font) + _GAP_PX + layout.boundingRect().height())

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme, font = shown_theme(), painter.font()
        member: Member = index.data(MemberModel.MemberRole)
        model = index.model()
        assert isinstance(model, MemberModel)
        heading = QRectF(inner.left(), inner.top(), inner.width(), _heading_height(font))
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        draw_line(painter, heading, model.heading(member))
        painter.setPen(QColor(theme.ink))
        layout = _laid_out(member, font, inner.width())
        layout.draw(painter, QPointF(inner.left(), heading.bottom() + _GAP_PX))


def _heading_height(font: QFont) -> float:
    return QFontMetricsF(small(font)).height() * _LEADING


def _laid_out(member: Member, font: QFont, width: float) -> QTextLayout:
    """Set the words in lines of this width; what differs has its ground and a line under it."""
    words, marked = _shown(member)
    layout = QTextLayout(layout_text(words), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    utf16 = Utf16Map(words)
    formats = []
    for start, end in marked:
        first = utf16.to_qt(start)
        formats.append(_range(first, utf16.to_qt(end) - first))
    layout.setFormats(formats)
    layout.beginLayout()
    height = QFontMetricsF(font).height() * _LEADING
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, y))
        y += height
    layout.endLayout()
    return layout


def _range(start: int, length: int) -> QTextLayout.FormatRange:
    theme = shown_theme()
    look = QTextCharFormat()
    look.setBackground(QColor(theme.hit))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(QColor(theme.mark))
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found


def _shown(member: Member) -> tuple[str, list[tuple[int, int]]]:
    """Return the words with a sign where letters are left out, and what is marked in them."""
    parts, marked, at, length = [], list[tuple[int, int]](), 0, 0
    words = member.words[:_MOST_CHARACTERS]
    for start, end in member.marked:
        if start > len(words):
            break
        sign = MISSING if start == end else words[start:end]
        parts += [words[at:start], sign]
        length += start - at
        marked.append((length, length + len(sign)))
        length += len(sign)
        at = end
    rest = "…" if len(member.words) > _MOST_CHARACTERS else ""
    return "".join([*parts, words[at:], rest]).replace("\n", " "), marked
