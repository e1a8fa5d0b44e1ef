"""Row counts: how many highlights of each kind stand in each row of an overview."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.reader.seeing import Seeing

# Of one kind are those that are seen and coloured alike, whoever is hidden: member, tags, givers.
_Kind: TypeAlias = tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]


class RowCounts:
    """To see otherwise, no highlight is counted again."""

    def __init__(self) -> None:
        self._counts: defaultdict[_Kind, dict[int, int]] = defaultdict(dict)

    def add(self, highlight: Highlight, rows: Iterable[int]) -> None:
        counts = self._counts[_kind(highlight)]
        for row in rows:
            counts[row] = counts.get(row, 0) + 1

    def remove(self, highlight: Highlight, rows: Iterable[int]) -> None:
        counts = self._counts[_kind(highlight)]
        for row in rows:
            counts[row] -= 1
            if not counts[row]:
                del counts[row]

    def rows(self, seeing: Seeing, within: range) -> dict[str, set[int]]:
        """Return in which of these rows each colour is seen; "" is that of what has no tag."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for kind, counts in self._counts.items():
            colours = seeing.colours(*kind)
            if colours is not None:
                there = (
                    counts.keys() & within
                    if len(within) > len(counts)
                    else [row for row in within if row in counts]
                )
                for colour in colours or ("",):
                    found[colour].update(there)
        return found


def _kind(highlight: Highlight) -> _Kind:
    return highlight.member_id, highlight.tag_ids, highlight.given_by
