"""About document dialog: what is known of a text's origin."""

import re

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.core.document import About, DocumentKind

_WIDTH_PX = 460
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class AboutDocumentDialog(QDialog):
    """Asks for title, publisher, date and kind, which citations are made of."""

    def __init__(self, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this text"))
        self._title = QLineEdit(about.title)
        self._publisher = QLineEdit(about.publisher)
        self._publisher.setPlaceholderText(self.tr("Newspaper, publishing house or institution"))
        self._date = QLineEdit(about.date)
        self._date.setPlaceholderText(self.tr("2024, 2024-03 or 2024-03-05"))
        self._kind = QComboBox()
        for kind, name in {
            DocumentKind.UNKNOWN: self.tr("Not known"),
            DocumentKind.ARTICLE: self.tr("Article"),
            DocumentKind.COMPILATION: self.tr("Compilation"),
            DocumentKind.NEWSPAPER: self.tr("Newspaper articles"),
            DocumentKind.SLIDES: self.tr("Slides"),
        }.items():
            self._kind.addItem(name, kind.value)
        self._kind.setCurrentIndex(self._kind.findData(about.kind.value))
        self._trouble = QLabel()
        self._trouble.setProperty("quiet", True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for field in (self._title, self._date):
            field.textChanged.connect(self._update_trouble)
        self._lay_out()
        self._update_trouble()
        self.resize(max(_WIDTH_PX, self.sizeHint().width()), self.sizeHint().height())

    @classmethod
    def ask(cls, parent: QWidget | None, about: About) -> About | None:
        """Return what is known now; None if cancelled."""
        dialog = cls(about, parent)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.about() if is_accepted else None

    def about(self) -> About:
        return About(
            title=self._title.text().strip(),
            publisher=self._publisher.text().strip(),
            date=self._date.text().strip(),
            kind=DocumentKind(self._kind.currentData()),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Title"), self._title)
        form.addRow(self.tr("&Publisher"), self._publisher)
        form.addRow(self.tr("&Date"), self._date)
        form.addRow(self.tr("&Kind"), self._kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(self._buttons)

    def _update_trouble(self) -> None:
        about = self.about()
        if not about.title:
            trouble = self.tr("A text needs a title.")
        elif not _is_date(about.date):
            trouble = self.tr("Write the date as 2024, 2024-03 or 2024-03-05, or leave it empty.")
        else:
            trouble = ""
        self._trouble.setText(trouble)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not trouble)


def _is_date(text: str) -> bool:
    """Whether this is a date as far as it is known: a year, a month or a day, or nothing."""
    match = _DATE.fullmatch(text)
    if match is None:
        return not text
    year, month, day = (int(part or 1) for part in match.groups())
    return QDate.isValid(year, month, day)
