"""Colour row: one of a few colours, or any other."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from annotator.qt import icons, prompts
from annotator.qt.dialogs.choice_row import ChoiceRow


class ColourRow(QWidget):
    """`swatches` for colours as `#rrggbb`, and beside them `other` for what is not among them."""

    def __init__(self, icon_size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatches = ChoiceRow(icon_size)
        self.other = QToolButton()
        self.other.setIcon(icons.icon("plus"))
        self.other.setToolTip(self.tr("Other colour…"))
        self.other.setAccessibleName(self.tr("Other colour…"))
        self.other.clicked.connect(self._on_other_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.swatches)
        row.addWidget(self.other)

    def offer(self, names: Mapping[str, str], chosen: str) -> None:
        """Offer colours by their names, and choose one, which may be another."""
        for colour, name in names.items():
            self.swatches.add(colour, name)
        self.choose(chosen)

    def choose(self, colour: str) -> None:
        """Choose any colour; from then on it is on offer."""
        if colour not in self.swatches.values():
            self.swatches.add(colour, self.tr("Own colour"))
        self.swatches.choose(colour)

    def _on_other_clicked(self) -> None:
        if colour := prompts.ask_colour(self, self.swatches.value()):
            self.choose(colour)
