"""Ticked hit delegate: search hits, each with a box to tick before it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotator.qt.models.row_model import ModelIndex
from annotator.qt.panels.hit_delegate import HitDelegate

_GAP_PX = 6
_STATES = {
    Qt.CheckState.Checked: QStyle.StateFlag.State_On,
    Qt.CheckState.Unchecked: QStyle.StateFlag.State_Off,
    Qt.CheckState.PartiallyChecked: QStyle.StateFlag.State_NoChange,
}


class TickedHitDelegate(HitDelegate):
    """Draws the rows of TickedHits. The box stands where Qt looks for clicks on it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        style = option.widget.style()
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        place = style.subElementRect(element, box, option.widget)
        self._taken_px = place.right() - option.rect.left() + _GAP_PX
        super().paint(painter, option, index)
        box.rect = place
        state: Qt.CheckState = index.data(Qt.ItemDataRole.CheckStateRole)
        box.state = box.state & ~QStyle.StateFlag.State_HasFocus | _STATES[state]
        indicator = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        style.drawPrimitive(indicator, box, painter, option.widget)

    def draw(self, painter: QPainter, inner: QRectF, index: ModelIndex) -> None:
        super().draw(painter, inner.adjusted(self._taken_px, 0, 0, 0), index)
