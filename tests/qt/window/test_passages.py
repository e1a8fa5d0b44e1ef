"""What the texts share: found in the background, shown beside the lines, led to from the panel."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from annotator import cli
from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.passage import PassageSettings
from annotator.core.span import ReadingSpan
from annotator.qt import tasks
from annotator.qt.models.member_model import Member, MemberModel
from annotator.qt.panels.passages_panel import PassagesPanel
from annotator.qt.window.comparing import Comparing
from annotator.qt.window.main_window import MainWindow
from annotator.services import comparing
from annotator.services.editing.document_edits import CorrectDocument, RemoveDocument
from annotator.services.passage_index import PassageIndex
from annotator.storage.library import Library

from .conftest import Reader, accept_import

SHARED = "发展新质生产力是推动高质量发展的内在要求和重要着力点"


@pytest.fixture
def compared(reader: Reader, qtbot: QtBot) -> Reader:
    """Return a reader whose texts have been compared."""
    _compare(reader, qtbot)
    return reader


def _comparing(reader: Reader) -> Comparing:
    return reader.window.analyses.comparing


def _compare(reader: Reader, qtbot: QtBot) -> PassageIndex:
    with qtbot.waitSignal(_comparing(reader).index_changed):
        _comparing(reader).update()
    return _index(reader)


def _index(reader: Reader) -> PassageIndex:
    index = _comparing(reader).index
    assert index is not None
    return index


def _document(reader: Reader) -> str:
    assert reader.frame.document_id is not None
    return reader.frame.document_id


def _panel(reader: Reader) -> PassagesPanel:
    (panel,) = reader.window.findChildren(PassagesPanel)
    assert panel.isVisible()
    return panel


def _members(reader: Reader) -> list[Member]:
    model = _panel(reader).findChild(MemberModel)
    return [model.index(row).data(MemberModel.MemberRole) for row in range(model.rowCount())]


def _bar_beside(reader: Reader, passage: str) -> QPoint:
    """Return a point on the bar beside the first line of a passage."""
    span = reader.find(passage)
    y = reader.frame.pane.rect_of(ReadingSpan(span.start, span.start + 1)).center().y()
    for x in range(reader.frame.pane.viewport().width()):
        if reader.frame.shared_lines.line_at(QPointF(x, y)) is not None:
            return QPoint(x + 4, y)
    raise AssertionError("the line has no bar")


def test_texts_are_compared_after_the_window_has_opened(reader: Reader, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: _comparing(reader).index is not None)

    library = reader.window.session.library
    assert _index(reader).comparison == comparing.load(library)
    assert _index(reader).comparison == comparing.compare(library, fuzzy=True)


def test_comparing_is_told_with_what_was_found(compared: Reader, qtbot: QtBot) -> None:
    told: list[str] = []
    _comparing(compared).told.connect(told.append)
    _comparing(compared).use(PassageSettings(least=30))

    index = _compare(compared, qtbot)

    assert len(told) == 2
    assert str(len(index.families)) in told[1]


def test_what_was_kept_is_shown_without_a_word(
    open_window: Callable[[], MainWindow], library_path: Path, qtbot: QtBot
) -> None:
    with Library.open(library_path) as library:
        comparing.update(library)
    reader = Reader(open_window())
    told: list[str] = []
    _comparing(reader).told.connect(told.append)

    _compare(reader, qtbot)

    assert told == []


def test_line_has_a_bar_once_the_texts_are_compared(
    open_window: Callable[[], MainWindow], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.qt.window.comparing._PAUSE_MS", 10**6)
    window = open_window()
    reader = Reader(window)
    with pytest.raises(AssertionError, match="no bar"):
        _bar_beside(reader, SHARED)

    _compare(reader, qtbot)

    assert _bar_beside(reader, SHARED)
    window.close()


def test_text_that_is_opened_later_has_its_bars_at_once(compared: Reader) -> None:
    window = compared.window
    other = next(
        document.id
        for document in window.session.documents()
        if document.id not in window.desk.open_documents()
    )

    window.desk.open(other)

    (stretch, *_) = _index(compared).stretches(other)
    text = window.session.reading_text(other).text
    assert _bar_beside(compared, stretch.span.slice_of(text))


def test_mouse_over_a_bar_tells_the_other_texts(compared: Reader) -> None:
    point = _bar_beside(compared, SHARED)
    line = compared.frame.shared_lines.line_at(QPointF(point))
    assert line is not None

    first, *titles = compared.frame.shared_lines.describe(line).split("\n")

    others = _index(compared).sharing(_document(compared), line)
    documents = [compared.window.session.document(document_id) for document_id in others]
    assert titles == [document.title for document in documents if document]
    assert str(len(titles)) in first
    assert len(titles) > 1


def test_click_on_a_bar_shows_the_family_with_this_place_first_compared(compared: Reader) -> None:
    point = _bar_beside(compared, SHARED)
    viewport = compared.frame.pane.viewport()

    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)

    here = [member for member in _members(compared) if member.is_here]
    assert [member.document_id for member in here] == [_document(compared)]
    assert len({member.document_id for member in _members(compared)}) > 2
    assert here[0].marked == ()
    assert any(member.marked for member in _members(compared))


def test_enter_on_a_place_goes_there_and_back_leads_back(compared: Reader, qtbot: QtBot) -> None:
    QTest.mouseClick(
        compared.frame.pane.viewport(),
        Qt.MouseButton.LeftButton,
        pos=_bar_beside(compared, SHARED),
    )
    came_from = _document(compared)
    members = _members(compared)
    row, there = next(
        (row, member) for row, member in enumerate(members) if member.document_id != came_from
    )
    view = next(
        view
        for view in _panel(compared).findChildren(QListView)
        if isinstance(view.model(), MemberModel)
    )
    qtbot.waitUntil(view.hasFocus)
    view.setCurrentIndex(view.model().index(row, 0))

    QTest.keyClick(view, Qt.Key.Key_Return)

    frame = compared.frame
    assert frame.document_id == there.document_id
    assert frame.pane.selection() == there.span
    assert not frame.pane.rect_of(there.span).isEmpty()
    compared.window.commands.back.trigger()
    assert compared.frame.document_id == came_from


def test_key_shows_the_passage_at_the_selection(compared: Reader) -> None:
    span = compared.drag_over(SHARED)

    compared.press("P")

    (here,) = [member for member in _members(compared) if member.is_here]
    assert here.span.overlaps(span)


def test_place_that_no_other_text_shares_is_told(compared: Reader, qtbot: QtBot) -> None:
    passages = compared.window.analyses.passages
    text = compared.window.session.reading_text(_document(compared))
    free = next(
        paragraph
        for paragraph in text.paragraphs
        if not _index(compared).sharing(
            _document(compared), ReadingSpan(paragraph.start, paragraph.end)
        )
    )
    compared.frame.pane.reveal(ReadingSpan(free.start, free.end))
    compared.frame.pane.select(ReadingSpan(free.start, free.start + 1))

    with qtbot.waitSignal(passages.told):
        compared.press("P")

    assert not compared.window.findChildren(PassagesPanel)


def test_keys_go_from_shared_passage_to_shared_passage_and_round(compared: Reader) -> None:
    expected = [span for span, _ in _index(compared).passages(_document(compared))]
    starts = sorted({span.start for span in expected})
    commands = compared.window.commands
    compared.frame.pane.go_to_place(0)
    compared.frame.pane.select(None)

    gone_to = []
    for _ in range(len(starts) + 1):
        commands.next_passage.trigger()
        selection = compared.frame.pane.selection()
        assert selection is not None
        gone_to.append(selection.start)

    assert gone_to == [*starts, starts[0]]
    commands.previous_passage.trigger()
    selection = compared.frame.pane.selection()
    assert selection is not None
    assert selection.start == starts[-1]


def test_imported_text_is_compared_with_the_others(
    compared: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "新文.txt"
    path.write_text(f"他们这样写道：{SHARED}。", encoding="utf-8")
    compared.window.imports.start([path])
    with qtbot.waitSignal(compared.window.imports.imported) as imported:
        accept_import(compared.window, qtbot)
    (document_id,) = imported.args[0]

    qtbot.waitUntil(lambda: bool(_index(compared).stretches(document_id)))

    assert len(_index(compared).sharing(document_id, ReadingSpan(7, 20))) > 2
    assert _bar_beside(compared, SHARED)


def test_corrected_text_has_no_bars_until_it_is_compared_again(
    compared: Reader, qtbot: QtBot
) -> None:
    session, document_id = compared.window.session, _document(compared)
    middle = len(session.source_text(document_id)) // 2
    edit = CorrectDocument(document_id, NO_CORRECTIONS, NO_CORRECTIONS.with_break(middle))

    session.do(edit, "")

    assert _comparing(compared).index is None
    with pytest.raises(AssertionError, match="no bar"):
        _bar_beside(compared, SHARED)
    qtbot.waitUntil(lambda: _comparing(compared).index is not None)
    assert _bar_beside(compared, SHARED)


def test_removed_text_shares_nothing_any_more(compared: Reader, qtbot: QtBot) -> None:
    session = compared.window.session
    gone = session.documents()[1].id

    session.do(RemoveDocument(gone), "")

    assert _comparing(compared).index is None
    index = _compare(compared, qtbot)
    assert gone not in [document.id for document in index.comparison.documents]


def test_annotating_does_not_compare_anew(compared: Reader, qtbot: QtBot) -> None:
    index = _index(compared)

    with qtbot.assertNotEmitted(_comparing(compared).index_changed):
        compared.drag_over(SHARED)
        compared.press("1")
        tasks.wait_for_all()

    assert _index(compared) is index


def test_window_closes_while_the_texts_are_compared(
    open_window: Callable[[], MainWindow],
) -> None:
    window = open_window()
    window.analyses.comparing.update()

    window.close()

    tasks.wait_for_all()


def test_texts_that_change_while_they_are_compared_are_compared_again(
    reader: Reader, qtbot: QtBot
) -> None:
    session = reader.window.session
    _comparing(reader).update()
    session.do(RemoveDocument(session.documents()[0].id), "")
    tasks.wait_for_all()

    qtbot.waitUntil(lambda: _comparing(reader).index is not None)

    assert len(_index(reader).comparison.documents) == 4
    assert comparing.load(session.library) == _index(reader).comparison


def test_other_settings_stay_in_the_library(
    qtbot: QtBot, open_window: Callable[[], MainWindow]
) -> None:
    compared = Reader(open_window())
    before = len(_compare(compared, qtbot).families)
    compared.window.commands.passages.trigger()
    settings = PassageSettings(least=40, fuzzy=False)

    with qtbot.waitSignal(_comparing(compared).index_changed):
        _panel(compared).settings_changed.emit(settings)

    assert 0 < len(_index(compared).families) < before
    compared.window.close()
    again = open_window()
    assert again.analyses.comparing.settings == settings
    again.close()


def test_command_line_prints_the_families_of_the_window(
    compared: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    library = str(compared.window.session.library.path)

    assert cli.main(["--library", library, "passages", "--fuzzy", "--json"]) == 0

    printed = json.loads(capsys.readouterr().out)["families"]
    comparison = _index(compared).comparison
    shown = sorted(comparison.family_id(family) for family in _index(compared).families)
    assert sorted(family["id"] for family in printed) == shown
