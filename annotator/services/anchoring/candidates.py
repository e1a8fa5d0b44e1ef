"""Candidates: where a passage may stand that was not found for certain. They move nothing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

_SHORTEST_PIECE = 2
_PIECE_LENGTH = 3
_MOST_PIECES = 32
_MOST_HITS = 200
_MOST_TRIED = 60
_MOST_OFFERED = 5
_CONTEXT_LENGTH = 32
LEAST_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """Letters [start, end) of the newer text, and how like they are: 1 is the same letters.

    `context_score` says the same of what stands around them.
    """

    start: int
    end: int
    score: float
    context_score: float


def candidates(text: str, quotation: str, prefix: str, suffix: str) -> list[Candidate]:
    """Return the places most like a passage, the likeliest first; all given as letters."""
    found = [
        candidate
        for start in _starts(text, quotation)
        if (candidate := _fitted(text, start, quotation, prefix, suffix)).score >= LEAST_SCORE
    ]
    found.sort(key=lambda one: (one.score + one.context_score, -one.start), reverse=True)
    offered: list[Candidate] = []
    for candidate in found:
        if all(candidate.end <= one.start or one.end <= candidate.start for one in offered):
            offered.append(candidate)
    return offered[:_MOST_OFFERED]


def _starts(text: str, quotation: str) -> list[int]:
    """Return where a passage would begin to which several pieces of the quotation point."""
    size = min(_PIECE_LENGTH, max(_SHORTEST_PIECE, len(quotation) // 4))
    last = max(1, len(quotation) - size + 1)
    votes: Counter[int] = Counter()
    blur = max(1, len(quotation) // 4)
    for offset in range(0, last, max(1, last // _MOST_PIECES)):
        for hit in _hits(text, quotation[offset : offset + size]):
            votes[max(0, hit - offset) // blur] += 1
    return [bucket * blur for bucket, _ in votes.most_common(_MOST_TRIED)]


def _hits(text: str, piece: str) -> Iterator[int]:
    place = text.find(piece)
    for _ in range(_MOST_HITS):
        if place < 0:
            return
        yield place
        place = text.find(piece, place + 1)


def _fitted(text: str, start: int, quotation: str, prefix: str, suffix: str) -> Candidate:
    """Return the letters about here that are most like the quotation."""
    begin, end = _fit(text, start, quotation)
    before, after = prefix[-_CONTEXT_LENGTH:], suffix[:_CONTEXT_LENGTH]
    context = (
        Indel.normalized_similarity(before, text[max(0, begin - len(before)) : begin])
        + Indel.normalized_similarity(after, text[end : end + len(after)])
    ) / 2
    return Candidate(begin, end, Indel.normalized_similarity(quotation, text[begin:end]), context)


def _fit(text: str, start: int, quotation: str) -> tuple[int, int]:
    """Return from the first to the last letters, more than one in a row, that the two share."""
    slack = max(4, len(quotation) // 2)
    first = max(0, start - slack)
    window = text[first : start + len(quotation) + 2 * slack]
    fit = fuzz.partial_ratio_alignment(quotation, window)
    assert fit is not None
    begin, end = (fit.dest_start, fit.dest_end) if len(window) >= len(quotation) else (0, None)
    blocks = [
        block
        for block in Indel.opcodes(quotation, window[begin:end]).as_matching_blocks()
        if block.size >= min(_SHORTEST_PIECE, len(quotation))
    ]
    if not blocks:
        return first + begin, first + begin + 1
    return first + begin + blocks[0].b, first + begin + blocks[-1].b + blocks[-1].size
