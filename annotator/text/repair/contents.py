"""The text's own table of contents: its entries, and the titles in the text they point to."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from annotator.text.repair.characters import without_blanks
from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import SOURCE, is_imprint

_NUMBER = re.compile(r"(?<![0-9])[0-9]{1,4}$")
_DOTS = ".．·•‥…"
_FEWEST_DOTS = 4
_HEADING = re.compile(r"(?:目\s*[录次]|contents|table of contents)", re.IGNORECASE)
_FEWEST_ENTRIES = 3
_FURTHEST = 12
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines [first, last] of an entry, with the source ranges of its leader and its number.

    `letters` is the title without its blanks, `page` the number.
    """

    first: int
    last: int
    leader: tuple[int, int]
    number: tuple[int, int]
    letters: str
    page: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries, and the lines [first, last] of the whole table with its heading."""

    entries: tuple[Entry, ...] = ()
    first: int = 0
    last: int = -1


@dataclass(frozen=True, slots=True)
class ContentsTitle:
    """The lines [first, last] of a title that the contents list as this entry."""

    first: int
    last: int
    entry: Entry


@dataclass(slots=True)
class _Table:
    entries: list[Entry] = field(default_factory=list)
    pending: list[int] = field(default_factory=list)


def find_contents(lines: Sequence[Line]) -> Contents:
    """Find the first table of contents: lines that end in dot leaders and a page number."""
    leaders = {i: leader for i, line in enumerate(lines) if (leader := _leader(line.text))}
    chain = _first_chain(list(leaders))
    if len(chain) < _FEWEST_ENTRIES:
        return Contents()
    usual = median(lines[i].width for i in chain)
    first = _start(lines, chain[0], usual=usual)
    table = _Table()
    for i in range(first, chain[-1] + 1):
        if i in leaders:
            table.entries.append(_entry(lines, [*table.pending, i], leader=leaders[i]))
            table.pending.clear()
        elif _goes_on(lines, i, usual=usual):
            table.pending.append(i)
        else:
            table.pending.clear()
    heading = first > 0 and _HEADING.fullmatch(lines[first - 1].text) is not None
    return Contents(tuple(table.entries), first - heading, chain[-1])


def find_titles(lines: Sequence[Line], contents: Contents) -> list[ContentsTitle]:
    """Find the titles that the contents list, on one to four lines, in the order of the text."""
    wanted: dict[str, list[Entry]] = defaultdict(list)
    for entry in contents.entries:
        wanted[entry.letters[:2]].append(entry)
    titles: list[ContentsTitle] = []
    found: set[int] = set()
    for i in range(contents.last + 1, len(lines) if wanted else 0):
        if titles and i <= titles[-1].last:
            continue
        for entry in wanted.get(without_blanks(lines[i].text)[:2], ()):
            last = _last_line_of(lines, i, title=entry.letters)
            if last is not None and entry.first not in found:
                titles.append(ContentsTitle(i, last, entry))
                found.add(entry.first)
                break
    return titles


def _first_chain(leaders: Sequence[int]) -> list[int]:
    chain: list[int] = []
    for i in leaders:
        if chain and i - chain[-1] > _FURTHEST:
            break
        chain.append(i)
    return chain


def _start(lines: Sequence[Line], leader: int, *, usual: float) -> int:
    """Return the first line of the table: up to its heading, or to the first entry's lines."""
    for i in range(leader - 1, max(-1, leader - _FURTHEST), -1):
        if _HEADING.fullmatch(lines[i].text):
            return i + 1
    start = leader
    while start and leader - start < _MOST_LINES - 1 and _goes_on(lines, start - 1, usual=usual):
        start -= 1
    return start


def _goes_on(lines: Sequence[Line], i: int, *, usual: float) -> bool:
    """Tell whether the line is the start of an entry that goes on in the next: it is full."""
    line = lines[i]
    turns = i + 1 < len(lines) and lines[i + 1].page != line.page
    tells_origin = SOURCE.match(line.text) or is_imprint(without_blanks(line.text))
    return line.width >= usual * 0.6 and not turns and not tells_origin


def _leader(text: str) -> tuple[int, int] | None:
    """Return where the leader of a line starts and ends, None if it has none: 标题 ..... 12.

    Words that end a sentence are no title: the dots behind them are the author's.
    """
    number = _NUMBER.search(text[-5:])
    if number is None or "。" in text:
        return None
    end = len(text) - len(number[0])
    start = len(text[:end].rstrip(_DOTS + " \t\u3000"))
    dots = sum(text.count(dot, start, end) for dot in _DOTS) + 2 * text.count("…", start, end)
    return (start, end) if start and dots >= _FEWEST_DOTS else None


def _entry(lines: Sequence[Line], members: Sequence[int], *, leader: tuple[int, int]) -> Entry:
    last = members[-1]
    texts = [*(lines[i].text for i in members[:-1]), lines[last].text[: leader[0]]]
    start, end = lines[last].start, lines[last].end
    return Entry(
        first=members[0],
        last=last,
        leader=(start + leader[0], start + leader[1]),
        number=(start + leader[1], end),
        letters=without_blanks("".join(texts)),
        page=int(lines[last].text[leader[1] :]),
    )


def _last_line_of(lines: Sequence[Line], first: int, *, title: str) -> int | None:
    """Return the line with which the title ends that starts here, None if it does not."""
    joined = ""
    for i in range(first, min(first + _MOST_LINES, len(lines))):
        joined += without_blanks(lines[i].text)
        if joined == title:
            return i
        if not title.startswith(joined):
            return None
    return None


def listed_but_not_found(contents: Contents, titles: Sequence[ContentsTitle]) -> frozenset[int]:
    """Return the first lines of the entries that no title in the text answers to."""
    return frozenset(entry.first for entry in contents.entries) - {
        title.entry.first for title in titles
    }
