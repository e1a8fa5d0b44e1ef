"""Telling: the kinds of paragraphs that the file itself tells."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from annotator.core.structure import Structure
from annotator.text.repair.blocks import Block


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
    """Whether the file marks its headings, so that none need be guessed."""
    return structure is not None and any(told.level for told in structure.told)
