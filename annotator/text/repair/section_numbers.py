"""Numbers of sections, 01, 02, 03, each the last on its page: the outline has them.

They stand in a corner of the page, so an extractor may put one behind the last words. No reader
would look for one there; where the page has a heading, it is that one's number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from annotator.core.reading_text import ParagraphKind
from annotator.text.repair.blocks import Block
from annotator.text.repair.lines import Line
from annotator.text.repair.widths import width

_LAST = re.compile(r"(.*[^\s\w.．:：/\-—–+]|.*[^\W\dA-Za-z_])?\s*(0[1-9]|[1-9]\d)")
_FEWEST = 3
_WIDTH = 2


@dataclass(frozen=True, slots=True)
class NumberLine(Line):
    """A line that is the number of a section."""


def with_numbers_apart(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each number in one of its own.

    They count all up from 01. If they count the pages as well, they are page numbers, not these.
    """
    found = {i: match for i in _last_on_pages(lines) if (match := _LAST.fullmatch(lines[i].text))}
    is_counted = all(
        int(match[2]) == number for number, match in zip(count(1), found.values(), strict=False)
    )
    offsets = {int(match[2]) - lines[i].page for i, match in found.items()}
    if len(found) < _FEWEST or not is_counted or len(offsets) == 1:
        return list(lines)
    parted: list[Line] = []
    for i, line in enumerate(lines):
        parted += _parted(line, found[i]) if i in found else [line]
    return parted


def borders_of_numbers(lines: Sequence[Line]) -> dict[int, bool]:
    """Return the borders before and after the numbers: each is a break."""
    alone = [i for i, line in enumerate(lines) if isinstance(line, NumberLine)]
    return dict.fromkeys([*alone, *(i + 1 for i in alone)], True)


def with_numbered_headings(
    blocks: Sequence[Block], numbers: Mapping[int, Block]
) -> tuple[list[Block], list[Block]]:
    """Return the blocks that stay, headings with their numbers, and the numbers that they have.

    `numbers` are those found, by the first lines of their headings. The headings of sections are of
    equal rank.
    """
    given = {number.first for number in numbers.values()}
    stay = [block for block in blocks if block.first not in given]
    for i, block in enumerate(stay):
        number = numbers.get(block.first) if block.first is not None else None
        if number is not None:
            stay[i] = replace(
                block, number=number.letters, kind=ParagraphKind.HEADING, is_main_title=True
            )
    return stay, list(numbers.values())


def has_numbers(lines: Sequence[Line]) -> bool:
    return any(isinstance(line, NumberLine) for line in lines)


def numbers_of_headings(lines: Sequence[Line], blocks: Sequence[Block]) -> dict[int, Block]:
    """Return the numbers of sections by the first lines of their headings.

    A number has the last heading on its page; on a page without one it stays where it is.
    """
    found: dict[int, Block] = {}
    last: dict[int, int | None] = {}
    for block in blocks:
        if block.level:
            last[block.page] = block.first
        elif _is_number(lines, block) and (first := last.get(block.page)) is not None:
            found[first] = block
    return found


def _is_number(lines: Sequence[Line], block: Block) -> bool:
    return block.first is not None and isinstance(lines[block.first], NumberLine)


def _last_on_pages(lines: Sequence[Line]) -> list[int]:
    return [
        i for i, line in enumerate(lines) if i + 1 == len(lines) or lines[i + 1].page != line.page
    ]


def _parted(line: Line, match: re.Match[str]) -> list[Line]:
    """Return what stands before the number, if anything does, and the number."""
    words, number = match[1], match[2]
    start = line.end - _WIDTH
    after = NumberLine(start, line.end, number, line.page, trailing=line.trailing, width=_WIDTH)
    if not words:
        return [replace(after, indent=line.indent, gap=line.gap, height=line.height)]
    before = replace(line, end=line.start + len(words), text=words, trailing=0, width=width(words))
    return [before, after]
