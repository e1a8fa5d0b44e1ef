"""News delegate: who did what, and below it on which passage of which text."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.core.member import Member
from annotator.core.news import News, NewsKind
from annotator.qt import icons
from annotator.qt.member_looks import draw_sign_in, soft_colour
from annotator.qt.models.news_model import NewsModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.reader.appearance import MemberLook
from annotator.qt.reader.utf16 import layout_text
from annotator.qt.theme import shown_theme

_LEADING = 1.35
_ICON_PX = 15
_GAP_PX = 6
_ICONS = {
    NewsKind.REPLY: "reply",
    NewsKind.NOTE: "note",
    NewsKind.ANNOTATION: "annotations",
    NewsKind.PLACE: "swap",
    NewsKind.TAG: "tag",
    NewsKind.TAG_REMOVED: "tag",
    NewsKind.DELETION: "delete",
}


class NewsDelegate(RowDelegate):
    """Two lines. What has been read meanwhile is quiet; what has not has a bold name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = {kind: icons.icon(name) for kind, name in _ICONS.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        return row_size(_line_height(option.font) + _line_height(small(option.font)))

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        news: News = index.data(NewsModel.NewsRole)
        is_read = index.data(NewsModel.IsReadRole)
        theme, font = shown_theme(), painter.font()
        line = QRectF(inner.left(), inner.top(), inner.width(), _line_height(font))
        icon = QRectF(line.left(), line.center().y() - _ICON_PX / 2, _ICON_PX, _ICON_PX)
        self._icons[news.kind].paint(painter, icon.toRect())
        line.adjust(_ICON_PX + _GAP_PX, 0, 0, 0)
        below = QRectF(line.left(), line.bottom(), line.width(), inner.bottom() - line.bottom())
        striking = QFont(font)
        striking.setBold(not is_read)
        ink = QColor(theme.quiet_ink if is_read else theme.ink)
        if news.is_gone:
            painter.setPen(ink)
            painter.setFont(striking)
        else:
            line.adjust(self._draw_sign(painter, line, index) + _GAP_PX, 0, 0, 0)
            painter.setPen(ink)
            painter.setFont(striking)
            member: Member = index.data(NewsModel.MemberRole)
            line.adjust(draw_line(painter, line, member.name) + 2 * _GAP_PX, 0, 0, 0)
            painter.setFont(font)
        draw_line(painter, line, _in_line(index.data()))
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        right = Qt.AlignmentFlag.AlignRight
        width = draw_line(painter, below, index.data(NewsModel.TitleRole), align=right)
        if news.words or news.is_gone:
            told = f"“{_in_line(news.quotation)}”"
            draw_line(painter, below.adjusted(0, 0, -width - 2 * _GAP_PX, 0), told)

    def _draw_sign(self, painter: QPainter, line: QRectF, index: ModelIndex) -> float:
        """Draw the letters of the member at the beginning of a line; return their width."""
        member: Member = index.data(NewsModel.MemberRole)
        look = MemberLook(index.data(NewsModel.SignRole), soft_colour(member.colour, shown_theme()))
        painter.setFont(small(painter.font()))
        return draw_sign_in(painter, line, look)


def _in_line(text: str) -> str:
    return layout_text(" ".join(text.split("\n")))


def _line_height(font: QFont) -> float:
    return QFontMetricsF(font).height() * _LEADING
