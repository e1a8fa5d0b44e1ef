"""Texts and panes to read in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.codebook import Underline
from annotator.core.reading_text import Paragraph, ParagraphKind, ReadingText, Run
from annotator.qt.reader.appearance import TagLook
from annotator.qt.reader.pane import ReaderPane

FONT_FILES = sorted((Path(__file__).parents[3] / "resources/fonts").glob("Duidu[SH]e*"))

SENTENCES = "新质生产力是创新起主导作用。𠮷字和😀也算一个字！它们都在这里？"

TextMaker = Callable[..., ReadingText]


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """Load the program's own fonts, so that every machine sets the same lines."""
    for path in FONT_FILES:
        QFontDatabase.addApplicationFont(str(path))


@pytest.fixture(scope="session")
def text_of() -> TextMaker:
    """Return a function that makes a reading text of these paragraphs."""

    def make(*texts: str, kind: ParagraphKind = ParagraphKind.BODY) -> ReadingText:
        paragraphs, start = [], 0
        for text in texts:
            paragraphs.append(Paragraph(start, start + len(text), kind))
            start += len(text) + 1
        whole = "\n".join(texts)
        return ReadingText(whole, tuple(paragraphs), (Run(0, len(whole), 0),))

    return make


@pytest.fixture
def pane(qtbot: QtBot, fonts: None) -> Iterator[ReaderPane]:
    """Return a shown and focused pane that is still empty."""
    pane = ReaderPane()
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.set_tag_looks({"definition": TagLook(QColor("#fde9ae"), Underline.SOLID)})
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    yield pane
    pane.close()


@pytest.fixture
def text(text_of: TextMaker) -> ReadingText:
    """Return a text of many screens, all of its paragraphs alike."""
    return text_of(*[SENTENCES * 8] * 60)
