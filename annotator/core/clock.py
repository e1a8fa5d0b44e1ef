"""Hybrid logical clock: stamps that grow with time and never go back, even if the wall clock does.

A stamp is `unix milliseconds << 16 | counter` (Kulkarni et al., "Logical Physical Clocks", 2014).
"""

import time

_COUNTER_BITS = 16


def now_ms() -> int:
    """Return the wall clock in unix milliseconds."""
    return time.time_ns() // 1_000_000


def next_stamp(last: int, wall_ms: int) -> int:
    """Return a stamp greater than the last one and, if possible, that of the wall clock."""
    return max(last + 1, wall_ms << _COUNTER_BITS)


def stamp_ms(stamp: int) -> int:
    """Return the unix milliseconds of a stamp."""
    return stamp >> _COUNTER_BITS
