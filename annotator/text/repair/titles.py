"""Titles that are repeated on slide after slide: shown once, where they first stand."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.core.reading_text import ParagraphKind
from annotator.text.repair.blocks import Block
from annotator.text.repair.patterns import (
    Beginning,
    Ending,
    beginning_of,
    ending_of,
    numbering_of,
)

_FEWEST_LETTERS = 4
_MOST_LETTERS = 60
_MOST_ON_A_SLIDE = 3


def show_titles_once(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Return the blocks that stay, with the titles as headings, and the repeats to drop."""
    pages: dict[int, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        pages[block.page].append(i)
    if len(pages) < 2:
        return list(blocks), []
    depths = dict.fromkeys(_numbered_twice(blocks), 0)
    edges: set[int] = set()
    for depth in range(_MOST_ON_A_SLIDE):
        leading = _first_standing(pages.values(), edges)
        counts = Counter(blocks[i].letters for i in leading if _may_be_title(blocks[i]))
        for letters, count in counts.items():
            if count > 1:
                depths.setdefault(letters, depth)
        edges.update(i for i in leading if blocks[i].letters in depths)
    trailing = _first_standing((list(reversed(page)) for page in pages.values()), edges)
    edges.update(i for i in trailing if blocks[i].letters in depths)
    alike = _standing_like_titles(blocks, pages.values(), depths)
    return _split(blocks, depths, edges=edges, alike=alike)


def _numbered_twice(blocks: Sequence[Block]) -> set[str]:
    counts = Counter(
        block.letters
        for block in blocks
        if numbering_of(block.opening) is not None and _may_be_title(block)
    )
    return {letters for letters, count in counts.items() if count > 1}


def _first_standing(pages: Iterable[Sequence[int]], edges: set[int]) -> list[int]:
    standing = (next((i for i in page if i not in edges), None) for page in pages)
    return [i for i in standing if i is not None]


def _standing_like_titles(
    blocks: Sequence[Block], pages: Collection[Sequence[int]], depths: Mapping[str, int]
) -> set[int]:
    """Return what stands where most slides below the same title repeat a second one.

    Where the file tells headings, and so their levels, what it does not tell is none.
    """
    if any(block.level for block in blocks):
        return set()
    seconds: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        title = blocks[page[0]].letters
        if depths.get(title) == 0 and len(page) > 1:
            seconds[title].append(page[1])
    found: set[int] = set()
    for members in seconds.values():
        others = [i for i in members if depths.get(blocks[i].letters) != 1]
        if len(others) * 2 < len(members):
            found.update(i for i in others if _stands_like_title(blocks, i))
    return found


def _stands_like_title(blocks: Sequence[Block], i: int) -> bool:
    """Tell whether the block may be a title, and has text below it on its slide."""
    has_text = i + 1 < len(blocks) and blocks[i + 1].page == blocks[i].page
    is_plain = beginning_of(blocks[i].opening) is Beginning.PLAIN
    return has_text and is_plain and _may_be_title(blocks[i])


def _may_be_title(block: Block) -> bool:
    return (
        _FEWEST_LETTERS <= len(block.letters) <= _MOST_LETTERS
        and ending_of(block.letters) is not Ending.SENTENCE
    )


def _split(
    blocks: Sequence[Block], depths: Mapping[str, int], *, edges: set[int], alike: set[int]
) -> tuple[list[Block], list[Block]]:
    shown: Mapping[str, int] = {
        blocks[i].letters: i for i in range(len(blocks) - 1, -1, -1) if blocks[i].letters in depths
    }
    stay: list[Block] = []
    repeats: list[Block] = []
    for i, block in enumerate(blocks):
        if shown.get(block.letters) == i:
            stay.append(_as_heading(block, depths[block.letters]))
        elif i in alike:
            stay.append(_as_heading(block, 1))
        elif i in edges:
            repeats.append(block)
        else:
            stay.append(block)
    return stay, repeats


def _as_heading(block: Block, depth: int) -> Block:
    """Return the title as a heading; the rank of a numbered one is told by its number."""
    is_numbered = numbering_of(block.opening) is not None
    return replace(
        block,
        kind=ParagraphKind.HEADING,
        is_main_title=not is_numbered and depth == 0,
        is_second_title=not is_numbered and depth > 0,
    )
