"""Passage map delegate: a cell that is the deeper the more of its row's text it stands for."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.qt.models.passage_map_model import PassageMapModel
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.reader.dresses import mixed
from annotator.qt.theme import shown_theme

_DEEPEST_SHARE = 0.25
_DEPTH = 0.55
_FRAME_PX = 2


class PassageMapDelegate(QStyledItemDelegate):
    """Writes the number on a tone of the accent colour; it can be read without the tone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        theme = shown_theme()
        painter.save()
        ground = QColor(theme.paper)
        share = index.data(PassageMapModel.ShareRole)
        if share is not None:
            depth = _DEPTH * min(1.0, share / _DEEPEST_SHARE) ** 0.5
            ground = mixed(ground, QColor(theme.accent), depth)
            painter.fillRect(option.rect, ground)
            painter.setPen(QColor(theme.ink))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(theme.accent))
            for inset in range(_FRAME_PX):
                painter.drawRect(_inset(option.rect, inset))
        painter.restore()


def _inset(rect: QRect, by: int) -> QRect:
    return rect.adjusted(by, by, -by - 1, -by - 1)
