"""Numbers of sections, 01, 02, 03, each the last on its page: paragraphs by themselves.

They stand in a corner of the page, so an extractor may put one behind the last words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from annotator.text.repair.lines import Line

_LAST = re.compile(r"(.*[^\s\w.．:：/\-—–+]|.*[^\W\dA-Za-z_])?\s*(0[1-9]|[1-9]\d)")
_FEWEST = 3
_WIDTH = 2


def with_numbers_apart(lines: Sequence[Line]) -> tuple[list[Line], frozenset[int]]:
    """Return the lines, each number in one of its own, and where these start in the source.

    They count all up from 01. If they count the pages as well, they are page numbers, not these.
    """
    found = {i: match for i in _last_on_pages(lines) if (match := _LAST.fullmatch(lines[i].text))}
    is_counted = all(
        int(match[2]) == number for number, match in zip(count(1), found.values(), strict=False)
    )
    offsets = {int(match[2]) - lines[i].page for i, match in found.items()}
    if len(found) < _FEWEST or not is_counted or len(offsets) == 1:
        return list(lines), frozenset()
    parted: list[Line] = []
    for i, line in enumerate(lines):
        parted += _parted(line, found[i]) if i in found else [line]
    return parted, frozenset(lines[i].end - _WIDTH for i in found)


def _last_on_pages(lines: Sequence[Line]) -> list[int]:
    return [
        i for i, line in enumerate(lines) if i + 1 == len(lines) or lines[i + 1].page != line.page
    ]


def _parted(line: Line, match: re.Match[str]) -> list[Line]:
    """Return what stands before the number, and the number."""
    if not match[1]:
        return [line]
    words, number = match[1], match[2]
    before = replace(
        line, end=line.start + len(words), text=words, trailing=0, width=line.width - _WIDTH
    )
    start = line.end - _WIDTH
    after = replace(line, start=start, text=number, indent=0, gap=0, height=1, width=_WIDTH)
    return [before, after]
