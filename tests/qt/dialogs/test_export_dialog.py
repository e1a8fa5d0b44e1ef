import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import Mark
from annotator.core.span import ReadingSpan
from annotator.exporters.excerpt import Grouping
from annotator.exporters.wording import Language
from annotator.qt import prompts, tasks
from annotator.qt.dialogs.export_dialog import ExportDialog
from annotator.qt.session import Session
from annotator.services import exporting, reading, text_export
from annotator.services.exporting import ExcerptStyle
from annotator.services.listing import AnnotationFilter
from annotator.services.text_export import TextFormat, TextStyle


class Stalled:
    """An export that reports only once it may go on."""

    def __init__(self) -> None:
        self.has_begun = threading.Event()
        self.goes_on = threading.Event()
        self.was_broken_off = False

    def export(self, _library: object, *, pulse: exporting.Pulse, **_: object) -> str:
        self.has_begun.set()
        assert self.goes_on.wait(10)
        try:
            pulse(1, 4)
        except tasks.Cancelled:
            self.was_broken_off = True
            raise
        return "too late"


@pytest.fixture
def session(session_on_disk: Session) -> Session:
    """A session over a library that other threads can open."""
    return session_on_disk


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> ExportDialog:
    first, second = session.documents()
    tags = session.codebook.tags
    session.annotate(first.id, ReadingSpan(0, 5), tag_ids=[tags[0].id])
    session.annotate(second.id, ReadingSpan(0, 4), tag_ids=[tags[1].id], note="要查")
    dialog = ExportDialog(session, first.id)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    tasks.wait_for_all()
    return dialog


def choose(dialog: ExportDialog, value: str) -> None:
    combo = next(c for c in dialog.findChildren(QComboBox) if c.findText(value) >= 0)
    assert combo.isVisible()
    combo.setCurrentIndex(combo.findText(value))
    tasks.wait_for_all()


