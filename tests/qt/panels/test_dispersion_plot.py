"""The strokes that show where a word stands."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.core.span import ReadingSpan
from annotator.qt.panels.dispersion_plot import Dispersion, DispersionPlot
from annotator.qt.theme import shown_theme

PLACES = tuple(ReadingSpan(start, start + 2) for start in (0, 500, 998))


@pytest.fixture
def plot(qtbot: QtBot) -> DispersionPlot:
    plot = DispersionPlot()
    qtbot.addWidget(plot)
    plot.show_word("创新", [Dispersion("a", "甲", 1000, PLACES), Dispersion("b", "乙", 0, ())])
    plot.resize(400, plot.sizeHint().height())
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def test_strokes_are_drawn_where_they_are_clicked(plot: DispersionPlot) -> None:
    picture = plot.grab().toImage()
    ink = QColor(shown_theme().accent)

    for number in range(3):
        x = round(plot.stroke(0, number).x())
        y = round(plot.stroke(0, number).y()) + 4
        assert picture.pixelColor(x, y) == ink
        assert picture.pixelColor(x + 3, y) != ink


@pytest.mark.parametrize("aside", [-3, 0, 4])
def test_click_near_a_stroke_means_it(plot: DispersionPlot, qtbot: QtBot, aside: int) -> None:
    place = plot.stroke(0, 1).toPoint() + QPoint(aside, 0)

    with qtbot.waitSignal(plot.place_chosen) as chosen:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == ["a", PLACES[1]]


def test_click_between_strokes_and_on_an_empty_text_means_nothing(
    plot: DispersionPlot, qtbot: QtBot
) -> None:
    between = plot.stroke(0, 1).toPoint() + QPoint(30, 0)

    with qtbot.assertNotEmitted(plot.place_chosen):
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=between)
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=between + QPoint(0, 30))


def test_no_word_draws_nothing(plot: DispersionPlot) -> None:
    plot.show_word("", ())

    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Return)

    assert plot.accessibleDescription() == ""
    assert not plot.grab().isNull()


def test_screen_readers_are_told_how_often(plot: DispersionPlot) -> None:
    assert plot.accessibleDescription() == "“创新” stands at 3 places."
