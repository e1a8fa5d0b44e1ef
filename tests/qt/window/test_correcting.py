"""Paragraphs and repair rules corrected in the pane: undoable, and nothing leaves its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from annotator.core.corrections import NO_CORRECTIONS, Rule
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import tasks
from annotator.qt.dialogs.repair_dialog import RepairDialog
from annotator.qt.models.outline_model import OutlineModel
from annotator.qt.reading_texts import ReadingTexts
from annotator.services.editing.document_edits import CorrectDocument
from annotator.storage import document_table
from annotator.storage.library import Library

from .conftest import Reader

PASSAGE = "因地制宜发展新质生产力"


def _text(reader: Reader) -> ReadingText:
    assert reader.frame.document_id is not None
    return reader.window.session.reading_text(reader.frame.document_id)


def _paragraph_with(reader: Reader, offset: int) -> str:
    text = _text(reader)
    paragraph = text.paragraphs[text.paragraph_at(offset)]
    return text.text[paragraph.start : paragraph.end]


@pytest.fixture
def annotated(reader: Reader) -> Reader:
    reader.drag_over(PASSAGE)
    reader.press("2")
    reader.press(Qt.Key.Key_Escape)
    return reader


def _highlights(reader: Reader) -> list[str]:
    frame = reader.frame
    assert frame.document_id is not None
    text = _text(reader).text
    found = []
    for annotation in reader.window.session.annotations_in(frame.document_id):
        spans = [
            offset
            for offset in range(len(text))
            if annotation.id in frame.pane.annotations_at(offset)
        ]
        found.append(text[min(spans) : max(spans) + 1])
    return found


def test_paragraph_splits_at_the_selection_and_joins_again(annotated: Reader) -> None:
    span = annotated.drag_over(PASSAGE)
    before = _text(annotated)

    annotated.press(Qt.Key.Key_Return, "Control")

    selected = annotated.frame.pane.selection()
    assert selected is not None
    assert annotated.frame.pane.selecting.text == PASSAGE
    assert _paragraph_with(annotated, selected.start).startswith(PASSAGE)
    assert len(_text(annotated).paragraphs) == len(before.paragraphs) + 1
    assert _highlights(annotated) == [PASSAGE]

    annotated.press(Qt.Key.Key_Backspace, "Control")

    assert _text(annotated).text == before.text
    assert annotated.frame.pane.selection() == span
    assert _highlights(annotated) == [PASSAGE]


def test_correction_is_undone_and_done_again(annotated: Reader) -> None:
    before = _text(annotated).text
    annotated.drag_over(PASSAGE)
    annotated.press(Qt.Key.Key_Return, "Control")
    after = _text(annotated).text

    annotated.press("z", "Control")
    undone = _text(annotated).text
    annotated.press("y", "Control")

    assert (undone, _text(annotated).text) == (before, after)
    assert before != after


def test_reader_stays_where_the_text_was(reader: Reader) -> None:
    text = _text(reader)
    start = text.paragraphs[20].start
    reader.frame.pane.go_to_place(start)
    letter = text.source_offset(reader.frame.pane.place())

    reader.drag_over(PASSAGE)
    reader.frame.pane.go_to_place(start)
    reader.press(Qt.Key.Key_Return, "Control")

    assert _text(reader).source_offset(reader.frame.pane.place()) == letter
    assert len(_text(reader).paragraphs) == len(text.paragraphs) + 1


def test_every_pane_with_the_text_shows_the_correction(reader: Reader) -> None:
    reader.window.commands.add_pane.trigger()
    same = [f for f in reader.window.grid if f.document_id == reader.frame.document_id]
    assert len(same) == 2
    reader.drag_over(PASSAGE)

    reader.press(Qt.Key.Key_Return, "Control")

    assert {frame.characters for frame in same} == {len(_text(reader).text)}


def test_hits_and_outline_follow_the_correction(reader: Reader, qtbot: QtBot) -> None:
    panel = reader.window.docks.search
    with qtbot.waitSignal(panel.hits_changed):
        panel.focus_query("全要素生产率")
    reader.frame.pane.setFocus()
    hits: list[ReadingSpan] = []
    panel.hits_changed.connect(lambda found: hits.extend(hit.span for hit in found))
    outline = reader.window.docks.outline.findChild(QTreeView).model()
    reader.drag_over(PASSAGE)

    with qtbot.waitSignal(panel.hits_changed):
        reader.press(Qt.Key.Key_Return, "Control")

    text = _text(reader)
    assert any(span.slice_of(text.text) == "全要素生产率" for span in hits)
    first = outline.index(0, 0).data(OutlineModel.SectionRole)
    assert first.start == text.outline[0].start
    assert {frame.characters for frame in reader.window.grid} >= {len(text.text)}


def test_rules_are_chosen_for_one_text(
    reader: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _text(reader).text
    document_id = reader.frame.document_id
    assert document_id is not None

    def choose(dialog: RepairDialog) -> int:
        dialog.show()
        qtbot.mouseClick(
            dialog.switches.boxes[Rule.PARAGRAPHS], Qt.MouseButton.LeftButton, pos=QPoint(8, 8)
        )
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(RepairDialog, "exec", choose)
    reader.window.commands.repair_rules.trigger()

    assert reader.window.session.corrections(document_id).off == {Rule.PARAGRAPHS}
    assert _text(reader).text != before
    reader.window.commands.undo_corrections.trigger()
    assert _text(reader).text == before


def test_right_click_splits_at_the_letter_under_the_mouse(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = reader.find(PASSAGE)
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: shown.append(menu))

    reader.window.pane_menu.show(span.start, QPoint(300, 300))
    [corrections] = [a.menu() for a in shown[0].actions() if isinstance(a.menu(), QMenu)]
    assert isinstance(corrections, QMenu)
    corrections.actions()[0].trigger()

    starts = [p.start for p in _text(reader).paragraphs]
    assert any(_text(reader).text.startswith(PASSAGE, start) for start in starts)


def test_first_paragraph_has_none_before_it(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Home, "Control")
    before = _text(reader).text

    reader.press(Qt.Key.Key_Backspace, "Control")

    assert _text(reader).text == before
    assert "no paragraph" in reader.window.status_line.currentMessage()


def test_caret_out_of_view_corrects_nothing(reader: Reader) -> None:
    reader.click_on(PASSAGE)
    before = _text(reader).text
    reader.frame.pane.go_to_place(len(before) - 1)

    reader.press(Qt.Key.Key_Backspace, "Control")
    reader.press(Qt.Key.Key_Return, "Control")

    assert _text(reader).text == before
    assert "Click into" in reader.window.status_line.currentMessage()


def test_keys_of_a_text_field_correct_nothing(reader: Reader, qtbot: QtBot) -> None:
    before = _text(reader).text
    panel = reader.window.docks.search
    reader.window.commands.search.trigger()
    field = panel.findChild(QLineEdit)
    field.setText("创新 发展")

    qtbot.keyClick(field, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)

    assert (field.text(), _text(reader).text == before, field.hasFocus()) == ("创新 ", True, True)
    assert _text(reader).text == before


def test_what_another_program_corrects_appears(reader: Reader, qtbot: QtBot) -> None:
    session, document_id = reader.window.session, reader.frame.document_id
    assert document_id is not None
    before = _text(reader).text
    with Library.open(session.library.path) as other, qtbot.waitSignal(session.changed):
        after = NO_CORRECTIONS.with_rule(Rule.PARAGRAPHS, on=False)
        CorrectDocument(document_id, NO_CORRECTIONS, after).apply(other)

    assert _text(reader).text != before
    assert reader.frame.characters == len(_text(reader).text)


@pytest.fixture
def everything_is_long(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every text be repaired off the GUI thread."""
    monkeypatch.setattr(ReadingTexts, "is_ready", _is_prepared)
    yield
    tasks.wait_for_all()


