from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from annotator.qt import prompts

Dialog = TypeVar("Dialog", bound=QDialog)

pytestmark = pytest.mark.usefixtures("qtbot")


def answer(kind: type[Dialog], act: Callable[[Dialog], None]) -> None:
    """Do this to the dialog as soon as it waits for an answer."""

    def act_on_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, act_on_it)


def test_a_warning_shows_the_sentence_letter_by_letter() -> None:
    seen = []

    def read(box: QMessageBox) -> None:
        seen.append((box.text(), box.textFormat()))
        box.accept()

    answer(QMessageBox, read)
    prompts.warn(None, "No tag is called “<b>”.")

    assert seen == [("No tag is called “<b>”.", Qt.TextFormat.PlainText)]


def test_typed_text_comes_back_without_blanks_around_it(qtbot: QtBot) -> None:
    def type_name(dialog: QInputDialog) -> None:
        dialog.setTextValue(" 王兰玉　")
        dialog.accept()

    answer(QInputDialog, type_name)

    assert prompts.ask_text(None, "Member", label="Name", text="甲") == "王兰玉"


def test_a_cancelled_question_for_text_gives_none() -> None:
    answer(QInputDialog, QDialog.reject)

    assert prompts.ask_text(None, "Member", label="Name", text="甲") is None


def test_a_colour_starts_from_the_present_one_and_comes_back_as_hex() -> None:
    started = []

    def choose(dialog: QColorDialog) -> None:
        started.append(dialog.currentColor().name())
        dialog.setCurrentColor(QColor("#abcdef"))
        dialog.accept()

    answer(QColorDialog, choose)
    chosen = prompts.ask_colour(None, "#ffe9a8")

    assert (started, chosen) == (["#ffe9a8"], "#abcdef")


def test_a_cancelled_colour_gives_none() -> None:
    answer(QColorDialog, QDialog.reject)

    assert prompts.ask_colour(None, "#ffe9a8") is None


def test_files_to_open_come_back_as_paths(tmp_path: Path) -> None:
    paths = [tmp_path / "讲稿 一.txt", tmp_path / "讲稿 二.txt"]
    for path in paths:
        path.touch()

    def choose(dialog: QFileDialog) -> None:
        names = " ".join(f'"{path.name}"' for path in paths)
        typed(dialog, names)

    answer(QFileDialog, choose)

    assert prompts.ask_open_files(None, "Import", kinds="Text (*.txt)", folder=tmp_path) == paths


def test_one_file_to_open_comes_back_as_a_path(tmp_path: Path) -> None:
    path = tmp_path / "组.duidu"
    path.touch()
    answer(QFileDialog, lambda dialog: typed(dialog, path.name))

    assert prompts.ask_open_file(None, "Open", kinds="Library (*.duidu)", folder=tmp_path) == path


def test_no_file_chosen_is_no_file() -> None:
    answer(QFileDialog, QDialog.reject)
    assert prompts.ask_open_files(None, "Import", kinds="Text (*.txt)") == []

    answer(QFileDialog, QDialog.reject)
    assert prompts.ask_open_file(None, "Open", kinds="Library (*.duidu)") is None


def test_folder_comes_back_as_a_path_and_none_if_cancelled(tmp_path: Path) -> None:
    (tmp_path / "小组").mkdir()
    answer(QFileDialog, lambda dialog: typed(dialog, "小组"))
    assert prompts.ask_folder(None, "Share", folder=tmp_path) == tmp_path / "小组"

    answer(QFileDialog, QDialog.reject)
    assert prompts.ask_folder(None, "Share") is None


def test_a_file_to_save_gets_the_suffix_that_was_not_typed(tmp_path: Path) -> None:
    answer(QFileDialog, lambda dialog: typed(dialog, "摘录"))

    suggested = tmp_path / "excerpts.md"
    chosen = prompts.ask_save_file(None, "Export", kinds="Markdown (*.md)", suggested=suggested)

    assert chosen == tmp_path / "摘录.md"


def test_a_file_to_save_may_be_the_suggested_one(tmp_path: Path) -> None:
    answer(QFileDialog, QDialog.accept)

    suggested = tmp_path / "excerpts.md"
    chosen = prompts.ask_save_file(None, "Export", kinds="Markdown (*.md)", suggested=suggested)

    assert chosen == suggested


def typed(dialog: QFileDialog, name: str) -> None:
    dialog.selectFile(name)
    dialog.accept()
