"""The agreement band: signs beside the lines that members marked, told apart without colours."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.agreed import Agreed, AgreedStretch
from annotator.core.passage import SharedStretch
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt import palette
from annotator.qt.reader.agreed_lines import AgreedLines
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
def lines(read: ReaderPane) -> AgreedLines:
    lines = AgreedLines(read)
    lines.show([])
    return lines


class Paints(QObject):
    """Counts how often a widget was painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def stretch(start: int, end: int, agreed: Agreed) -> AgreedStretch:
    return AgreedStretch(ReadingSpan(start, end), agreed)


def first_of_line(pane: ReaderPane, number: int) -> int:
    """Return the offset at which a line of the first paragraph begins."""
    tops: dict[int, int] = {}
    for at in range(150):
        tops.setdefault(pane.rect_of(ReadingSpan(at, at + 1)).bottom(), at)
    return sorted(tops.values())[number]


def line_rect(pane: ReaderPane, number: int) -> QRect:
    at = first_of_line(pane, number)
    return pane.rect_of(ReadingSpan(at, at + 1))


def sign_of(pane: ReaderPane, number: int) -> QImage:
    """Return what stands right of a line, as the reader sees it."""
    rect, view = line_rect(pane, number), pane.selecting.view
    frame = view.column.frame
    left = round(frame.left + frame.width + view.appearance.right_margin)
    width = pane.viewport().width() - left
    return pane.viewport().grab(QRect(left, rect.top(), width, rect.height())).toImage()


def filled(image: QImage, paper: QColor) -> int:
    """Return how many pixels of the middle row are not paper."""
    y = image.height() // 2
    return sum(image.pixelColor(x, y) != paper for x in range(image.width()))


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_more_agree_the_fuller_the_sign_in_every_theme(
    read: ReaderPane, lines: AgreedLines, theme: Theme
) -> None:
    colours = PaneColours(
        paper=QColor(theme.paper), mark=QColor(theme.mark), accent=QColor(theme.accent)
    )
    read.set_appearance(Appearance(colours=colours))
    seen = []
    for agreed in (Agreed.ONE_ALONE, Agreed.SOME, Agreed.ALL):
        lines.show([stretch(0, 10, agreed)])
        image = sign_of(read, 0)
        seen.append(filled(image, colours.paper))
        row = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
        assert max(palette.contrast(one, colours.paper) for one in row) >= 2.9

    assert 0 < seen[0] < seen[1] < seen[2]


def test_line_that_nobody_marked_has_no_more_than_a_thread(
    read: ReaderPane, lines: AgreedLines
) -> None:
    lines.show([stretch(0, first_of_line(read, 1), Agreed.ALL)])

    paper = PaneColours().paper
    assert filled(sign_of(read, 0), paper) > 1
    assert filled(sign_of(read, 1), paper) == 1


def test_line_shows_where_its_readers_agree_least(read: ReaderPane, lines: AgreedLines) -> None:
    lines.show([stretch(3, 5, Agreed.ONE_ALONE)])
    alone = sign_of(read, 0)

    every = [stretch(0, 3, Agreed.ALL), stretch(3, 5, Agreed.ONE_ALONE), stretch(5, 9, Agreed.SOME)]
    lines.show(every)

    assert sign_of(read, 0) == alone


