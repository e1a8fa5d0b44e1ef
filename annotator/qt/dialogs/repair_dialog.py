"""Repair dialog: which rules of repair count for one text."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator.core.corrections import Corrections, Rule
from annotator.qt.dialogs.rule_switches import RuleSwitches


class RepairDialog(QDialog):
    """Lets the reader switch the rules; borders that were set by hand stay as they are."""

    def __init__(
        self, corrections: Corrections, parent: QWidget | None = None, *, is_told: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Repair rules for this text"))
        self.corrections = corrections
        self.switches = RuleSwitches()
        self.switches.show_corrections(corrections)
        self.switches.offer(is_told=is_told)
        self.switches.switched.connect(self._on_switched)
        hint = QLabel(self.tr("Annotations stay on their letters. Ctrl+Z brings the text back."))
        hint.setProperty("quiet", True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self.switches)
        column.addWidget(hint)
        column.addWidget(buttons)

    @classmethod
    def ask(
        cls, corrections: Corrections, parent: QWidget | None, *, is_told: bool
    ) -> Corrections | None:
        """Return the corrections with the rules as chosen; None if the reader thought better.

        `is_told` says whether the file itself tells where paragraphs are.
        """
        dialog = cls(corrections, parent, is_told=is_told)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.corrections if is_accepted else None

    def _on_switched(self, rule: Rule, is_on: bool) -> None:
        self.corrections = self.corrections.with_rule(rule, on=is_on)
