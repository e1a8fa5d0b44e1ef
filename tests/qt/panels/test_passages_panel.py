"""The panel of shared passages: families, their places, and what it says when it has none."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListView, QSpinBox, QSplitter
from pytestqt.qtbot import QtBot

from annotator.core.document import About
from annotator.core.passage import PassageSettings
from annotator.qt.models.family_model import FamilyModel
from annotator.qt.models.member_model import Member, MemberModel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.passages_panel import PassagesPanel
from annotator.qt.session import Session
from annotator.services import comparing, importing
from annotator.services.passage_index import PassageIndex
from annotator.storage import document_table

QUOTATION = "𠮷说新质生产力的特点是创新，关键在质优，本质是先进生产力"
OTHER = "因地制宜地发展各地的新产业而不是一哄而上地搞一种模式"
BETWEEN = "后来隔了好些日子他们开会又谈到许多不相干的事情一直谈到天黑才散"


@pytest.fixture
def session(session_on_disk: Session, tmp_path: Path) -> Session:
    """A session with three texts that share a passage, two of which share another."""
    library = session_on_disk.library
    for name, date, text in (
        ("一", "2024", f"甲方认为，{QUOTATION}。{BETWEEN}：{OTHER}！"),
        ("二", "2023-09-07", f"乙方引用道：“{QUOTATION.replace('，', '、')}”，并表示赞成。"),
        ("三", "", f"丙方说的是{QUOTATION.replace('在质', '')}，{BETWEEN[::-1]}，也有{OTHER}。"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        document = importing.import_file(library, tmp_path / f"{name}.txt").document
        document_table.set_about(library, document.id, About(name, date=date))
    return session_on_disk


@pytest.fixture
def index(session: Session) -> PassageIndex:
    return PassageIndex(comparing.compare(session.library, fuzzy=True))


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> PassagesPanel:
    panel = PassagesPanel(session, PassageSettings())
    qtbot.addWidget(panel)
    panel.resize(700, 260)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def families(panel: PassagesPanel) -> FamilyModel:
    return panel.findChild(FamilyModel)


def lists(panel: PassagesPanel) -> tuple[QListView, QListView]:
    """Return the list of families and that of places."""
    views = {view.accessibleName(): view for view in panel.findChildren(QListView)}
    return views["Shared passages"], views["Places of the passage"]


def members(panel: PassagesPanel) -> list[Member]:
    model = panel.findChild(MemberModel)
    return [model.index(row).data(MemberModel.MemberRole) for row in range(model.rowCount())]


def said(panel: PassagesPanel) -> str:
    empty = panel.findChild(EmptyState)
    return empty.sentence() if empty.isVisible() else ""


def test_models_follow_their_index(
    panel: PassagesPanel, index: PassageIndex, qtmodeltester: object
) -> None:
    for model in (families(panel), panel.findChild(MemberModel)):
        qtmodeltester.check(model)  # type: ignore[attr-defined]
    panel.set_index(index)
    for model in (families(panel), panel.findChild(MemberModel)):
        qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_families_tell_in_how_many_texts_they_stand(
    panel: PassagesPanel, index: PassageIndex
) -> None:
    panel.set_index(index)

    model = families(panel)
    assert [model.index(row).data() for row in range(model.rowCount())] == [QUOTATION, OTHER]
    assert [model.index(row).data(FamilyModel.CountsRole) for row in range(2)] == [
        f"In 3 of 5 texts · 3 places · {len(QUOTATION)} characters",
        f"In 2 of 5 texts · 2 places · {len(OTHER)} characters",
    ]


def test_first_family_is_chosen_and_its_places_are_shown(
    panel: PassagesPanel, index: PassageIndex
) -> None:
    panel.set_index(index)

    assert [(member.title, member.words) for member in members(panel)] == [
        ("一", QUOTATION),
        ("二", QUOTATION.replace("，", "、")),
        ("三", QUOTATION.replace("在质", "")),
    ]
    assert [member.is_first_said for member in members(panel)] == [False, True, False]
    assert [member.is_here for member in members(panel)] == [False, True, False]


def test_letters_that_differ_are_marked(panel: PassagesPanel, index: PassageIndex) -> None:
    panel.set_index(index)

    gap = QUOTATION.index("在质")
    assert [member.marked for member in members(panel)] == [(), (), ((gap, gap),)]


def test_places_are_compared_with_the_one_that_is_here(
    panel: PassagesPanel, index: PassageIndex
) -> None:
    panel.set_index(index)
    family = index.families[0]

    panel.show_family(family, family.members[2])

    gap = QUOTATION.index("在质")
    marked = [
        [member.words[start:end] for start, end in member.marked] for member in members(panel)
    ]
    assert marked == [["在质"], ["在质"], []]
    assert gap > 0
    assert [member.is_here for member in members(panel)] == [False, False, True]
    assert lists(panel)[1].currentIndex().row() == 2


def test_words_that_are_typed_choose_the_families(
    panel: PassagesPanel, index: PassageIndex, qtbot: QtBot
) -> None:
    panel.set_index(index)

    panel.findChild(QLineEdit).insert("一 哄")

    qtbot.waitUntil(lambda: families(panel).rowCount() == 1)
    assert [member.title for member in members(panel)] == ["一", "三"]
    panel.findChild(QLineEdit).insert("而下")
    qtbot.waitUntil(lambda: families(panel).rowCount() == 0)
    assert "Try fewer words" in said(panel)
    panel.show_family(index.families[0], None)
    assert families(panel).rowCount() == 2


def test_keys_lead_from_the_filter_to_a_place(
    panel: PassagesPanel, index: PassageIndex, qtbot: QtBot
) -> None:
    panel.set_index(index)
    panel.activateWindow()
    words, (first, second) = panel.findChild(QLineEdit), lists(panel)
    words.setFocus()
    qtbot.waitUntil(words.hasFocus)
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Down)

    with qtbot.waitSignal(panel.place_chosen) as chosen:
        QTest.keyClick(second, Qt.Key.Key_Return)

    document_id, span = chosen.args
    words_there = span.slice_of(
        index.comparison.texts[
            [document.id for document in index.comparison.documents].index(document_id)
        ]
    )
    assert words_there == OTHER


def test_click_on_a_place_chooses_it(
    panel: PassagesPanel, index: PassageIndex, qtbot: QtBot
) -> None:
    panel.set_index(index)
    view = lists(panel)[1]
    rect = view.visualRect(view.model().index(1, 0))

    with qtbot.waitSignal(panel.place_chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert chosen.args == [members(panel)[1].document_id, members(panel)[1].span]


def test_rows_are_as_high_as_their_words_need(panel: PassagesPanel, index: PassageIndex) -> None:
    panel.set_index(index)
    view = lists(panel)[1]
    wide = view.sizeHintForIndex(view.model().index(0, 0)).height()

    panel.findChild(QSplitter).setSizes([600, 100])

    assert view.sizeHintForIndex(view.model().index(0, 0)).height() > wide
    assert not panel.grab().isNull()


def test_settings_are_told_and_shown(session: Session, panel: PassagesPanel, qtbot: QtBot) -> None:
    least, fuzzy = panel.findChild(QSpinBox), panel.findChild(QCheckBox)
    with qtbot.waitSignal(panel.settings_changed) as changed:
        least.stepUp()
    assert changed.args == [PassageSettings(21, True)]
    with qtbot.waitSignal(panel.settings_changed) as changed:
        fuzzy.click()
    assert changed.args == [PassageSettings(21, False)]

    other = PassagesPanel(session, PassageSettings(33, False))
    qtbot.addWidget(other)

    assert other.findChild(QSpinBox).value() == 33
    assert not other.findChild(QCheckBox).isChecked()


def test_chosen_family_stays_chosen_when_the_index_is_made_anew(
    panel: PassagesPanel, session: Session, index: PassageIndex
) -> None:
    panel.set_index(index)
    panel.show_family(index.families[1], None)

    panel.set_index(PassageIndex(comparing.compare(session.library, fuzzy=True)))

    assert {member.words for member in members(panel)} == {OTHER}


def test_panel_without_passages_says_why_and_what_to_do(
    panel: PassagesPanel, session: Session
) -> None:
    assert "being compared" in said(panel)
    panel.set_index(PassageIndex(comparing.compare(session.library, least=400)))
    assert "shorter ones" in said(panel)

    for document in session.documents()[1:]:
        document_table.set_deleted(session.library, document.id, deleted=True)
    panel.set_index(PassageIndex(comparing.compare(session.library)))

    assert "Import another text" in said(panel)
    assert members(panel) == []
