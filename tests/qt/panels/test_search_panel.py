import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from annotator.qt.models.hit_model import HitModel
from annotator.qt.panels import search_panel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.search_options import SearchOptions
from annotator.qt.panels.search_panel import SearchPanel
from annotator.qt.session import Session
from annotator.services.editing.document_edits import RemoveDocument
from annotator.services.search import Hit, search
from annotator.text.queries import parse


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> SearchPanel:
    panel = SearchPanel(session)
    qtbot.addWidget(panel)
    panel.resize(300, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def query(panel: SearchPanel) -> QLineEdit:
    return panel.findChild(QLineEdit)


def search_for(panel: SearchPanel, text: str, qtbot: QtBot) -> list[Hit]:
    with qtbot.waitSignal(panel.hits_changed) as changed:
        query(panel).insert(text)
    hits: list[Hit] = changed.args[0]
    return hits


def places(hits: list[Hit]) -> list[tuple[str, int]]:
    return [(hit.document.title, hit.span.start) for hit in hits]


def test_hits_are_those_of_the_service(panel: SearchPanel, session: Session, qtbot: QtBot) -> None:
    hits = search_for(panel, "科技创新", qtbot)

    assert hits == list(search(session.library, parse("科技创新")))
    assert [hit.document.title for hit in hits] == ["讲稿一", "讲稿二"]


def test_hits_stand_under_their_texts(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "新质生产力", qtbot)

    model = panel.findChild(QTreeView).model()
    assert model.rowCount() == 1
    assert model.index(0, 0).data() == "讲稿一"
    assert model.rowCount(model.index(0, 0)) == 3
    assert panel.findChild(QTreeView).isExpanded(model.index(0, 0))
    assert "3 hits" in [label.text() for label in panel.findChildren(QLabel)]


def test_enter_goes_from_hit_to_hit_and_round(panel: SearchPanel, qtbot: QtBot) -> None:
    hits = search_for(panel, "新质生产力", qtbot)
    seen = []

    for key in [Qt.Key.Key_Return] * 4:
        with qtbot.waitSignal(panel.hit_chosen) as chosen:
            QTest.keyClick(query(panel), key)
        seen.append(chosen.args[0])

    assert seen == [*hits, hits[0]]


def test_shift_enter_goes_back(panel: SearchPanel, qtbot: QtBot) -> None:
    hits = search_for(panel, "新质生产力", qtbot)
    QTest.keyClick(query(panel), Qt.Key.Key_Return)

    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        QTest.keyClick(query(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert chosen.args == [hits[-1]]


def test_enter_does_not_wait_for_the_pause_in_typing(panel: SearchPanel, qtbot: QtBot) -> None:
    query(panel).insert("因地制宜")

    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        QTest.keyClick(query(panel), Qt.Key.Key_Return)

    assert chosen.args[0].match == "因地制宜"


def test_enter_before_the_first_hit_goes_there_when_it_comes(
    panel: SearchPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_panel, "_SLICE_S", -1)
    query(panel).insert("因地制宜")

    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        QTest.keyClick(query(panel), Qt.Key.Key_Return)

    assert chosen.args[0].match == "因地制宜"


def test_a_click_goes_to_a_hit_but_not_to_a_text(panel: SearchPanel, qtbot: QtBot) -> None:
    hits = search_for(panel, "科技创新", qtbot)
    tree = panel.findChild(QTreeView)
    text = tree.model().index(1, 0)

    with qtbot.assertNotEmitted(panel.hit_chosen):
        QTest.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(text).center()
        )
    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        hit = tree.model().index(0, 0, text)
        QTest.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(hit).center()
        )

    assert chosen.args == [hits[1]]


def test_arrows_walk_over_the_names_of_texts(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "科技创新", qtbot)
    QTest.keyClick(query(panel), Qt.Key.Key_Return)
    QTest.keyClick(query(panel), Qt.Key.Key_Down)
    tree = panel.findChild(QTreeView)
    assert tree.hasFocus()

    QTest.keyClick(tree, Qt.Key.Key_Down)

    assert tree.currentIndex().data(HitModel.HitRole).document.title == "讲稿二"


def test_a_selected_passage_is_searched_at_once(panel: SearchPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.hits_changed) as changed:
        panel.focus_query("研发投入")

    assert places(changed.args[0]) == [("讲稿二", 27)]
    assert query(panel).selectedText() == "研发投入"


def test_without_a_selection_the_last_query_stays(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "产业", qtbot)

    panel.focus_query()

    assert query(panel).text() == query(panel).selectedText() == "产业"


def test_hits_of_a_text_that_is_removed_go(
    panel: SearchPanel, session: Session, qtbot: QtBot
) -> None:
    search_for(panel, "科技创新", qtbot)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        session.do(RemoveDocument(session.documents()[0].id), "Remove text")

    assert [hit.document.title for hit in changed.args[0]] == ["讲稿二"]


def test_an_emptied_query_has_no_hits_and_says_what_to_do(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "科技创新", qtbot)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        query(panel).clear()

    assert changed.args == [[]]
    assert panel.findChild(EmptyState).sentence().startswith("Type words")


def test_what_no_text_has_is_said_to_be_in_none(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "{量子}", qtbot)

    assert panel.findChild(EmptyState).isVisible()
    assert "“{量子}”" in panel.findChild(EmptyState).sentence()


def test_the_search_waits_until_typing_pauses(panel: SearchPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.hits_changed):
        query(panel).insert("科")
        query(panel).insert("技")

    with qtbot.waitSignal(panel.hits_changed):
        query(panel).insert("创")


def options(panel: SearchPanel) -> SearchOptions:
    return panel.findChild(SearchOptions)


def press(field: QWidget, key: Qt.Key) -> None:
    field.setFocus()
    QTest.keyClick(field, key)


def test_hits_stand_together_when_sorted_by_what_follows(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "新", qtbot)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        press(options(panel).order, Qt.Key.Key_Down)

    model = panel.findChild(QTreeView).model()
    after = ["".join(filter(str.isalnum, hit.after)) for hit in changed.args[0]]
    assert model.rowCount() == 1
    assert model.index(0, 0).data() == "All texts"
    assert after == sorted(after)
    assert panel.findChild(QTreeView).isExpanded(model.index(0, 0))
    assert len(after) > 3


def test_order_by_place_brings_the_texts_back(panel: SearchPanel, qtbot: QtBot) -> None:
    before = search_for(panel, "新", qtbot)
    press(options(panel).order, Qt.Key.Key_Down)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        press(options(panel).order, Qt.Key.Key_Up)

    assert changed.args[0] == before
    assert panel.findChild(QTreeView).model().rowCount() == 2


def test_this_text_alone_is_searched(panel: SearchPanel, session: Session, qtbot: QtBot) -> None:
    first, second = session.documents()
    panel.set_current_document(second.id)
    search_for(panel, "科技创新", qtbot)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        press(options(panel).scope, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.hits_changed) as moved:
        panel.set_current_document(first.id)

    assert {hit.document.id for hit in changed.args[0]} == {second.id}
    assert {hit.document.id for hit in moved.args[0]} == {first.id}


def test_pattern_finds_and_a_wrong_one_is_explained(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "新.生产力", qtbot)
    with qtbot.waitSignal(panel.hits_changed) as changed:
        QTest.mouseClick(options(panel).pattern, Qt.MouseButton.LeftButton)
    assert {hit.match for hit in changed.args[0]} == {"新质生产力"}

    assert search_for(panel, "(", qtbot) == []

    assert "cannot be understood" in panel.findChild(EmptyState).sentence()
