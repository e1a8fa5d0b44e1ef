"""Formats: which importer reads a file."""

from annotator.core.errors import EmptyFileError
from annotator.importers import txt
from annotator.importers.incoming import Extract, IncomingFile


def extract(file: IncomingFile, *, encoding: str | None = None) -> Extract:
    """Take the text out of a file; `encoding` counts for formats that have one.

    Raises a TextFileError.
    """
    found = txt.extract(file, encoding=encoding)
    if not found.text.strip():
        raise EmptyFileError(path=file.name)
    return found
