"""The members of the group: seen or hidden, told apart, named, and one of them at the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QStyle, QStyleOptionViewItem, QToolButton
from pytestqt.qtbot import QtBot

from annotator.core.member import Member, signs_of
from annotator.core.span import ReadingSpan
from annotator.qt.dialogs.member_dialog import MemberDialog
from annotator.qt.models.annotation_model import AnnotationModel
from annotator.qt.models.group_model import GroupModel
from annotator.qt.panels.group_panel import GroupPanel
from annotator.qt.window.group import Group
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, libraries
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation

from .conftest import Reader, WindowOpener

PASSAGE = "因地制宜发展新质生产力"


@pytest.fixture
def others(reader: Reader) -> list[Member]:
    """Two other members who have each annotated one passage in the text of the active pane."""
    session = reader.window.session
    members = [libraries.add_member(session.library, name) for name in ("周敏", "周小明")]
    document_id = reader.frame.document_id or ""
    text = reader.window.session.reading_text(document_id)
    span = reader.find(PASSAGE)
    for shift, member in enumerate(members):
        place = ReadingSpan(span.start + shift, span.end)
        selector = anchoring.describe(document_id, text, place)
        tag = session.codebook.tags[shift]
        annotation = new_annotation(selector, member.id, tag_ids=[tag.id])
        session.announce(AddAnnotation(annotation).apply(session.library))
    session.become(session.member.id)
    return members


@pytest.fixture
def panel(reader: Reader, others: list[Member], qtbot: QtBot) -> GroupPanel:
    """The panel, opened with its key."""
    QTest.keyClick(reader.window, Qt.Key.Key_F9)
    panel = reader.window.findChild(GroupPanel)
    assert isinstance(panel, GroupPanel)
    qtbot.waitUntil(panel.list.hasFocus)
    return panel


def button_of(window: MainWindow) -> QToolButton:
    """Return what tells who annotates."""
    group = window.findChild(Group)
    assert isinstance(group, Group)
    return group.button


def box_of(panel: GroupPanel, member: Member) -> QPoint:
    """Return where the box to tick of a member is."""
    index = panel.model.index_of(member.id)
    option = QStyleOptionViewItem()
    panel.list.initViewItemOption(option)
    option.rect = panel.list.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return panel.list.style().subElementRect(element, option, panel.list).center()


def choose(panel: GroupPanel, member: Member) -> None:
    """Click on the name of a member."""
    rect = panel.list.visualRect(panel.model.index_of(member.id))
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def ids_over(reader: Reader, span: ReadingSpan) -> list[str]:
    """Return who annotated what is highlighted at the end of a passage."""
    ids = reader.frame.pane.annotations_at(span.end - 1)
    annotations = reader.window.session.annotations_with(ids)
    return sorted(annotation.member_id for annotation in annotations)


def margin_of(reader: Reader, span: ReadingSpan) -> QImage:
    line = reader.frame.pane.rect_of(span)
    area = QRect(0, line.top() - 20, 60, line.height() + 40)
    return reader.frame.pane.viewport().grab(area).toImage()


def test_unticked_member_is_hidden_in_text_list_and_counts(
    reader: Reader, panel: GroupPanel, others: list[Member]
) -> None:
    window, span = reader.window, reader.find(PASSAGE)
    first, second = others
    assert ids_over(reader, span) == sorted([first.id, second.id])

    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box_of(panel, first))

    assert window.session.visibility.hidden_members == {first.id}
    assert ids_over(reader, span) == [second.id]
    assert window.docks.annotations._model.rowCount() == 1
    assert window.status_line._state.text().endswith(
        "1 annotations in this text · 1 members hidden"
    )
    assert window.session.tag_uses().keys() == {window.session.codebook.tags[1].id}

    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box_of(panel, first))
    assert ids_over(reader, span) == sorted([first.id, second.id])
    assert "hidden" not in window.status_line._state.text()


def test_keys_hide_a_member_show_one_alone_and_show_all(
    reader: Reader, panel: GroupPanel, others: list[Member]
) -> None:
    session, (first, second) = reader.window.session, others
    choose(panel, first)

    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert session.visibility.hidden_members == {first.id}

    QTest.keyClick(panel.list, Qt.Key.Key_O)
    assert session.visibility.hidden_members == {session.member.id, second.id}

    QTest.keyClick(panel.list, Qt.Key.Key_A)
    assert session.visibility.hidden_members == frozenset()
    assert not panel.show_all.isEnabled()


def test_who_annotates_though_hidden_is_seen_again(
    reader: Reader, panel: GroupPanel, others: list[Member]
) -> None:
    session = reader.window.session
    choose(panel, others[0])
    QTest.keyClick(panel.list, Qt.Key.Key_O)
    reader.drag_over("新质生产力")

    reader.press(Qt.Key.Key_1)

    assert session.visibility.hidden_members == {others[1].id}
    assert session.annotation_counts()[reader.frame.document_id or ""] == 2


def test_list_that_is_empty_because_of_hidden_members_says_so(
    reader: Reader, panel: GroupPanel, others: list[Member]
) -> None:
    annotations = reader.window.docks.annotations
    everybody = frozenset(member.id for member in reader.window.session.members())
    session = reader.window.session
    reader.window.docks.show_panel(annotations)
    session.see(replace(session.visibility, hidden_members=everybody))
    page = annotations._pages.currentWidget()
    assert page is annotations._all_hidden
    assert annotations._all_hidden.button is not None

    annotations._all_hidden.button.click()

    assert session.visibility.hidden_members == frozenset()
    assert annotations._pages.currentWidget() is annotations._list


def test_enter_makes_the_chosen_member_annotate(
    reader: Reader, panel: GroupPanel, others: list[Member]
) -> None:
    window = reader.window
    choose(panel, others[1])

    QTest.keyClick(panel.list, Qt.Key.Key_Return)

    assert window.session.member == others[1]
    assert button_of(window).text() == others[1].name
    assert not panel.become.isEnabled()
    reader.drag_over("新质生产力")
    reader.press(Qt.Key.Key_1)
    newest = max(window.session.annotations(), key=lambda one: one.created_ms)
    assert newest.member_id == others[1].id


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")  # the offscreen platform
def test_who_annotates_is_switched_with_keys_alone(
    reader: Reader, others: list[Member], qtbot: QtBot
) -> None:
    window = reader.window
    QTest.keyClick(reader.frame.pane, Qt.Key.Key_A, _HELD)
    (menu,) = button_of(window).findChildren(QMenu)
    qtbot.waitUntil(menu.isVisible)
    ticked = menu.activeAction()
    assert ticked is not None
    assert ticked.text() == window.session.member.name

    names = [action.text() for action in menu.actions()]
    for _ in range(abs(names.index("周敏") - names.index(ticked.text()))):
        below = names.index("周敏") > names.index(ticked.text())
        QTest.keyClick(menu, Qt.Key.Key_Down if below else Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert window.session.member == others[0]
    assert "周敏" in button_of(window).toolTip()


def test_member_is_renamed_and_recoloured_and_that_is_undone(
    reader: Reader, panel: GroupPanel, others: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader.window.session
    choose(panel, others[0])

    def write(dialog: MemberDialog) -> int:
        dialog.name.setText("𠮷野敏")
        dialog.colours.swatches.button("#3f8f8f").click()
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
        return dialog.result()

    monkeypatch.setattr(MemberDialog, "exec", write)
    QTest.keyClick(panel.list, Qt.Key.Key_F2)

    assert replace(others[0], name="𠮷野敏", colour="#3f8f8f") in session.members()
    names = {str(panel.model.index(row).data()) for row in range(panel.model.rowCount())}
    assert "𠮷野敏" in names

    reader.window.commands.undo.trigger()
    assert others[0] in session.members()


def test_new_member_is_added_but_does_not_annotate_yet(
    reader: Reader, panel: GroupPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader.window.session
    before, me = session.members(), session.member

    def write(dialog: MemberDialog) -> int:
        ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        dialog.name.insert("周敏")
        assert not ok.isEnabled()
        dialog.name.insert("之")
        ok.click()
        return dialog.result()

    monkeypatch.setattr(MemberDialog, "exec", write)
    panel.add.trigger()

    (added,) = set(session.members()) - set(before)
    assert added.name == "周敏之"
    assert session.member == me


def test_colours_tell_members_apart(
    reader: Reader, panel: GroupPanel, others: list[Member]
) -> None:
    span = reader.find(PASSAGE)
    before = reader.frame.pane.viewport().grab(reader.frame.pane.rect_of(span)).toImage()

    QTest.mouseClick(panel.by_member, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))

    assert reader.window.commands.colour_by_member.isChecked()
    after = reader.frame.pane.viewport().grab(reader.frame.pane.rect_of(span)).toImage()
    assert after != before


def test_colours_by_member_stay_until_they_are_put_away(open_window: WindowOpener) -> None:
    window = open_window()
    window.commands.colour_by_member.trigger()
    window.close()

    again = open_window()

    assert again.commands.colour_by_member.isChecked()
    again.commands.colour_by_member.trigger()
    assert again.session.setting("colours_by_member") is False


def test_members_stand_in_the_margin_once_there_are_several(
    reader: Reader, others: list[Member]
) -> None:
    session, span = reader.window.session, reader.find(PASSAGE)
    reader.frame.pane.clearFocus()
    several = margin_of(reader, span)

    session.see(
        replace(session.visibility, hidden_members=frozenset(member.id for member in others))
    )

    assert margin_of(reader, span) != several


def test_annotations_of_a_member_are_listed_from_the_menu(
    reader: Reader, panel: GroupPanel, others: list[Member]
) -> None:
    choose(panel, others[1])

    panel.show_annotations.trigger()

    annotations = reader.window.docks.annotations
    listed = [annotations._model.index(row, 0) for row in range(annotations._model.rowCount())]
    assert [index.data(AnnotationModel.MemberRole) for index in listed] == ["周小明"]
    assert annotations.isVisible()


def test_row_tells_screen_readers_all_that_is_drawn(
    panel: GroupPanel, others: list[Member]
) -> None:
    session = panel._session
    session.see(replace(session.visibility, hidden_members=frozenset([others[0].id])))

    def told(member: Member) -> str:
        role = Qt.ItemDataRole.AccessibleDescriptionRole
        return str(panel.model.index_of(member.id).data(role))

    assert told(others[0]) == "1 annotations · hidden"
    assert told(session.member) == "0 annotations · annotates here"
    row = panel.model.index_of(others[1].id).data(GroupModel.RowRole)
    sign = signs_of(session.members())[others[1].id]
    assert (row.sign, row.annotations) == (sign, 1)


_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
