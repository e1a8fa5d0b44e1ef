"""The clock: stamps grow, whatever the wall clock does."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.clock import next_stamp, now_ms, stamp_ms

MILLISECONDS = st.integers(0, 1 << 47)


@given(st.lists(MILLISECONDS, min_size=2))
def test_stamps_grow_even_if_the_wall_clock_goes_back(wall_clock: list[int]) -> None:
    stamps = [0]

    for wall_ms in wall_clock:
        stamps.append(next_stamp(stamps[-1], wall_ms))

    assert all(earlier < later for earlier, later in pairwise(stamps))


@given(st.lists(MILLISECONDS, min_size=1))
def test_stamp_is_never_behind_the_wall_clock(wall_clock: list[int]) -> None:
    stamp = 0

    for wall_ms in wall_clock:
        stamp = next_stamp(stamp, wall_ms)

        assert stamp_ms(stamp) >= wall_ms


@given(MILLISECONDS)
def test_stamp_tells_its_time(wall_ms: int) -> None:
    assert stamp_ms(next_stamp(0, wall_ms)) == wall_ms


def test_stamps_of_one_millisecond_are_counted() -> None:
    wall_ms = now_ms()
    first = next_stamp(0, wall_ms)

    second = next_stamp(first, wall_ms)

    assert second == first + 1
    assert stamp_ms(second) == wall_ms


def test_stamps_of_the_next_century_fit_into_a_column() -> None:
    in_2200_ms = 7_258_118_400_000

    assert next_stamp(0, in_2200_ms) < 1 << 63
