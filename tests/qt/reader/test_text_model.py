from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.reading_text import ReadingText
from annotator.qt.reader.text_model import LONGEST_PIECE, TextModel

SENTENCE = "发展新质生产力是推动高质量发展的内在要求。"


def test_each_short_paragraph_is_one_piece(text_of: Callable[..., ReadingText]) -> None:
    model = TextModel(text_of("甲乙", "丙"))

    pieces = [model.piece(index) for index in range(len(model))]

    assert [(piece.start, piece.end) for piece in pieces] == [(0, 2), (3, 4)]


def test_empty_text_has_one_empty_piece() -> None:
    model = TextModel(ReadingText("", (), ()))

    assert len(model) == 1
    assert (model.piece(0).start, model.piece(0).end) == (0, 0)


def test_long_paragraph_is_split_at_sentence_ends(text_of: Callable[..., ReadingText]) -> None:
    text = text_of("甲", SENTENCE * 1000, "乙")

    model = TextModel(text)
    pieces = [model.piece(index) for index in range(len(model))]

    assert all(piece.end - piece.start <= LONGEST_PIECE for piece in pieces)
    assert all(text.text[piece.end - 1] == "。" for piece in pieces[1:-1])
    assert [piece.is_first_of_paragraph for piece in pieces[:3]] == [True, True, False]
    assert [piece.is_last_of_paragraph for piece in pieces[-3:]] == [False, True, True]
    assert all(before.end == after.start for before, after in pairwise(pieces[1:-1]))


def test_long_paragraph_is_not_split_before_a_combining_accent(
    text_of: Callable[..., ReadingText],
) -> None:
    model = TextModel(text_of("e\u0301" * LONGEST_PIECE + "e"))

    assert all(model.text[start] == "e" for start in model.starts)


@given(st.lists(st.integers(1, 9000), min_size=1, max_size=5))
def test_every_offset_is_in_its_piece(
    text_of: Callable[..., ReadingText], lengths: list[int]
) -> None:
    model = TextModel(text_of(*("国" * length for length in lengths)))

    for offset in range(0, len(model.text) + 1, 97):
        piece = model.piece(model.piece_at(offset))

        assert piece.start <= offset <= piece.end
