"""The source pane: lines as in the file, with what is left out crossed out."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.reading_text import DroppedPiece
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.qt import fonts
from annotator.qt.reader.source_pane import SourceAppearance, SourcePane
from annotator.services import previewing

SOURCE = "𠮷 日\n\n第 3 页\n正文从这里开始。"


@pytest.fixture
def pane(qtbot: QtBot) -> SourcePane:
    fonts.load()
    pane = SourcePane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.set_appearance(SourceAppearance())
    pane.set_text(previewing.as_it_came(SOURCE))
    pane.show()
    return pane


def test_dropped_piece_is_crossed_out_and_nothing_else_changes(pane: SourcePane) -> None:
    start = SOURCE.index("第")
    before = pane.viewport().grab().toImage()

    pane.set_dropped([DroppedPiece(SourceSpan(start, start + 5), "page_number")], str)

    after = pane.viewport().grab().toImage()
    struck = pane.rect_of(ReadingSpan(start, start + 5)).adjusted(-1, -1, 1, 1)
    kept = pane.rect_of(ReadingSpan(start + 6, len(SOURCE)))
    assert before.copy(struck) != after.copy(struck)
    assert before.copy(kept) == after.copy(kept)


def test_every_line_stands_by_itself_empty_ones_too(pane: SourcePane) -> None:
    tops = [pane.rect_of(ReadingSpan(SOURCE.index(c), SOURCE.index(c) + 1)).top() for c in "𠮷第正"]

    assert tops[1] - tops[0] == 2 * (tops[2] - tops[1])


def test_reason_is_told_over_a_dropped_piece_only(pane: SourcePane) -> None:
    start = SOURCE.index("第")
    pane.set_dropped([DroppedPiece(SourceSpan(start, start + 5), "page_number")], str.upper)

    over = pane.rect_of(ReadingSpan(start, start + 1)).center()
    beside = pane.rect_of(ReadingSpan(0, 1)).center()

    assert pane.tips.text_at(over) == "PAGE_NUMBER"
    assert pane.tips.text_at(beside) == ""


def test_a_line_too_long_for_the_pane_fills_it_before_it_goes_on(pane: SourcePane) -> None:
    line = "新质生产力是创新起主导作用的先进生产力"
    pane.set_text(previewing.as_it_came(line))

    on_first = [
        offset
        for offset in range(len(line))
        if pane.rect_of(ReadingSpan(offset, offset + 1)).top()
        == pane.rect_of(ReadingSpan(0, 1)).top()
    ]

    assert len(on_first) > len(line) * 0.7