def test_text_makes_room_while_signs_are_shown_and_stays_where_it_was(
    read: ReaderPane, lines: AgreedLines, text: ReadingText
) -> None:
    lines.show(None)
    read.go_to_place(len(text.text) // 2)
    place, before = read.place(), read.viewport().grab().toImage()

    lines.show([])
    with_room = read.viewport().grab().toImage()
    lines.show(None)

    assert with_room != before
    assert read.viewport().grab().toImage() == before
    assert read.place() == place


def test_nothing_is_painted_again_while_no_signs_are_wanted(
    read: ReaderPane, lines: AgreedLines
) -> None:
    lines.show(None)
    QApplication.processEvents()
    paints = Paints()
    read.viewport().installEventFilter(paints)

    lines.show(None)
    QApplication.processEvents()
    assert paints.count == 0

    lines.show([])
    QApplication.processEvents()
    assert paints.count > 0


def test_another_text_shows_no_signs(
    read: ReaderPane, lines: AgreedLines, text_of: Callable[..., ReadingText]
) -> None:
    lines.show([stretch(0, 10, Agreed.ALL)])

    read.set_text(text_of("新质生产力" * 20))

    assert read.selecting.view.decorations.agreed is None
    assert all(lines.line_at(QPointF(x, 60)) is None for x in range(read.viewport().width()))


def test_signs_stand_without_a_margin_too(read: ReaderPane, lines: AgreedLines) -> None:
    read.set_appearance(Appearance(has_margin=False))

    lines.show([stretch(0, 10, Agreed.ALL)])

    assert filled(sign_of(read, 0), PaneColours().paper) > 1


def test_signs_do_not_meet_the_widest_bars_of_the_sharing_gutter(
    read: ReaderPane, lines: AgreedLines
) -> None:
    shared = SharedLines(read.selecting)
    before = sign_of(read, 0)

    shared.show([SharedStretch(ReadingSpan(0, 10), 9)])

    assert sign_of(read, 0) == before


def sign_point(pane: ReaderPane, lines: AgreedLines, number: int) -> QPoint:
    y = line_rect(pane, number).center().y()
    xs = [x for x in range(pane.viewport().width()) if lines.line_at(QPointF(x, y)) is not None]
    return QPoint(xs[len(xs) // 2], y)


def test_click_on_a_sign_tells_the_line_and_selects_nothing(
    read: ReaderPane, lines: AgreedLines, qtbot: QtBot
) -> None:
    second, third = first_of_line(read, 1), first_of_line(read, 2)
    lines.show([stretch(second + 2, second + 4, Agreed.SOME)])

    with qtbot.waitSignal(lines.line_clicked) as clicked:
        QTest.mouseClick(read.viewport(), Qt.MouseButton.LeftButton, pos=sign_point(read, lines, 1))

    assert clicked.args == [ReadingSpan(second, third)]
    assert read.selection() is None


def test_click_beside_the_signs_is_as_ever(
    read: ReaderPane, lines: AgreedLines, qtbot: QtBot
) -> None:
    lines.show([stretch(0, 3, Agreed.SOME)])
    point = sign_point(read, lines, 0)

    with qtbot.assertNotEmitted(lines.line_clicked):
        below = QPoint(point.x(), line_rect(read, 2).center().y())
        QTest.mouseClick(read.viewport(), Qt.MouseButton.LeftButton, pos=below)
        text = line_rect(read, 0).center()
        QTest.mouseClick(read.viewport(), Qt.MouseButton.LeftButton, pos=text)


def test_mouse_points_wherever_a_click_does_something(read: ReaderPane, lines: AgreedLines) -> None:
    shared = SharedLines(read.selecting)
    shared.show([SharedStretch(ReadingSpan(0, 10), 2)])
    lines.show([stretch(0, 10, Agreed.SOME)])
    viewport, y = read.viewport(), line_rect(read, 0).center().y()
    sign = sign_point(read, lines, 0)
    bar = next(x for x in range(viewport.width()) if shared.line_at(QPointF(x, y)) is not None)

    shapes = []
    for x in (bar, sign.x(), bar, sign.x(), line_rect(read, 0).center().x()):
        QTest.mouseMove(viewport, QPoint(x, y))
        shapes.append(viewport.cursor().shape())

    pointing, writing = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
    assert shapes == [pointing, pointing, pointing, pointing, writing]


@pytest.mark.parametrize(
    ("count", "readers", "agreed"),
    [
        (2, 2, Agreed.ALL),
        (1, 2, Agreed.ONE_ALONE),
        (30, 30, Agreed.ALL),
        (29, 30, Agreed.SOME),
        (2, 3, Agreed.SOME),
        (1, 30, Agreed.ONE_ALONE),
    ],
)
def test_who_agrees_follows_from_how_many_marked_it(
    count: int, readers: int, agreed: Agreed
) -> None:
    assert Agreed.of(count, readers) is agreed
