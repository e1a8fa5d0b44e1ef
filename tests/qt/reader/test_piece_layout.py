from pathlib import Path

import pytest
from PySide6.QtGui import QFont

from annotator.core.reading_text import ParagraphKind
from annotator.qt.reader.appearance import Appearance, em_width
from annotator.qt.reader.line_setting import Measure
from annotator.qt.reader.paragraph_style import BODY_STYLE
from annotator.qt.reader.piece_layout import BLOCK_LINES, LineBox, PieceLayout, lay_out
from annotator.qt.reader.shaped_text import ShapedText
from annotator.qt.reader.text_model import Piece, TextModel
from annotator.text import words
from annotator.text.repair import repair

DATA = sorted((Path(__file__).parents[3] / "data").glob("00*.txt"))
MIXED = "科技创新𠮷与😀产业e\u0301fi国\u2028新\r\n生态。" * 12


@pytest.fixture
def font(fonts: None) -> QFont:
    return Appearance().font(BODY_STYLE)


def laid_out(text: str, font: QFont, characters: int = 12) -> PieceLayout:
    em = em_width(font)
    shaped = ShapedText()
    for _ in shaped.shape(text, font):
        pass
    return PieceLayout(text, shaped, Measure(em, characters * em), LineBox(em, 30, 4, 6))


def test_every_offset_is_found_again_at_its_caret(font: QFont) -> None:
    layout = laid_out(MIXED, font)

    for offset in range(len(MIXED)):
        line = layout.line_of(offset)
        x = layout.caret_x(offset, line)

        assert layout.caret_x(layout.offset_at(line, x), line) == x


def test_ideograph_after_astral_characters_is_found_under_its_middle(font: QFont) -> None:
    layout = laid_out("𠮷😀国中", font)

    middle = (layout.caret_x(2, 0) + layout.caret_x(3, 0)) / 2

    assert layout.character_at(0, middle) == 2


