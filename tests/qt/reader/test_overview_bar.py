"""The whole text at a glance."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Underline
from annotator.core.reading_text import OutlineEntry, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import PaneColours, TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.overview_bar import OverviewBar
from annotator.qt.reader.row_counts import RowCounts

LOOKS = {"definition": TagLook(QColor("#fde9ae"), Underline.SOLID)}
COLOUR = palette.drawn_on(PaneColours().paper, LOOKS["definition"].colour)


@pytest.fixture
def bar(qtbot: QtBot, text: ReadingText) -> Iterator[OverviewBar]:
    bar = OverviewBar()
    qtbot.addWidget(bar)
    bar.resize(12, 200)
    headings = (OutlineEntry("甲", 1, 0), OutlineEntry("乙<b>", 1, len(text.text) // 2))
    bar.set_text(replace(text, outline=headings))
    bar.set_look(LOOKS, PaneColours())
    bar.show()
    yield bar
    bar.close()


def _picture(bar: OverviewBar) -> QImage:
    return bar.grab().toImage()


def _rows_of(bar: OverviewBar, colour: QColor) -> list[int]:
    image = _picture(bar)
    return [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) == colour.rgb() for x in range(image.width()))
    ]


def test_mark_stands_where_its_passage_is(bar: OverviewBar, text: ReadingText) -> None:
    middle = len(text.text) // 2

    bar.set_highlights([Highlight("1", ReadingSpan(middle, middle + 5), ("definition",))])

    assert _rows_of(bar, COLOUR) in ([99, 100], [100, 101])


def test_hits_are_marked_at_the_side(bar: OverviewBar) -> None:
    bar.set_hits([ReadingSpan(0, 2)])
    assert _rows_of(bar, PaneColours().mark)

    bar.set_hits([])

    assert not _rows_of(bar, PaneColours().mark)


spans = st.tuples(st.integers(0, 5000), st.integers(1, 900)).map(
    lambda pair: ReadingSpan(pair[0], pair[0] + pair[1])
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.none() | spans), max_size=12))
def test_bar_that_followed_changes_equals_one_made_anew(
    bar: OverviewBar, changes: list[tuple[str, ReadingSpan | None]]
) -> None:
    bar.set_highlights([])
    kept: dict[str, Highlight] = {}
    for annotation_id, span in changes:
        if span is None:
            bar.remove_highlight(annotation_id)
            kept.pop(annotation_id, None)
        else:
            kept[annotation_id] = Highlight(annotation_id, span, ("definition",))
            bar.add_highlight(kept[annotation_id])
    followed = _picture(bar)

    bar.set_highlights(kept.values())

    assert _picture(bar) == followed


def test_marks_are_counted_anew_only_once_the_window_has_its_size(
    bar: OverviewBar, text: ReadingText, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    middle = len(text.text) // 2
    bar.set_highlights([Highlight("1", ReadingSpan(middle, middle + 5), ("definition",))])
    counted: list[int] = []
    count = RowCounts.add

    def noted(counts: RowCounts, highlight: Highlight, rows: range) -> None:
        counted.append(bar.height())
        count(counts, highlight, rows)

    monkeypatch.setattr(RowCounts, "add", noted)
    for height in range(210, 410, 10):
        bar.resize(12, height)
        rows = _rows_of(bar, COLOUR)
        assert abs(sum(rows) / len(rows) - height / 2) <= 2

    assert counted == []
    qtbot.waitUntil(lambda: counted == [400])
    assert _rows_of(bar, COLOUR) in ([199, 200], [200, 201])


def test_highlight_that_comes_during_a_resize_stands_where_it_belongs(
    bar: OverviewBar, text: ReadingText, qtbot: QtBot
) -> None:
    middle = len(text.text) // 2

    bar.resize(12, 400)
    bar.add_highlight(Highlight("1", ReadingSpan(middle, middle + 5), ("definition",)))
    during = _rows_of(bar, COLOUR)
    bar.remove_highlight("1")

    assert during
    assert abs(sum(during) / len(during) - 200) <= 3
    assert not _rows_of(bar, COLOUR)


def test_click_and_drag_ask_for_the_place_there(bar: OverviewBar, text: ReadingText) -> None:
    asked: list[int] = []
    bar.place_requested.connect(asked.append)

    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 50))
    QTest.mouseMove(bar, QPoint(5, 150))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 150))

    assert asked == [len(text.text) // 4, 3 * len(text.text) // 4]


def test_bar_tells_the_heading_of_a_place(bar: OverviewBar) -> None:
    assert (bar.heading_at(10), bar.heading_at(150)) == ("甲", "乙<b>")


def test_place_of_reading_is_shaded(bar: OverviewBar) -> None:
    before = _picture(bar)

    bar.set_seen(0.25, 0.1)

    after = _picture(bar)
    changed = [y for y in range(200) if before.pixelColor(5, y) != after.pixelColor(5, y)]
    assert changed == list(range(50, 70))
