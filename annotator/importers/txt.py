"""Plain text files."""

from annotator.core.errors import (
    BinaryFileError,
    UnknownEncodingError,
    WrongEncodingError,
)
from annotator.importers.incoming import Extract, IncomingFile
from annotator.text.encoding import BinaryDataError, UndecodableError, decode


def extract(file: IncomingFile, *, encoding: str | None = None) -> Extract:
    """Read plain text, in this encoding or in the one that is clear from the bytes.

    Raises a TextFileError.
    """
    try:
        decoded = decode(file.data, encoding=encoding)
    except BinaryDataError as error:
        raise BinaryFileError(path=file.name) from error
    except UndecodableError as error:
        if encoding:
            raise WrongEncodingError(path=file.name, encoding=encoding) from error
        raise UnknownEncodingError(path=file.name) from error
    return Extract(decoded.text, "txt", decoded.encoding)