def _is_prepared(texts: ReadingTexts, document: object, corrections: object) -> bool:
    prepared = texts._prepared.get(getattr(document, "id", ""))
    return prepared is not None and prepared[0] == corrections


@pytest.mark.usefixtures("everything_is_long")
def test_long_text_is_repaired_before_the_edit_and_before_its_undoing(
    reader: Reader, qtbot: QtBot
) -> None:
    session, document_id = reader.window.session, reader.frame.document_id
    assert document_id is not None
    before = _text(reader).text
    reader.drag_over(PASSAGE)

    with qtbot.waitSignal(session.changed):
        reader.press(Qt.Key.Key_Return, "Control")
        assert session.corrections(document_id) == NO_CORRECTIONS
    after = _text(reader).text
    with qtbot.waitSignal(session.changed):
        reader.press("z", "Control")
    undone = _text(reader).text
    with qtbot.waitSignal(session.changed):
        reader.press("y", "Control")

    assert (undone, _text(reader).text) == (before, after)
    assert before != after
    assert len(document_table.corrections(session.library, document_id).breaks) == 1


def test_long_file_that_others_corrected_is_read_in_before_it_is_told(
    reader: Reader, qtbot: QtBot, tmp_path: Path, everything_is_long: None
) -> None:
    session, document_id = reader.window.session, reader.frame.document_id
    assert document_id is not None
    before = _text(reader).text
    with Library.open(session.library.path) as other, qtbot.waitSignal(session.changed):
        after = NO_CORRECTIONS.with_rule(Rule.PARAGRAPHS, on=False)
        CorrectDocument(document_id, NO_CORRECTIONS, after).apply(other)

    assert _text(reader).text != before
