"""Scope combo: all texts, or the one in the active pane."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from annotator.core.document import Document

_ALL_TEXTS, _THIS_TEXT = range(2)


class ScopeCombo(QComboBox):
    """`scope_changed` tells that other texts are meant."""

    scope_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._current_document: str | None = None
        self.addItems([self.tr("All texts"), self.tr("This text")])
        self.setAccessibleName(self.tr("Which texts"))
        self.currentIndexChanged.connect(self._on_index_changed)

    def accepts(self, document: Document) -> bool:
        return self.currentIndex() == _ALL_TEXTS or document.id == self._current_document

    def set_current_document(self, document_id: str | None) -> None:
        """Tell which document “This text” means."""
        if document_id != self._current_document:
            self._current_document = document_id
            if self.currentIndex() == _THIS_TEXT:
                self.scope_changed.emit()

    def _on_index_changed(self) -> None:
        self.scope_changed.emit()
