"""A section of a text in a pane of its own."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.span import ReadingSpan
from annotator.qt.models.outline_model import OutlineModel
from annotator.qt.panels.outline_tree import OutlineTree
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.window.main_window import MainWindow
from annotator.services.editing.document_edits import CorrectDocument
from annotator.text.sections import Section

from .conftest import Reader, WindowOpener

ARTICLE = "新质生产力的内涵特征和发展重点"
INSIDE = "培育新型劳动者队伍"
OUTSIDE = "江苏代表团审议热烈"


def tree(window: MainWindow) -> OutlineTree:
    found = window.docks.outline.findChild(OutlineTree)
    assert isinstance(found, OutlineTree)
    return found


def row_of(window: MainWindow, title: str) -> QModelIndex:
    model = tree(window).model()
    start = model.index(0, 0)
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    [index] = model.match(start, Qt.ItemDataRole.DisplayRole, title, 1, flags)
    return index


def section(window: MainWindow) -> Section:
    found: Section = row_of(window, ARTICLE).data(OutlineModel.SectionRole)
    return found


@pytest.fixture
def compilation(window: MainWindow) -> MainWindow:
    """Return the window with the compilation in the active pane."""
    document = next(d for d in window.session.documents() if "总第160期" in d.title)
    window.desk.open(document.id)
    window.docks.show_panel(window.docks.outline)
    return window


def open_alone(window: MainWindow) -> PaneFrame:
    window.section_views.show_here(section(window))
    return window.grid.active


def whole_text_button(frame: PaneFrame) -> QToolButton:
    return next(b for b in frame.findChildren(QToolButton) if b.text() == "Whole text")


def test_middle_click_opens_an_article_in_a_pane_of_its_own(compilation: MainWindow) -> None:
    former = compilation.grid.active
    index = row_of(compilation, ARTICLE)
    tree(compilation).scrollTo(index)

    place = tree(compilation).visualRect(index).center()
    QTest.mouseClick(tree(compilation).viewport(), Qt.MouseButton.MiddleButton, pos=place)

    frame = compilation.grid.active
    assert compilation.grid.count() == 3
    assert frame is not former
    assert former.section is None
    assert (frame.document_id, frame.section) == (former.document_id, section(compilation))
    assert frame.pane.place() == section(compilation).start


def test_outline_shows_the_section_that_stands_alone(compilation: MainWindow) -> None:
    open_alone(compilation)

    assert row_of(compilation, ARTICLE).data(Qt.ItemDataRole.FontRole) is not None


def test_control_enter_opens_it_too(compilation: MainWindow) -> None:
    tree(compilation).setCurrentIndex(row_of(compilation, ARTICLE))
    tree(compilation).setFocus()

    QTest.keyClick(tree(compilation), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert compilation.grid.active.section == section(compilation)


def test_menu_offers_to_go_there_or_to_see_it_alone(compilation: MainWindow) -> None:
    menu = tree(compilation).menu_of(section(compilation))
    go, alone, beside = menu.actions()

    go.trigger()
    assert compilation.grid.active.section is None
    assert compilation.grid.active.pane.place() == section(compilation).start
    alone.trigger()
    assert compilation.grid.active.section == section(compilation)
    beside.trigger()
    assert [f.section is not None for f in compilation.grid] == [True, True, False]


def test_annotation_made_in_a_section_stands_at_the_same_place_of_the_text(
    compilation: MainWindow,
) -> None:
    reader = Reader(compilation)
    open_alone(compilation)

    span = reader.drag_over(INSIDE)
    reader.press("1")

    [annotation] = compilation.session.annotations_in(reader.frame.document_id or "")
    assert reader.frame.section is not None
    assert annotation.selector.quotation == INSIDE
    text = compilation.session.reading_text(annotation.document_id)
    assert text.to_reading(annotation.selector.span) == span
    assert reader.frame.pane.annotation_at(span.start) == annotation.id


def test_one_click_leads_back_to_the_whole_text_at_this_place(compilation: MainWindow) -> None:
    frame = open_alone(compilation)
    frame.pane.go_to_place(section(compilation).span.end - 1)
    place = frame.pane.place()

    QTest.mouseClick(whole_text_button(frame), Qt.MouseButton.LeftButton)

    assert frame.section is None
    assert frame.pane.place() == place
    assert not whole_text_button(frame).isVisible()


def test_place_outside_the_section_shows_the_whole_text(compilation: MainWindow) -> None:
    frame = open_alone(compilation)
    text = compilation.session.reading_text(frame.document_id or "")
    start = text.text.index(OUTSIDE)

    compilation.desk.show_passage(frame.document_id or "", ReadingSpan(start, start + 5))

    assert frame.section is None
    assert not frame.pane.rect_of(ReadingSpan(start, start + 5)).isEmpty()


def test_place_inside_the_section_leaves_it_alone(compilation: MainWindow) -> None:
    frame = open_alone(compilation)
    inner = row_of(compilation, "着力为发展新质生产力蓄势赋能").data(OutlineModel.SectionRole)

    compilation.docks.outline.place_requested.emit(inner.start)

    assert frame.section == section(compilation)
    assert frame.pane.place() == inner.start


def test_back_leads_out_of_the_section_and_to_the_place_before(compilation: MainWindow) -> None:
    frame = compilation.grid.active
    frame.pane.go_to_place(frame.characters // 2)
    before = frame.pane.place()
    compilation.docks.outline.section_alone_requested.emit(section(compilation))

    Reader(compilation).press(Qt.Key.Key_Left, "Alt")

    assert frame.section is None
    assert frame.pane.place() == before


def test_next_annotation_stays_in_the_section(compilation: MainWindow) -> None:
    reader = Reader(compilation)
    outside = reader.find(OUTSIDE)
    compilation.session.annotate(reader.frame.document_id or "", outside, tag_ids=[])
    open_alone(compilation)
    inside = reader.find(INSIDE)
    compilation.session.annotate(reader.frame.document_id or "", inside, tag_ids=[])

    for _ in range(3):
        reader.press(Qt.Key.Key_Down, "Alt")

    assert reader.frame.section is not None
    active = compilation.focus.annotation
    assert active is not None
    assert active.selector.quotation == INSIDE


def test_another_text_in_the_pane_is_shown_whole(compilation: MainWindow) -> None:
    frame = open_alone(compilation)
    other = compilation.session.documents()[0].id

    compilation.desk.open(other)

    assert (frame.document_id, frame.section) == (other, None)
    assert not whole_text_button(frame).isVisible()


def test_sections_come_back_with_the_window(open_window: WindowOpener) -> None:
    window = open_window()
    document = next(d for d in window.session.documents() if "总第160期" in d.title)
    window.desk.open(document.id)
    frame = open_alone(window)
    shown = frame.section
    frame.pane.go_to_place(section(window).span.end - 300)
    place = frame.pane.place()
    window.close()

    again = open_window()

    assert again.grid.active.section == shown is not None
    assert again.grid.active.pane.place() == place
    again.close()


def test_layout_remembers_sections(compilation: MainWindow) -> None:
    open_alone(compilation)
    compilation.layouts.save("文章")
    QTest.mouseClick(whole_text_button(compilation.grid.active), Qt.MouseButton.LeftButton)

    compilation.layouts.choose("文章")

    assert compilation.grid.active.section == section(compilation)


def test_what_was_read_of_a_section_is_not_the_whole_text(
    compilation: MainWindow, qtbot: QtBot
) -> None:
    frame = open_alone(compilation)
    frame.pane.verticalScrollBar().setValue(frame.pane.verticalScrollBar().maximum())

    with qtbot.waitSignal(compilation.desk.progress_changed) as told:
        compilation.desk.remember_places()

    assert told.args is not None
    assert told.args[0].get(frame.document_id, 0) < 10


def test_linked_panes_follow_into_a_section_and_no_further(compilation: MainWindow) -> None:
    compilation.section_views.open_beside(section(compilation))
    left, frame = compilation.grid.frames[:2]
    compilation.grid.activate(left)
    Reader(compilation).press("l", "Control")

    left.pane.verticalScrollBar().setValue(left.pane.verticalScrollBar().maximum())

    assert section(compilation).start < frame.pane.place() < section(compilation).span.end
    left.pane.verticalScrollBar().setValue(0)
    assert frame.pane.place() == section(compilation).start


def test_notes_on_the_state_of_the_text_lead_to_their_places(compilation: MainWindow) -> None:
    text = compilation.session.reading_text(compilation.grid.active.document_id or "")
    [button] = compilation.docks.outline.findChildren(QToolButton)

    assert button.text() == f"{len(text.marks)} notes on the state of the text"
    button.menu().aboutToShow.emit()
    entries = button.menu().actions()
    assert len(entries) == len(text.marks)
    entries[-1].trigger()

    start = text.marks[-1].start
    assert not compilation.grid.active.pane.rect_of(ReadingSpan(start, start + 1)).isEmpty()


def test_text_in_a_good_state_has_no_notes(compilation: MainWindow) -> None:
    [button] = compilation.docks.outline.findChildren(QToolButton)

    compilation.desk.open(compilation.session.documents()[0].id)

    assert not button.isVisible()


def test_correction_leaves_a_section_alone_where_it_is(
    compilation: MainWindow, qtbot: QtBot
) -> None:
    frame = open_alone(compilation)
    document_id = frame.document_id or ""
    text = compilation.session.reading_text(document_id)
    first = text.paragraphs[text.paragraph_at(section(compilation).start) + 2]
    within = NO_CORRECTIONS.with_break(text.source_offset(first.start + 10))
    title = section(compilation).title

    with qtbot.waitSignal(frame.document_shown):
        compilation.session.do(CorrectDocument(document_id, NO_CORRECTIONS, within), "Split")

    assert frame.section is not None
    assert frame.section.title == title
    assert frame.pane.place() == frame.section.start
    assert frame.shown == frame.section.span
    assert len(frame.section.span) == len(section(compilation).span)
