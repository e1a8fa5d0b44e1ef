"""Export dialog: which excerpts, in what form, with the result before one's eyes."""

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import DuiduError
from annotator.exporters.excerpt import Grouping
from annotator.exporters.wording import Language
from annotator.qt import icons, prompts
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.services import exporting
from annotator.services.listing import AnnotationFilter

_SIZE = (860, 560)
_FORM_PX = 250


class ExportDialog(QDialog):
    """Shows the Markdown document while it is being chosen, and saves or copies it."""

    def __init__(
        self, session: Session, document_id: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._markdown = ""
        self.saved_path: Path | None = None
        self.setWindowTitle(self.tr("Export excerpts"))
        self._documents = QComboBox()
        self._tags = QComboBox()
        self._groupings = QComboBox()
        self._languages = QComboBox()
        self._offer_choices(document_id)
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setAccessibleName(self.tr("Preview"))
        self._told = QLabel()
        self._told.setProperty("quiet", True)
        self._copy = QPushButton(icons.icon("copy"), self.tr("&Copy"))
        self._save = QPushButton(self.tr("&Save…"))
        self._lay_out()
        # The box makes its first button the default one.
        self._save.setDefault(True)
        for combo in (self._documents, self._tags, self._groupings, self._languages):
            combo.currentIndexChanged.connect(self._update_preview)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._update_preview()
        self.resize(*_SIZE)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, document_id: str | None) -> Path | None:
        """Return the file that was saved, None if none was. `document_id` is “this text”."""
        dialog = cls(session, document_id, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.saved_path

    def markdown(self) -> str:
        """Return the document that would be saved."""
        return self._markdown

    def _offer_choices(self, document_id: str | None) -> None:
        self._documents.addItem(self.tr("All texts"), None)
        if document_id is not None:
            self._documents.addItem(self.tr("This text"), document_id)
        self._tags.addItem(self.tr("All tags"), None)
        for tag in self._session.codebook:
            self._tags.addItem(shown_name(tag), tag.id)
        self._groupings.addItem(self.tr("By tag"), Grouping.TAG.value)
        self._groupings.addItem(self.tr("By text"), Grouping.DOCUMENT.value)
        self._groupings.addItem(self.tr("In reading order"), Grouping.READING_ORDER.value)
        self._languages.addItem(self.tr("Chinese"), Language.ZH.value)
        self._languages.addItem(self.tr("English"), Language.EN.value)
        is_chinese = QLocale().language() is QLocale.Language.Chinese
        usual = Language.ZH if is_chinese else Language.EN
        self._languages.setCurrentIndex(self._languages.findData(usual.value))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("Te&xts"), self._documents)
        form.addRow(self.tr("&Tags"), self._tags)
        form.addRow(self.tr("&Order"), self._groupings)
        form.addRow(self.tr("&Language of the citations"), self._languages)
        side = QWidget()
        side.setFixedWidth(_FORM_PX)
        side_column = QVBoxLayout(side)
        side_column.setContentsMargins(0, 0, 0, 0)
        side_column.addLayout(form)
        side_column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(side)
        row.addWidget(self._preview, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(14)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _update_preview(self) -> None:
        wanted = AnnotationFilter(
            document_id=self._documents.currentData(), tag_id=self._tags.currentData()
        )
        self._markdown = exporting.export_markdown(
            self._session.library,
            wanted,
            grouping=Grouping(self._groupings.currentData()),
            language=Language(self._languages.currentData()),
        )
        self._preview.setPlainText(self._markdown)
        self._told.clear()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._markdown)
        self._told.setText(self.tr("Copied."))

    def _on_save_clicked(self) -> None:
        path = prompts.ask_save_file(
            self,
            self.tr("Save excerpts"),
            kinds=self.tr("Markdown (*.md)"),
            suggested=Path.home() / self.tr("excerpts.md"),
        )
        if path is None:
            return
        try:
            exporting.write_file(path, self._markdown)
        except DuiduError as error:
            prompts.warn(self, sentence_of(error))
        else:
            self.saved_path = path
            self.accept()
