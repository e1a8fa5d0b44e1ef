"""Where two texts differ, letter by letter or word by word, put so that a reader sees it at once.

Blanks and line ends do not count unless they are asked for, so that a text that was only set anew
has no differences.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from annotator.core.difference import Difference, Differences, Unit
from annotator.text.alignment import Common, Report, common_stretches
from annotator.text.words import words

# Fewer letters, or words, that are the same by chance are not worth two differences.
_ISLAND = {Unit.LETTERS: 3, Unit.WORDS: 1}
_FARTHEST_SLIDE = 200
_SENTENCE_ENDS = frozenset("。！？；…!?;”』」")
_CLAUSE_ENDS = frozenset("，、：,:）)")
_SURROGATES = range(0xD800, 0xE000)
_BLANKS = np.array([code for code in range(0x3001) if chr(code).isspace()], np.uint32)

# [start, end) of the units of one text and of the other.
_Block = tuple[int, int, int, int]


def differences(
    one: str,
    other: str,
    *,
    unit: Unit = Unit.LETTERS,
    with_blanks: bool = False,
    report: Report = lambda _done, _total: None,
) -> Differences:
    """Return where two texts differ; putting in the other's letters at each place gives the other.

    That is true up to blanks and line ends if these do not count. `report` is called with how much
    is done, of how much, and may raise to stop the work.
    """
    here, there = _units(one, other, unit=unit, with_blanks=with_blanks, report=report)
    same = common_stretches(here.row, there.row, report)
    blocks = _merged(_blocks(same, len(here.row), len(there.row)), island=_ISLAND[unit])
    slid = [_slid(here, there, block, room) for block, room in _with_room(blocks)]
    places = tuple(Difference(*here.span(*b[:2]), *there.span(*b[2:])) for b in slid)
    total = len(here.row) + len(there.row)
    changed = sum(b[1] - b[0] + b[3] - b[2] for b in slid)
    return Differences(places, 1 - changed / total if total else 1.0)


@dataclass(frozen=True)
class _Units:
    """A text as a row of units, each one character in `row`, with where it starts and ends."""

    text: str
    row: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Return where the units [first, stop) stand; nothing stands behind the unit before."""
        if first < stop:
            return int(self.starts[first]), int(self.ends[stop - 1])
        behind = int(self.ends[first - 1]) if first else 0
        return behind, behind

    def begins_well(self, at: int) -> int:
        """Return how good a place this is for a difference to begin, from 0 to 3."""
        if at in (0, len(self.row)):
            return 3
        end = int(self.ends[at - 1])
        if "\n" in self.text[end - 1 : int(self.starts[at])]:
            return 3
        last = self.text[end - 1]
        return 2 if last in _SENTENCE_ENDS else int(last in _CLAUSE_ENDS)


def _units(
    one: str, other: str, *, unit: Unit, with_blanks: bool, report: Report
) -> tuple[_Units, _Units]:
    if unit is Unit.LETTERS:
        take = _all_characters if with_blanks else _characters
        return take(one), take(other)
    total = len(one) + len(other)
    numbers: dict[str, str] = {}
    rows = []
    done = 0
    for text in (one, other):
        found = _words(text, with_blanks=with_blanks, report=_behind(report, done, total))
        rows.append(_row_of_words(text, found, numbers))
        done += len(text)
    return rows[0], rows[1]


def _behind(report: Report, done: int, total: int) -> Callable[[int], None]:
    """Return what reports on a part of the work that so much comes before."""
    return lambda more: report(done + more, total)


def _all_characters(text: str) -> _Units:
    return _Units(text, text, range(len(text)), range(1, len(text) + 1))


def _characters(text: str) -> _Units:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    starts = np.flatnonzero(~np.isin(codes, _BLANKS))
    return _Units(text, "".join(text.split()), starts.tolist(), (starts + 1).tolist())


def _words(text: str, *, with_blanks: bool, report: Callable[[int], None]) -> list[tuple[int, int]]:
    """Return the words and marks of a text, paragraph by paragraph."""
    found: list[tuple[int, int]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        report(offset)
        spans = words(line)
        if with_blanks:
            borders = [(0, 0), *spans, (len(line), len(line))]
            blanks = [(a[1], b[0]) for a, b in pairwise(borders) if a[1] < b[0]]
            spans = sorted([*spans, *blanks])
        found += [(offset + start, offset + end) for start, end in spans]
        offset += len(line)
    return found


def _row_of_words(text: str, spans: list[tuple[int, int]], numbers: dict[str, str]) -> _Units:
    """Give each word a character of its own, the same in both texts."""
    row = []
    for start, end in spans:
        word = text[start:end]
        if word not in numbers:
            number = len(numbers)
            skipped = len(_SURROGATES) if number >= _SURROGATES.start else 0
            numbers[word] = chr(number + skipped)
        row.append(numbers[word])
    return _Units(text, "".join(row), [start for start, _ in spans], [end for _, end in spans])


def _blocks(same: Iterable[Common], length: int, other_length: int) -> Iterator[_Block]:
    """Yield what lies between the stretches that are the same."""
    start = other_start = 0
    for run in (*same, Common(length, other_length, 0)):
        if (start, other_start) != (run.one, run.other):
            yield start, run.one, other_start, run.other
        start, other_start = run.one + run.length, run.other + run.length


def _merged(blocks: Iterable[_Block], *, island: int) -> list[_Block]:
    """Make one of two differences that are both larger than the few units between them."""
    merged: list[_Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if last is not None:
            between = block[0] - last[1]
            if between == 0 or between <= min(island, _size(last), _size(block)):
                merged[-1] = (last[0], block[1], last[2], block[3])
                continue
        merged.append(block)
    return merged


def _size(block: _Block) -> int:
    return max(block[1] - block[0], block[3] - block[2])


def _with_room(blocks: Sequence[_Block]) -> Iterator[tuple[_Block, tuple[int, int]]]:
    """Yield each difference with how far it may slide back and forth and not meet another."""
    for number, block in enumerate(blocks):
        back = block[0] - (blocks[number - 1][1] if number else 0)
        forth = blocks[number + 1][0] - block[1] if number + 1 < len(blocks) else _FARTHEST_SLIDE
        # A neighbour may slide as well: each takes half.
        yield block, (min(back // 2, _FARTHEST_SLIDE), min(forth // 2, _FARTHEST_SLIDE))


def _slid(here: _Units, there: _Units, block: _Block, room: tuple[int, int]) -> _Block:
    """Let what is only added, or left out, begin where a sentence or a clause does.

    In 甲，乙，丙 and 甲，乙，乙二，丙 it is 乙二， that was added, as well as 二，乙.
    """
    start, end, other_start, other_end = block
    if start < end and other_start < other_end:
        return block
    side, first, stop = (here, start, end) if start < end else (there, other_start, other_end)
    best = max(
        _slides(side.row, first, stop, room),
        key=lambda step: (side.begins_well(first + step), -abs(step)),
    )
    return start + best, end + best, other_start + best, other_end + best


def _slides(row: str, start: int, end: int, room: tuple[int, int]) -> Iterator[int]:
    """Yield the steps by which [start, end) can be moved and the rest of the row stays the same."""
    yield 0
    back, forth = room
    step = 0
    while step < min(back, start) and row[start - step - 1] == row[end - step - 1]:
        step += 1
        yield -step
    step = 0
    while step < min(forth, len(row) - end) and row[start + step] == row[end + step]:
        step += 1
        yield step
