"""Edges of pages: page numbers and running headers and footers, which are not shown."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.text.repair.characters import without_blanks
from annotator.text.repair.layouts import Layout
from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import ORNAMENT, SOURCE, Ending, ending_of
from annotator.text.repair.reasons import DropReason

_NUMBER = re.compile(
    r"[-—–―·~～|\s]*(?:第|Page|page|p\.)?\s*(\d{1,4})\s*页?"
    r"(?:\s*(?:/|of|共)\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―·~～|\s]*"
)
_WEB_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_FEWEST_PAGES = 3
_LONGEST_RUNNING_LINE = 80
_LONGEST_NUMBER = 40
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
    if len(pages) < 2:
        return edges
    for _ in range(_DEEPEST):
        before = len(edges.dropped)
        for reason in (DropReason.HEADER, DropReason.FOOTER):
            outermost = _outermost(pages, reason, dropped=edges.dropped)
            _drop_numbers(lines, outermost, edges=edges, has_feeds=has_feeds)
            _drop_running_lines(lines, outermost, edges=edges, reason=reason, layout=layout)
        if len(edges.dropped) == before:
            break
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
        if page not in edges.numbers and (number := _lone_number(lines[i].text)) is not None
    }
    counting = dict(_counting({page: number for page, (_, number) in found.items()}))
    if len(counting) < (2 if has_feeds else _FEWEST_PAGES):
        return
    if not has_feeds and not any(_interrupts(lines, found[page][0]) for page in counting):
        return
    for page, number in counting.items():
        edges.dropped[found[page][0]] = DropReason.PAGE_NUMBER
        edges.numbers[page] = number


def _lone_number(text: str) -> int | None:
    """Return the number that is all the line holds, as in — 14 — or 第14页."""
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
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


def _drop_running_lines(
    lines: Sequence[Line],
    outermost: Mapping[int, int],
    *,
    edges: Edges,
    reason: DropReason,
    layout: Layout,
) -> None:
    """Drop the lines that are the same on many pages but for a number that counts the pages."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for _, i in sorted(outermost.items()):
        text = without_blanks(lines[i].text)
        if len(text) <= _LONGEST_RUNNING_LINE and _may_run(text):
            by_key[_DIGITS.sub("0", text)].append(i)
    for key, members in by_key.items():
        if not _is_running(lines, members) or not any(letter.isalpha() for letter in key):
            continue
        shown = _shown_once(lines, members, reason=reason, layout=layout)
        edges.dropped.update((i, reason) for i in members if i not in shown)


def _may_run(text: str) -> bool:
    """Tell whether the line can be a running line: no dateline, and no end of a sentence."""
    return not SOURCE.match(text) and ending_of(text) is not Ending.SENTENCE


def _is_running(lines: Sequence[Line], members: Sequence[int]) -> bool:
    """Tell whether the lines stand on enough pages, and any digit that differs counts the pages."""
    if len(members) < _FEWEST_PAGES:
        return False
    first, last = lines[members[0]].page, lines[members[-1]].page
    if len(members) * _FEWEST_PAGES < last - first + 1:
        return False
    texts = {without_blanks(lines[i].text) for i in members}
    columns = zip(*(map(int, _DIGITS.findall(lines[i].text)) for i in members), strict=True)
    pages = [lines[i].page for i in members]
    return len(texts) == 1 or any(_differences(column) == _differences(pages) for column in columns)


def _differences(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise(numbers)]


def _shown_once(
    lines: Sequence[Line], members: Sequence[int], *, reason: DropReason, layout: Layout
) -> set[int]:
    """Return the running lines that stay: a slide's title, and a title that opens the text."""
    if reason is DropReason.FOOTER or _WEB_ADDRESS.search(lines[members[0]].text):
        return set()
    if layout is Layout.SLIDES:
        return set(members)
    opens_text = lines[members[0]].page == lines[0].page
    is_constant = lines[members[0]].text == lines[members[-1]].text
    return {members[0]} if opens_text and is_constant else set()