def click(dialog: ExportDialog, text: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def preview(dialog: ExportDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def exported(session: Session, wanted: AnnotationFilter, grouping: Grouping) -> str:
    return exporting.export_markdown(session.library, wanted, ExcerptStyle(grouping, Language.EN))


def test_the_preview_shows_what_will_be_saved(dialog: ExportDialog, session: Session) -> None:
    assert preview(dialog) == exported(session, AnnotationFilter(), Grouping.TAG)


def test_the_preview_follows_every_choice(dialog: ExportDialog, session: Session) -> None:
    choose(dialog, "This text")
    choose(dialog, "Definition")
    choose(dialog, "In reading order")

    wanted = AnnotationFilter(
        document_id=session.documents()[0].id, tag_id=session.codebook.tags[0].id
    )
    assert preview(dialog) == exported(session, wanted, Grouping.READING_ORDER)


def test_window_stays_alive_while_a_long_export_is_made_and_shows_how_far_it_is(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    goes_on = threading.Event()

    def slow(_library: object, *, pulse: exporting.Pulse, **_: object) -> str:
        while not goes_on.wait(0.1):
            pulse(1, 4)
        return "𠮷" * 300_000

    monkeypatch.setattr(exporting, "export_markdown", slow)
    combo = next(c for c in dialog.findChildren(QComboBox) if c.findText("By text") >= 0)
    combo.setCurrentIndex(combo.findText("By text"))
    save = next(b for b in dialog.findChildren(QPushButton) if "Save" in b.text())
    bar = dialog.findChild(QProgressBar)

    try:
        qtbot.waitUntil(lambda: bar.isVisible() and bar.value() == 1)
        assert bar.maximum() == 4
        assert not save.isEnabled()
    finally:
        goes_on.set()
    qtbot.waitUntil(save.isEnabled)

    assert not bar.isVisible()
    assert len(dialog.exported()) == 300_000
    assert 0 < len(preview(dialog)) < 300_000


def test_export_that_is_not_wanted_any_more_is_broken_off_and_never_shown(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    stalled = Stalled()
    with monkeypatch.context() as patch:
        patch.setattr(exporting, "export_markdown", stalled.export)
        combo = next(c for c in dialog.findChildren(QComboBox) if c.findText("By text") >= 0)
        combo.setCurrentIndex(combo.findText("By text"))
        assert stalled.has_begun.wait(10)
    combo.setCurrentIndex(combo.findText("In reading order"))
    stalled.goes_on.set()
    tasks.wait_for_all()

    assert stalled.was_broken_off
    assert preview(dialog) == exported(session, AnnotationFilter(), Grouping.READING_ORDER)


def test_closing_breaks_a_long_export_off(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    stalled = Stalled()
    monkeypatch.setattr(exporting, "export_markdown", stalled.export)
    combo = next(c for c in dialog.findChildren(QComboBox) if c.findText("By text") >= 0)
    combo.setCurrentIndex(combo.findText("By text"))
    assert stalled.has_begun.wait(10)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    stalled.goes_on.set()
    tasks.wait_for_all()

    assert stalled.was_broken_off


def test_library_that_went_away_is_told(dialog: ExportDialog, session: Session) -> None:
    session.library.path.rename(session.library.path.with_name("elsewhere"))

    choose(dialog, "By text")

    assert any("library" in label.text() for label in dialog.findChildren(QLabel))
    assert preview(dialog) == ""


def test_citations_can_be_chinese(dialog: ExportDialog) -> None:
    choose(dialog, "Chinese")

    assert "——《讲稿一》" in preview(dialog)


def test_it_can_be_copied(dialog: ExportDialog) -> None:
    click(dialog, "Copy")

    assert QGuiApplication.clipboard().text() == dialog.exported()


def test_it_is_saved_where_the_reader_says(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "摘录.md"
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_, **__: path)

    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "Save…")

    assert path.read_text(encoding="utf-8") == dialog.exported()
    assert dialog.saved_path == path
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_nothing_is_saved_where_the_reader_thinks_better_of_it(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_, **__: None)

    click(dialog, "Save…")

    assert dialog.saved_path is None
    assert dialog.isVisible()


def test_what_could_not_be_saved_is_told_and_the_dialog_stays(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_, **__: tmp_path / "no" / "x.md")
    monkeypatch.setattr(prompts, "warn", lambda _parent, sentence: told.append(sentence))

    click(dialog, "Save…")
    qtbot.waitUntil(lambda: bool(told))

    assert len(told) == 1
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.isEnabled)


def test_file_is_written_while_the_window_goes_on(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    threads: list[bool] = []

    def write(_path: Path, _text: str) -> None:
        threads.append(threading.current_thread() is threading.main_thread())

    monkeypatch.setattr(prompts, "ask_save_file", lambda *_, **__: tmp_path / "摘录.md")
    monkeypatch.setattr(exporting, "write_file", write)

    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "Save…")

    assert threads == [False]


def test_without_a_text_in_the_pane_this_text_is_not_offered(
    session: Session, qtbot: QtBot
) -> None:
    dialog = ExportDialog(session, None)
    qtbot.addWidget(dialog)

    assert all(combo.findText("This text") < 0 for combo in dialog.findChildren(QComboBox))


@pytest.mark.parametrize(
    ("choice", "text_format"),
    [
        ("This text as plain text", TextFormat.PLAIN),
        ("This text as Markdown", TextFormat.MARKDOWN),
        ("This text as a web page", TextFormat.HTML),
    ],
)
def test_the_text_of_the_pane_is_exported_with_its_annotations(
    dialog: ExportDialog, session: Session, choice: str, text_format: TextFormat
) -> None:
    document = session.documents()[0]

    choose(dialog, choice)

    style = TextStyle(text_format, Language.EN)
    wanted = AnnotationFilter(document_id=document.id)
    written = text_export.export_text(session.library, document, wanted, style)
    assert preview(dialog) == dialog.exported() == written
    assert "Definition" in written


def test_footnotes_and_pages_can_be_chosen(dialog: ExportDialog, session: Session) -> None:
    choose(dialog, "This text as plain text")
    boxes = {box.text().replace("&", ""): box for box in dialog.findChildren(QCheckBox)}

    boxes["Annotations as footnotes"].click()
    tasks.wait_for_all()
    text = session.reading_text(session.documents()[0].id)
    assert preview(dialog) == text.text + "\n"
    boxes["Page numbers"].click()
    tasks.wait_for_all()
    assert preview(dialog).startswith("[p. 1]")


def test_notes_on_gaps_are_told_until_they_are_switched_off(
    dialog: ExportDialog, session: Session
) -> None:
    document = session.documents()[0]
    text = session.reading_text(document.id)
    gap = Mark(text.paragraphs[1].start, "page_missing", "")
    reading.remember(session.library, document.id, replace(text, marks=(gap,)))
    box = next(b for b in dialog.findChildren(QCheckBox) if "garbled" in b.text())

    choose(dialog, "This text as plain text")
    told = preview(dialog)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    tasks.wait_for_all()

    note = "[text missing here in the source]\n"
    assert told.count(note) == 1
    assert preview(dialog) == told.replace(note, "")


def test_a_tag_chooses_the_footnotes(dialog: ExportDialog) -> None:
    choose(dialog, "This text as plain text")
    assert "(note 1)" in preview(dialog)

    choose(dialog, "Policy measure")

    assert "(note 1)" not in preview(dialog)


def test_choices_that_mean_nothing_are_not_shown(dialog: ExportDialog) -> None:
    *of_text, replies = dialog.findChildren(QCheckBox)
    orders = next(c for c in dialog.findChildren(QComboBox) if c.findText("By tag") >= 0)
    assert not any(box.isVisible() for box in of_text)
    assert orders.isVisible()
    assert replies.isVisible()

    choose(dialog, "This text as a web page")

    assert all(box.isVisible() for box in of_text)
    assert not orders.isVisible()
    assert replies.isEnabled()
    of_text[0].click()
    assert not replies.isEnabled()


def test_a_text_is_saved_under_its_title(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Path] = []

    def ask(*_: object, suggested: Path, kinds: str) -> Path:
        asked.append(suggested)
        assert "html" in kinds
        return tmp_path / "a.html"

    monkeypatch.setattr(prompts, "ask_save_file", ask)
    choose(dialog, "This text as a web page")

    with qtbot.waitSignal(dialog.accepted):
        click(dialog, "Save…")

    assert [path.name for path in asked] == ["讲稿一.html"]
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == dialog.exported()


def test_asking_returns_nothing_where_nothing_was_saved(session: Session) -> None:
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())

    assert ExportDialog.ask(None, session, None) is None
