from itertools import accumulate, pairwise
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QTextLayout

from annotator.qt.reader.appearance import Appearance
from annotator.qt.reader.paragraph_style import BODY_STYLE
from annotator.qt.reader.shaped_text import ShapedText
from annotator.qt.reader.utf16 import Utf16Map, layout_text

SAMPLE = Path(__file__).parents[3] / "data/002_3c533b5b5cc78bf6.txt"
GRID = "国产业，。“”（"
PARTS = st.sampled_from(
    ["国", "产业", "，", "“", "——", "……", "𠮷", "😀", "e\u0301", "fi", "AV To ", "3.5", " "]
)
LONG = st.lists(PARTS, max_size=500).map("".join)


@pytest.fixture(scope="module")
def font(fonts: None) -> QFont:
    return Appearance().font(BODY_STYLE)


def shaped_text(text: str, font: QFont) -> ShapedText:
    shaped = ShapedText()
    for _ in shaped.shape(text, font):
        pass
    return shaped


def one_row(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(layout_text(text), font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e7)
    layout.endLayout()
    return layout


def carets_in_one_row(text: str, font: QFont) -> list[float]:
    layout, utf16 = one_row(text, font), Utf16Map(text)
    line = layout.lineAt(0)
    places = [line.cursorToX(utf16.to_qt(offset)) for offset in range(len(text) + 1)]
    return list(accumulate((cast("tuple[float, int]", place)[0] for place in places), max))


@settings(max_examples=60, deadline=None)
@given(text=LONG)
def test_carets_are_those_of_one_row(font: QFont, text: str) -> None:
    assert shaped_text(text, font).xs == pytest.approx(carets_in_one_row(text, font), abs=0.05)


def test_carets_of_a_real_text_are_those_of_one_row(font: QFont) -> None:
    text = SAMPLE.read_text(encoding="utf-8")[:3000]

    assert shaped_text(text, font).xs == pytest.approx(carets_in_one_row(text, font), abs=0.05)


@pytest.mark.parametrize(
    "families", [("Duidu Serif SC",), ("DejaVu Sans", "Duidu Serif SC")], ids=["han", "mixed"]
)
@pytest.mark.parametrize(
    "text",
    [GRID * 30, "2025年3月，" + GRID * 9 + "a" + GRID, "——" + GRID],
    ids=["grid", "numbers", "dashes"],
)
def test_carets_between_characters_of_the_grid_are_qts_to_the_last_bit(
    fonts: None, families: tuple[str, ...], text: str
) -> None:
    font = Appearance(font_families=families).font(BODY_STYLE)
    chunk = text[:200]

    assert shaped_text(chunk, font).xs == carets_in_one_row(chunk, font)


@settings(max_examples=60, deadline=None)
@given(text=LONG.filter(bool), data=st.data())
def test_every_glyph_is_in_one_part_of_the_text(
    font: QFont, text: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(text)))
    shaped = shaped_text(text, font)

    whole, *parts = [
        sorted(
            (shaped.xs[start + character] + shift, index, start + character)
            for glyphs in shaped.glyphs(start, end)
            for character, shift, index in zip(
                glyphs.characters, glyphs.shifts, glyphs.indexes, strict=True
            )
        )
        for start, end in ((0, len(text)), (0, cut), (cut, len(text)))
    ]

    assert whole
    assert sorted(parts[0] + parts[1]) == whole
    assert all(offset < cut for _, _, offset in parts[0])


@settings(max_examples=60, deadline=None)
@given(text=st.lists(st.one_of(PARTS, st.just("العربية")), max_size=20).map("".join))
def test_every_glyph_stands_where_qt_puts_it(font: QFont, text: str) -> None:
    shaped, row = shaped_text(text, font), one_row(text, font)

    ours = [
        (shaped.xs[character] + shift, index)
        for glyphs in shaped.glyphs(0, len(text))
        for character, shift, index in zip(
            glyphs.characters, glyphs.shifts, glyphs.indexes, strict=True
        )
    ]

    assert ours == [
        (pytest.approx(position.x(), abs=0.05), index)
        for run in row.lineAt(0).glyphRuns()
        for position, index in zip(run.positions(), run.glyphIndexes(), strict=True)
    ]


def test_empty_text_has_one_caret(font: QFont) -> None:
    shaped = shaped_text("", font)

    assert shaped.xs == [0.0]
    assert list(shaped.glyphs(0, 0)) == []


def test_long_text_is_shaped_in_small_steps(font: QFont) -> None:
    shaped = ShapedText()

    steps = [len(shaped.xs) for _ in shaped.shape("国产" * 1000, font)]

    assert len(steps) >= 5
    assert max(after - before for before, after in pairwise([0, *steps])) <= 500
