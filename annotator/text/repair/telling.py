"""Telling: the kinds of paragraphs that the file itself tells."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from annotator.core.structure import Structure
from annotator.text.repair.blocks import Block
from annotator.text.repair.lines import Line


def with_told_kinds(blocks: Sequence[Block], structure: Structure | None) -> list[Block]:
    """Return the blocks with the kinds that are told for where they start."""
    starts = [block.ranges[0][0] for block in blocks]
    result = list(blocks)
    for told in structure.told if structure else ():
        index = bisect_right(starts, told.start) - 1
        if index >= 0 and starts[index] == told.start:
            result[index] = replace(result[index], kind=told.kind, level=told.level)
    return result


def tells_headings(structure: Structure | None) -> bool:
    """Whether the file marks all its headings, so that none need be guessed."""
    if structure is None or structure.is_typeset:
        return False
    return any(told.level for told in structure.told)


def told_starts(structure: Structure | None) -> frozenset[int]:
    """Return the source offsets of the headings that the outline of a typeset file lists."""
    if structure is None or not structure.is_typeset:
        return frozenset()
    return frozenset(item.start for item in structure.told if item.level)


def told_borders(lines: Sequence[Line], structure: Structure | None) -> dict[int, bool]:
    """Return the borders of headings in a typeset text; their lines are joined."""
    if structure is None or not structure.is_typeset:
        return {}
    levels = {item.start: item.level for item in structure.told}
    known: dict[int, bool] = {}
    in_heading = False
    for i, line in enumerate(lines):
        if line.start in levels:
            in_heading = levels[line.start] > 0
            known[i] = True
        elif in_heading and line.page == lines[i - 1].page:
            known[i] = False
        else:
            in_heading = False
    return known
