"""Witness list: the passages that have one reading or another, with the letters that differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.core.passage import Witness
from annotator.qt.models.row_model import ROOT, ModelIndex
from annotator.qt.panels.row_delegate import RowDelegate, draw_line, row_size, small
from annotator.qt.reader.utf16 import layout_text
from annotator.qt.theme import shown_theme

# Stands where others have letters.
_NOTHING = "∅"
_LINE_GAP = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A witness with what stands around its reading, and who it is."""

    witness: Witness
    before: str
    letters: str
    after: str
    source: str


class WitnessModel(QAbstractListModel):
    """Role: `LineRole` gives the Line."""

    LineRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{line.before}【{line.letters}】{line.after}"
            case Qt.ItemDataRole.AccessibleDescriptionRole | Qt.ItemDataRole.ToolTipRole:
                return line.source
            case self.LineRole:
                return line
        return None


class WitnessDelegate(RowDelegate):
    """Draws the reading in the middle of its line, bold and underlined, and below who has it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        del index
        first = QFontMetricsF(option.font).height()
        second = QFontMetricsF(small(option.font)).height()
        return row_size(first + _LINE_GAP + second)

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        line: Line = index.data(WitnessModel.LineRole)
        theme = shown_theme()
        plain = QFont(painter.font())
        height = QFontMetricsF(plain).height()
        top = QRectF(inner.left(), inner.top(), inner.width(), height)
        _draw_reading(painter, top, line)
        painter.setFont(small(plain))
        painter.setPen(QColor(theme.quiet_ink))
        rest = inner.height() - height - _LINE_GAP
        bottom = QRectF(inner.left(), top.bottom() + _LINE_GAP, inner.width(), rest)
        draw_line(painter, bottom, line.source)


def _draw_reading(painter: QPainter, rect: QRectF, line: Line) -> None:
    theme = shown_theme()
    plain, marked = QFont(painter.font()), QFont(painter.font())
    marked.setBold(True)
    marked.setUnderline(True)
    letters = layout_text(line.letters or _NOTHING)
    width = QFontMetricsF(marked).horizontalAdvance(letters)
    middle = rect.center().x() - width / 2
    painter.setPen(QColor(theme.ink))
    left = QRectF(rect.left(), rect.top(), middle - rect.left(), rect.height())
    right, left_mode = Qt.AlignmentFlag.AlignRight, Qt.TextElideMode.ElideLeft
    draw_line(painter, left, layout_text(line.before), elide=left_mode, align=right)
    after = QRectF(middle + width, rect.top(), rect.right() - middle - width, rect.height())
    draw_line(painter, after, layout_text(line.after))
    painter.setFont(marked)
    painter.setPen(QColor(theme.mark))
    draw_line(painter, QRectF(middle, rect.top(), width + 1, rect.height()), letters)
    painter.setFont(plain)
