"""Shared passages: what recurs within and between texts, the same or nearly the same.

Only letters and digits count. Exact matches are found by hashing every stretch of the least length
and following equal ones along their diagonal; near ones by chaining short exact matches.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from annotator.core.passage import (
    LEAST_LETTERS,
    LEAST_SIMILARITY,
    SHORTEST_PASSAGE,
    Pair,
    Place,
    SharedPassages,
)
from annotator.core.span import ReadingSpan
from annotator.text.passages.chains import Likeness, likenesses, outermost
from annotator.text.passages.exact import Grams
from annotator.text.passages.families import families_of
from annotator.text.passages.letters import Letters, letters_of
from annotator.text.passages.short import SHORT, says_otherwise

__all__ = ["PASSAGES_VERSION", "families_of", "in_order", "shared_pairs", "shared_passages"]

# Raised when other passages are found than before, so that stored ones are found anew.
PASSAGES_VERSION = 2

# Short stretches recur so often that a few partners for each are enough.
_MOST_SEEDS = 16


def shared_passages(
    texts: Sequence[str],
    *,
    least: int = LEAST_LETTERS,
    fuzzy: bool = False,
    similarity: float = LEAST_SIMILARITY,
) -> SharedPassages:
    """Return the passages of at least so many letters that recur exactly, or also nearly.

    `least` is no less than SHORTEST_PASSAGE. A million characters take about 0.5 s, ten million
    9 s and 0.8 GB.
    """
    found = shared_pairs(texts, least=least, fuzzy=fuzzy, similarity=similarity)
    pairs = sorted(chain.from_iterable(found), key=in_order)
    return SharedPassages(tuple(pairs), tuple(families_of(pairs)))


def shared_pairs(
    texts: Sequence[str],
    *,
    least: int,
    fuzzy: bool,
    similarity: float = LEAST_SIMILARITY,
    fresh: Sequence[int] | None = None,
) -> Iterator[list[Pair]]:
    """Yield for each fresh text (None: for each) its pairs within itself and with other texts.

    The other texts are those that are not fresh or were before it: every two texts meet once, and
    what they share is the same whatever stands beside them.
    """
    letters = letters_of(texts)
    order = range(len(texts)) if fresh is None else fresh
    others = np.ones(len(texts), bool)
    others[list(order)] = False
    wanted = ~others if others.any() else None
    grams = Grams(letters, least, wanted=wanted)
    near = Grams(letters, SHORTEST_PASSAGE, most=_MOST_SEEDS, wanted=wanted) if fuzzy else None
    for text in order:
        matches = grams.matches(text, others)
        found = [
            Likeness(first, first + length, second, second + length, 1.0)
            for first, second, length in zip(*matches.lists(), strict=True)
        ]
        if near:
            seeds = near.matches(text, others)
            alike = likenesses(letters, seeds, least=least, similarity=similarity)
            found = outermost(chain(found, (one for one in alike if _is_near(texts, letters, one))))
        yield _pairs(letters, found)
        others[text] = True


def in_order(pair: Pair) -> tuple[int, ...]:
    """Sort pairs in the order of the texts."""
    a, b = pair.a, pair.b
    return a.text, a.span.start, a.span.end, b.text, b.span.start, b.span.end


def _is_near(texts: Sequence[str], letters: Letters, one: Likeness) -> bool:
    """Tell whether what is alike says nearly the same too."""
    if min(one.end - one.start, one.other_end - one.other_start) >= SHORT:
        return True
    first = letters.span(one.start, one.end).slice_of(texts[letters.text_of(one.start)])
    second = letters.span(one.other_start, one.other_end)
    return not says_otherwise(first, second.slice_of(texts[letters.text_of(one.other_start)]))


def _pairs(letters: Letters, found: Sequence[Likeness]) -> list[Pair]:
    rows = [(one.start, one.end, one.other_start, one.other_end) for one in found]
    ends = np.array(rows, np.int64).reshape(-1, 2, 2)
    texts = letters.texts_of(ends[:, :, 0]).tolist()
    starts = letters.offsets[ends[:, :, 0]].tolist()
    stops = (letters.offsets[ends[:, :, 1] - 1] + 1).tolist()
    return [
        Pair(
            Place(text, ReadingSpan(start, stop)),
            Place(other_text, ReadingSpan(other_start, other_stop)),
            one.similarity,
        )
        for one, (text, other_text), (start, other_start), (stop, other_stop) in zip(
            found, texts, starts, stops, strict=True
        )
    ]
