"""Agreement in the window, on the work of three members, as a reader looks at it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.qt import prompts
from annotator.qt.models.agreement_model import DisputeModel
from annotator.qt.panels.agreement_panel import AgreementPanel
from annotator.qt.panels.agreement_strip import AgreementStrip
from annotator.qt.reader.agreement_bar import AgreementBar
from annotator.qt.window.main_window import MainWindow
from annotator.services import lookup
from annotator.services.agreement import DisputedPassage, Scope
from annotator.services.editing.document_edits import change_completion

from .members_at_work import choose_tag, marked_text, opened


@pytest.fixture
def document(window: MainWindow) -> Document:
    return marked_text(window)


def row_of(panel: AgreementPanel, name: str) -> list[str]:
    model = panel.model
    cells = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return next(row for row in cells if row[0] == name)


def selected(window: MainWindow) -> ReadingSpan:
    """Return the disputed passage that the list stands on."""
    panel = window.findChild(AgreementPanel)
    assert panel is not None
    one: DisputedPassage = panel.list.currentIndex().data(DisputeModel.DisputeRole)
    return one.span


def test_figures_stand_tag_by_tag_and_what_is_undefined_says_why(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    assert window.isActiveWindow()

    defined = row_of(panel, "Definition")
    assert len(defined) == 8
    assert defined[4][0] in "●◐○"
    assert float(defined[4][1:]) > 0.5
    nothing = row_of(panel, "Statistic")
    assert nothing[4] == nothing[7] == "undefined"
    last = panel.model.index(panel.model.rowCount() - 1, 4)
    assert last.data(Qt.ItemDataRole.ToolTipRole) == "Nobody marked anything with it."
    assert panel.model.headerData(7, Qt.Orientation.Horizontal) == "κ 林 – 周"


def test_without_finished_texts_the_dock_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)

    assert panel.empty.isVisible()
    assert "I have finished this text" in panel.empty.sentence()
    assert panel.texts.hasFocus()


def test_disputed_passages_are_gone_through_with_keys(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    choose_tag(panel, "Definition")
    assert panel.disputes.rowCount() == 2

    places = []
    for _ in range(3):
        QTest.keyClick(panel.table, Qt.Key.Key_F8)
        places.append(selected(window))
        assert window.desk.active_document_id == document.id
        frame = window.grid.active
        assert frame.pane.viewport().rect().intersects(frame.pane.rect_of(places[-1]))
    assert places[0] != places[1]
    assert places[0] == places[2]

    QTest.keyClick(panel.table, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert selected(window) == places[1]


def test_click_on_the_strip_leads_to_the_passage(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    choose_tag(panel, "Definition")
    (strip,) = panel.findChildren(AgreementStrip)
    length = len(window.session.reading_text(document.id).text)
    x = round(405 / length * strip.width())

    with qtbot.waitSignal(panel.place_requested) as blocker:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 5))

    span = blocker.args[1]
    assert blocker.args[0] == document.id
    assert span in (ReadingSpan(400, 410), ReadingSpan(105, 130), ReadingSpan(100, 105))


def test_strip_paints_agreement_high_and_dispute_low(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    choose_tag(panel, "Definition")
    (strip,) = panel.findChildren(AgreementStrip)
    strip.resize(2000, strip.height())

    picture = strip.grab().toImage()

    length = len(window.session.reading_text(document.id).text)
    scale = picture.width() / length
    ground = picture.pixelColor(picture.width() - 2, 3)
    agreed, disputed = int(25 * scale), int(405 * scale)
    assert picture.pixelColor(agreed, 3) != ground
    assert picture.pixelColor(disputed, 3) == ground
    assert picture.pixelColor(disputed, picture.height() - 4) not in (
        ground,
        picture.pixelColor(agreed, 3),
    )


def test_figures_follow_when_one_more_member_finishes(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    assert len(row_of(panel, "Definition")) == 8
    member = lookup.find_member(window.session.library, "吴")
    edit = change_completion(window.session.library, document.id, member.id, finished=True)

    with qtbot.waitSignal(window.analyses.agreeing.compared):
        window.session.do(edit, "Finish")

    assert len(row_of(panel, "Definition")) == 10


def test_members_are_chosen_in_a_menu(window: MainWindow, document: Document, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    first, _ = panel.members.menu().actions()

    with qtbot.waitSignal(window.analyses.agreeing.compared):
        first.trigger()

    assert panel.empty.isVisible()
    assert panel.empty.sentence().startswith("These members have not finished")
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        panel.members.menu().actions()[0].trigger()
    assert panel.scope() == Scope()
    assert panel.table.isVisible()


def test_agenda_is_written_to_a_file(
    window: MainWindow,
    document: Document,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel = opened(window, qtbot)
    choose_tag(panel, "Definition")
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_, **__: tmp_path / "agenda.md")

    QTest.mouseClick(panel.export_button, Qt.MouseButton.LeftButton)

    written = (tmp_path / "agenda.md").read_text(encoding="utf-8")
    assert written.startswith("# To talk about: Definition\n\n2 passages")
    assert "周 0%" in written


def bar_of(window: MainWindow) -> AgreementBar:
    return window.grid.active.agreement_bar


def test_agreement_stands_along_the_text_while_that_is_wanted(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    assert bar_of(window).isHidden()

    with qtbot.waitSignal(window.analyses.agreeing.compared):
        window.commands.agreement_heat.trigger()

    bar, unit = bar_of(window), bar_of(window).height() / window.grid.active.characters
    assert bar.isVisible()
    assert bar.accessibleName() == "Agreement along the text: Marked at all"
    assert bar.told_at(25 * unit) == "2 of 2 marked this"
    assert bar.told_at(405 * unit) == "1 of 2 marked this"
    assert bar.told_at(bar.height() - 1) == "0 of 2 marked this"
    window.commands.agreement_heat.trigger()
    assert bar.isHidden()


def test_what_more_readers_marked_is_drawn_wider(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    """So that it can be told apart without colours."""
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        window.commands.agreement_heat.trigger()
    bar, unit = bar_of(window), bar_of(window).height() / window.grid.active.characters

    picture = bar.grab().toImage()
    ground = picture.pixelColor(5, picture.height() - 1)

    def width(letter: int) -> int:
        row = int(letter * unit * picture.devicePixelRatio())
        return sum(picture.pixelColor(x, row) != ground for x in range(picture.width()))

    assert width(25) == 2 * width(405) > 0
    assert width(900) == 0


def test_a_click_on_the_bar_leads_to_the_passage(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        window.commands.agreement_heat.trigger()
    bar, pane = bar_of(window), window.grid.active.pane
    pane.go_to_place(window.grid.active.characters - 1)

    with qtbot.waitSignal(bar.place_requested) as asked:
        y = round(405 / window.grid.active.characters * bar.height())
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, y))

    assert asked.args == [ReadingSpan(400, 410)]
    assert pane.place() < 410


def test_the_bar_follows_the_tag_and_the_text(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.analyses.agreeing.compared):
        window.commands.agreement_heat.trigger()
    panel = window.findChild(AgreementPanel)
    assert panel is not None

    choose_tag(panel, "Example")
    assert bar_of(window).accessibleName() == "Agreement along the text: Example"
    assert bar_of(window).told_at(0) == "0 of 2 marked this"

    window.desk.open(window.session.documents()[1].id)
    assert bar_of(window).isHidden()
    window.desk.open(document.id)
    assert bar_of(window).isVisible()


def test_the_bar_is_kept_up_to_date_with_the_dock_closed(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    panel = opened(window, qtbot)
    window.commands.agreement_heat.trigger()
    panel.parentWidget().close()
    unit = bar_of(window).height() / window.grid.active.characters
    third = next(one for one in window.session.members() if one.name == "吴")

    with qtbot.waitSignal(window.analyses.agreeing.compared):
        edit = change_completion(window.session.library, document.id, third.id, finished=True)
        window.session.do(edit, "finish")

    assert bar_of(window).told_at(25 * unit) == "3 of 3 marked this"
