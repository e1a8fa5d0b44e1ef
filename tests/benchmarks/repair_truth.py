"""Where each line of an extracted text comes from, and so where its paragraphs really end.

The letters of the extracted text are found again in the clean one, line by line; running lines and
page numbers are known from the layout. Blanks count nowhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tests.benchmarks.repair_layouts import PageLayout
from tests.benchmarks.repair_sources import Document, running_form

_SECTION = "{section}"
_SETTING_SECTION = {1, 2}


@dataclass(frozen=True)
class Reference:
    """The letters of a clean text, notes last, and the positions of its paragraphs' last letters.

    `heads` are the positions where the text and the notes start.
    """

    letters: str
    ends: frozenset[int]
    heads: tuple[int, ...]


@dataclass(frozen=True)
class Border:
    """Between two letters that follow one another; those between them are in no paragraph.

    `left` and `right` count the letters of the extracted text. `ends_line` tells whether a line
    ends between them.
    """

    left: int
    right: int
    is_break: bool
    ends_line: bool


@dataclass(frozen=True)
class Truth:
    """An extracted text, its letters without blanks, its borders, and its running lines.

    `running_lines` are ranges of letters; `unknown` counts the letters that were not found.
    """

    source: str
    letters: str
    borders: tuple[Border, ...]
    running_lines: tuple[range, ...]
    unknown: int


def solid(text: str) -> str:
    return "".join(text.split())


def reference_of(document: Document, layout: PageLayout) -> Reference:
    texts = [layout.bullet * (not item.rank) + item.text for item in document.paragraphs]
    notes = [
        f"[{number}]{note}"
        for item in document.paragraphs
        for number, note in item.notes
        if layout.has_footnotes
    ]
    letters, ends, heads = "", set(), [0]
    for i, text in enumerate([*texts, *notes]):
        if i == len(texts):
            heads.append(len(letters))
        letters += solid(text)
        ends.add(len(letters) - 1)
    return Reference(letters, frozenset(ends), tuple(heads))


def truth_of(source: str, document: Document, layout: PageLayout) -> Truth:
    reference = reference_of(document, layout)
    pages = source.removesuffix("\f").split("\f")
    finder = _Finder(reference)
    sections = [
        solid(running_form(item.text))
        for item in document.paragraphs
        if item.rank in _SETTING_SECTION
    ]
    for number, page in enumerate(pages, 1):
        lines = [letters for line in page.split("\n") if (letters := solid(line))]
        pieces = _running_pieces(document, layout, page=number, pages=len(pages))
        running = _running(lines, pieces, sections=sections)
        for i, line in enumerate(lines):
            if i in running:
                finder.skip(line)
            else:
                finder.find(line)
    borders = _borders(finder.places, reference, line_ends=finder.line_ends)
    unknown = sum(place == _UNKNOWN for place in finder.places)
    return Truth(source, solid(source), tuple(borders), tuple(finder.running_lines), unknown)


_RUNNING, _UNKNOWN = -1, -2


@dataclass
class _Finder:
    """Finds lines in the reference: where the text or the notes go on, otherwise anywhere."""

    reference: Reference
    places: list[int] = field(default_factory=list)
    line_ends: set[int] = field(default_factory=set)
    running_lines: list[range] = field(default_factory=list)
    found: set[int] = field(default_factory=set)
    heads: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.heads = list(self.reference.heads)

    def skip(self, line: str) -> None:
        self.running_lines.append(range(len(self.places), len(self.places) + len(line)))
        self.places += [_RUNNING] * len(line)
        self.line_ends.add(len(self.places) - 1)

    def find(self, line: str) -> None:
        place = self._place(line)
        if place is None:
            self.places += [_UNKNOWN] * len(line)
        else:
            self.places += range(place, place + len(line))
            self.found.update(range(place, place + len(line)))
        self.line_ends.add(len(self.places) - 1)

    def _place(self, line: str) -> int | None:
        letters = self.reference.letters
        for i, head in enumerate(self.heads):
            if letters.startswith(line, head):
                self.heads[i] = head + len(line)
                return head
        place = letters.find(line)
        while place >= 0 and place in self.found:
            place = letters.find(line, place + 1)
        if place < 0:
            return None
        notes = len(self.heads) > 1 and place >= self.reference.heads[1]
        self.heads[int(notes)] = place + len(line)
        return place


def _running_pieces(document: Document, layout: PageLayout, *, page: int, pages: int) -> list[str]:
    """Return what stands on the edges of a page; page 1 is a right one."""
    side = "right" if page % 2 else "left"
    found = []
    for place, text in layout.margins.items():
        if page == 1 and layout.first_page_is_bare and "{page}" not in text:
            continue
        if place.endswith(side) or ":" not in place:
            piece = text.replace("{title}", document.running_title).replace("{page}", str(page))
            found.append(solid(piece.replace("{pages}", str(pages))))
    return found


def _running(lines: Sequence[str], pieces: Sequence[str], *, sections: Sequence[str]) -> set[int]:
    """Return the lines of a page that are made of these pieces, first those at foot and head."""
    left = list(pieces)
    running: set[int] = set()
    for order in (range(len(lines) - 1, -1, -1), range(len(lines))):
        for i in order:
            if i in running or not _is_made_of(lines[i], left, sections=sections):
                break
            running.add(i)
    # Beside columns, an extractor may put them in the midst of a page.
    for i, line in enumerate(lines):
        if i not in running and line in left:
            left.remove(line)
            running.add(i)
    return running


def _is_made_of(line: str, pieces: list[str], *, sections: Sequence[str]) -> bool:
    """Tell whether the line is made of these pieces, and take those from them."""
    for taken in _taken(line, tuple(pieces), sections):
        for piece in taken:
            pieces.remove(piece)
        return True
    return False


def _taken(line: str, pieces: Sequence[str], sections: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for piece in pieces:
        others = list(pieces)
        others.remove(piece)
        shapes = [piece.replace(_SECTION, section) for section in sections]
        for shape in dict.fromkeys(shapes if _SECTION in piece else [piece]):
            if line == shape:
                yield (piece,)
            elif line.startswith(shape):
                yield from ((piece, *rest) for rest in _taken(line[len(shape) :], others, sections))


def _borders(
    places: Sequence[int], reference: Reference, *, line_ends: set[int]
) -> Iterator[Border]:
    """Yield the borders. Where the text jumps to another place, a paragraph has to end."""
    left, ends_line = None, False
    for right, place in enumerate(places):
        if place >= 0:
            if left is not None:
                goes_on = place == places[left] + 1 and places[left] not in reference.ends
                yield Border(left, right, is_break=not goes_on, ends_line=ends_line)
            left, ends_line = right, False
        ends_line = ends_line or right in line_ends
