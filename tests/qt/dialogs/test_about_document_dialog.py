import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from annotator.core.document import About, DocumentKind
from annotator.qt.dialogs.about_document_dialog import AboutDocumentDialog

ABOUT = About("讲稿一", "某报", "2024-03", DocumentKind.ARTICLE)


@pytest.fixture
def dialog(qtbot: QtBot) -> AboutDocumentDialog:
    dialog = AboutDocumentDialog(ABOUT)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def field(dialog: AboutDocumentDialog, label: str) -> QLineEdit:
    form = dialog.findChild(QFormLayout)
    labels = {one.text().replace("&", ""): one for one in dialog.findChildren(QLabel)}
    assert form is not None
    found = labels[label].buddy()
    assert isinstance(found, QLineEdit)
    return found


def ok(dialog: AboutDocumentDialog) -> bool:
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_what_was_known_comes_back(dialog: AboutDocumentDialog) -> None:
    assert dialog.about() == ABOUT


def test_all_of_it_can_be_changed(dialog: AboutDocumentDialog) -> None:
    field(dialog, "Title").setText(" 讲稿二 ")
    field(dialog, "Publisher").setText("")
    field(dialog, "Date").setText("2024-03-05")
    dialog.findChild(QComboBox).setCurrentIndex(0)

    assert dialog.about() == About("讲稿二", "", "2024-03-05", DocumentKind.UNKNOWN)


def test_a_text_needs_a_title(dialog: AboutDocumentDialog) -> None:
    field(dialog, "Title").setText(" ")

    assert not ok(dialog)
    assert "A text needs a title." in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.parametrize("date", ["", "2024", "2024-03", "2024-02-29"])
def test_a_date_may_be_known_in_part(dialog: AboutDocumentDialog, date: str) -> None:
    field(dialog, "Date").setText(date)

    assert ok(dialog)


@pytest.mark.parametrize("date", ["24", "2024-3", "2024-13", "2023-02-29", "2024年", "２０２４"])
def test_what_is_no_date_is_refused(dialog: AboutDocumentDialog, date: str) -> None:
    field(dialog, "Date").setText(date)

    assert not ok(dialog)


def test_asking_returns_what_is_known_or_nothing(qapp: QApplication) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
    assert AboutDocumentDialog.ask(None, ABOUT) == ABOUT

    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert AboutDocumentDialog.ask(None, ABOUT) is None
