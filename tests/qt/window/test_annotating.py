"""Annotating in the real window, with mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.span import ReadingSpan
from annotator.qt.dialogs.note_dialog import NoteDialog
from annotator.qt.dialogs.tag_palette import TagChoice, TagPalette
from annotator.qt.window.main_window import MainWindow

from .conftest import Reader

PASSAGE = "因地制宜发展新质生产力"
LONGER = "习近平总书记在参加江苏代表团审议时强调，因地制宜发展新质生产力。"


def _annotations(reader: Reader) -> list[Annotation]:
    assert reader.frame.document_id is not None
    return reader.window.session.annotations_in(reader.frame.document_id)


def _tags(reader: Reader) -> list[list[str]]:
    names = {tag.id: tag.name for tag in reader.window.session.codebook}
    return [[names[tag_id] for tag_id in a.tag_ids] for a in _annotations(reader)]


def test_number_keys_give_and_take_tags(reader: Reader) -> None:
    reader.drag_over(PASSAGE)

    reader.press("1")
    reader.press("3")
    reader.press("1")

    assert _tags(reader) == [["实例"]]


def test_number_keys_do_nothing_without_a_selection(reader: Reader) -> None:
    reader.press("1")

    assert _annotations(reader) == []


def test_last_tag_is_given_again_with_h(reader: Reader) -> None:
    reader.drag_over(PASSAGE)
    reader.press("2")
    reader.drag_over("提出明确要求")

    reader.press("h")

    assert _tags(reader) == [["政策措施"], ["政策措施"]]


def test_all_that_is_selected_in_the_list_gets_a_tag_or_loses_it_in_one_step(
    reader: Reader,
) -> None:
    for passage, key in ((PASSAGE, "1"), ("提出明确要求", "2"), ("新质生产力。", "1")):
        reader.drag_over(passage)
        reader.press(key)
    before = _tags(reader)
    panel = reader.window.docks.annotations
    view = panel.findChild(QListView)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    def choose_first_tag() -> None:
        menu = panel.menu()
        next(action.menu() for action in menu.actions() if action.menu()).actions()[0].trigger()
        menu.deleteLater()

    choose_first_tag()
    assert sorted(map(len, _tags(reader))) == [1, 1, 2]
    assert all("定义" in names for names in _tags(reader))
    choose_first_tag()
    assert not any("定义" in names for names in _tags(reader))

    for _ in range(2):
        reader.press("z", "Control")
    assert _tags(reader) == before


def test_annotations_may_overlap_and_clicks_take_one_after_the_other(reader: Reader) -> None:
    reader.drag_over(PASSAGE)
    reader.press("1")
    reader.drag_over(LONGER)
    reader.press("2")
    reader.press(Qt.Key.Key_Escape)

    seen = []
    for _ in range(2):
        reader.click_on(PASSAGE)
        seen.append(reader.window.focus.active_id)

    assert set(seen) == {a.id for a in _annotations(reader)}


def test_everything_is_undone_and_redone_with_the_same_ids(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteDialog, "ask", lambda *_: "笔记")
    reader.drag_over(PASSAGE)
    for key in ("1", "2", "n", "]", "["):
        reader.press(key)
    after = _annotations(reader)
    steps = reader.window.session.undo_stack.count()

    for _ in range(steps):
        reader.press("z", "Control")
    assert _annotations(reader) == []
    for _ in range(steps):
        reader.press("y", "Control")

    assert steps == 5
    assert [(a.id, a.selector, a.note, a.tag_ids) for a in _annotations(reader)] == [
        (a.id, a.selector, a.note, a.tag_ids) for a in after
    ]


def test_ends_move_by_keys(reader: Reader) -> None:
    reader.drag_over(PASSAGE)
    reader.press("1")

    reader.press("]")
    reader.press("[")
    reader.press("[")
    reader.press("{")

    assert [a.selector.quotation for a in _annotations(reader)] == ["，" + PASSAGE + "。"]


def test_annotation_moves_to_the_selection(reader: Reader) -> None:
    reader.drag_over(PASSAGE)
    reader.press("1")
    reader.drag_over("提出明确要求")

    reader.press("m", "Control")

    assert [a.selector.quotation for a in _annotations(reader)] == ["提出明确要求"]
    assert _tags(reader) == [["定义"]]


def test_note_on_a_selection_makes_an_annotation(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteDialog, "ask", lambda *_: "只写笔记")
    reader.drag_over(PASSAGE)

    reader.press(Qt.Key.Key_Return)

    assert [(a.note, a.tag_ids) for a in _annotations(reader)] == [("只写笔记", ())]


def test_deleted_annotation_comes_back_with_undo(reader: Reader) -> None:
    reader.drag_over(PASSAGE)
    reader.press("4")

    reader.press(Qt.Key.Key_Delete)
    assert _annotations(reader) == []
    reader.press("z", "Control")

    assert _tags(reader) == [["数据"]]


def test_escape_lets_go_of_the_selection_first(reader: Reader) -> None:
    reader.drag_over(PASSAGE)
    reader.press("1")
    reader.drag_over("提出明确要求")
    active = reader.window.focus.active_id

    reader.press(Qt.Key.Key_Escape)
    assert (reader.window.focus.selection, reader.window.focus.active_id) == (None, active)
    reader.press(Qt.Key.Key_Escape)

    assert reader.window.focus.active_id is None


def test_next_and_previous_annotation_go_round(reader: Reader) -> None:
    for passage in (PASSAGE, "提出明确要求", "不要搞一种模式"):
        reader.drag_over(passage)
        reader.press("1")
    reader.press(Qt.Key.Key_Escape)
    reader.frame.pane.go_to_place(0)
    quotations = {a.id: a.selector.quotation for a in _annotations(reader)}

    visited = []
    for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Up):
        reader.press(key, "Alt")
        visited.append(quotations[reader.window.focus.active_id or ""])

    assert visited == [PASSAGE, "提出明确要求", "不要搞一种模式", PASSAGE, "不要搞一种模式"]


def test_annotation_is_let_go_of_when_the_reader_turns_to_another_text(reader: Reader) -> None:
    reader.drag_over(PASSAGE)
    reader.press("1")
    first = _annotations(reader)

    reader.press(Qt.Key.Key_F6)
    reader.press("2")

    assert reader.window.focus.active_id is None
    reader.press(Qt.Key.Key_F6)
    assert _annotations(reader) == first


def test_tag_palette_makes_new_tags(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    definition = reader.window.session.codebook.tags[0].id
    monkeypatch.setattr(TagPalette, "ask", lambda *_: TagChoice({definition}, ["背景"]))
    reader.drag_over(PASSAGE)

    reader.press("k", "Control")

    assert _tags(reader) == [["定义", "背景"]]


def test_bar_floats_beside_the_selection_and_tags_it(reader: Reader) -> None:
    bar = reader.window.bar_placement.bar
    reader.drag_over(PASSAGE)
    assert bar.isVisible()
    assert bar.parentWidget().rect().contains(bar.geometry())

    example = next(b for b in bar.findChildren(QToolButton) if b.toolTip().endswith("3"))
    QTest.mouseClick(example, Qt.MouseButton.LeftButton)

    assert _tags(reader) == [["实例"]]
    assert reader.frame.pane.hasFocus()
    reader.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_bar_stays_beside_its_passage_when_the_window_changes_its_size(
    reader: Reader, qtbot: QtBot
) -> None:
    bar = reader.window.bar_placement.bar
    span = reader.drag_over(PASSAGE)
    reader.press("1")

    reader.window.resize(900, 600)

    def covers_passage() -> bool:
        passage = reader.frame.pane.rect_of(span)
        corner = reader.frame.pane.viewport().mapTo(bar.parentWidget(), passage.topLeft())
        return bar.geometry().intersects(passage.translated(corner - passage.topLeft()))

    qtbot.waitUntil(lambda: bar.isVisible() and not covers_passage())


def test_excerpt_is_copied_with_its_citation(reader: Reader) -> None:
    reader.drag_over(PASSAGE)

    reader.press("c", "Control Shift")

    copied = QGuiApplication.clipboard().text()
    assert PASSAGE in copied
    assert "新质生产力" in copied.splitlines()[1]


def test_panels_follow_what_happens_in_the_panes(reader: Reader, window: MainWindow) -> None:
    reader.drag_over(PASSAGE)
    reader.press("1")

    assert window.docks.annotations.selected_ids() == [window.focus.active_id]


def test_passage_without_words_is_refused_in_a_sentence(
    reader: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("annotator.qt.prompts.warn", lambda _, sentence: said.append(sentence))
    reader.drag_over("，")

    reader.press("1")

    assert len(said) == 1
    assert _annotations(reader) == []


def test_dragging_an_end_moves_the_annotation_and_undo_moves_it_back(reader: Reader) -> None:
    span = reader.drag_over(PASSAGE)
    reader.press("1")
    pane = reader.frame.pane
    last = pane.rect_of(ReadingSpan(span.end - 1, span.end))
    wanted = pane.rect_of(ReadingSpan(span.end - 3, span.end - 2))
    knob = QPoint(last.right(), last.bottom() + 1)
    before = QPoint(wanted.left() + 2, wanted.center().y())

    QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, pos=knob)
    QTest.mouseMove(pane.viewport(), before)
    QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, pos=before)

    assert [each.selector.quotation for each in _annotations(reader)] == [PASSAGE[:-3]]
    assert reader.window.focus.active_id == _annotations(reader)[0].id
    reader.window.session.undo()
    assert [each.selector.quotation for each in _annotations(reader)] == [PASSAGE]


@pytest.mark.parametrize("pane_count", [1, 2])
@pytest.mark.parametrize("width", [360, 560, 900])
def test_whole_bar_is_seen_however_narrow_the_window(
    reader: Reader, pane_count: int, width: int
) -> None:
    window = reader.window
    for dock in window.docks:
        dock.hide()
    window.desk.set_pane_count(pane_count)
    window.setMinimumSize(1, 1)
    window.resize(width, 600)
    QApplication.processEvents()
    for frame in window.grid:
        window.grid.activate(frame)
        reader.drag_over("新质生产力")
        bar = window.bar_placement.bar
        assert bar.isVisible()
        assert bar.parentWidget().rect().contains(bar.geometry())
