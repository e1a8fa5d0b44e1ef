"""What is on the screen after scrolling is what a pane that never scrolled would paint."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication

from annotator.core.codebook import Underline
from annotator.core.reading_text import Mark, ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader.appearance import MemberLook, TagLook
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.shifting import Shifting
from tests.qt.reader.conftest import SENTENCES, TextMaker

# Of 255; a smooth stroke is not rounded alike wherever it is.
STROKES_MAY_DIFFER_BY = 2
RGB = QImage.Format.Format_RGB32
LOOKS = {
    style.value: TagLook(QColor.fromHsv(60 * number, 60, 240), style)
    for number, style in enumerate(Underline)
}
MEMBERS = {"0": MemberLook("王", QColor("#f0c0a0")), "1": MemberLook("LX", QColor("#a0c0f0"))}
LENGTH = 3_000
PLACES = st.integers(0, LENGTH)
SHORT_WAYS = st.integers(-150, 150)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("scroll"), SHORT_WAYS),
        st.tuples(st.just("scroll unseen"), SHORT_WAYS),
        st.tuples(st.just("jump"), PLACES),
        st.tuples(st.just("add"), PLACES),
        st.tuples(st.just("activate"), PLACES),
        st.tuples(st.just("select"), PLACES),
        st.tuples(st.just("find"), PLACES),
        st.tuples(st.just("resize"), st.integers(200, 420)),
    ),
    min_size=2,
    max_size=12,
)


@pytest.fixture(scope="module")
def long_text(text_of: TextMaker) -> ReadingText:
    text = text_of(*[SENTENCES[:length] * 9 for length in (1, 40, 9, 17, 3, 60)] * 6, "")
    marks = tuple(Mark(place, "page_missing", "?") for place in range(0, LENGTH, 70))
    return ReadingText(text.text, text.paragraphs, text.runs, marks=marks)


class Screen:
    """A pane on the screen of the tests, and what is on it."""

    def __init__(self, text: ReadingText) -> None:
        self.pane = ReaderPane()
        self.pane.resize(360, 400)
        self.pane.set_tag_looks(LOOKS, MEMBERS)
        self.pane.set_text(text)
        self.pane.show()
        self.pane.activateWindow()
        self.pane.setFocus()
        self._starts = [at for at in range(len(text.text) - 90) if text.text[at] != "\n"]
        QApplication.processEvents()

    def do(self, what: str, how: int) -> None:
        # No annotation begins with the end of a paragraph.
        pane, start = self.pane, self._starts[how % len(self._starts)]
        span = ReadingSpan(start, start + 5 + how % 80)
        bar = pane.verticalScrollBar()
        if what.startswith("scroll"):
            bar.setValue(bar.value() + how)
        elif what == "jump":
            pane.go_to_place(start)
        elif what == "add":
            ids = tuple(LOOKS)[how % 5 :]
            member = str(how % 3)
            pane.add_highlight(
                Highlight(str(start), span, ids, has_note=how % 2 == 0, member_id=member)
            )
        elif what == "activate":
            pane.add_highlight(Highlight("active", span, ()))
            pane.set_active("active")
        elif what == "select":
            pane.select(span)
        elif what == "find":
            pane.set_hits([span])
        else:
            pane.resize(360, how)
        if what != "scroll unseen":
            QApplication.processEvents()

    def seen(self) -> QImage:
        """Return what is on the screen, without the scroll bar."""
        QApplication.processEvents()
        whole = QGuiApplication.primaryScreen().grabWindow(self.pane.winId()).toImage()
        return whole.copy(self.pane.viewport().geometry()).convertToFormat(RGB)

    def painted(self) -> QImage:
        """Return what the pane looks like when it is painted from the first pixel to the last."""
        return self.pane.viewport().grab().toImage().convertToFormat(RGB)


def difference(image: QImage, other: QImage) -> int:
    """Return by how much the most different pixels of two pictures differ, 0 to 255."""
    if image == other:
        return 0
    bytes_of = (np.frombuffer(each.constBits(), np.uint8).astype(int) for each in (image, other))
    before, after = bytes_of
    return int(np.abs(before - after).max())


class PaintedRows(QObject):
    """Counts the rows of pixels that a viewport painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.count += sum(area.height() for area in event.region())
        return False


@settings(max_examples=60)
@given(steps=STEPS)
def test_screen_shows_what_would_be_painted_anew(
    fonts: None, long_text: ReadingText, steps: list[tuple[str, int]]
) -> None:
    screen = Screen(long_text)
    for what, how in steps:
        screen.do(what, how)

        assert difference(screen.seen(), screen.painted()) <= STROKES_MAY_DIFFER_BY
    screen.pane.close()


def test_turn_of_the_wheel_paints_only_what_comes_into_view(
    pane: ReaderPane, text: ReadingText
) -> None:
    pane.set_text(text)
    pane.go_to_place(2_000)
    QApplication.processEvents()
    painted = PaintedRows()
    pane.viewport().installEventFilter(painted)

    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    QApplication.processEvents()

    assert 60 <= painted.count < 70


def test_nothing_is_moved_between_the_pixels_of_a_screen(
    pane: ReaderPane, text: ReadingText, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane.set_text(text)
    viewport = pane.viewport()
    scrolled: list[QRect] = []
    monkeypatch.setattr(viewport, "scroll", lambda *args: scrolled.append(args[-1]))
    shifting = Shifting(pane)
    column = pane._view.column
    shifting.show(column)

    column.scroll_by(20)
    shifting.show(column)
    monkeypatch.setattr(viewport, "devicePixelRatioF", lambda: 1.25)
    column.scroll_by(20)
    shifting.show(column)

    assert len(scrolled) == 1
