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
from operator import sub

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
        self._breaks = _Counts(sign.breaks, values, counted=[verdict == 1 for verdict in sure])
        self._joins = _Counts(sign.joins, values, counted=[verdict == -1 for verdict in sure])
        shares = zip(self._breaks.shares(values), self._joins.shares(values), strict=True)
        self._worths = [log(breaks / joins) for breaks, joins in shares]

    def worth(self, border: int) -> float:
        """Return the learned log ratio for what this border shows, at most 4 either way."""
        return max(-_MOST, min(_MOST, self._worths[border]))

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
        of_each = [[value == kind for value in seen_values] for kind in range(len(prior))]
        self._near = [_near_by(seen) for seen in of_each]
        self._all_near = _near_by([value >= 0 for value in seen_values])
        counts = [sum(seen) + lent for seen, lent in zip(of_each, prior, strict=True)]
        self.overall = [count / sum(counts) for count in counts]

    def shares(self, values: Sequence[int]) -> list[float]:
        """Return for each border the share of its value among the borders near by."""
        near, lent = self._near, [_FROM_TEXT * share for share in self.overall]
        return [
            (near[value][border] + lent[value]) / (total + _FROM_TEXT)
            for border, (value, total) in enumerate(zip(values, self._all_near, strict=True))
        ]


def _near_by(seen: Sequence[bool]) -> list[int]:
    """Return for each border how many are seen among it and those within reach."""
    sums = list(accumulate(seen, initial=0))
    around = [0] * _REACH + sums + sums[-1:] * _REACH
    return list(map(sub, around[2 * _REACH + 1 :], around))
