"""Every question that one of Qt's ready-made dialogs asks. Nothing else uses those dialogs.

Titles and labels come translated from the caller. `kinds` is a filter as Qt writes it, such as
`Duidu library (*.duidu)`, several of them with `;;` between. The dialogs are named by their module:
PySide makes a class ready when it is first looked up, and the window need not wait for these.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget


def warn(parent: QWidget | None, sentence: str) -> None:
    """Say what went wrong, and wait until it has been read."""
    _tell(parent, sentence, QtWidgets.QMessageBox.Icon.Warning)


def inform(parent: QWidget | None, sentence: str) -> None:
    """Say something that the reader asked for, and wait until it has been read."""
    _tell(parent, sentence, QtWidgets.QMessageBox.Icon.Information)


def _tell(parent: QWidget | None, sentence: str, icon: "QtWidgets.QMessageBox.Icon") -> None:
    box = QtWidgets.QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(QGuiApplication.applicationDisplayName())
    # A sentence may quote a file name, in which <b> is three characters.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.exec()
    box.deleteLater()


def ask_text(parent: QWidget | None, title: str, *, label: str, text: str = "") -> str | None:
    """Return what was typed, without blanks around it; None if the reader thought better of it."""
    typed, is_accepted = QtWidgets.QInputDialog.getText(parent, title, label, text=text)
    return typed.strip() if is_accepted else None


def ask_choice(
    parent: QWidget | None, title: str, *, label: str, choices: Sequence[str]
) -> str | None:
    """Return the chosen one; None if the reader thought better of it."""
    chosen, is_accepted = QtWidgets.QInputDialog.getItem(
        parent, title, label, choices, editable=False
    )
    return chosen if is_accepted else None


def ask_colour(parent: QWidget | None, colour: str) -> str | None:
    """Return the chosen colour as `#rrggbb`, starting from the given one; None if cancelled."""
    title = QCoreApplication.translate("prompts", "Choose a colour")
    chosen = QtWidgets.QColorDialog.getColor(QColor(colour), parent, title)
    return chosen.name() if chosen.isValid() else None


def ask_open_file(
    parent: QWidget | None, title: str, *, kinds: str, folder: Path | None = None
) -> Path | None:
    """Return the file to open; None if cancelled."""
    dialog = _file_dialog(parent, title, kinds=kinds, folder=folder)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def ask_open_files(
    parent: QWidget | None, title: str, *, kinds: str, folder: Path | None = None
) -> list[Path]:
    """Return the files to open; none if cancelled."""
    dialog = _file_dialog(parent, title, kinds=kinds, folder=folder)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def ask_save_file(
    parent: QWidget | None, title: str, *, kinds: str, suggested: Path
) -> Path | None:
    """Return where to save; None if cancelled. A name without a suffix gets the suggested one.

    The dialog itself asks before an existing file is replaced.
    """
    dialog = _file_dialog(parent, title, kinds=kinds, folder=suggested.parent)
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    return next(iter(_chosen(dialog)), None)


def ask_folder(parent: QWidget | None, title: str, *, folder: Path | None = None) -> Path | None:
    """Return the folder to use; None if cancelled."""
    dialog = _file_dialog(parent, title, kinds="", folder=folder)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.Directory)
    dialog.setOption(QtWidgets.QFileDialog.Option.ShowDirsOnly)
    return next(iter(_chosen(dialog)), None)


def _file_dialog(
    parent: QWidget | None, title: str, *, kinds: str, folder: Path | None
) -> "QtWidgets.QFileDialog":
    dialog = QtWidgets.QFileDialog(parent, title, str(folder or Path.home()), kinds)
    # Where the desktop has no dialog of its own, Qt's Chinese leaves these two in English.
    label = QtWidgets.QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, QCoreApplication.translate("prompts", "Look in:"))
    dialog.setLabelText(label.FileType, QCoreApplication.translate("prompts", "Files of type:"))
    return dialog


def _chosen(dialog: "QtWidgets.QFileDialog") -> list[Path]:
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return [Path(name) for name in dialog.selectedFiles()] if is_accepted else []
