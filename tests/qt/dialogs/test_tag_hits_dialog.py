"""Tagging what a search has found, after a look at it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from annotator.core.errors import LibraryBusyError
from annotator.qt import prompts, tasks
from annotator.qt.dialogs.tag_hits_dialog import TagHitsDialog
from annotator.qt.dialogs.tag_palette import TagPalette
from annotator.qt.models.ticked_hits import TickedHits
from annotator.qt.session import Session
from annotator.services import hit_tagging
from annotator.services.search import Hit, search
from annotator.text.queries import parse

KEY = Qt.Key
DialogOpener = Callable[[str], TagHitsDialog]


def hits(session: Session, words: str) -> list[Hit]:
    return list(search(session.library, parse(words)))


@pytest.fixture
def open_dialog(session_on_disk: Session, qtbot: QtBot) -> Iterator[DialogOpener]:
    opened: list[TagHitsDialog] = []

    def open_(words: str) -> TagHitsDialog:
        dialog = TagHitsDialog(session_on_disk, hits(session_on_disk, words))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        opened.append(dialog)
        return dialog

    yield open_
    tasks.wait_for_all()
    for dialog in opened:
        dialog.close()


def choose_tags(dialog: TagHitsDialog, *typed: str) -> None:
    """Open the tags, and choose those that begin like this."""

    def answer() -> None:
        palette = QApplication.activeModalWidget()
        assert isinstance(palette, TagPalette)
        field = palette.findChild(QLineEdit)
        field.setFocus()
        for words in typed:
            field.insert(words)
            QTest.keyClick(field, KEY.Key_Return)
        palette.accept()

    QTimer.singleShot(0, answer)
    QTest.mouseClick(dialog.tags, Qt.MouseButton.LeftButton)


def tag_button(dialog: TagHitsDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Ta&g")


def press_tag(dialog: TagHitsDialog, qtbot: QtBot) -> str:
    with qtbot.waitSignal(dialog.tagged) as tagged:
        QTest.mouseClick(tag_button(dialog), Qt.MouseButton.LeftButton)
    return str(tagged.args[0])


def made(session: Session) -> list[tuple[str, tuple[str, ...]]]:
    codebook = session.codebook
    return [
        (each.selector.quotation, tuple(codebook.get(id_).name for id_ in each.tag_ids))
        for each in session.annotations()
    ]


def state(index: QModelIndex) -> Qt.CheckState:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))


def test_all_hits_are_ticked_and_one_edit_tags_them(
    open_dialog: DialogOpener, session_on_disk: Session, qtbot: QtBot
) -> None:
    dialog = open_dialog("科技创新")
    assert not tag_button(dialog).isEnabled()
    choose_tags(dialog, "policy", "数字")

    told = press_tag(dialog, qtbot)
    after = made(session_on_disk)
    session_on_disk.undo()

    assert told == "2 passages were tagged."
    assert [quotation for quotation, _ in after] == ["科技创新"] * 2
    assert {tags[1] for _, tags in after} == {"数字"}
    assert not dialog.isVisible()
    assert made(session_on_disk) == []
    assert session_on_disk.codebook.named("数字") is None
    assert not session_on_disk.undo_stack.canUndo()


def test_space_unticks_the_selected_hits(
    open_dialog: DialogOpener, session_on_disk: Session, qtbot: QtBot
) -> None:
    dialog = open_dialog("新质生产力")
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    QTest.keyClick(dialog.list, KEY.Key_Space)

    model = dialog.model
    assert [state(model.index(row)) for row in range(4)] == [
        Qt.CheckState.PartiallyChecked,
        Qt.CheckState.Unchecked,
        Qt.CheckState.Unchecked,
        Qt.CheckState.Checked,
    ]
    choose_tags(dialog, "policy")
    assert press_tag(dialog, qtbot) == "1 passages were tagged."
    assert made(session_on_disk)[0][0] == "新质生产力"


def test_a_click_on_the_box_of_a_text_unticks_all_of_its_hits(open_dialog: DialogOpener) -> None:
    dialog = open_dialog("科技创新")
    option = QStyleOptionViewItem()
    dialog.list.initViewItemOption(option)
    dialog.list.itemDelegate().initStyleOption(option, dialog.model.index(0))
    option.rect = dialog.list.visualRect(dialog.model.index(0))
    box = dialog.list.style().subElementRect(
        QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, dialog.list
    )

    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert [hit.document.title for hit in dialog.model.ticked()] == ["讲稿二"]


def test_what_stands_around_a_hit_can_be_tagged(
    open_dialog: DialogOpener, session_on_disk: Session, qtbot: QtBot
) -> None:
    dialog = open_dialog("因地制宜")
    choose_tags(dialog, "policy")
    dialog.unit.setFocus()
    for _ in range(3):
        QTest.keyClick(dialog.unit, KEY.Key_Down)

    press_tag(dialog, qtbot)

    assert made(session_on_disk)[0][0] == "要因地制宜发展新质生产力。"


def test_what_is_tagged_so_already_is_left_and_told(
    open_dialog: DialogOpener, session_on_disk: Session, qtbot: QtBot
) -> None:
    tag = session_on_disk.codebook.tags[1]
    first = hits(session_on_disk, "科技创新")[0]
    session_on_disk.annotate(first.document.id, first.span, tag_ids=[tag.id])
    dialog = open_dialog("科技创新")
    choose_tags(dialog, "policy")

    told = press_tag(dialog, qtbot)

    assert told == "1 passages were tagged. 1 had these tags already."
    assert len(session_on_disk.annotations()) == 2


def test_what_cannot_be_stored_is_told_and_the_dialog_stays(
    open_dialog: DialogOpener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dialog, told = open_dialog("科技创新"), list[str]()
    choose_tags(dialog, "policy")

    def fail(*_: object) -> None:
        raise LibraryBusyError(path="a")

    monkeypatch.setattr(hit_tagging, "plan_in", fail)
    monkeypatch.setattr(prompts, "warn", lambda _parent, sentence: told.append(sentence))
    QTest.mouseClick(tag_button(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(tag_button(dialog).isEnabled)

    assert "Another program" in told[0]
    assert dialog.isVisible()


def test_the_model_is_as_qt_wants_it(session: Session, qtmodeltester: object) -> None:
    model = TickedHits(hits(session, "科技创新"))

    qtmodeltester.check(model)

    assert model.setData(model.index(1), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert len(model.ticked()) == 1
