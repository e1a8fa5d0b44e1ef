"""Choice row: one of a few things to see, side by side."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget


class ChoiceRow(QWidget):
    """Buttons with pictures, one of them pressed. `changed` tells that another one is."""

    changed = Signal()

    def __init__(self, icon_size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_size = icon_size
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_button_toggled)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._row.addStretch()

    def add(self, value: str, name: str) -> None:
        """Offer one more value, which is called by this name."""
        button = QToolButton()
        button.setCheckable(True)
        button.setIconSize(self._icon_size)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        self._buttons[value] = button
        self._group.addButton(button)
        self._row.insertWidget(self._row.count() - 1, button)

    def values(self) -> list[str]:
        return list(self._buttons)

    def value(self) -> str:
        """Return the chosen value, "" before one is chosen."""
        return next((v for v, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, value: str) -> None:
        """Choose one of the values on offer."""
        self._buttons[value].setChecked(True)

    def set_icon(self, value: str, icon: QIcon) -> None:
        self._buttons[value].setIcon(icon)

    def button(self, value: str) -> QAbstractButton:
        return self._buttons[value]

    def _on_button_toggled(self, button: QAbstractButton, is_checked: bool) -> None:
        if is_checked:
            self.setFocusProxy(button)
            self.changed.emit()
