"""Export dialog: which excerpts or what text, in what form, with the result before one's eyes."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import DuiduError
from annotator.exporters.excerpt import Grouping
from annotator.exporters.wording import Language
from annotator.qt import icons, prompts
from annotator.qt.dialogs.export_run import ExportRun
from annotator.qt.dialogs.sizes import open_at
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.qt.tasks import Report, Task
from annotator.services import exporting, text_export
from annotator.services.exporting import ExcerptStyle, Export
from annotator.services.listing import AnnotationFilter
from annotator.services.text_export import TextFormat, TextStyle

_SIZE = (860, 560)
_FORM_PX = 250
_MOST_PREVIEWED = 200_000
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class ExportDialog(QDialog):
    """Shows what would be written while it is being chosen, and saves or copies it.

    This is the excerpts, or the whole text of the pane with its annotations as footnotes.
    """

    def __init__(
        self, session: Session, document_id: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document(document_id) if document_id else None
        self._exported = ""
        self._run = ExportRun()
        self.saved_path: Path | None = None
        self.setWindowTitle(self.tr("Export"))
        self._kinds = QComboBox()
        self._documents = QComboBox()
        self._tags = QComboBox()
        self._groupings = QComboBox()
        self._languages = QComboBox()
        self._annotations = QCheckBox(self.tr("&Annotations as footnotes"))
        self._annotations.setChecked(True)
        self._pages = QCheckBox(self.tr("&Page numbers"))
        self._editor_notes = QCheckBox(self.tr("Notes on &gaps and garbled letters"))
        self._editor_notes.setChecked(True)
        self._replies = QCheckBox(self.tr("&Replies"))
        self._form = QFormLayout()
        self._offer_choices()
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
        self._connect()
        self._export()
        open_at(self, *_SIZE)

    @classmethod
    def ask(cls, parent: QWidget | None, session: Session, document_id: str | None) -> Path | None:
        """Return the file that was saved, None if none was. `document_id` is “this text”."""
        dialog = cls(session, document_id, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.saved_path

    def exported(self) -> str:
        """Return what would be saved, "" until it is made."""
        return self._exported

    def _offer_choices(self) -> None:
        self._kinds.addItem(self.tr("Excerpts (Markdown)"), None)
        self._documents.addItem(self.tr("All texts"), None)
        if self._document is not None:
            self._kinds.addItem(self.tr("This text as plain text"), TextFormat.PLAIN.value)
            self._kinds.addItem(self.tr("This text as Markdown"), TextFormat.MARKDOWN.value)
            self._kinds.addItem(self.tr("This text as a web page"), TextFormat.HTML.value)
            self._documents.addItem(self.tr("This text"), self._document.id)
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
        form = self._form
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(6)
        form.addRow(self.tr("&What"), self._kinds)
        form.addRow(self.tr("Te&xts"), self._documents)
        form.addRow(self.tr("&Tags"), self._tags)
        form.addRow(self.tr("&Order"), self._groupings)
        form.addRow(self.tr("&Language of the citations"), self._languages)
        form.addRow(self._annotations)
        form.addRow(self._pages)
        form.addRow(self._editor_notes)
        form.addRow(self._replies)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(_scrolling(form))
        row.addWidget(self._preview, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._run, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(14)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for combo in self.findChildren(QComboBox):
            combo.currentIndexChanged.connect(self._export)
        for box in (self._annotations, self._pages, self._editor_notes, self._replies):
            box.toggled.connect(self._export)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._run.done.connect(self._on_exported)
        self._run.failed.connect(self._on_export_failed)
        self.finished.connect(self._run.cancel)

    def _export(self) -> None:
        """Make anew what would be saved; the preview shows the former until that is done."""
        text_format = self._text_format()
        is_text = text_format is not None
        for row in (self._documents, self._groupings):
            self._form.setRowVisible(row, not is_text)
        for box in (self._annotations, self._pages, self._editor_notes):
            self._form.setRowVisible(box, is_text)
        self._replies.setEnabled(not is_text or self._annotations.isChecked())
        hidden = len(self._session.visibility.hidden_members)
        self._told.setText(self.tr("%n hidden members left out", "", hidden) if hidden else "")
        self._set_exported("")
        export = self._text(text_format) if text_format else self._excerpts()
        self._run.start(self._session.library.path, export)

    def _on_exported(self, text: str) -> None:
        self._set_exported(text)
        self._preview.setPlainText(text[:_MOST_PREVIEWED])

    def _on_export_failed(self, error: DuiduError) -> None:
        self._preview.clear()
        self._told.setText(sentence_of(error))

    def _set_exported(self, text: str) -> None:
        self._exported = text
        for button in (self._copy, self._save):
            button.setEnabled(bool(text))

    def _text_format(self) -> TextFormat | None:
        chosen = self._kinds.currentData()
        return TextFormat(chosen) if chosen else None

    def _excerpts(self) -> Export:
        wanted = AnnotationFilter(
            document_id=self._documents.currentData(),
            tag_id=self._tags.currentData(),
            seen=self._session.visibility,
        )
        style = ExcerptStyle(
            Grouping(self._groupings.currentData()),
            Language(self._languages.currentData()),
            has_replies=self._replies.isChecked(),
        )
        return partial(exporting.export_markdown, wanted=wanted, style=style)

    def _text(self, text_format: TextFormat) -> Export:
        assert self._document is not None
        style = TextStyle(
            text_format,
            Language(self._languages.currentData()),
            has_annotations=self._annotations.isChecked(),
            has_pages=self._pages.isChecked(),
            has_replies=self._replies.isChecked(),
            has_editor_notes=self._editor_notes.isChecked(),
        )
        wanted = AnnotationFilter(
            self._document.id, self._tags.currentData(), seen=self._session.visibility
        )
        return partial(text_export.export_text, document=self._document, wanted=wanted, style=style)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._exported)
        self._told.setText(self.tr("Copied."))

    def _on_save_clicked(self) -> None:
        text_format = self._text_format()
        title, kinds, name = {
            None: (self.tr("Save excerpts"), self.tr("Markdown (*.md)"), self.tr("excerpts.md")),
            TextFormat.PLAIN: (self.tr("Save the text"), self.tr("Plain text (*.txt)"), ".txt"),
            TextFormat.MARKDOWN: (self.tr("Save the text"), self.tr("Markdown (*.md)"), ".md"),
            TextFormat.HTML: (self.tr("Save the text"), self.tr("Web page (*.html)"), ".html"),
        }[text_format]
        if self._document is not None and text_format is not None:
            name = _NOT_IN_FILE_NAMES.sub("_", self._document.title)[:80] + name
        path = prompts.ask_save_file(self, title, kinds=kinds, suggested=Path.home() / name)
        if path is None:
            return
        task = Task(partial(_written, path, self._exported), self)
        task.done.connect(self._on_saved)
        task.failed.connect(self._on_save_failed)
        task.ended.connect(partial(self.setEnabled, True))
        self.setEnabled(False)
        task.start()

    def _on_saved(self, path: Path) -> None:
        self.saved_path = path
        self.accept()

    def _on_save_failed(self, error: DuiduError) -> None:
        prompts.warn(self, sentence_of(error))


def _written(path: Path, text: str, _report: Report) -> Path:
    exporting.write_file(path, text)
    return path


def _scrolling(form: QFormLayout) -> QScrollArea:
    """Return the choices in an area that may be lower than they are."""
    choices, area = QWidget(), QScrollArea()
    column = QVBoxLayout(choices)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(form)
    column.addStretch()
    area.setWidget(choices)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(_FORM_PX)
    return area
