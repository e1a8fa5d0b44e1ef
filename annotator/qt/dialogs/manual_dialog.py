"""The user manual, in the interface's language."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from annotator import places
from annotator.qt.dialogs.sizes import open_at

_SIZE = (720, 620)


class ManualDialog(QDialog):
    """Shows resources/manual; stays open beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        open_at(self, *_SIZE)
        is_chinese = QLocale().language() is QLocale.Language.Chinese
        file = places.resource("manual", "zh_CN.md" if is_chinese else "en.md")
        page = QTextBrowser()
        page.setAccessibleName(self.tr("Manual"))
        page.setMarkdown(file.read_text(encoding="utf-8"))
        page.document().setDocumentMargin(24)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)

    @classmethod
    def open_for(cls, parent: QWidget) -> "ManualDialog":
        """Show the manual without stopping the reader."""
        dialog = cls(parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
        return dialog
