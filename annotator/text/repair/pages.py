"""Pages: where they turn, and which number each has."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from annotator.core.page import Page
from annotator.text.repair.lines import Line, Row

_VOID_AT_TURN = 2
_FEWEST_TURNS = 3


def paginate(rows: Sequence[Row]) -> list[int]:
    """Return the index of the page for each row.

    Form feeds tell. Without any, a page turns at a run of wholly empty rows, or where a row starts
    with a lone blank and has no empty row before it though nearly all others have one.
    """
    if any(row.feeds for row in rows):
        turns = [row.feeds for row in rows]
    else:
        lone = _lone_blanks(rows)
        turns = [
            int(i > 0 and (row.void >= _VOID_AT_TURN or i in lone)) for i, row in enumerate(rows)
        ]
    pages: list[int] = []
    page = 0
    for turn in turns:
        page += turn
        pages.append(page)
    return pages


def _lone_blanks(rows: Sequence[Row]) -> set[int]:
    spaced = sum(row.gap == 1 for row in rows)
    if spaced * 10 < len(rows) * 8:
        return set()
    lone = {i for i, row in enumerate(rows) if i and not row.gap and row.indent in {1, 3}}
    return lone if len(lone) >= _FEWEST_TURNS else set()


def page_starts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that start a page, without the first page."""
    for i in range(1, len(lines)):
        if lines[i].page != lines[i - 1].page:
            yield i


def page_numbers(
    lines: Sequence[Line],
    anchors: Mapping[int, int],
    *,
    has_feeds: bool,
    told: Sequence[Page | None] = (),
) -> Mapping[int, Page | None]:
    """Return what each page is called, where that is sure.

    With form feeds pages count from 1, but for those that the file tells. Otherwise `anchors` gives
    what is printed on some pages; the pages between two of them get numbers if their count fits.
    """
    if has_feeds:
        named = dict(enumerate(told))
        return {line.page: named.get(line.page, line.page + 1) for line in lines}
    numbers: dict[int, int] = {}
    known = sorted(anchors.items())
    for (page, number), (next_page, next_number) in pairwise(known):
        if next_number - number == next_page - page:
            numbers |= {page + step: number + step for step in range(next_page - page + 1)}
    return numbers
