"""What the reader sees beside and over the text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.window.highlighting import Highlighting
from annotator.qt.window.main_window import MainWindow
from annotator.text import words

from .conftest import Reader


def _annotate_twice(reader: Reader) -> tuple[str, str, ReadingSpan]:
    """Put a short annotation with a note inside a long one."""
    session = reader.window.session
    document_id = reader.frame.document_id or ""
    paragraph = max(
        session.reading_text(document_id).paragraphs[:60], key=lambda each: each.end - each.start
    )
    inner = ReadingSpan(paragraph.start + 10, paragraph.start + 20)
    outer = ReadingSpan(paragraph.start + 5, paragraph.start + 30)
    first, second = session.codebook.tags[:2]
    short = session.annotate(document_id, inner, tag_ids=[first.id], note="a < b")
    long = session.annotate(document_id, outer, tag_ids=[second.id])
    reader.frame.pane.reveal(outer)
    return short.id, long.id, inner


def test_margin_is_put_away_from_the_menu_and_stays_away(
    open_window: Callable[[], MainWindow],
) -> None:
    window = open_window()
    assert window.look.appearance.has_margin
    window.commands.margin.trigger()
    window.close()

    again = open_window()

    assert not again.look.appearance.has_margin
    assert not again.commands.margin.isChecked()


def test_mouse_at_rest_tells_tags_member_and_note(reader: Reader) -> None:
    _, _, span = _annotate_twice(reader)
    pane = reader.frame.pane

    told = pane.tips.text_at(pane.rect_of(ReadingSpan(span.start, span.start + 1)).center())

    member = reader.window.session.member.name
    short, long = told.split("\n\n")
    heading, *below = short.split("\n")
    assert heading.startswith("【")
    assert heading.endswith(f" · {member}" if member else "】")
    assert below[-1] == "a < b"
    assert long.startswith("【")


def test_right_button_offers_the_annotations_here(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, long, span = _annotate_twice(reader)
    window = reader.window
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: shown.append(menu))
    window.pane_menu.show(span.start, QPoint(300, 300))
    (menu,) = shown
    assert window.focus.active_id == short
    first, second = menu.actions()[:2]
    assert first.text().startswith("&1 【")
    assert first.isChecked()

    second.trigger()
    menu.deleteLater()

    assert window.focus.active_id == long


def test_overview_follows_reading_and_leads_it(reader: Reader) -> None:
    frame = reader.frame
    bar = frame.overview
    frame.pane.viewport().repaint()
    before = bar.grab().toImage()

    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, bar.height() // 2))
    frame.pane.viewport().repaint()

    length = len(reader.window.session.reading_text(frame.document_id or "").text)
    assert 0.4 < frame.pane.place() / length < 0.6
    assert bar.grab().toImage() != before


def test_annotation_is_seen_in_the_overview_and_goes_with_undo(reader: Reader) -> None:
    bar, session = reader.frame.overview, reader.window.session
    _annotate_twice(reader)
    reader.frame.pane.viewport().repaint()
    with_both = bar.grab().toImage()

    session.undo()
    session.undo()

    without = bar.grab().toImage()
    session.redo()
    session.redo()
    assert without != with_both == bar.grab().toImage()


def test_tip_of_a_quotation_names_who_speaks(reader: Reader) -> None:
    document = next(d for d in reader.window.session.documents() if d.title == "新质生产力")
    reader.window.desk.open(document.id)
    span = reader.drag_over("面对全球创新浪潮")
    reader.press("1")

    pane = reader.frame.pane
    told = pane.tips.text_at(pane.rect_of(ReadingSpan(span.start, span.start + 1)).center())

    assert "Words of 国务院发展研究中心研究员王立坤" in told


def _torn(pane: ReaderPane, heading: ReadingSpan, word: str, title: str) -> bool:
    """Tell whether the letters of a word in a heading stand on two lines."""
    start = heading.start + title.index(word)
    rects = [pane.rect_of(ReadingSpan(n, n + 1)) for n in range(start, start + len(word))]
    return len({rect.top() for rect in rects}) > 1


def test_heading_is_broken_between_words_once_they_are_known_and_nothing_moves(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    reader, title, word = Reader(window), "以新质生产力为高质量发展注入强大动力", "高质量发展"
    first = window.session.documents()[0]
    window.desk.open(first.id)
    qtbot.waitUntil(lambda: reader.frame.document_id == first.id)
    words.load()
    with monkeypatch.context() as patch:
        patch.setattr(words, "_loaded", [])
        window.highlighting.break_headings_again()
        span, pane = reader.find(title), reader.frame.pane
        for size in range(13, 40):
            window.look.set_size(float(size))
            reader.find(title)
            if _torn(pane, span, word, title):
                break
        assert _torn(pane, span, word, title)
        before = pane.flow_place(), pane.rect_of(span)

    window.highlighting.break_headings_again()

    assert not _torn(pane, span, word, title)
    assert pane.flow_place() == before[0]
    assert pane.rect_of(span).top() == before[1].top()
    assert pane.rect_of(span).height() == before[1].height()


def test_headings_are_broken_again_when_the_words_are_loaded(
    open_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    broken: list[bool] = []
    monkeypatch.setattr(
        Highlighting, "break_headings_again", lambda _self: broken.append(words.is_loaded())
    )

    open_window()

    qtbot.waitUntil(lambda: broken == [True])
