"""Overlapping tags in one piece, united and cut into segments that can be painted one by one."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.qt.reader.highlight_index import Highlight

UNTAGGED = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """Reading offsets [start, end) that carry exactly these tags, in order of id."""

    start: int
    end: int
    tag_ids: tuple[str, ...]


def segments(highlights: Iterable[Highlight], start: int, end: int) -> list[Segment]:
    """Return the tagged segments of [start, end), ascending and without overlap.

    A highlight without tags counts as tagged UNTAGGED; each tag counts once however many
    annotations carry it.
    """
    turns: dict[int, list[tuple[str, int]]] = {}
    for highlight in highlights:
        first, last = max(start, highlight.span.start), min(end, highlight.span.end)
        if first < last:
            for tag_id in highlight.tag_ids or (UNTAGGED,):
                turns.setdefault(first, []).append((tag_id, 1))
                turns.setdefault(last, []).append((tag_id, -1))
    return _swept(turns)


def _swept(turns: dict[int, list[tuple[str, int]]]) -> list[Segment]:
    """Return where which tags stand, by where how many more or fewer of each begin to."""
    depths: dict[str, int] = {}
    found: list[Segment] = []
    start = 0
    tag_ids: tuple[str, ...] = ()
    for here in sorted(turns):
        is_same = True
        for tag_id, change in turns[here]:
            before = depths.get(tag_id, 0)
            depths[tag_id] = before + change
            is_same = is_same and before > 0 and before + change > 0
        if is_same:
            continue
        following = tuple(sorted(tag_id for tag_id, depth in depths.items() if depth))
        if following != tag_ids:
            if tag_ids:
                found.append(Segment(start, here, tag_ids))
            start, tag_ids = here, following
    return found
