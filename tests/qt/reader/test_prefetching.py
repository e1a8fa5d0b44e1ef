import gc
from itertools import count, repeat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QApplication

from annotator.core.codebook import Underline
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.qt.reader import prefetching
from annotator.qt.reader.appearance import Appearance, TagLook
from annotator.qt.reader.column import Column, Frame
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.layout_cache import MOST_CHARACTERS
from annotator.qt.reader.painting import Painting
from annotator.qt.reader.pane import ReaderPane
from annotator.qt.reader.piece_layout import PieceLayout
from annotator.qt.reader.prefetching import Prefetching
from annotator.qt.reader.text_model import TextModel
from annotator.qt.reader.tile_cache import TileCache
from tests.qt.reader.conftest import SENTENCES, TextMaker

SIZE = (260, 220)
LENGTHS = (1, 40, 9, 17, 3, 60)
LOOKS = {
    style.value: TagLook(QColor.fromHsv(60 * number, 60, 240), style)
    for number, style in enumerate(Underline)
}

_scroll = st.tuples(st.just("scroll"), st.integers(-900, 900))
_jump = st.tuples(st.just("jump"), st.integers(0, 3_000))
_zoom = st.tuples(st.just("zoom"), st.integers(9, 16))
_idle = st.tuples(st.just("idle"), st.integers(1, 30))
_add = st.tuples(st.just("add"), st.integers(0, 3_000))
_remove = st.tuples(st.just("remove"), st.integers(0, 3_000))
STEPS = st.lists(st.one_of(_scroll, _jump, _zoom, _idle, _add, _remove), max_size=12)


@pytest.fixture(scope="module")
def long_text(text_of: TextMaker) -> ReadingText:
    return text_of(*[SENTENCES[:length] * 9 for length in LENGTHS] * 12)


class Reading:
    """A pane and what has been done to it."""

    def __init__(self, text: ReadingText) -> None:
        self.highlights: dict[int, Highlight] = {}
        self.points = 13
        self.pane = small_pane()
        self.pane.set_text(text)
        self._length = len(text.text)

    def do(self, what: str, how_much: int) -> None:
        bar = self.pane.verticalScrollBar()
        if what == "scroll":
            bar.setValue(bar.value() + how_much)
        elif what == "jump":
            self.pane.go_to_place(min(how_much, self._length - 1))
        elif what == "zoom":
            self.points = how_much
            self.pane.set_appearance(Appearance(point_size=how_much))
        elif what == "idle":
            for _ in range(how_much):
                QApplication.processEvents()
        elif what == "add":
            self._add(how_much % (self._length - 40))
        elif self.highlights.pop(how_much % (self._length - 40), None):
            self.pane.remove_highlight(str(how_much % (self._length - 40)))

    def image(self) -> QImage:
        return self.pane.viewport().grab().toImage()

    def fresh(self, text: ReadingText) -> ReaderPane:
        """Return another pane that stands where this one does, and never was elsewhere."""
        pane = small_pane()
        pane.set_appearance(Appearance(point_size=self.points))
        pane.set_text(text)
        pane.set_highlights(self.highlights.values())
        return pane

    def _add(self, start: int) -> None:
        tag_id = list(LOOKS)[start % len(LOOKS)]
        span = ReadingSpan(start, start + 5 + start % 30)
        self.highlights[start] = Highlight(str(start), span, (tag_id,))
        self.pane.add_highlight(self.highlights[start])


@settings(max_examples=25)
@given(steps=STEPS, last=st.integers(0, 3_000))
def test_pane_looks_the_same_whatever_was_done_before(
    fonts: None, long_text: ReadingText, steps: list[tuple[str, int]], last: int
) -> None:
    reading = Reading(long_text)
    reading.pane.show()
    for what, how_much in steps:
        reading.do(what, how_much)
    reading.do("jump", last)

    image = reading.image()
    fresh = reading.fresh(long_text)
    fresh.show()
    fresh.go_to_place(min(last, len(long_text.text) - 1))
    anew = fresh.viewport().grab().toImage()

    assert image == anew
    reading.pane.close()
    fresh.close()


