"""PDF files: their pages as text, read in a process of its own.

PDFium is C++ and cannot be trusted with every file: what crashes it, or keeps it busy for ever,
ends a process that holds nothing else. A page is as pdf_pages sets it, its end a form feed. What
the file says of its date is when the PDF was made, which need not be when the text was written, so
that no citation should rely on it.
"""

import multiprocessing
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from time import monotonic

from annotator.core.errors import (
    DamagedFileError,
    ProtectedFileError,
    ScannedFileError,
    TextTooLongError,
)
from annotator.importers import pdf_pages
from annotator.importers.incoming import MOST_CHARACTERS, Extract, IncomingFile
from annotator.importers.origin import origin
from annotator.importers.pdf_pages import Facts, Refusal

TIME_LIMIT_S = 180.0

_UNREADABLE = {"Cc", "Cn", "Co", "Cs"}
_MOST_UNREADABLE = 0.3
_REPLACEMENT = "\ufffd"


def extract(file: IncomingFile, *, pulse: Callable[[], None] = lambda: None) -> Extract:
    """Read a PDF. `pulse` is called at each page, and stops the reading if it raises.

    Raises a TextFileError.
    """
    try:
        with _reading_process() as connection:
            connection.send_bytes(file.data)
            title, text = _received(connection, file, pulse)
    except (EOFError, OSError) as error:
        raise DamagedFileError(path=file.name) from error
    if not _is_readable(text):
        raise ScannedFileError(path=file.name)
    return Extract(text, "pdf", about=origin(title if _is_readable(title) else ""))


@contextmanager
def _reading_process() -> Iterator[Connection]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=pdf_pages.serve, args=(theirs,), daemon=True)
    with ours:
        with theirs:
            process.start()
        try:
            yield ours
        finally:
            process.kill()
            process.join()


def _received(
    connection: Connection, file: IncomingFile, pulse: Callable[[], None]
) -> tuple[str, str]:
    """Return title and text. Raises EOFError or OSError if the process dies or takes too long."""
    end_s = monotonic() + TIME_LIMIT_S
    facts = _answer(connection, file, end_s)
    assert isinstance(facts, Facts)
    pages: list[str] = []
    length = 0
    while len(pages) < facts.pages:
        pulse()
        page = _answer(connection, file, end_s)
        assert isinstance(page, str)
        pages.append(page)
        length += len(page)
        if length > MOST_CHARACTERS:
            raise TextTooLongError(path=file.name)
    return facts.title, "".join(f"{page}\n\f" for page in pages)


def _answer(connection: Connection, file: IncomingFile, end_s: float) -> Facts | str:
    if not connection.poll(max(0.0, end_s - monotonic())):
        raise TimeoutError
    answer: Facts | str | Refusal = connection.recv()
    if not isinstance(answer, Refusal):
        return answer
    if answer.wants_password:
        raise ProtectedFileError(path=file.name)
    raise (
        TextTooLongError(path=file.name)
        if answer.has_too_much
        else DamagedFileError(path=file.name)
    )


def _is_readable(text: str) -> bool:
    """Tell whether there are letters, and most of them mean something."""
    letters = "".join(text.split())
    unreadable = sum(
        letter == _REPLACEMENT or unicodedata.category(letter) in _UNREADABLE for letter in letters
    )
    return unreadable <= len(letters) * _MOST_UNREADABLE and bool(letters)
