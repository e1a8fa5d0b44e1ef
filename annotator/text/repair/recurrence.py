"""Recurrence: what the rest of the text says about a border."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.text.repair.characters import without_blanks
from annotator.text.repair.lines import Line

_LONGEST_HALF = 4
_SHORTEST_SECOND = 2
_SHORTEST = _LONGEST_HALF + _SHORTEST_SECOND
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class RepeatedLines:
    """Lines that stand in several places: `ended` with different lines after, `begun` before."""

    ended: frozenset[int]
    begun: frozenset[int]


def repeated_lines(lines: Sequence[Line]) -> RepeatedLines:
    """Find the lines that stand elsewhere too, in other company: paragraphs by themselves."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if len(line.text) >= _FEWEST_LETTERS:
            places[line.text].append(i)
    ended: set[int] = set()
    begun: set[int] = set()
    for members in places.values():
        if len({lines[i + 1].text for i in members if i + 1 < len(lines)}) > 1:
            ended.update(members)
        if len({lines[i - 1].text for i in members if i}) > 1:
            begun.update(members)
    return RepeatedLines(frozenset(ended), frozenset(begun))


def seen_across(lines: Sequence[Line], borders: Sequence[int]) -> set[int]:
    """Return those of the borders across which the same letters stand together elsewhere.

    Four letters before the border and up to four after it must stand in the middle of a line.
    """
    wanted: dict[str, list[int]] = defaultdict(list)
    for border in borders:
        before = without_blanks(lines[border - 1].text)[-_LONGEST_HALF:]
        after = without_blanks(lines[border].text)[:_LONGEST_HALF]
        if len(before) == _LONGEST_HALF and len(after) >= _SHORTEST_SECOND:
            wanted[before + after].append(border)
    beginnings = {letters[:_SHORTEST] for letters in wanted}
    seen: set[int] = set()
    for line in lines:
        letters = without_blanks(line.text)
        for start in range(len(letters) - _SHORTEST + 1):
            if letters[start : start + _SHORTEST] in beginnings:
                for length in range(_SHORTEST, 2 * _LONGEST_HALF + 1):
                    seen.update(wanted.get(letters[start : start + length], ()))
    return seen
