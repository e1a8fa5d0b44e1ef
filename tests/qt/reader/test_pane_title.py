from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.qt import theme
from annotator.qt.reader.pane_title import PaneTitle


@pytest.fixture
def title(qapp: QApplication, qtbot: QtBot) -> Iterator[PaneTitle]:
    style = qapp.style().objectName()
    theme.apply(qapp, theme.LIGHT)
    header = QWidget()
    header.setObjectName("paneHeader")
    qtbot.addWidget(header)
    title = PaneTitle(header)
    title.resize(200, 34)
    header.resize(200, 34)
    header.show()
    yield title
    qapp.setStyleSheet("")
    qapp.setStyle(style)


def test_the_name_keeps_away_from_the_frame(title: PaneTitle) -> None:
    title.set_title("新质生产力")

    image = title.window().grab().toImage()
    ink = [
        x
        for x in range(2, 100)
        if any(image.pixelColor(x, y).lightness() < 90 for y in range(6, image.height() - 6))
    ]

    assert 8 <= min(ink) <= 12


def test_a_long_name_is_shortened_before_the_arrow(title: PaneTitle) -> None:
    title.set_title("新质生产力" * 20)

    assert title.text().endswith("…")
    assert title.fontMetrics().horizontalAdvance(title.text()) <= 200 - 8 - 22
    assert title.toolTip().startswith("新质生产力" * 20)
