"""Correcting: the paragraph borders that a reader set by hand, in place of those repair found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from annotator.core.corrections import Corrections
from annotator.core.reading_text import ParagraphKind
from annotator.text.repair.blocks import Block
from annotator.text.repair.characters import without_blanks


def corrected(source: str, blocks: Sequence[Block], corrections: Corrections) -> list[Block]:
    """Return the blocks with these borders; a border in a letter that is not shown does nothing."""
    if not corrections.breaks and not corrections.joins:
        return list(blocks)
    result: list[Block] = []
    for block in blocks:
        for part in _split(source, block, at=sorted(corrections.breaks)):
            if result and part.ranges[0][0] in corrections.joins:
                result[-1] = _join(result[-1], part)
            else:
                result.append(part)
    return result


def _split(source: str, block: Block, *, at: Sequence[int]) -> Iterator[Block]:
    """Yield the parts of a block; those after the first begin no line that repair knows."""
    parts: list[list[tuple[int, int]]] = [[]]
    for start, end in block.ranges:
        cuts = [offset for offset in at if start <= offset < end]
        for part_start, part_end in pairwise([start, *cuts, end]):
            if part_start in cuts and parts[-1]:
                parts.append([])
            if letters := source[part_start:part_end].strip():
                letter = source.index(letters[0], part_start)
                parts[-1].append((letter, letter + len(letters)))
    if len(parts) == 1:
        yield block
        return
    for number, ranges in enumerate(parts):
        yield _part(source, block, ranges, is_first=number == 0)


def _part(source: str, block: Block, ranges: Sequence[tuple[int, int]], *, is_first: bool) -> Block:
    part = replace(
        block,
        ranges=tuple(ranges),
        letters=without_blanks("".join(source[start:end] for start, end in ranges)),
        opening=source[ranges[0][0] : ranges[0][1]],
    )
    return part if is_first else _without_kind(part)


def _without_kind(part: Block) -> Block:
    """Return the part as what it says by itself; only in the contents all is of one kind."""
    in_contents = part.kind is ParagraphKind.CONTENTS
    return Block(
        first=None,
        ranges=part.ranges,
        letters=part.letters,
        opening=part.opening,
        page=part.page,
        kind=ParagraphKind.CONTENTS if in_contents else ParagraphKind.BODY,
    )


def _join(block: Block, following: Block) -> Block:
    return replace(
        block,
        ranges=block.ranges + following.ranges,
        letters=block.letters + following.letters,
    )
