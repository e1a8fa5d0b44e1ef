"""The sharing gutter: bars beside the lines that other texts share."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.passage import SharedStretch
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.appearance import Appearance, PaneColours
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.shared_lines import SharedLines
from annotator.qt.theme import THEMES, Theme


@pytest.fixture
def read(pane: ReaderPane, text: ReadingText) -> ReaderPane:
    pane.set_text(text)
    pane.clearFocus()
    return pane


@pytest.fixture
def lines(read: ReaderPane) -> SharedLines:
    return SharedLines(read.selecting)


def line_rects(pane: ReaderPane) -> list[QRect]:
    """Return the lines in the window, from the top."""
    tops = {pane.rect_of(ReadingSpan(at, at + 1)).top() for at in range(200)}
    rects = {pane.rect_of(ReadingSpan(at, at + 1)).top(): at for at in range(200)}
    return [pane.rect_of(ReadingSpan(rects[top], rects[top] + 1)) for top in sorted(tops)]


def bars(pane: ReaderPane) -> QImage:
    """Return what is right of the lines."""
    right = max(pane.rect_of(ReadingSpan(at, at + 1)).right() for at in range(200))
    area = QRect(right + 1, 0, pane.viewport().width() - right - 1, pane.viewport().height())
    return pane.viewport().grab(area).toImage()


def widths(image: QImage, y: int, paper: str) -> int:
    """Return how many pixels of a row are not paper."""
    return sum(image.pixelColor(x, y).name() != paper for x in range(image.width()))


def stretch(start: int, end: int, others: int) -> SharedStretch:
    return SharedStretch(ReadingSpan(start, end), others)


def test_more_texts_make_a_wider_bar_and_nothing_makes_none(
    read: ReaderPane, lines: SharedLines
) -> None:
    paper, y = PaneColours().paper.name(), line_rects(read)[0].center().y()
    found = []
    for others in range(6):
        lines.show([stretch(2, 9, others)] if others else [])
        found.append(widths(bars(read), y, paper))

    assert found[0] == 0
    assert found == sorted(found)
    assert len(set(found)) == 5
    assert found[4] == found[5]


def test_bar_stands_beside_the_lines_of_the_stretch_alone(
    read: ReaderPane, lines: SharedLines
) -> None:
    paper = PaneColours().paper.name()
    first, second, third = line_rects(read)[:3]
    start, end = _line(read, first), _line(read, third)

    lines.show([stretch(start + 1, end, 1)])

    image = bars(read)
    assert widths(image, first.center().y(), paper) > 0
    assert widths(image, second.center().y(), paper) > 0
    assert widths(image, third.center().y(), paper) == 0


def _line(pane: ReaderPane, rect: QRect) -> int:
    return next(
        at for at in range(200) if pane.rect_of(ReadingSpan(at, at + 1)).top() == rect.top()
    )


def test_line_that_two_stretches_meet_shows_the_most_texts(
    read: ReaderPane, lines: SharedLines
) -> None:
    y, paper = line_rects(read)[0].center().y(), PaneColours().paper.name()
    lines.show([stretch(1, 3, 3)])
    most = widths(bars(read), y, paper)

    lines.show([stretch(0, 1, 1), stretch(1, 3, 3), stretch(3, 5, 2)])

    assert widths(bars(read), y, paper) == most


def test_another_text_shows_no_bars(
    read: ReaderPane, lines: SharedLines, text: ReadingText
) -> None:
    before = bars(read)
    lines.show([stretch(0, 100, 2)])
    assert bars(read) != before

    read.set_text(text)

    assert bars(read) == before


def test_without_margin_there_is_no_gutter(read: ReaderPane, lines: SharedLines) -> None:
    read.set_appearance(Appearance(has_margin=False))
    before = bars(read)

    lines.show([stretch(0, 100, 2)])

    assert bars(read) == before
    assert all(lines.line_at(QPointF(x, 60)) is None for x in range(read.viewport().width()))


def gutter_point(pane: ReaderPane, lines: SharedLines) -> QPoint:
    """Return a point on the bar of the first line that has one."""
    for rect in line_rects(pane):
        for x in range(pane.viewport().width()):
            point = QPoint(x, rect.center().y())
            if lines.line_at(QPointF(point)) is not None:
                return point + QPoint(3, 0)
    raise AssertionError("no bar is in the window")


def test_click_on_a_bar_tells_the_line_and_selects_nothing(
    read: ReaderPane, lines: SharedLines, qtbot: QtBot
) -> None:
    lines.show([stretch(2, 9, 2)])
    point = gutter_point(read, lines)

    with qtbot.waitSignal(lines.line_clicked) as clicked:
        QTest.mouseClick(read.viewport(), Qt.MouseButton.LeftButton, pos=point)

    (line,) = clicked.args
    assert line.start == 0
    assert line.end > 9
    assert read.selection() is None


def test_click_beside_the_bars_is_as_ever(
    read: ReaderPane, lines: SharedLines, qtbot: QtBot
) -> None:
    lines.show([stretch(2, 9, 2)])
    rect = line_rects(read)[0]

    with qtbot.assertNotEmitted(lines.line_clicked):
        QTest.mouseClick(read.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        below = QPoint(gutter_point(read, lines).x(), line_rects(read)[2].center().y())
        QTest.mouseClick(read.viewport(), Qt.MouseButton.LeftButton, pos=below)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_thinnest_bar_is_seen_in_every_theme(
    read: ReaderPane, lines: SharedLines, theme: Theme
) -> None:
    colours = PaneColours(paper=QColor(theme.paper), active=QColor(theme.active))
    read.set_appearance(Appearance(colours=colours))
    shades = []
    for others in (1, 4):
        lines.show([stretch(2, 9, others)])
        read.viewport().repaint()
        image, y = bars(read), line_rects(read)[0].center().y()
        shades.append(_darkest(image, y, colours))

    thin, wide = shades
    assert thin >= 2.9
    assert wide >= thin


def _darkest(image: QImage, y: int, colours: PaneColours) -> float:
    row: Sequence[float] = [
        palette.contrast(image.pixelColor(x, y), colours.paper) for x in range(image.width())
    ]
    return max(row)
