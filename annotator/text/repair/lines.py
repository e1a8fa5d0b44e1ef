"""Lines of a source text: what stands between two line ends, without the blanks around it."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from annotator.text.repair.pulses import Pulse, no_pulse, pulsing
from annotator.text.repair.widths import width

_ROW = re.compile(r"([^\n\f\v\x85\u2028\u2029]*)([\n\f\v\x85\u2028\u2029]|\Z)")


class Row(NamedTuple):
    """A row with letters, and what stands between it and the row with letters before it.

    `void` is the longest run of wholly empty rows there, `blank` the number of rows that hold
    nothing but blanks, `feeds` the number of form feeds.
    """

    start: int
    end: int
    text: str
    indent: int
    trailing: int
    void: int
    blank: int
    gap: int
    feeds: int


@dataclass(frozen=True, slots=True)
class Line:
    """The letters source[start:end] of a row, on the page of this index.

    `indent` and `trailing` count the blanks around them, `gap` the rows without letters before it,
    `height` the rows it takes on its page: one, and those before it that hold nothing but blanks.
    """

    start: int
    end: int
    text: str
    page: int
    indent: int = 0
    trailing: int = 0
    gap: int = 0
    height: int = 1
    width: int = 0


def rows_of(source: str, pulse: Pulse = no_pulse) -> list[Row]:
    """Return the rows with letters, in order."""
    rows: list[Row] = []
    empty = void = blank = gap = feeds = 0
    for match in pulsing(_ROW.finditer(source), pulse):
        content = match[1]
        text = content.strip()
        if text:
            start = match.start() + len(content) - len(content.lstrip())
            end = start + len(text)
            trailing = match.end(1) - end
            indent = _columns(content[: start - match.start()])
            rows.append(Row(start, end, text, indent, trailing, void, blank, gap, feeds))
            empty = void = blank = gap = feeds = 0
        else:
            empty = 0 if content else empty + 1
            void, blank, gap = max(void, empty), blank + bool(content), gap + 1
        feeds += match[2] == "\f"
    return rows


def lines_of(rows: list[Row], pages: list[int]) -> list[Line]:
    """Return the lines, each on its page. The lone blank that turns a page is no indent."""
    lines: list[Line] = []
    for row, page in zip(rows, pages, strict=True):
        turned_by_blank = lines and page != lines[-1].page and not row.gap and not row.feeds
        lines.append(
            Line(
                row.start,
                row.end,
                row.text,
                page,
                indent=row.indent - bool(turned_by_blank),
                trailing=row.trailing,
                gap=row.gap,
                height=row.blank + 1,
                width=width(row.text),
            )
        )
    return lines


def _columns(blanks: str) -> int:
    if not blanks:
        return 0
    return sum(2 if blank == "\u3000" else 4 if blank == "\t" else 1 for blank in blanks)
