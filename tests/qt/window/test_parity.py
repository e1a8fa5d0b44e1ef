"""The window and the command line give the same results."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QListView
from pytestqt.qtbot import QtBot

from annotator import cli
from annotator.qt import tasks
from annotator.qt.dialogs.export_dialog import ExportDialog
from annotator.services.search import Hit

from .conftest import Reader

PASSAGE = "因地制宜发展新质生产力"
OWN_TO_EACH = {"id", "created", "modified"}


@pytest.fixture
def twin(library_path: Path, tmp_path: Path) -> Path:
    """A second copy of the library, for the command line alone."""
    path = tmp_path / "twin" / "library.duidu"
    path.parent.mkdir()
    shutil.copyfile(library_path, path)
    return path


def _answer(capsys: pytest.CaptureFixture[str], library: Path, *arguments: str) -> str:
    assert cli.main(["--library", str(library), *arguments]) == 0
    return capsys.readouterr().out


def test_annotation_is_the_same_from_both(
    reader: Reader, twin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document_id = reader.frame.document_id
    assert document_id is not None
    span = reader.drag_over(PASSAGE)
    reader.press("1")
    reader.press("4")

    place = f"{span.start}:{span.end}"
    tags = ("--tag", "定义", "数据")
    _answer(capsys, twin, "annotate", document_id, "--span", place, *tags)

    seen, made = (
        [
            {name: value for name, value in annotation.items() if name not in OWN_TO_EACH}
            for annotation in json.loads(_answer(capsys, library, "annotations", "--json"))
        ]
        for library in (reader.window.session.library.path, twin)
    )
    assert seen == made
    assert len(seen) == 1


def test_export_is_the_same_from_both(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    reader.drag_over(PASSAGE)
    reader.press("2")
    dialog = ExportDialog(reader.window.session, None)

    tasks.wait_for_all()
    shown = dialog.exported()

    library = reader.window.session.library.path
    printed = _answer(capsys, library, "export", "markdown", "--by", "tag", "--language", "en")
    assert shown == printed


def test_search_is_the_same_from_both(
    reader: Reader, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    panel, found = reader.window.docks.search, list[Hit]()
    panel.hits_changed.connect(found.extend)
    with qtbot.waitSignal(panel.hits_changed):
        panel.focus_query("全要素 生产率")

    printed = _answer(
        capsys, reader.window.session.library.path, "search", "全要素 生产率", "--json"
    )

    assert [(hit["document"], hit["start"], hit["end"]) for hit in json.loads(printed)] == [
        (hit.document.id, hit.span.start, hit.span.end) for hit in found
    ]
    assert found


def test_documents_and_their_texts_are_the_same_from_both(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    library = reader.window.session.library.path
    model = reader.window.docks.documents.findChild(QListView).model()

    listed = json.loads(_answer(capsys, library, "documents", "--json"))

    titles = [model.index(row, 0).data(Qt.ItemDataRole.DisplayRole) for row in range(5)]
    assert [document["title"] for document in listed] == titles
    for document in listed:
        printed = json.loads(_answer(capsys, library, "text", document["id"], "--json"))
        assert printed["text"] == reader.window.session.reading_text(document["id"]).text


@pytest.mark.parametrize(
    ("kind", "text_format"),
    [
        ("This text as plain text", "txt"),
        ("This text as Markdown", "md"),
        ("This text as a web page", "html"),
    ],
)
def test_exported_text_is_the_same_from_both(
    reader: Reader, capsys: pytest.CaptureFixture[str], kind: str, text_format: str
) -> None:
    reader.drag_over(PASSAGE)
    reader.press("2")
    document_id = reader.frame.document_id or ""
    dialog = ExportDialog(reader.window.session, document_id)
    combo = next(c for c in dialog.findChildren(QComboBox) if c.findText(kind) >= 0)
    combo.setCurrentIndex(combo.findText(kind))

    tasks.wait_for_all()
    shown = dialog.exported()

    library = reader.window.session.library.path
    arguments = ("export", "text", document_id, "--format", text_format, "--language", "en")
    assert _answer(capsys, library, *arguments) == shown
    assert PASSAGE in shown
    dialog.deleteLater()


def test_correction_is_the_same_from_both(
    reader: Reader, twin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document_id = reader.frame.document_id
    assert document_id is not None
    span = reader.drag_over(PASSAGE)
    reader.press(Qt.Key.Key_Return, "Control")

    _answer(capsys, twin, "correct", document_id, "--split-at", str(span.start))

    seen, made = (
        _answer(capsys, library, "text", document_id)
        for library in (reader.window.session.library.path, twin)
    )
    assert seen == made
    assert f"\n{PASSAGE}" in seen
