from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.span import ReadingSpan
from annotator.qt.models.hit_model import HitModel
from annotator.qt.panels import search_run
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.search_options import SearchOptions
from annotator.qt.panels.search_panel import SearchPanel
from annotator.qt.session import Session
from annotator.services.editing.annotation_edits import DeleteAnnotations, change_note
from annotator.services.editing.document_edits import RemoveDocument
from annotator.services.editing.tag_edits import change_tag
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


def listed(panel: SearchPanel) -> list[str]:
    """Return the headings, and below each what was found."""
    model = panel.findChild(QListView).model()
    rows = [model.index(row) for row in range(model.rowCount())]
    hits = [row.data(HitModel.HitRole) for row in rows]
    return [hit.match if hit else f"{row.data()}:" for row, hit in zip(rows, hits, strict=True)]


def test_hits_stand_under_their_texts(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "新质生产力", qtbot)

    assert listed(panel) == ["讲稿一:", *["新质生产力"] * 3]
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
    monkeypatch.setattr(search_run, "_SLICE_S", -1)
    query(panel).insert("因地制宜")

    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        QTest.keyClick(query(panel), Qt.Key.Key_Return)

    assert chosen.args[0].match == "因地制宜"


def test_a_click_goes_to_a_hit_but_not_to_a_text(panel: SearchPanel, qtbot: QtBot) -> None:
    hits = search_for(panel, "科技创新", qtbot)
    view = panel.findChild(QListView)
    text = view.model().index(2)

    with qtbot.assertNotEmitted(panel.hit_chosen):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(text).center()
        )
    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        hit = view.model().index(3)
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(hit).center()
        )

    assert chosen.args == [hits[1]]


def test_arrows_walk_over_the_names_of_texts(panel: SearchPanel, qtbot: QtBot) -> None:
    search_for(panel, "科技创新", qtbot)
    QTest.keyClick(query(panel), Qt.Key.Key_Return)
    QTest.keyClick(query(panel), Qt.Key.Key_Down)
    view = panel.findChild(QListView)
    assert view.hasFocus()

    QTest.keyClick(view, Qt.Key.Key_Down)

    assert view.currentIndex().data(HitModel.HitRole).document.title == "讲稿二"


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

    after = ["".join(filter(str.isalnum, hit.after)) for hit in changed.args[0]]
    assert listed(panel) == ["All texts:", *["新"] * len(after)]
    assert after == sorted(after)
    assert len(after) > 3


def test_order_by_place_brings_the_texts_back(panel: SearchPanel, qtbot: QtBot) -> None:
    before = search_for(panel, "新", qtbot)
    press(options(panel).order, Qt.Key.Key_Down)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        press(options(panel).order, Qt.Key.Key_Up)

    assert changed.args[0] == before
    assert [line for line in listed(panel) if line.endswith(":")] == ["讲稿一:", "讲稿二:"]


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


NO_TAG = ["No tag:", "科技创新"]


@pytest.fixture
def noted(session: Session) -> Annotation:
    first = session.documents()[0]
    tag = session.codebook.tags[1]
    return session.annotate(
        first.id, ReadingSpan(6, 11), tag_ids=[tag.id], note="科技创新的另一种说法"
    )


def click(panel: SearchPanel, row: int) -> None:
    view = panel.findChild(QListView)
    place = view.visualRect(view.model().index(row)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_notes_say_is_found_below_the_texts_and_leads_to_the_annotation(
    panel: SearchPanel, noted: Annotation, qtbot: QtBot
) -> None:
    hits = search_for(panel, "科技创新", qtbot)
    assert listed(panel)[-2:] == ["In notes:", "科技创新"]
    assert len(hits) == 2

    with qtbot.waitSignal(panel.annotation_chosen) as chosen:
        click(panel, len(listed(panel)) - 1)

    assert chosen.args == [noted.id]


def test_a_tag_is_found_by_its_definition_and_can_be_chosen(
    panel: SearchPanel, session: Session, qtbot: QtBot
) -> None:
    tag = session.codebook.tags[0]
    session.do(
        change_tag(session.library, tag, replace(tag, definition="说明何为𠮷")), "Change tag"
    )

    assert search_for(panel, "何为𠮷", qtbot) == []
    assert listed(panel) == ["In tags:", "何为𠮷"]
    with qtbot.waitSignal(panel.tag_chosen) as chosen:
        click(panel, 1)

    assert chosen.args == [tag.id]


def test_notes_and_tags_can_be_searched_alone(
    panel: SearchPanel, noted: Annotation, qtbot: QtBot
) -> None:
    search_for(panel, "科技创新", qtbot)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        press(options(panel).scope, Qt.Key.Key_End)

    assert changed.args == [[]]
    assert listed(panel) == ["In notes:", "科技创新"]
    assert not panel.tag_all.isEnabled()


def test_this_text_has_the_notes_on_it_and_no_tags(
    panel: SearchPanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    panel.set_current_document(session.documents()[1].id)
    search_for(panel, "科技创新", qtbot)

    with qtbot.waitSignal(panel.hits_changed):
        press(options(panel).scope, Qt.Key.Key_Down)

    assert listed(panel) == ["讲稿二:", "科技创新"]


def test_a_note_that_changes_is_found_and_one_that_goes_is_not(
    panel: SearchPanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    search_for(panel, "另一种", qtbot)
    assert listed(panel) == ["In notes:", "另一种"]

    with qtbot.waitSignal(panel.hits_changed):
        session.do(change_note(noted, ""), "Change note")
    assert listed(panel) == []
    with qtbot.waitSignal(panel.hits_changed):
        session.undo()

    assert listed(panel) == ["In notes:", "另一种"]


def test_by_tag_hits_stand_under_the_tags_of_their_places(
    panel: SearchPanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    hits = search_for(panel, "新质生产力", qtbot)

    with qtbot.waitSignal(panel.hits_changed) as changed:
        press(options(panel).order, Qt.Key.Key_End)

    assert listed(panel) == ["Policy measure:", "新质生产力", "No tag:", *["新质生产力"] * 2]
    assert changed.args == [[hits[1], hits[0], hits[2]]]


def test_by_tag_the_list_follows_the_annotations(
    panel: SearchPanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    search_for(panel, "新质生产力", qtbot)
    with qtbot.waitSignal(panel.hits_changed):
        press(options(panel).order, Qt.Key.Key_End)
    plain = session.annotate(
        session.documents()[0].id, ReadingSpan(0, 5), tag_ids=[session.codebook.tags[0].id]
    )

    assert listed(panel)[:2] == ["Definition:", "新质生产力"]
    with qtbot.waitSignal(panel.hits_changed):
        session.do(DeleteAnnotations((plain.id,)), "Delete annotation")
    assert listed(panel)[0] == "Policy measure:"


def test_a_hit_with_two_tags_stands_under_both_and_counts_once(
    panel: SearchPanel, session: Session, qtbot: QtBot
) -> None:
    tags = [tag.id for tag in session.codebook.tags[:2]]
    session.annotate(session.documents()[1].id, ReadingSpan(0, 4), tag_ids=tags)
    press(options(panel).order, Qt.Key.Key_End)

    hits = search_for(panel, "科技创新", qtbot)

    assert listed(panel) == ["Definition:", "科技创新", "Policy measure:", "科技创新", *NO_TAG]
    assert len(hits) == 2
    assert "2 hits" in [label.text() for label in panel.findChildren(QLabel)]