def test_blocks_hold_the_glyphs_of_all_lines(font: QFont) -> None:
    layout = laid_out("国" * (30 * BLOCK_LINES), font)

    glyphs = [sum(len(run.glyphIndexes()) for run in layout.glyphs(block)) for block in range(3)]

    assert glyphs == [12 * BLOCK_LINES, 12 * BLOCK_LINES, 12 * (BLOCK_LINES // 2)]


def test_glyphs_stand_at_their_carets(font: QFont) -> None:
    layout = laid_out("新质生产力，5月1日。“国”" * 20, font)

    positions = [point for run in layout.glyphs(0) for point in run.positions()]
    carets = {
        (round(layout.caret_x(offset, line), 1), layout.box.baseline(line))
        for line in range(layout.line_count)
        for offset in range(*layout.line_range(line))
    }

    assert {(round(point.x(), 1), round(point.y())) for point in positions} <= carets


def test_line_between_two_lines_is_told_by_the_leaning(font: QFont) -> None:
    layout = laid_out("国" * 30, font)

    assert layout.line_of(12) == 1
    assert layout.line_of(12, leans_back=True) == 0
    assert layout.line_of(0, leans_back=True) == 0


def test_span_over_a_line_end_covers_two_stretches(font: QFont) -> None:
    layout = laid_out("国" * 30, font)

    parts = layout.stretches(10, 14)

    assert [(part.line, part.left, part.right) for part in parts] == [
        (0, layout.caret_x(10, 0), layout.caret_x(12, 0)),
        (1, 0, layout.caret_x(14, 1)),
    ]


@pytest.mark.parametrize("bullet", ["■", "◆", "• ", "Ø", "- "])
def test_list_hangs_from_its_bullet(bullet: str, fonts: None) -> None:
    appearance = Appearance()
    em = appearance.em_width()
    text = bullet + "国" * 30
    piece = Piece(0, len(text), ParagraphKind.LIST, 0, True, True)

    layout = lay_out(text, piece, appearance, width=12 * em)

    lefts = [layout.caret_x(layout.line_range(line)[0], line) for line in range(3)]
    assert layout.caret_x(len(bullet), 0) == pytest.approx(2 * em, abs=0.2)
    assert 0 < lefts[0] < 2 * em
    assert lefts[1:] == [2 * em, 2 * em]


@pytest.mark.parametrize("is_justified", [True, False])
@pytest.mark.parametrize(("title", "left"), [("国" * 4, 0), ("国" * 20, 2), ("国" * 12, 2)])
def test_contents_have_their_pages_at_the_right(
    fonts: None, title: str, left: int, is_justified: bool
) -> None:
    appearance = Appearance(is_justified=is_justified)
    em = appearance.em_width()
    text = title + " 7"
    piece = Piece(0, len(text), ParagraphKind.CONTENTS, 0, True, True)

    layout = lay_out(text, piece, appearance, width=12 * em)

    last = layout.line_count - 1
    assert layout.caret_x(len(text), last) == pytest.approx(12 * em, abs=0.1)
    assert layout.caret_x(len(text) - 1, last) > 11 * em
    assert layout.caret_x(layout.line_range(last)[0], last) == left * em


def test_lines_of_contents_end_where_they_end(fonts: None) -> None:
    appearance = Appearance()
    em = appearance.em_width()
    text = "国" * 11 + "characteristics 7"
    piece = Piece(0, len(text), ParagraphKind.CONTENTS, 0, True, True)

    layout = lay_out(text, piece, appearance, width=12 * em)

    assert layout.line_range(0) == (0, 11)
    assert layout.caret_x(10, 0) == pytest.approx(10 * em, abs=0.1)


def test_contents_without_a_page_are_set_as_they_are(fonts: None) -> None:
    appearance = Appearance()
    text = "【中央精神】2024"
    piece = Piece(0, len(text), ParagraphKind.CONTENTS, 0, True, True)

    layout = lay_out(text, piece, appearance, width=12 * appearance.em_width())

    assert layout.caret_x(len(text), 0) < 11 * appearance.em_width()


@pytest.mark.parametrize("number", ["1.", "（一）", "十一、", "①"])
def test_numbered_paragraph_is_indented_as_body_text_is(number: str, fonts: None) -> None:
    appearance = Appearance()
    em = appearance.em_width()
    text = number + "国" * 30
    piece = Piece(0, len(text), ParagraphKind.LIST, 0, True, True)

    layout = lay_out(text, piece, appearance, width=12 * em)

    lefts = [layout.caret_x(layout.line_range(line)[0], line) for line in range(3)]
    assert lefts == [2 * em, 0, 0]


@pytest.mark.parametrize("kind", [ParagraphKind.BODY, ParagraphKind.SPEAKER])
def test_indents_leave_room_for_lines_in_a_narrow_column(
    kind: ParagraphKind, fonts: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_loaded", [])
    appearance = Appearance()
    em = appearance.em_width()
    text = "国" * 30
    piece = Piece(0, len(text), kind, 0, True, True)

    layout = lay_out(text, piece, appearance, width=5 * em)

    assert layout.line_count <= 8
    assert layout.caret_x(0, 0) > 0


def test_height_is_that_of_lines_and_spaces(font: QFont) -> None:
    assert laid_out("国" * 30, font).height == 4 + 3 * 30 + 6
    assert laid_out("", font).height == 4 + 30 + 6


@pytest.mark.parametrize(
    "kind", [ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.SPEAKER]
)
def test_headings_and_speakers_of_the_sample_texts_are_broken_between_words(
    kind: ParagraphKind, fonts: None
) -> None:
    words.load()
    appearance, torn = Appearance(), []
    for path in DATA:
        text = repair(path.read_text("utf-8"))
        model = TextModel(text)
        for index in range(len(model)):
            piece = model.piece(index)
            shown = text.text[piece.start : piece.end]
            inside = words.offsets_in_words(shown)
            for width in (250, 330, 480) if piece.kind is kind else ():
                layout = lay_out(text.text, piece, appearance, width=width)
                ends = {layout.line_range(line)[1] for line in range(layout.line_count)}
                torn += [f"{shown[:end]}|{shown[end:]}" for end in ends & inside]

    assert torn == []
