"""Correction actions: what can be done by hand to the text in the preview."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.qt import icons
from annotator.qt.importing.candidate import Candidate


class CorrectionActions(QObject):
    """Split and join, undo and redo; the keys work in the whole dialog."""

    def __init__(self, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self.split = self._add(self.tr("Split the paragraph here"), ["Ctrl+Return", "Ctrl+Enter"])
        self.join = self._add(self.tr("Join with previous paragraph"), ["Ctrl+Backspace"])
        self.split.setIconText(self.tr("Split"))
        self.join.setIconText(self.tr("Join"))
        self.undo = self._add(self.tr("Undo"), ["Ctrl+Z"], "undo")
        self.redo = self._add(self.tr("Redo"), ["Ctrl+Y", "Ctrl+Shift+Z"], "redo")

    def all(self) -> list[QAction]:
        return [self.split, self.join, self.undo, self.redo]

    def show_candidate(self, candidate: Candidate | None) -> None:
        """Enable what can be done to this text."""
        can_correct = candidate is not None and candidate.can_be_corrected
        has_text = can_correct and candidate is not None and candidate.preview is not None
        self.split.setEnabled(has_text)
        self.join.setEnabled(has_text)
        self.undo.setEnabled(can_correct and candidate is not None and candidate.step > 0)
        self.redo.setEnabled(
            can_correct and candidate is not None and candidate.step + 1 < len(candidate.steps)
        )

    def _add(self, name: str, keys: Sequence[str], icon: str = "") -> QAction:
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        if icon:
            action.setIcon(icons.icon(icon))
        self._dialog.addAction(action)
        return action
