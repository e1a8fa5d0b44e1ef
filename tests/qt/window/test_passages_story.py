"""A quotation is selected, all panes are put at it, it is tagged with its repeats, all undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt.dialogs.tag_hits_dialog import TagHitsDialog
from annotator.qt.panels.passage_map_panel import PassageMapPanel
from annotator.qt.window.main_window import MainWindow
from tests.qt.window.conftest import Reader

QUOTATION = "发展新质生产力是推动高质量发展的内在要求和重要着力点"


def compared(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the texts are compared."""
    comparing = window.analyses.comparing
    if comparing.index is None:
        qtbot.waitUntil(lambda: comparing.index is not None, timeout=60_000)


def test_a_quotation_is_aligned_tagged_everywhere_and_undone_in_one_step(
    window: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    compared(window, qtbot)
    window.desk.set_pane_count(3)
    before = len(window.session.annotations())
    reader.drag_over(QUOTATION)

    QTest.keyClick(reader.frame.pane, Qt.Key.Key_A)
    spans = [frame.pane.selection() for frame in window.grid]
    assert all(spans)
    heights = set()
    for frame, span in zip(window.grid, spans, strict=True):
        assert span is not None
        letters = window.session.reading_text(str(frame.document_id)).text[span.start : span.end]
        assert "".join(letters.split()) == QUOTATION
        heights.add(frame.pane.rect_of(ReadingSpan(span.start, span.start + 1)).top())
    assert max(heights) - min(heights) <= 1

    with qtbot.waitSignal(window.repeating.offered):
        QTest.keyClick(reader.frame.pane, Qt.Key.Key_1)
    assert len(window.session.annotations()) == before + 1
    QTest.mouseClick(window.status_line.offer_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TagHitsDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TagHitsDialog)
    repeats = len(dialog.model.ticked())
    assert repeats > 2
    with qtbot.waitSignal(dialog.tagged):
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    made = window.session.annotations()
    assert len(made) == before + 1 + repeats
    assert len({annotation.passage for annotation in made}) == before + 1
    tag = window.session.codebook.tags[0]
    use = window.session.tag_uses()[tag.id]
    assert use.annotations - use.passages == repeats

    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(reader.frame.pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.annotations()) == before


def test_linked_panes_are_led_by_what_they_share(
    window: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    compared(window, qtbot)
    window.desk.set_pane_count(2)
    leader, follower = window.grid.frames
    window.commands.link.trigger()
    index = window.analyses.comparing.index
    assert index is not None
    assert leader.document_id
    assert follower.document_id
    progression = window.analyses.aligning.progression(leader.document_id, follower.document_id)
    assert progression is not None

    leader.pane.go_to_place(leader.characters // 2)
    expected = progression.carry(leader.pane.flow_place())
    assert abs(follower.pane.flow_place() - expected) < 1


def test_linked_panes_go_in_step_when_passages_do_not_lead(
    window: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    compared(window, qtbot)
    window.desk.set_pane_count(2)
    leader, follower = window.grid.frames
    window.commands.link.trigger()
    window.commands.link_by_passages.trigger()
    assert not window.commands.link_by_passages.isChecked()

    start, other_start = leader.pane.flow_place(), follower.pane.flow_place()
    leader.pane.go_to_place(leader.characters // 2)
    step = (leader.pane.flow_place() - start) * follower.characters / leader.characters
    assert abs(follower.pane.flow_place() - other_start - step) < 1


def test_the_map_puts_two_texts_side_by_side(window: MainWindow, qtbot: QtBot) -> None:
    compared(window, qtbot)
    window.commands.passage_map.trigger()
    panel = window.findChild(PassageMapPanel)
    assert panel is not None
    panel.map.setCurrentIndex(panel.model.index(3, 1))
    assert panel.passages.count() > 10
    panel.map.setFocus()
    QTest.keyClick(panel.map, Qt.Key.Key_Return)
    QTest.keyClick(panel.passages, Qt.Key.Key_Down)
    QTest.keyClick(panel.passages, Qt.Key.Key_Return)

    frames = window.grid.frames
    assert len(frames) == 2
    first, second = (frame.pane.selection() for frame in frames)
    assert first is not None
    assert second is not None
    titles = {window.session.document(str(frame.document_id)) for frame in frames}
    assert len(titles) == 2


def uncompared(window: MainWindow) -> None:
    """Let the texts be compared anew, as after a correction."""
    comparing = window.analyses.comparing
    comparing._set_index(None)
    comparing._pause.start()


def test_repeats_are_offered_as_soon_as_the_texts_are_compared(
    window: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    uncompared(window)
    reader.drag_over(QUOTATION)

    with qtbot.waitSignal(window.repeating.offered, timeout=60_000):
        QTest.keyClick(reader.frame.pane, Qt.Key.Key_1)

    assert window.analyses.comparing.index is not None


def test_repeats_that_are_asked_for_come_when_the_texts_are_compared(
    window: MainWindow, reader: Reader, qtbot: QtBot
) -> None:
    reader.drag_over(QUOTATION)
    QTest.keyClick(reader.frame.pane, Qt.Key.Key_1)
    uncompared(window)

    with qtbot.waitSignal(window.repeating.told) as told:
        window.commands.tag_repeats.trigger()

    assert told.args == ["The texts are being compared. The repeats are shown after that."]
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), TagHitsDialog), timeout=60_000
    )
    QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
