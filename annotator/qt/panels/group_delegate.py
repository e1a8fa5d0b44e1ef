"""Group delegate: a member as a row with a box to tick, sign, name and number of annotations."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.qt.member_looks import draw_sign_in, soft_colour
from annotator.qt.models.group_model import GroupModel, GroupRow
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.reader.appearance import MemberLook
from annotator.qt.theme import shown_theme

_GAP = 9.0


class GroupDelegate(RowDelegate):
    """Draws the rows of a GroupModel. The box stands where Qt looks for clicks on it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        return row_size(QFontMetricsF(option.font).height() + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        style = option.widget.style()
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = style.subElementRect(element, box, option.widget)
        self._taken_px = place.right() - option.rect.left()
        super().paint(painter, option, index)
        row: GroupRow = index.data(GroupModel.RowRole)
        box.rect = place
        ticked = QStyle.StateFlag.State_On if row.is_seen else QStyle.StateFlag.State_Off
        box.state = box.state & ~QStyle.StateFlag.State_HasFocus | ticked
        indicator = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        style.drawPrimitive(indicator, box, painter, option.widget)

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        theme, font = shown_theme(), painter.font()
        row: GroupRow = index.data(GroupModel.RowRole)
        painter.setFont(small(font))
        painter.setPen(QColor(theme.quiet_ink))
        told = [str(row.annotations)]
        if row.annotates_here:
            told.insert(0, QCoreApplication.translate("GroupDelegate", "you"))
        right = Qt.AlignmentFlag.AlignRight
        taken = draw_line(painter, inner, " · ".join(told), align=right)
        look = MemberLook(row.sign, soft_colour(row.member.colour, theme))
        width = draw_sign_in(painter, inner.adjusted(self._taken_px, 0, 0, 0), look)
        painter.setFont(_weighted(font, row))
        painter.setPen(QColor(theme.ink if row.is_seen else theme.quiet_ink))
        name = inner.adjusted(self._taken_px + width + _GAP, 0, -taken - _GAP, 0)
        draw_line(painter, name, row.member.name)


def _weighted(font: QFont, row: GroupRow) -> QFont:
    """Return the font with the name of who annotates here bold."""
    weighted = QFont(font)
    weighted.setBold(row.annotates_here)
    return weighted
