"""Indents of first lines, which a PDF shows by where a line stands: blanks show them in the text.

Repair learns from them where paragraphs start. No letter is added.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from annotator.importers.pdf_page import Line

_INDENT = "\u3000\u3000"
# How wide the indent of two letters may be, in letters; what stands further right was centred.
_LEAST, _WIDEST = 1.5, 2.5
# Pages left and right have margins of their own, so that only every other one can be compared.
_NEARBY = (-4, -2, 0, 2, 4)


def with_indents(pages: Sequence[Sequence[Line]]) -> Iterator[list[str]]:
    """Yield the text of each page's lines, with blanks before those that start a paragraph."""
    for number, page in enumerate(pages):
        nearby = [pages[number + step] for step in _NEARBY if 0 <= number + step < len(pages)]
        extents = {(round(line.left), round(line.right)) for line in chain(*nearby) if line.em > 0}
        yield [_INDENT * _is_indented(line, extents) + line.text for line in page]


def _is_indented(line: Line, extents: set[tuple[int, int]]) -> bool:
    """Tell whether a line starts two letters right of the others in its column."""
    column = [left for left, right in extents if left < line.right and line.left < right]
    return line.em > 0 and _LEAST <= (line.left - min(column, default=0)) / line.em <= _WIDEST
