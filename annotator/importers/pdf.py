"""PDF files: their pages as text, each ending in a form feed.

What the file says of its author and date is left alone: it names whoever made the PDF, and when,
which need not be who wrote the text, and when. No citation should rest on it.
"""

import unicodedata

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from annotator.core.errors import (
    DamagedFileError,
    ProtectedFileError,
    ScannedFileError,
    TextTooLongError,
)
from annotator.importers.incoming import MOST_CHARACTERS, Extract, IncomingFile
from annotator.importers.origin import origin
from annotator.importers.pdf_page import PageTooFullError, text_of

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
        text = _text_of(document, file)
        title = _title_of(document)
    if not _is_readable(text):
        raise ScannedFileError(path=file.name)
    return Extract(text, "pdf", about=origin("" if _is_garbled(title) else title))


def _text_of(document: pypdfium2.PdfDocument, file: IncomingFile) -> str:
    if len(document) > MOST_PAGES:
        raise TextTooLongError(path=file.name)
    pages: list[str] = []
    length = 0
    for number in range(len(document)):
        try:
            page = text_of(document, number)
        except PageTooFullError as error:
            raise TextTooLongError(path=file.name) from error
        pages += (page, "\n\f")
        length += len(page)
        if length > MOST_CHARACTERS:
            raise TextTooLongError(path=file.name)
    return "".join(pages)


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
