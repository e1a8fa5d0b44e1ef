"""Pulses: repair of a long text says now and then that it is still at work, and can be stopped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

# Called now and then; what it raises breaks off the work.
Pulse: TypeAlias = Callable[[], object]

_Item = TypeVar("_Item")
_ITEMS_A_PULSE = 500


def no_pulse() -> None:
    """Go on."""


def pulsing(items: Iterable[_Item], pulse: Pulse) -> Iterator[_Item]:
    """Yield the items; `pulse` is called before the first and then every few hundred."""
    for number, item in enumerate(items):
        if number % _ITEMS_A_PULSE == 0:
            pulse()
        yield item
