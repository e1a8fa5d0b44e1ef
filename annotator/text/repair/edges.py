"""Edges of pages: page numbers and running headers and footers, which are not shown."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.text.repair.layouts import Layout
from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import ORNAMENT, Ending, ending_of, has_prose_mark
from annotator.text.repair.reasons import DropReason
from annotator.text.repair.running_lines import RunningLines

_NUMBER = re.compile(
    r"[-—–―·~～|\s]*(?:第|Page|page|p\.)?\s*(\d{1,4})\s*页?"
    r"(?:\s*(?:/|of|共)\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―·~～|\s]*"
)
_ISSUE = re.compile(r"\D{2,20}\s*\d{4}年第\d{1,3}期(\s*1)?")
_FEWEST_PAGES = 3
_LONGEST = 40
_DEEPEST = 3


@dataclass(slots=True)
class Edges:
    """What was found at the edges: lines to drop by index, and the numbers printed on pages."""

    dropped: dict[int, DropReason] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)


def find_edges(lines: Sequence[Line], layout: Layout, *, has_feeds: bool) -> Edges:
    """Find page numbers and running lines, peeling the pages from outside to inside."""
    edges = Edges()
    edges.dropped.update(
        (i, DropReason.ORNAMENT) for i, line in enumerate(lines) if ORNAMENT.fullmatch(line.text)
    )
    pages = _pages(lines)
    if len(pages) == 1 and has_feeds and layout is Layout.COLUMN:
        _drop_issue_of_first_page(lines, edges=edges)
    if len(pages) < 2:
        return edges
    if has_feeds and layout is Layout.COLUMN:
        _drop_displaced_numbers(lines, edges=edges, pages=len(pages))
    running = RunningLines(lines, layout, has_feeds=has_feeds)
    for _ in range(_DEEPEST):
        before = len(edges.dropped)
        for reason in (DropReason.HEADER, DropReason.FOOTER):
            outermost = _outermost(pages, reason, dropped=edges.dropped)
            _drop_numbers(lines, outermost, edges=edges, has_feeds=has_feeds)
            found = running.find(outermost, reason, dropped=edges.dropped)
            edges.dropped.update(dict.fromkeys(found, reason))
            edges.numbers.update(running.numbers(found))
        if len(edges.dropped) == before:
            break
    if has_feeds and layout is Layout.COLUMN:
        _drop_displaced_words(lines, edges=edges)
    return edges


def _pages(lines: Sequence[Line]) -> dict[int, list[int]]:
    pages: dict[int, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        pages[line.page].append(i)
    return pages


def _outermost(
    pages: Mapping[int, Sequence[int]], reason: DropReason, *, dropped: Mapping[int, DropReason]
) -> dict[int, int]:
    """Return for each page the first (for headers) or last line that still stands."""
    top = reason is DropReason.HEADER
    outermost = {}
    for page, members in pages.items():
        standing = (i for i in (members if top else reversed(members)) if i not in dropped)
        if (i := next(standing, None)) is not None:
            outermost[page] = i
    return outermost


def _drop_numbers(
    lines: Sequence[Line], outermost: Mapping[int, int], *, edges: Edges, has_feeds: bool
) -> None:
    """Drop lone numbers that count the pages. Orphan figures do not, so they stay."""
    found = {
        page: (i, number)
        for page, i in sorted(outermost.items())
        if (number := _lone_number(lines[i].text)) is not None
        and edges.numbers.get(page, number) == number
    }
    given = edges.numbers if has_feeds else {}
    counting = dict(_counting({**given, **{page: number for page, (_, number) in found.items()}}))
    if len(counting) < (2 if has_feeds else _FEWEST_PAGES):
        return
    counting = {page: number for page, number in counting.items() if page in found}
    if not has_feeds and not any(_interrupts(lines, found[page][0]) for page in counting):
        return
    for page, number in counting.items():
        edges.dropped[found[page][0]] = DropReason.PAGE_NUMBER
        edges.numbers[page] = number


def _drop_displaced_numbers(lines: Sequence[Line], *, edges: Edges, pages: int) -> None:
    """Drop lone numbers that count the pages, in the midst of pages too.

    Beside columns, an extractor may put what stands above the second one after the first. Of two
    pages, one number at least must interrupt a sentence: the numbers of sections do not.
    """
    found = [
        (i, number)
        for i, line in enumerate(lines)
        if (number := _lone_number(line.text)) is not None
    ]
    offsets = Counter(number - lines[i].page for i, number in found)
    for offset, count in offsets.most_common(1):
        counting = [(i, number) for i, number in found if number - lines[i].page == offset]
        is_sure = count >= _FEWEST_PAGES or any(_interrupts(lines, i) for i, _ in counting)
        if count >= min(pages, _FEWEST_PAGES) and count * 2 > pages and is_sure:
            for i, number in counting:
                if lines[i].page not in edges.numbers:
                    edges.dropped[i] = DropReason.PAGE_NUMBER
                    edges.numbers[lines[i].page] = number


def _drop_issue_of_first_page(lines: Sequence[Line], *, edges: Edges) -> None:
    """Drop the name of the issue at an edge of the only page, if the page has the number 1 too."""
    for i, reason in ((0, DropReason.HEADER), (len(lines) - 1, DropReason.FOOTER)):
        issue = _ISSUE.fullmatch(lines[i].text)
        if issue is None:
            continue
        ones = [k for k, line in enumerate(lines) if _lone_number(line.text) == 1]
        torn = [k for k in ones if k in {0, 1, len(lines) - 1} or _interrupts(lines, k)]
        if issue[1] or len(torn) == 1:
            edges.dropped[i] = reason
            edges.dropped.update(dict.fromkeys(torn, DropReason.PAGE_NUMBER))


def _drop_displaced_words(lines: Sequence[Line], *, edges: Edges) -> None:
    """Drop lines that stand on every page or every second one, in the midst of its sentences."""
    places: dict[str, list[int]] = defaultdict(list)
    for i in _within_pages(lines):
        line = lines[i]
        is_words = any(letter.isalpha() for letter in line.text) and not has_prose_mark(line.text)
        if is_words and len(line.text) <= _LONGEST:
            places[line.text].append(i)
    for members in places.values():
        steps = {lines[after].page - lines[before].page for before, after in pairwise(members)}
        if len(members) >= _FEWEST_PAGES and steps in ({1}, {2}) and _are_strangers(lines, members):
            edges.dropped.update(dict.fromkeys(members, DropReason.HEADER))


def _within_pages(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that stand between two others of their page."""
    for i in range(1, len(lines) - 1):
        if lines[i - 1].page == lines[i].page == lines[i + 1].page:
            yield i


def _are_strangers(lines: Sequence[Line], members: Sequence[int]) -> bool:
    """Tell whether the lines stand in new company each time, in the midst of prose mostly."""
    before = {lines[i - 1].text for i in members}
    after = {lines[i + 1].text for i in members}
    torn = sum(has_prose_mark(lines[i - 1].text) and _interrupts(lines, i) for i in members)
    return len(before) == len(after) == len(members) < torn * 2


def _lone_number(text: str) -> int | None:
    """Return the number that is all the line holds, as in — 14 — or 第14页."""
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    return int(match[1]) if match else None


def _counting(numbers: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the pages whose numbers grow at least as fast as the pages do, as pages may be lost."""
    last: tuple[int, int] | None = None
    for page, number in sorted(numbers.items()):
        if last is None or number - last[1] >= page - last[0]:
            last = (page, number)
            yield last


def _interrupts(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the line before breaks off in a sentence, so that this one stands in its way."""
    return i > 0 and ending_of(lines[i - 1].text) in {Ending.BARE, Ending.OPEN}
