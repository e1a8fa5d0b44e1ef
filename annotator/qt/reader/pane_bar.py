"""Pane bar: a quiet line over a pane, with a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget


class PaneBar(QWidget):
    """Hidden until it has something to say; shortens that to the room it has.

    Signal: `clicked`, for its button.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._told = ""
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("quiet", True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 2)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, told: str) -> None:
        """Show this sentence."""
        self._told = told
        self._label.setToolTip(told)
        self._label.setAccessibleName(told)
        self._fit()
        self.show()

    def told(self) -> str:
        """Return what is said, "" while nothing is."""
        return "" if self.isHidden() else self._told

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, width = self._label.fontMetrics(), self._label.width()
        elide = Qt.TextElideMode.ElideRight
        self._label.setText(metrics.elidedText(self._told, elide, width))
