"""Marked spans as pixels of a strip: how many of a text's readers marked what lies in each."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.services.agreement import MarkedSpan


def counts_by_pixel(
    spans: Sequence["MarkedSpan"], *, start: int, pixels_per_letter: float
) -> dict[int, set[int]]:
    """Return how many marked what lies in a pixel; several numbers where it holds several spans.

    Pixels are counted from the reading offset `start` on, and can be negative.
    """
    found: dict[int, set[int]] = defaultdict(set)
    for one in spans:
        first = int((one.span.start - start) * pixels_per_letter)
        last = int((one.span.end - 1 - start) * pixels_per_letter)
        for pixel in range(first, last + 1):
            found[pixel].add(one.count)
    return found


def nearest(spans: Sequence["MarkedSpan"], offset: int, *, within: float) -> "MarkedSpan | None":
    """Return the marked span at this reading offset, or at most so many letters away."""
    found = min(spans, key=lambda one: _distance(one, offset), default=None)
    return found if found and _distance(found, offset) <= within else None


def _distance(one: "MarkedSpan", offset: int) -> int:
    return max(one.span.start - offset, offset - (one.span.end - 1), 0)
