import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Tag, Underline
from annotator.qt import prompts
from annotator.qt.dialogs.choice_row import ChoiceRow
from annotator.qt.dialogs.tag_dialog import TagDialog
from annotator.qt.session import Session
from annotator.services.editing.tag_edits import TAG_COLOURS


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> TagDialog:
    return shown(TagDialog(session.codebook, None), qtbot)


def shown(dialog: TagDialog, qtbot: QtBot) -> TagDialog:
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def name(dialog: TagDialog) -> QLineEdit:
    return dialog.findChild(QLineEdit)


def rows(dialog: TagDialog) -> tuple[ChoiceRow, ChoiceRow]:
    colours, underlines = dialog.findChildren(ChoiceRow)
    return colours, underlines


def ok(dialog: TagDialog) -> bool:
    box = dialog.findChild(QDialogButtonBox)
    return box.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def said(dialog: TagDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def click(dialog: TagDialog, row: ChoiceRow, value: str) -> None:
    QTest.mouseClick(row.button(value), Qt.MouseButton.LeftButton)


def test_a_tag_gets_name_look_and_definition(dialog: TagDialog) -> None:
    colours, underlines = rows(dialog)
    name(dialog).insert("存疑")
    click(dialog, colours, TAG_COLOURS[6])
    click(dialog, underlines, Underline.WAVE)
    dialog.findChild(QPlainTextEdit).setPlainText("要再查的说法。")

    assert dialog.tag() == Tag("", "存疑", TAG_COLOURS[6], Underline.WAVE, "要再查的说法。")


def test_a_new_tag_begins_with_a_colour_that_none_has(dialog: TagDialog, session: Session) -> None:
    assert dialog.tag().colour not in {tag.colour for tag in session.codebook}


def test_a_tag_needs_a_name(dialog: TagDialog) -> None:
    name(dialog).insert("  ")

    assert not ok(dialog)
    assert "A tag needs a name." in said(dialog)


@pytest.mark.parametrize("taken", ["定义", " 定义 ", "definition", "政策措施"])
def test_a_name_that_is_taken_in_either_language_is_refused(dialog: TagDialog, taken: str) -> None:
    name(dialog).insert(taken)

    assert not ok(dialog)
    assert any(sentence.startswith("There is a tag") for sentence in said(dialog))


def test_a_tag_may_keep_its_own_name(session: Session, qtbot: QtBot) -> None:
    dialog = shown(TagDialog(session.codebook, session.codebook.tags[0]), qtbot)

    assert ok(dialog)


def test_what_was_not_touched_stays_as_it_is_stored(session: Session, qtbot: QtBot) -> None:
    tag = session.codebook.tags[0]
    dialog = shown(TagDialog(session.codebook, tag), qtbot)
    assert name(dialog).text() == "Definition"

    assert dialog.tag() == tag


def test_another_colour_can_be_chosen(dialog: TagDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prompts, "ask_colour", lambda _parent, _colour: "#123456")

    QTest.mouseClick(dialog._colours.other, Qt.MouseButton.LeftButton)

    assert dialog.tag().colour == "#123456"


def test_a_colour_of_ones_own_is_still_there_later(session: Session, qtbot: QtBot) -> None:
    dialog = shown(TagDialog(session.codebook, Tag("x", "存疑", "#123456")), qtbot)

    assert dialog.tag().colour == "#123456"


def test_arrows_walk_through_the_colours(dialog: TagDialog) -> None:
    colours, _ = rows(dialog)
    click(dialog, colours, TAG_COLOURS[2])

    QTest.keyClick(colours.button(TAG_COLOURS[2]), Qt.Key.Key_Right)

    assert dialog.tag().colour == TAG_COLOURS[3]


def test_asking_returns_the_tag_or_nothing(session: Session) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TagDialog)
        name(dialog).insert("存疑")
        dialog.accept()

    QTimer.singleShot(0, answer)
    tag = TagDialog.ask(None, session.codebook, None)
    assert tag is not None
    assert tag.name == "存疑"

    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert TagDialog.ask(None, session.codebook, None) is None
