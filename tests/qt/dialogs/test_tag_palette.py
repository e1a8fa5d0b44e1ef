import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from annotator.qt.dialogs.tag_palette import TagPalette
from annotator.qt.session import Session


@pytest.fixture
def palette(session: Session, qtbot: QtBot) -> TagPalette:
    palette = TagPalette(session.codebook, [session.codebook.tags[3].id])
    qtbot.addWidget(palette)
    with qtbot.waitExposed(palette):
        palette.show()
    palette.activateWindow()
    qtbot.waitUntil(lambda: query(palette).hasFocus())
    return palette


def query(palette: TagPalette) -> QLineEdit:
    return palette.findChild(QLineEdit)


def press(palette: TagPalette, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(query(palette), key)


def seen(palette: TagPalette) -> list[str]:
    view = palette.findChild(QListWidget)
    items = [view.item(row) for row in range(view.count())]
    return [item.text() for item in items if not item.isHidden()]


def chosen(palette: TagPalette, session: Session) -> list[str]:
    tag_ids, new_names = palette.choice()
    return [tag.name for tag in session.codebook if tag.id in tag_ids] + new_names


def test_all_tags_are_offered_and_those_that_are_there_checked(
    palette: TagPalette, session: Session
) -> None:
    assert seen(palette) == ["Definition", "Policy measure", "Example", "Statistic"]
    assert chosen(palette, session) == ["数据"]


@pytest.mark.parametrize("typed", ["policy", "政策", "Ｍeasure"])
def test_typing_narrows_in_either_language(
    palette: TagPalette, session: Session, typed: str
) -> None:
    query(palette).insert(typed)
    assert seen(palette)[0] == "Policy measure"

    press(palette, Qt.Key.Key_Return)

    assert chosen(palette, session) == ["政策措施", "数据"]
    assert query(palette).text() == ""
    assert palette.isVisible()


def test_arrows_and_space_choose_several(palette: TagPalette, session: Session) -> None:
    press(palette, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)

    assert chosen(palette, session) == ["定义", "实例", "数据"]


def test_space_takes_a_tag_away_again(palette: TagPalette, session: Session) -> None:
    press(palette, Qt.Key.Key_Up, Qt.Key.Key_Space)

    assert chosen(palette, session) == []


def test_space_belongs_to_the_name_while_one_types(palette: TagPalette, session: Session) -> None:
    query(palette).insert("policy")

    press(palette, Qt.Key.Key_Space)

    assert query(palette).text() == "policy "
    assert chosen(palette, session) == ["数据"]


def test_enter_in_the_empty_field_keeps_the_choice(palette: TagPalette) -> None:
    press(palette, Qt.Key.Key_Return)

    assert palette.result() == QDialog.DialogCode.Accepted


def test_a_name_that_no_tag_has_is_offered_as_a_new_one(
    palette: TagPalette, session: Session
) -> None:
    query(palette).insert("存 疑")
    assert seen(palette) == ["New tag “存 疑”"]

    press(palette, Qt.Key.Key_Return)

    assert chosen(palette, session) == ["数据", "存 疑"]
    assert seen(palette)[-1] == "存 疑"


def test_several_new_tags_can_be_made_and_given_up(palette: TagPalette, session: Session) -> None:
    for name in ("存疑", "重点"):
        query(palette).insert(name)
        press(palette, Qt.Key.Key_Return)
    query(palette).insert("存疑")
    assert seen(palette) == ["存疑"]

    press(palette, Qt.Key.Key_Return)

    assert chosen(palette, session) == ["数据", "重点"]


@pytest.mark.parametrize("name", ["定义", "definition", " Definition "])
def test_a_name_that_a_tag_has_is_not_offered_as_a_new_one(palette: TagPalette, name: str) -> None:
    query(palette).insert(name)

    assert seen(palette) == ["Definition"]


def test_a_click_in_the_list_chooses(palette: TagPalette, session: Session) -> None:
    view = palette.findChild(QListWidget)
    view.setFocus()
    view.setCurrentRow(1)

    QTest.keyClick(view, Qt.Key.Key_Space)

    assert chosen(palette, session) == ["政策措施", "数据"]


def test_asking_returns_the_choice_or_nothing(session: Session) -> None:
    tag = session.codebook.tags[0]
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().accept())
    assert TagPalette.ask(None, session.codebook, {tag.id}) == ({tag.id}, [])

    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    assert TagPalette.ask(None, session.codebook, {tag.id}) is None
