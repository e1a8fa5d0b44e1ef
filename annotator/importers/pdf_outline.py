"""The outline of a PDF: which lines of its pages are the headings that it lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from unicodedata import normalize

import pypdfium2

from annotator.importers.pdf_page import Line

_MOST_ENTRIES = 5_000
_MOST_LINES = 4
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """The lines [first, end) of a page, which the outline lists; `level` is 1 to 6."""

    page: int
    first: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the outline; `top` is how high on its page it points, None for just the page."""

    letters: str
    page: int
    level: int
    top: float | None


def headings_of(
    document: pypdfium2.PdfDocument, pages: Sequence[Sequence[Line]]
) -> list[OutlineHeading]:
    """Return the headings that are found again, letter by letter, in the order of the text."""
    found: dict[tuple[int, int], OutlineHeading] = {}
    for entry in islice(_entries(document), _MOST_ENTRIES):
        if not entry.letters or entry.page >= len(pages):
            continue
        places = list(_places(pages[entry.page], entry))
        if places:
            first, end = min(places, key=lambda place: _distance(pages[entry.page], place, entry))
            found[entry.page, first] = OutlineHeading(entry.page, first, end, entry.level)
    return [found[place] for place in sorted(found)]


def _entries(document: pypdfium2.PdfDocument) -> Iterator[_Entry]:
    for bookmark in document.get_toc(max_depth=_DEEPEST):
        try:
            title, target = bookmark.get_title(), bookmark.get_dest()
            page = target.get_index() if target else None
        except (UnicodeDecodeError, pypdfium2.PdfiumError):
            continue
        if page is not None and page >= 0:
            _mode, place = target.get_view()
            top = place[1] if len(place) == 3 else None
            yield _Entry(_letters(title), page, bookmark.level + 1, top)


def _places(page: Sequence[Line], entry: _Entry) -> Iterator[tuple[int, int]]:
    """Yield the lines [first, end) of the page that say what the entry says."""
    for first in range(len(page)):
        joined = ""
        for end in range(first + 1, min(first + _MOST_LINES, len(page)) + 1):
            joined += _letters(page[end - 1].text)
            if joined == entry.letters:
                yield first, end
            if not entry.letters.startswith(joined):
                break


def _distance(page: Sequence[Line], place: tuple[int, int], entry: _Entry) -> tuple[bool, float]:
    """Return how far below where the entry points the lines are; those above it come last."""
    top = page[place[0]].bottom if entry.top is None else entry.top
    return page[place[0]].bottom > top, top - page[place[0]].bottom


def _letters(text: str) -> str:
    return "".join(normalize("NFKC", text).split())
