"""The preview in the import dialog: seen beside its source, and corrected there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.corrections import Rule
from annotator.core.span import ReadingSpan
from annotator.qt.importing.candidate import State
from annotator.qt.session import Session

from .conftest import COLUMN, Importer

Opener = Callable[..., Importer]


def test_file_and_reading_text_stand_side_by_side(open_dialog: Opener, folder: Path) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()

    source = importer.dialog.preview.source
    assert source.selecting.view.model.text == COLUMN
    assert importer.shown == [
        "".join(part.split()) for part in COLUMN.split("\n　　") if part.strip()
    ]
    span = importer.dialog.preview.text.runs[0]
    assert source.selecting.view.decorations.struck.within(0, span.source_start)


def test_dropped_piece_tells_its_reason(open_dialog: Opener, folder: Path) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()
    source = importer.dialog.preview.source

    blank = source.rect_of(ReadingSpan(0, 2)).center()
    letter = source.rect_of(ReadingSpan(4, 5)).center()

    assert source.tips.text_at(blank) == "Left out: a stray blank."
    assert source.tips.text_at(letter) == ""


def test_click_in_one_pane_marks_the_same_letters_in_the_other(
    open_dialog: Opener, folder: Path
) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()
    preview = importer.dialog.preview
    at = preview.text.text.index("第二段")

    preview.reading.reveal(ReadingSpan(at, at + 1))
    place = preview.reading.rect_of(ReadingSpan(at, at + 1))
    QTest.mouseClick(
        preview.reading.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(place.left() + 2, place.center().y()),
    )
    marked = preview.source.selecting.view.decorations.hits.within(0, len(COLUMN))
    span = ReadingSpan(COLUMN.index("全文"), COLUMN.index("全文") + 1)
    preview.source.reveal(span)
    place = preview.source.rect_of(span)
    QTest.mouseClick(
        preview.source.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(place.left() + 2, place.center().y()),
    )
    back = preview.reading.selecting.view.decorations.hits.within(0, len(preview.text.text))

    assert [span.slice_of(COLUMN) for span in marked] == ["第"]
    assert [span.slice_of(preview.text.text) for span in back] == ["全"]


def test_panes_scroll_together(open_dialog: Opener, folder: Path) -> None:
    path = folder / "长.txt"
    path.write_text("".join(COLUMN.replace("第", f"第{n}") for n in range(60)), encoding="utf-8")
    importer = open_dialog(path)
    importer.wait()
    preview = importer.dialog.preview

    preview.reading.go_to_place(preview.text.paragraphs[100].start)
    shown = preview.source.place()
    preview.source.go_to_place(0)

    assert shown >= preview.text.source_offset(preview.text.paragraphs[99].start)
    assert preview.reading.place() == 0


def test_paragraphs_are_split_and_joined_with_the_keys_of_a_text_field(
    open_dialog: Opener, folder: Path
) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()
    before = importer.shown

    importer.put_caret("文字排到")
    importer.press(Qt.Key.Key_Return)
    importer.wait()
    split = importer.shown
    importer.press(Qt.Key.Key_Backspace)
    importer.wait()
    joined = importer.shown
    importer.put_caret(before[2])
    importer.press(Qt.Key.Key_Backspace)
    importer.wait()

    assert split == [
        "这一段从这里开始，",
        "文字排到" + before[0].partition("文字排到")[2],
        *before[1:],
    ]
    assert joined == before
    assert importer.shown == [before[0], before[1] + before[2], before[3]]


def test_corrections_are_undone_and_done_again(open_dialog: Opener, folder: Path) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()
    before = importer.shown
    importer.put_caret("文字排到")
    importer.dialog.corrections.split.trigger()
    importer.wait()
    split = importer.shown

    importer.press(Qt.Key.Key_Z, "Control")
    importer.wait()
    undone = importer.shown
    importer.press(Qt.Key.Key_Y, "Control")
    importer.wait()

    assert (undone, importer.shown) == (before, split)
    assert not importer.dialog.corrections.redo.isEnabled()


def test_rule_is_switched_off_and_stays_off_in_the_library(
    open_dialog: Opener, folder: Path, session: Session
) -> None:
    importer = open_dialog(folder / "栏.txt")
    importer.wait()

    box = importer.dialog.fields.switches.boxes[Rule.PARAGRAPHS]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    importer.wait()
    shown = importer.shown
    [result] = importer.import_all()

    assert len(shown) == 8
    assert session.corrections(result.document.id).off == {Rule.PARAGRAPHS}
    assert session.reading_text(result.document.id).text == "\n".join(shown)


def test_rules_that_a_web_page_does_not_need_are_not_offered(
    open_dialog: Opener, folder: Path
) -> None:
    (folder / "页.html").write_text("<h1>题目</h1><p>一段话。<p>又一段。", encoding="utf-8")
    importer = open_dialog(folder / "页.html")
    importer.wait()
    boxes = importer.dialog.fields.switches.boxes

    assert [boxes[rule].isEnabled() for rule in Rule] == [False, True, False, True]
    assert importer.shown == ["题目", "一段话。", "又一段。"]


def test_unclear_encoding_is_chosen_above_the_preview(
    open_dialog: Opener, folder: Path, session: Session, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "不明.txt")
    qtbot.waitUntil(lambda: importer.states() == [State.UNCLEAR])

    combo = importer.dialog.fields.encoding
    combo.setCurrentIndex(combo.findData("GB18030"))
    combo.activated.emit(combo.currentIndex())
    importer.wait()
    shown = importer.shown
    [result] = importer.import_all()

    assert shown == ["丐丌丏丑"]
    assert session.reading_text(result.document.id).text == "丐丌丏丑"


def test_encoding_that_does_not_fit_is_told_and_another_can_be_chosen(
    open_dialog: Opener, folder: Path, qtbot: QtBot
) -> None:
    importer = open_dialog(folder / "旧.txt")
    importer.wait()
    combo = importer.dialog.fields.encoding
    assert combo.currentText() == "GB18030, as found"

    combo.activated.emit(combo.findData("UTF-8"))
    qtbot.waitUntil(lambda: importer.states() == [State.FAILED])
    assert combo.isEnabled()
    combo.activated.emit(combo.findData("GB18030"))
    importer.wait()

    assert importer.shown == ["新质生产力是创新起主导作用的先进生产力质态。"]
