"""Paragraphs: what an importer found in a file, set as source text with its structure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.core.reading_text import ParagraphKind
from annotator.core.structure import Structure, ToldParagraph

_HEADLINES = {ParagraphKind.TITLE, ParagraphKind.HEADING}
_LINE_END = re.compile("[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
# Controls and invisible hints (soft hyphen, zero-width blank, byte order mark) are no letters.
_NO_LETTERS = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b\ufeff\ufffe\uffff\ud800-\udfff]"
)


class Draft(NamedTuple):
    """A paragraph as a file tells it. Line ends part it, but in a headline they are blanks."""

    text: str
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0


def row_of(cells: Sequence[Sequence[Draft]]) -> list[Draft]:
    """Return a row of a table: one line with tabs if no cell has more than one line, else all."""
    if any(len(cell) > 1 or any(_is_parted(draft) for draft in cell) for cell in cells):
        return [draft for cell in cells for draft in cell]
    texts = [draft.text.strip() for cell in cells for draft in cell]
    return [Draft("\t".join(filter(None, texts)))]


def _is_parted(draft: Draft) -> bool:
    return _LINE_END.search(draft.text.strip()) is not None


def typeset(pages: Iterable[Iterable[Draft]]) -> tuple[str, Structure]:
    """Return the source text, a paragraph a line and a form feed between pages, and what is told.

    Blanks around paragraphs and paragraphs without letters are left out.
    """
    parts: list[str] = []
    told: list[ToldParagraph] = []
    length = 0
    for number, page in enumerate(pages):
        separator = "\f" if number else ""
        for line, kind, level in _lines_of(page):
            start = length + len(separator)
            if kind is not ParagraphKind.BODY:
                told.append(ToldParagraph(start, kind, level))
            parts += (separator, line)
            length = start + len(line)
            separator = "\n"
        if separator == "\f":
            parts.append(separator)
            length += 1
    return "".join(parts), Structure(tuple(told))


def _lines_of(page: Iterable[Draft]) -> Iterator[Draft]:
    for text, kind, level in page:
        cleaned = _NO_LETTERS.sub("", text)
        if kind in _HEADLINES:
            cleaned = _LINE_END.sub(" ", cleaned)
        lines = filter(None, map(str.strip, _LINE_END.split(cleaned)))
        for number, line in enumerate(lines):
            yield Draft(line) if number else Draft(line, kind, level)
