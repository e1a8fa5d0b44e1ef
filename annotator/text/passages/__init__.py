"""Shared passages: what recurs within and between texts, the same or nearly the same.

Only letters and digits count. Exact matches are found by hashing every stretch of the least length
and following equal ones along their diagonal; near ones by chaining short exact matches.
"""

from collections.abc import Sequence

from annotator.core.passage import (
    LEAST_LETTERS,
    LEAST_SIMILARITY,
    SHORTEST_PASSAGE,
    Pair,
    Place,
    SharedPassages,
)
from annotator.text.passages.chains import Likeness, likenesses
from annotator.text.passages.exact import exact_matches
from annotator.text.passages.families import families_of
from annotator.text.passages.letters import Letters, letters_of

__all__ = ["shared_passages"]


def shared_passages(
    texts: Sequence[str],
    *,
    least: int = LEAST_LETTERS,
    fuzzy: bool = False,
    similarity: float = LEAST_SIMILARITY,
) -> SharedPassages:
    """Return the passages of at least so many letters that recur exactly, or also nearly.

    `least` is no less than SHORTEST_PASSAGE. A million characters take about 0.5 s, ten million
    6 s and 0.6 GB.
    """
    letters = letters_of(texts)
    exact = [
        Likeness(first, first + length, second, second + length, 1.0)
        for first, second, length in zip(*exact_matches(letters, least).lists(), strict=True)
    ]
    found = exact
    if fuzzy:
        seeds = exact_matches(letters, SHORTEST_PASSAGE)
        found = likenesses(letters, seeds, least=least, similarity=similarity, known=exact)
    pairs = [_pair(letters, one) for one in found]
    return SharedPassages(tuple(pairs), tuple(families_of(pairs)))


def _pair(letters: Letters, one: Likeness) -> Pair:
    return Pair(
        _place(letters, one.start, one.end),
        _place(letters, one.other_start, one.other_end),
        one.similarity,
    )


def _place(letters: Letters, start: int, end: int) -> Place:
    return Place(letters.text_of(start), letters.span(start, end))
