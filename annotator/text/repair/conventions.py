"""Conventions that a text follows at its paragraph ends, learned from the borders that are sure.

Some texts put a blank behind each last line, some indent each first line, some put an empty row
between paragraphs and some between all lines; one text may change its ways half through. So what a
blank, an indent or a gap is worth is counted: among the borders near by whose punctuation and
width leave no doubt, how often does it go with a break, and how often with a join? The worth is the
logarithm of that ratio (as in a naive Bayes classifier). The whole text lends a few counts where
there are not many borders near by, and a prior lends some to the whole text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log

_REACH = 40
_FROM_TEXT = 4.0
_MOST = 4.0
_NEARLY_ALL = 0.7
_NEARLY_NONE = 0.1


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a border can show, as a number from 0 to 2, with its prior counts for each."""

    breaks: tuple[float, ...]
    joins: tuple[float, ...]


# What is expected before any border was seen.
TRAILING = Sign(breaks=(1.0, 1.0), joins=(1.0, 1.0))
INDENT = Sign(breaks=(2.0, 1.0, 1.0), joins=(3.5, 0.5, 0.1))
GAP = Sign(breaks=(1.0, 2.0, 1.0), joins=(2.0, 1.2, 0.2))
GAP_ON_SLIDE = Sign(breaks=(0.3, 3.0, 1.0), joins=(4.0, 1.0, 0.1))
# How the line after fits its column: full, short by an indent that was lost, or shorter.
FIT = Sign(breaks=(1.0, 1.5, 1.0), joins=(3.0, 0.4, 1.0))
# Whether the line after opens a quotation.
QUOTATION = Sign(breaks=(3.0, 0.5), joins=(3.0, 0.5))
SAYS_NOTHING = Sign(breaks=(1.0, 1.0, 1.0), joins=(1.0, 1.0, 1.0))


class Convention:
    """What a sign is worth at each border: positive for a break, negative for a join."""

    def __init__(self, sign: Sign, values: Sequence[int], *, sure: Sequence[int]) -> None:
        """Learn from `sure`: 1 where a border is a sure break, -1 a sure join, else 0."""
        self._values = values
        self._breaks = _Counts(sign.breaks, values, counted=[verdict == 1 for verdict in sure])
        self._joins = _Counts(sign.joins, values, counted=[verdict == -1 for verdict in sure])

    def worth(self, border: int) -> float:
        """Return the learned log ratio for what this border shows, at most 4 either way."""
        value = self._values[border]
        first, last = max(0, border - _REACH), min(len(self._values), border + _REACH + 1)
        breaks = self._breaks.share(value, first, last)
        return max(-_MOST, min(_MOST, log(breaks / self._joins.share(value, first, last))))

    def tells_breaks(self, value: int) -> bool:
        """Tell whether, in the whole text, this value goes with nearly all breaks and no joins."""
        return (
            self._breaks.overall[value] >= _NEARLY_ALL
            and self._joins.overall[value] <= _NEARLY_NONE
        )


class _Counts:
    def __init__(
        self, prior: Sequence[float], values: Sequence[int], *, counted: Sequence[bool]
    ) -> None:
        seen_values = [value if seen else -1 for seen, value in zip(counted, values, strict=True)]
        self._all = list(accumulate((value >= 0 for value in seen_values), initial=0))
        self._sums = [
            list(accumulate((value == kind for value in seen_values), initial=0))
            for kind in range(len(prior))
        ]
        seen = [sums[-1] + lent for sums, lent in zip(self._sums, prior, strict=True)]
        self.overall = [count / sum(seen) for count in seen]

    def share(self, value: int, first: int, last: int) -> float:
        """Return the share of this value among the borders [first, last)."""
        near = self._sums[value][last] - self._sums[value][first]
        total = self._all[last] - self._all[first]
        return (near + _FROM_TEXT * self.overall[value]) / (total + _FROM_TEXT)
