from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.qt.reader.height_index import HeightIndex

lengths = st.lists(st.integers(0, 300), min_size=1, max_size=40)
corrections = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 999)), max_size=60)


def corrected(lengths: list[int], corrections: list[tuple[int, int]]) -> HeightIndex:
    starts = list(accumulate((length + 1 for length in lengths), initial=0))[:-1]
    length = sum(lengths) + len(lengths) - 1
    index = HeightIndex(starts, length, per_character=1.5, per_piece=10.0)
    for piece, height in corrections:
        index.correct(piece % len(lengths), height)
    return index


@given(lengths, corrections)
def test_tops_are_sums_of_heights(lengths: list[int], corrections: list[tuple[int, int]]) -> None:
    index = corrected(lengths, corrections)

    heights = [index.height(piece) for piece in range(len(lengths))]

    tops = [index.top(piece) for piece in range(len(lengths) + 1)]
    assert tops == pytest.approx(list(accumulate(heights, initial=0.0)))
    assert index.total == tops[-1]


@given(lengths, corrections)
def test_last_correction_is_the_height(
    lengths: list[int], corrections: list[tuple[int, int]]
) -> None:
    index = corrected(lengths, corrections)

    known = {piece % len(lengths): height for piece, height in corrections}

    assert all(index.height(piece) == height for piece, height in known.items())


@given(lengths, corrections, st.floats(0, 1))
def test_piece_at_a_height_covers_it(
    lengths: list[int], corrections: list[tuple[int, int]], share: float
) -> None:
    index = corrected(lengths, corrections)
    y = share * index.total

    piece = index.piece_at(y)

    assert index.top(piece) - 1e-6 <= y <= index.top(piece + 1) + 1e-6


@given(lengths, corrections)
def test_top_of_a_piece_belongs_to_it(
    lengths: list[int], corrections: list[tuple[int, int]]
) -> None:
    index = corrected(lengths, corrections)

    found = [index.piece_at(index.top(piece)) for piece in range(len(lengths))]

    assert found == list(range(len(lengths)))


def test_heights_outside_the_text_belong_to_its_ends() -> None:
    index = corrected([5, 5, 5], [])

    assert index.piece_at(-100) == 0
    assert index.piece_at(1e9) == 2
