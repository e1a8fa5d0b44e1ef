"""Note dialog: the reader's own words on a passage."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.qt.dialogs.sizes import open_at

_SIZE = (480, 320)
_NOTE_PX = 110
_MOST_CHARACTERS = 160


class NoteDialog(QDialog):
    """Shows the passage and lets the reader write about it."""

    def __init__(self, quotation: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self._quotation = QLabel(_shortened(quotation))
        self._quotation.setProperty("quiet", True)
        self._quotation.setTextFormat(Qt.TextFormat.PlainText)
        self._quotation.setWordWrap(True)
        self._note = QPlainTextEdit(note)
        self._note.setAccessibleName(self.tr("Note"))
        self._note.setPlaceholderText(self.tr("Your own words on this passage"))
        self._note.setTabChangesFocus(True)
        self._note.setMinimumHeight(_NOTE_PX)
        self._note.moveCursor(QTextCursor.MoveOperation.End)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setToolTip(self.tr("Keep the note (Ctrl+Enter)"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        shortcut.activated.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self._quotation)
        column.addWidget(self._note, 1)
        column.addWidget(buttons)
        open_at(self, *_SIZE)
        self._note.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, quotation: str, note: str) -> str | None:
        """Return the note without blanks around it, "" if it shall go; None if cancelled."""
        dialog = cls(quotation, note, parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.note() if is_accepted else None

    def note(self) -> str:
        return self._note.toPlainText().strip()


def _shortened(quotation: str) -> str:
    quotation = " ".join(quotation.split("\n"))
    if len(quotation) <= _MOST_CHARACTERS:
        return quotation
    return quotation[: _MOST_CHARACTERS - 1] + "…"
