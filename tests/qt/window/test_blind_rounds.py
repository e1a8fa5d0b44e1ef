"""A blind round in the window: opened, gone through and ended as a study group does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.qt import prompts
from annotator.qt.dialogs.blind_round_dialog import BlindRoundDialog
from annotator.qt.panels.agreement_panel import AgreementPanel
from annotator.qt.reader.round_bar import RoundBar
from annotator.qt.window.main_window import MainWindow
from annotator.services import anchoring, libraries, lookup, rounds
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.editing.document_edits import change_completion
from annotator.storage import member_table
from annotator.storage.library import Library

OPEN = "Blind round: you see only your own work. {} finished."


@pytest.fixture
def other(window: MainWindow) -> Member:
    """Another member, who has marked the text in the pane, with a note."""
    library = window.session.library
    member = libraries.add_member(library, "周")
    mark(window, member, 10)
    window.session.announce(Changes(everything=True))
    return member


def mark(window: MainWindow, member: Member, start: int) -> None:
    library, document = window.session.library, document_of(window)
    text = window.session.reading_text(document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(start, start + 20))
    tag_id = lookup.find_tag(library, "定义").id
    edit = AddAnnotation(new_annotation(selector, member.id, tag_ids=[tag_id], note="别人的话"))
    edit.apply(library)


def document_of(window: MainWindow) -> Document:
    document = window.session.document(window.desk.active_document_id or "")
    assert document is not None
    return document


def bar(window: MainWindow) -> RoundBar:
    return window.grid.active.round_bar


def dialog(window: MainWindow) -> BlindRoundDialog:
    window.commands.blind_round.trigger()
    found = window.findChild(BlindRoundDialog)
    assert found is not None
    return found


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def open_round(window: MainWindow) -> BlindRoundDialog:
    shown = dialog(window)
    click(shown.open_button)
    return shown


def finish(window: MainWindow, member: Member) -> None:
    """Let another member finish, as if it came from the shared folder."""
    document_id = document_of(window).id
    with Library.open(window.session.library.path) as library:
        change_completion(library, document_id, member.id, finished=True).apply(library)
    window.session.look_for_others()


def tip(window: MainWindow) -> str:
    """Return what the pane tells of the passage that the other member marked."""
    pane = window.grid.active.pane
    return pane.tips.text_at(pane.rect_of(ReadingSpan(15, 16)).center())


def listed(window: MainWindow) -> int:
    view = window.docks.annotations.findChild(QListView)
    assert view is not None
    return int(view.model().rowCount())


def test_opening_a_round_hides_what_the_others_did(window: MainWindow, other: Member) -> None:
    assert "别人的话" in tip(window)
    assert listed(window) == 1

    shown = open_round(window)

    assert tip(window) == ""
    assert listed(window) == 0
    assert window.session.annotation_counts() == {}
    assert window.session.tag_uses() == {}
    assert bar(window).told() == OPEN.format("0 of 2")
    assert "Waiting for" in shown.texts.topLevelItem(0).text(1)


def test_undo_takes_the_round_back(window: MainWindow, other: Member) -> None:
    open_round(window).close()

    window.commands.undo.trigger()

    assert len(window.session.annotations()) == 1
    assert rounds.blind_texts(window.session.library) == {}
    window.commands.redo.trigger()
    assert window.session.annotations() == []


def test_one_member_makes_no_round(window: MainWindow, other: Member) -> None:
    shown = dialog(window)

    shown.members.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not shown.open_button.isEnabled()

    shown.members.item(0).setCheckState(Qt.CheckState.Checked)
    shown.texts.clearSelection()
    assert not shown.open_button.isEnabled()
    assert not shown.end_button.isEnabled()


def test_all_texts_go_into_a_round_with_keys_alone(
    window: MainWindow, other: Member, qtbot: QtBot
) -> None:
    shown = dialog(window)
    qtbot.waitUntil(shown.isActiveWindow)

    QTest.keyClick(shown.texts, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(shown.opening_requested):
        QTest.keyClick(shown, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)

    assert len(rounds.blind_texts(window.session.library)) == 5


def test_a_round_that_cannot_be_is_told_of(
    window: MainWindow, other: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "warn", lambda _parent, sentence: told.append(sentence))
    shown = open_round(window)

    click(shown.open_button)

    assert told == [
        f"{document_of(window).title} is in a blind round. Wait until that is over, or end it."
    ]


def test_when_all_have_finished_their_work_is_shown_and_leads_to_agreement(
    window: MainWindow, other: Member, qtbot: QtBot
) -> None:
    document = document_of(window)
    open_round(window).close()
    finish(window, other)
    assert bar(window).told() == OPEN.format("1 of 2")
    assert window.session.annotations() == []

    with qtbot.waitSignal(window.analyses.blind_rounds.told) as told:
        window.commands.finished.trigger()

    assert told.args == [f"The blind round on {document.title} is over: the work of all is shown."]
    assert (listed(window), "别人的话" in tip(window)) == (1, True)
    assert bar(window).told() == "The blind round is over: the work of all is shown."
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        click(bar(window).button)
    panel = window.findChild(AgreementPanel)
    assert panel is not None
    assert panel.texts.currentData() == document.id
    assert panel.agreement.text(document.id) is not None
    assert bar(window).isHidden()


def test_who_goes_on_after_the_end_hides_nothing_again(window: MainWindow, other: Member) -> None:
    open_round(window).close()
    finish(window, other)
    window.commands.finished.trigger()

    window.commands.finished.trigger()

    assert not window.commands.finished.isChecked()
    assert len(window.session.annotations()) == 1


def test_ending_a_round_shows_everything_and_who_ended_it(
    window: MainWindow, other: Member
) -> None:
    shown = open_round(window)

    click(shown.end_button)

    assert len(window.session.annotations()) == 1
    name = window.session.member.name
    assert shown.texts.topLevelItem(0).text(1) == f"Ended by {name}"
    assert not shown.end_button.isEnabled()


def test_the_bar_follows_the_text_of_its_pane(window: MainWindow, other: Member) -> None:
    open_round(window).close()
    first, second = window.session.documents()[:2]
    assert document_of(window).id == first.id

    window.desk.open(second.id)
    assert bar(window).isHidden()

    window.desk.open(first.id)
    assert not bar(window).isHidden()
    click(bar(window).button)
    shown = window.findChild(BlindRoundDialog)
    assert shown is not None
    assert shown.isVisible()


def test_a_round_that_was_opened_elsewhere_hides_at_once_and_is_told_of(
    window: MainWindow, other: Member, qtbot: QtBot
) -> None:
    with Library.open(window.session.library.path) as library:
        members = member_table.all_members(library)
        rounds.plan_opening(library, [document_of(window)], members, other).apply(library)

    with qtbot.waitSignal(window.analyses.blind_rounds.told) as told:
        window.session.look_for_others()

    title = document_of(window).title
    assert told.args == [f"In a blind round you see only your own work: {title}"]
    assert bar(window).told() == OPEN.format("0 of 2")
    assert window.session.annotations() == []
