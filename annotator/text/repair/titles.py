"""Titles that are repeated on slide after slide: shown once, where they first stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.core.reading_text import ParagraphKind
from annotator.text.repair.blocks import Block
from annotator.text.repair.patterns import Ending, ending_of, numbering_of

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
    titles = _numbered_twice(blocks)
    edges: set[int] = set()
    for _ in range(_MOST_ON_A_SLIDE):
        leading = _first_standing(pages.values(), edges)
        counts = Counter(blocks[i].letters for i in leading if _may_be_title(blocks[i]))
        titles |= {letters for letters, count in counts.items() if count > 1}
        edges.update(i for i in leading if blocks[i].letters in titles)
    trailing = _first_standing((list(reversed(page)) for page in pages.values()), edges)
    edges.update(i for i in trailing if blocks[i].letters in titles)
    return _split(blocks, titles, edges=edges)


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


def _may_be_title(block: Block) -> bool:
    return (
        _FEWEST_LETTERS <= len(block.letters) <= _MOST_LETTERS
        and ending_of(block.letters) is not Ending.SENTENCE
    )


def _split(
    blocks: Sequence[Block], titles: set[str], *, edges: set[int]
) -> tuple[list[Block], list[Block]]:
    shown: Mapping[str, int] = {
        blocks[i].letters: i for i in range(len(blocks) - 1, -1, -1) if blocks[i].letters in titles
    }
    stay: list[Block] = []
    repeats: list[Block] = []
    for i, block in enumerate(blocks):
        if shown.get(block.letters) == i:
            is_numbered = numbering_of(block.opening) is not None
            stay.append(replace(block, kind=ParagraphKind.HEADING, is_main_title=not is_numbered))
        elif i in edges:
            repeats.append(block)
        else:
            stay.append(block)
    return stay, repeats
