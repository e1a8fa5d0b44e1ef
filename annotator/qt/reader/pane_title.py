"""Pane title: names the text of a pane, and lists the others when it is clicked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

# Padding and arrow, as the style sheet has them.
_BESIDE_TITLE_PX = 34


class PaneTitle(QPushButton):
    """A button that shortens the name it bears to the room it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.setObjectName("paneTitle")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))

    def set_title(self, title: str) -> None:
        self._title = title
        self.setAccessibleName(self.tr("Text in this pane: {title}").format(title=title))
        self.setToolTip(self.tr("{title}: choose the text of this pane").format(title=title))
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the name as that of a button without a menu: Qt lets others stick to the frame."""
        option, painter = QStyleOptionButton(), QStylePainter(self)
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
        option.rect = self.style().subElementRect(
            QStyle.SubElement.SE_PushButtonContents, option, self
        )
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)

    def _shorten(self) -> None:
        room = self.width() - _BESIDE_TITLE_PX
        shown = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
