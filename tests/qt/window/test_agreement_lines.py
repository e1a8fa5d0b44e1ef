"""Agreement line by line in the window, on the work of three members, as a reader looks at it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.agreed import Agreed
from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.qt.models.agreement_model import DisputeModel
from annotator.qt.panels.agreement_panel import AgreementPanel
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.window.main_window import MainWindow
from annotator.services import lookup, rounds
from annotator.services.editing.document_edits import change_completion

from .members_at_work import choose_tag, marked_text, opened


@pytest.fixture
def document(window: MainWindow) -> Document:
    return marked_text(window)


@pytest.fixture
def frame(window: MainWindow, document: Document, qtbot: QtBot) -> PaneFrame:
    """Return the pane with the text that was compared, and signs beside its lines."""
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        window.commands.agreement_lines.trigger()
    assert window.grid.active.document_id == document.id
    return window.grid.active


def agreed_at(frame: PaneFrame, offset: int) -> Agreed | None:
    """Return what the signs tell of a letter, None where they tell nothing."""
    there = frame.pane.selecting.view.decorations.agreed_within(offset, offset + 1)
    return there[0].agreed if there else None


def line_of(frame: PaneFrame, offset: int) -> tuple[QPoint, ReadingSpan]:
    """Return the sign beside the line of a letter, which is brought into view, and the line."""
    frame.reveal(ReadingSpan(offset, offset + 1))
    y = frame.pane.rect_of(ReadingSpan(offset, offset + 1)).center().y()
    for x in reversed(range(frame.pane.viewport().width())):
        line = frame.agreed_lines.line_at(QPointF(x, y))
        if line is not None:
            return QPoint(x - 3, y), line
    raise AssertionError("no sign stands beside this line")


def dispute(window: MainWindow) -> ReadingSpan | None:
    """Return the disputed passage that the list stands on."""
    panel = window.findChild(AgreementPanel)
    assert panel is not None
    one = panel.list.currentIndex().data(DisputeModel.DisputeRole)
    return one.span if one else None


def test_signs_tell_who_agrees_while_they_are_wanted(window: MainWindow, frame: PaneFrame) -> None:
    told = [agreed_at(frame, offset) for offset in (9, 10, 39, 40, 102, 110, 405, 310)]

    alone, all_ = Agreed.ONE_ALONE, Agreed.ALL
    assert told == [None, all_, all_, None, alone, all_, alone, None]
    assert frame.agreement_bar.isHidden()
    window.commands.agreement_lines.trigger()
    assert frame.pane.selecting.view.decorations.agreed is None


def test_some_is_told_from_all_and_from_one_alone(
    window: MainWindow, document: Document, frame: PaneFrame, qtbot: QtBot
) -> None:
    third = lookup.find_member(window.session.library, "吴")
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        edit = change_completion(window.session.library, document.id, third.id, finished=True)
        window.session.do(edit, "finish")

    told = [agreed_at(frame, offset) for offset in (20, 110, 102, 310)]

    assert told == [Agreed.ALL, Agreed.SOME, Agreed.ONE_ALONE, Agreed.ONE_ALONE]


def test_tip_tells_who_marked_what_of_the_line(window: MainWindow, frame: PaneFrame) -> None:
    text = window.session.reading_text(frame.document_id or "").text
    _, line = line_of(frame, 104)

    told = frame.agreed_lines.describe(line).split("\n")

    from_five_on = ReadingSpan(105, line.end).slice_of(text).strip()
    assert told == ["Marked at all", "周: " + from_five_on, "林: the whole line"]


def test_tip_names_those_together_who_marked_the_same(frame: PaneFrame) -> None:
    _, line = line_of(frame, 25)
    _, disputed = line_of(frame, 405)

    assert frame.agreed_lines.describe(line).count(":") == 1
    assert "周: nothing" in frame.agreed_lines.describe(disputed)


def test_click_on_a_sign_goes_to_the_disagreement_in_the_dock(
    window: MainWindow, frame: PaneFrame
) -> None:
    place, _ = line_of(frame, 405)

    QTest.mouseClick(frame.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert dispute(window) == ReadingSpan(400, 410)
    assert frame.pane.selection() == ReadingSpan(400, 410)


def test_click_where_all_agree_says_so(window: MainWindow, frame: PaneFrame, qtbot: QtBot) -> None:
    place, line = line_of(frame, 25)
    assert not line.overlaps(ReadingSpan(100, 130))

    with qtbot.waitSignal(window.analyses.agreeing.told) as told:
        QTest.mouseClick(frame.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args == ["All who have finished this text marked this alike."]
    assert dispute(window) is None


def test_signs_follow_the_tag_and_the_text(
    window: MainWindow, document: Document, frame: PaneFrame
) -> None:
    panel = window.findChild(AgreementPanel)
    assert panel is not None

    choose_tag(panel, "Example")
    assert agreed_at(frame, 20) is None
    choose_tag(panel, "Definition")
    assert agreed_at(frame, 20) is Agreed.ALL

    window.desk.open(window.session.documents()[1].id)
    assert frame.pane.selecting.view.decorations.agreed is None
    window.desk.open(document.id)
    assert agreed_at(frame, 20) is Agreed.ALL


def test_what_a_hidden_member_marked_is_not_told(
    window: MainWindow, document: Document, frame: PaneFrame, qtbot: QtBot
) -> None:
    library, session = window.session.library, window.session
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        third = lookup.find_member(library, "吴")
        session.do(change_completion(library, document.id, third.id, finished=True), "finish")
    first = lookup.find_member(library, "林")
    hidden = replace(session.visibility, hidden_members=frozenset([first.id]))

    session.see(hidden)

    assert [agreed_at(frame, at) for at in (102, 110, 20)] == [None, Agreed.ONE_ALONE, Agreed.ALL]
    assert "林" not in frame.agreed_lines.describe(line_of(frame, 110)[1])
    session.see(replace(hidden, hidden_members=frozenset([first.id, third.id])))
    assert frame.pane.selecting.view.decorations.agreed is None


def test_a_blind_round_takes_the_signs_away_at_once(
    window: MainWindow, document: Document, frame: PaneFrame
) -> None:
    window.commands.agreement_heat.trigger()
    assert frame.agreement_bar.isVisible()
    session = window.session
    edit = rounds.plan_opening(session.library, [document], session.members(), session.member)

    session.do(edit, "round")

    assert frame.pane.selecting.view.decorations.agreed is None
    assert frame.agreement_bar.isHidden()


def test_disagreements_are_gone_through_from_the_pane_without_leaving_it(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    pane = window.grid.active.pane
    pane.setFocus()

    with qtbot.waitSignal(window.analyses.agreeing.compared):
        QTest.keyClick(pane, Qt.Key.Key_F8)
    first = dispute(window)
    assert first is not None
    assert pane.selection() == first
    assert pane.hasFocus()

    QTest.keyClick(pane, Qt.Key.Key_F8)
    second = dispute(window)
    assert second not in (None, first)
    QTest.keyClick(pane, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert dispute(window) == pane.selection() == first
    assert pane.hasFocus()


def test_without_a_disagreement_the_keys_say_so(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    choose_tag(panel, "Example")

    with qtbot.waitSignal(window.analyses.agreeing.told) as told:
        QTest.keyClick(window.grid.active.pane, Qt.Key.Key_F8)

    assert told.args == ["Nothing was marked differently with this tag."]


def test_the_dock_stays_closed_while_its_signs_are_gone_through(
    window: MainWindow, frame: PaneFrame
) -> None:
    panel = window.findChild(AgreementPanel)
    assert panel is not None
    panel.parentWidget().close()

    QTest.keyClick(frame.pane, Qt.Key.Key_F8)

    assert not panel.isVisible()
    assert frame.pane.selection() == dispute(window)
    assert dispute(window) is not None
