"""PDF files: their pages line by line, each page ending in a form feed, and what they are called.

What the file says of its author and date is left alone: it names whoever made the PDF, and when,
which need not be who wrote the text, and when. No citation should rest on it.
"""

import unicodedata
from collections.abc import Sequence

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from annotator.core.errors import (
    DamagedFileError,
    ProtectedFileError,
    ScannedFileError,
    TextTooLongError,
)
from annotator.core.page import Page
from annotator.core.reading_text import ParagraphKind
from annotator.core.structure import Structure, ToldParagraph
from annotator.importers.incoming import MOST_CHARACTERS, Extract, IncomingFile
from annotator.importers.origin import origin
from annotator.importers.pdf_indents import with_indents
from annotator.importers.pdf_labels import labels_of
from annotator.importers.pdf_outline import OutlineHeading, headings_of
from annotator.importers.pdf_page import Line, PageTooFullError, lines_of

MOST_PAGES = 5_000

_UNREADABLE = {"Cc", "Cn", "Co", "Cs"}
_MOST_UNREADABLE = 0.3
_REPLACEMENT = "\ufffd"


def extract(file: IncomingFile) -> Extract:
    """Read a PDF. Raises a TextFileError."""
    try:
        document = pypdfium2.PdfDocument(file.data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise ProtectedFileError(path=file.name) from error
        raise DamagedFileError(path=file.name) from error
    with document:
        text, structure = _text_of(document, file)
        title = _title_of(document)
    if not _is_readable(text):
        raise ScannedFileError(path=file.name)
    about = origin("" if _is_garbled(title) else title)
    return Extract(text, "pdf", about=about, structure=structure)


def _text_of(document: pypdfium2.PdfDocument, file: IncomingFile) -> tuple[str, Structure | None]:
    if len(document) > MOST_PAGES:
        raise TextTooLongError(path=file.name)
    pages: list[list[Line]] = []
    length = 0
    for number in range(len(document)):
        try:
            pages.append(lines_of(document, number))
        except PageTooFullError as error:
            raise TextTooLongError(path=file.name) from error
        length += sum(len(line.text) for line in pages[-1])
        if length > MOST_CHARACTERS:
            raise TextTooLongError(path=file.name)
    rows = list(with_indents(pages))
    text = "".join("\n".join(page) + "\n\f" for page in rows)
    return text, _structure(headings_of(document, pages), rows, labels_of(document))


def _structure(
    headings: Sequence[OutlineHeading],
    rows: Sequence[Sequence[str]],
    labels: tuple[Page | None, ...],
) -> Structure | None:
    """Return where the headings start, and what follows each; None where nothing is told."""
    starts: dict[tuple[int, int], int] = {}
    length = 0
    for page, texts in enumerate(rows):
        for number, text in enumerate(texts):
            starts[page, number] = length + len(text) - len(text.lstrip())
            length += len(text) + 1
        length += 1 if texts else 2
    told: dict[int, ToldParagraph] = {}
    for heading in headings:
        after = starts.get((heading.page, heading.end))
        if after is not None:
            told[after] = ToldParagraph(after, ParagraphKind.BODY)
        start = starts[heading.page, heading.first]
        told[start] = ToldParagraph(start, ParagraphKind.HEADING, heading.level)
    in_order = tuple(told[start] for start in sorted(told))
    return Structure(in_order, is_typeset=True, pages=labels) if in_order or labels else None


def _title_of(document: pypdfium2.PdfDocument) -> str:
    """Return the title that the file gives, "" for one that is no text."""
    try:
        title: str = document.get_metadata_value("Title")
    except UnicodeDecodeError:
        return ""
    return title


def _is_readable(text: str) -> bool:
    """Tell whether there are letters, and most of them mean something."""
    letters = "".join(text.split())
    unreadable = sum(
        letter == _REPLACEMENT or unicodedata.category(letter) in _UNREADABLE for letter in letters
    )
    return bool(letters) and unreadable <= len(letters) * _MOST_UNREADABLE


def _is_garbled(title: str) -> bool:
    """Tell whether a title looks like Chinese that was read as Western letters."""
    western = sum("\x80" <= letter <= "\xff" for letter in title)
    return western * 2 > len(title) or not _is_readable(title)
