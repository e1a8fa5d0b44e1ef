"""Alignment: two passages that read nearly alike, letter by letter. Offsets are within each."""

from bisect import bisect_left

from rapidfuzz.distance import Indel

from annotator.text.passages.letters import letters_of


def carried(words: str, offset: int, others: str) -> int:
    """Return where the letter at or after an offset of a passage stands in the other one.

    Both have letters; where the other has none in that place, it is the letter before or after.
    """
    (one, at), (other, there) = _letters(words), _letters(others)
    number = min(bisect_left(at, offset), len(at) - 1)
    for code in Indel.opcodes(one, other):
        if code.src_end > number:
            shift = number - code.src_start if code.tag == "equal" else 0
            return there[min(code.dest_start + shift, len(there) - 1)]
    return there[-1]


def differing(words: str, others: str) -> list[tuple[int, int]]:
    """Return the ranges of the second passage that the first has otherwise, in order.

    An empty range is where the second leaves letters out. What only one of them has before or
    behind all that they have in common is no difference: it may stand around the other as well.
    """
    (one, _), (other, at) = _letters(words), _letters(others)
    codes = list(Indel.opcodes(one, other))
    same = [number for number, code in enumerate(codes) if code.tag == "equal"]
    found: list[tuple[int, int]] = []
    for code in codes[same[0] : same[-1]] if same else ():
        start, end = code.dest_start, code.dest_end
        if code.tag == "insert":
            found.append((at[start], at[end - 1] + 1))
        elif code.tag == "delete":
            found.append((at[start], at[start]))
    return _without_gaps_beside_letters(found)


def _without_gaps_beside_letters(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out gaps where other letters stand instead: these are marked already."""
    letters = [(start, end) for start, end in found if start < end]
    return [
        (start, end)
        for start, end in found
        if start < end or not any(first <= start <= last for first, last in letters)
    ]


def _letters(words: str) -> tuple[str, list[int]]:
    """Return the letters that count, and where each stands."""
    letters = letters_of([words])
    return letters.codes.tobytes().decode("utf-32-le"), letters.offsets.tolist()
