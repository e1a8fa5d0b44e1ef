"""Plain text files, and the letters of other files that are text."""

from annotator.core.errors import (
    BinaryFileError,
    UnknownEncodingError,
    WrongEncodingError,
)
from annotator.importers.incoming import Extract, IncomingFile
from annotator.text.encoding import BinaryDataError, DecodedText, UndecodableError, decode


def extract(file: IncomingFile, *, encoding: str | None = None) -> Extract:
    """Read plain text, in this encoding or in the one that is clear from the bytes.

    Raises a TextFileError.
    """
    decoded = decoded_text(file, encoding=encoding)
    return Extract(decoded.text, "txt", decoded.encoding)


def decoded_text(file: IncomingFile, *, encoding: str | None = None) -> DecodedText:
    """Return all that is written in a file. Raises a TextFileError."""
    try:
        return decode(file.data, encoding=encoding)
    except BinaryDataError as error:
        raise BinaryFileError(path=file.name) from error
    except UndecodableError as error:
        if encoding:
            raise WrongEncodingError(path=file.name, encoding=encoding) from error
        raise UnknownEncodingError(path=file.name) from error
