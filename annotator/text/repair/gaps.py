"""Gaps: page turns at which the source lost text, so that nothing may be joined across them."""

from collections import Counter
from collections.abc import Sequence

from annotator.core.reading_text import ParagraphKind
from annotator.text.repair.blocks import Block
from annotator.text.repair.borders import Borders
from annotator.text.repair.layouts import Layout
from annotator.text.repair.lines import Line
from annotator.text.repair.pages import page_starts
from annotator.text.repair.patterns import SOURCE, Ending, ending_of

_FEWEST_PAGES = 8


def cut_borders(lines: Sequence[Line], layout: Layout, *, borders: Borders) -> list[int]:
    """Return the page turns where a page breaks off: it holds fewer lines than a full page.

    That can be told only where full pages hold the same number of lines again and again. A page
    that is one line short counts only if that is rare, for widow control does it all the time.
    """
    if layout is not Layout.COLUMN:
        return []
    lengths: Counter[int] = Counter()
    for line in lines:
        lengths[line.page] += line.height
    blank_ends = borders.trailing_blank_ends_paragraph
    open_turns = {
        border: lengths[lines[border - 1].page]
        for border in page_starts(lines)
        if _goes_on(lines[border - 1], blank_ends=blank_ends)
    }
    counts = Counter(open_turns.values())
    full, pages = counts.most_common(1)[0] if counts else (0, 0)
    if pages < _FEWEST_PAGES or pages * 2 < len(open_turns):
        return []
    longest = full - 1 if counts[full - 1] * 20 <= pages else full - 2
    return [border for border, length in open_turns.items() if length <= longest]


def after_empty_pages(source: str, lines: Sequence[Line]) -> list[int]:
    """Return where text goes on in the source after pages without any, its end if it does not.

    Running lines and page numbers are no text.
    """
    feeds = source.count("\f")
    if not lines or not feeds:
        return []
    before = [-1, *(line.page for line in lines)]
    found = [line.start for line, page in zip(lines, before, strict=False) if line.page > page + 1]
    last = feeds - 1 if source.rstrip(" \n").endswith("\f") else feeds
    return [*found, len(source)] if lines[-1].page < last else found


def _goes_on(line: Line, *, blank_ends: bool) -> bool:
    ending = ending_of(line.text)
    if ending is Ending.CLOSED and SOURCE.match(line.text):
        return False
    return not line.trailing if blank_ends else ending in {Ending.BARE, Ending.OPEN}


def headless_blocks(
    lines: Sequence[Line], blocks: Sequence[Block], *, borders: Borders
) -> frozenset[int]:
    """Return the first lines of the blocks whose beginning was lost at a page turn.

    The page before ended with a paragraph, but this one starts without the indent that the
    paragraphs of this text have.
    """
    starts = set(page_starts(lines))
    if not starts or not (
        borders.trailing_blank_ends_paragraph and borders.indent_begins_paragraph
    ):
        return frozenset()
    return frozenset(
        block.first
        for block in blocks
        if block.first is not None
        and block.first in starts
        and block.kind is ParagraphKind.BODY
        and not lines[block.first].indent
        and lines[block.first - 1].trailing
    )