@given(place=st.integers(0, 3_000), ratio=st.sampled_from([1.0, 1.25, 1.5, 2.0]))
@settings(max_examples=15)
def test_text_looks_the_same_drawn_ahead_or_not(
    fonts: None, long_text: ReadingText, place: int, ratio: float
) -> None:
    images = []
    for is_ahead in (True, False):
        reading = Reading(long_text)
        reading.do("jump", place)
        view = reading.pane._view
        if is_ahead:
            for _ in view.painting.drawn_ahead(ratio):
                pass
        image = QImage(SIZE[0] * 2, SIZE[1] * 2, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor("white"))
        view.paint(image, QRegion(0, 0, *SIZE))
        images.append(image)

    assert images[0] == images[1]


@pytest.mark.parametrize("direction", [1, -1])
def test_next_page_is_drawn_while_nothing_happens(
    pane: ReaderPane, text: ReadingText, monkeypatch: pytest.MonkeyPatch, direction: int
) -> None:
    drawn: list[int] = []
    draw = TileCache._drawn

    def counted(tiles: TileCache, layout: PieceLayout, *args: Any) -> QImage:
        drawn.append(layout.line_count)
        return draw(tiles, layout, *args)

    monkeypatch.setattr(TileCache, "_drawn", counted)
    pane.set_text(text)
    pane.go_to_place(len(text.text) // 2)
    pane.viewport().grab()
    settle(pane)
    drawn.clear()

    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + direction * bar.pageStep())
    pane.viewport().grab()

    assert drawn == []


def test_input_comes_first_after_a_millisecond(
    pane: ReaderPane, text: ReadingText, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count(step=0.0004)
    monkeypatch.setattr(prefetching, "perf_counter", lambda: next(clock))
    steps: list[None] = []
    monkeypatch.setattr(
        Painting, "drawn_ahead", lambda *_args: (steps.append(i) for i in repeat(None))
    )
    pane.set_text(text)
    pane.viewport().grab()
    begun = len(steps)

    pane.findChild(Prefetching)._on_idle()

    assert 1 <= len(steps) - begun <= 3


def test_idle_work_ends_and_moves_nothing(pane: ReaderPane, text: ReadingText) -> None:
    pane.set_text(text)
    pane.go_to_place(5_000)
    before = pane.viewport().grab().toImage()

    settle(pane)

    assert pane.viewport().grab().toImage() == before
    bar = pane.verticalScrollBar()
    bar.setValue(bar.value() + 100)
    bar.setValue(bar.value() - 100)
    assert pane.viewport().grab().toImage() == before


def test_heights_are_exact_once_the_text_is_laid_out(fonts: None, long_text: ReadingText) -> None:
    model = TextModel(long_text)
    column = Column(model, Appearance(), Frame(400, 30, 300.0, 200, 20))

    heights = [column.piece_by_index(index).layout.height for index in range(len(model))]

    assert column.full_height == sum(heights) + 2 * 20


def test_ten_thousand_steps_leave_little_behind(pane: ReaderPane, text_of: TextMaker) -> None:
    pane.resize(200, 120)
    pane.set_text(text_of(*[SENTENCES * 8] * 250))
    bar = pane.verticalScrollBar()

    def scroll(steps: int) -> int:
        for step in range(steps):
            down = 97 if step // 500 % 2 == 0 else -61
            bar.setValue(bar.value() + down)
            QApplication.processEvents()
        return memory()

    elsewhere = kept_characters()
    before = scroll(2_000)
    after = scroll(8_000)

    assert after - before < 16_000_000
    assert kept_characters() - elsewhere <= MOST_CHARACTERS


def small_pane() -> ReaderPane:
    """Return a pane that never has the focus, so that no caret tells two of them apart."""
    pane = ReaderPane()
    pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    pane.resize(*SIZE)
    pane.set_tag_looks(LOOKS)
    return pane


def settle(pane: ReaderPane) -> None:
    """Wait until the pane has nothing left to do."""
    prefetching = pane.findChild(Prefetching)
    while True:
        QApplication.processEvents()
        if not prefetching.is_at_work:
            return


def memory() -> int:
    """Return the bytes this process has in use, 0 where the system does not tell."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text("ascii").split()[1]) * 4096 if statm.exists() else 0


def kept_characters() -> int:
    gc.collect()
    layouts = [each for each in gc.get_objects() if type(each) is PieceLayout]
    return sum(each.line_range(each.line_count - 1)[1] for each in layouts)
