"""Pixel heights of all pieces: estimated at first, corrected when a piece is laid out."""

from collections.abc import Sequence


class HeightIndex:
    """Sums of heights in O(log n). The estimate is linear in characters, so that it costs nothing.

    `starts` are the reading offsets at which the pieces begin, `end` that at which the last ends.
    """

    def __init__(
        self, starts: Sequence[int], end: int, *, per_character: float, per_piece: float
    ) -> None:
        self._starts = starts
        self._end = end
        self._per_character = per_character
        self._per_piece = per_piece
        self._known: dict[int, float] = {}
        self._corrections = [0.0] * (len(starts) + 1)

    @property
    def total(self) -> float:
        return self.top(len(self._starts))

    def top(self, index: int) -> float:
        """Return the height of all pieces before this one."""
        correction = 0.0
        node = index
        while node > 0:
            correction += self._corrections[node]
            node -= node & -node
        return self._estimated_top(index) + correction

    def height(self, index: int) -> float:
        known = self._known.get(index)
        return self._estimate(index) if known is None else known

    def correct(self, index: int, height: float) -> None:
        """Replace the estimate of one piece by its true height."""
        change = height - self.height(index)
        self._known[index] = height
        node = index + 1
        while change and node < len(self._corrections):
            self._corrections[node] += change
            node += node & -node

    def piece_at(self, y: float) -> int:
        """Return the piece that covers this height; the first or last one outside the text."""
        count = len(self._starts)
        index, correction = 0, 0.0
        step = 1 << count.bit_length()
        while step:
            node = index + step
            if node <= count:
                candidate = correction + self._corrections[node]
                if self._estimated_top(node) + candidate <= y:
                    index, correction = node, candidate
            step >>= 1
        return min(index, count - 1)

    def _estimated_top(self, index: int) -> float:
        start = self._starts[index] if index < len(self._starts) else self._end
        return self._per_character * (start - self._starts[0]) + self._per_piece * index

    def _estimate(self, index: int) -> float:
        return self._estimated_top(index + 1) - self._estimated_top(index)
