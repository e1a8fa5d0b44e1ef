"""Rule switches: which rules of repair are on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from annotator.core.corrections import Corrections, Rule


class RuleSwitches(QWidget):
    """A check box for each rule, in so many columns. Signal: `switched` with the Rule and if on."""

    switched = Signal(object, bool)

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {
            Rule.PARAGRAPHS: self._box(
                self.tr("Join &broken lines"),
                self.tr("Lines that were cut at the edge of a page become whole paragraphs."),
            ),
            Rule.BLANKS: self._box(
                self.tr("Remove &stray blanks"),
                self.tr("Blanks between Chinese characters go; those between words stay."),
            ),
            Rule.PAGE_EDGES: self._box(
                self.tr("Leave out &page headers and numbers"),
                self.tr("What stands at the top and foot of every page is not part of the text."),
            ),
            Rule.REPEATED_TITLES: self._box(
                self.tr("Show &repeated titles once"),
                self.tr("A title that each slide or page repeats is shown where it first stands."),
            ),
        }
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(14)
        for number, (rule, box) in enumerate(self.boxes.items()):
            grid.addWidget(box, number // columns, number % columns)
            box.clicked.connect(lambda is_on, rule=rule: self.switched.emit(rule, is_on))

    def show_corrections(self, corrections: Corrections) -> None:
        """Show which rules are on; no signal tells of it."""
        for rule, box in self.boxes.items():
            box.setChecked(rule not in corrections.off)

    def offer(self, *, is_told: bool) -> None:
        """Offer the rules that have an effect; a file that tells its paragraphs needs fewer."""
        for rule in (Rule.PARAGRAPHS, Rule.PAGE_EDGES):
            self.boxes[rule].setDisabled(is_told)

    def _box(self, name: str, tip: str) -> QCheckBox:
        box = QCheckBox(name)
        box.setToolTip(tip)
        return box
