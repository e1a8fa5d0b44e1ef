"""Plain text files."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from annotator.core.errors import (
    BinaryFileError,
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    FileUnreadableError,
    UnknownEncodingError,
    WrongEncodingError,
)
from annotator.text.encoding import BinaryDataError, UndecodableError, decode

LIMIT_MB = 64


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's source text, the SHA-256 of its bytes in hex, and the encoding it was read in."""

    text: str
    file_hash: str
    encoding: str


def read(path: Path, *, encoding: str | None = None) -> TextFile:
    """Read a text file of at most LIMIT_MB. Raises a TextFileError that says what is wrong."""
    data = _bytes_of(path)
    try:
        decoded = decode(data, encoding=encoding)
    except BinaryDataError as error:
        raise BinaryFileError(path=path.name) from error
    except UndecodableError as error:
        if encoding:
            raise WrongEncodingError(path=path.name, encoding=encoding) from error
        raise UnknownEncodingError(path=path.name) from error
    if not decoded.text.strip():
        raise EmptyFileError(path=path.name)
    return TextFile(decoded.text, hashlib.sha256(data).hexdigest(), decoded.encoding)


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.exists():
            raise FileMissingError(path=path)
        if not path.is_file():
            raise FileUnreadableError(path=path)
        if path.stat().st_size > LIMIT_MB * 1_000_000:
            raise FileTooLargeError(path=path.name, limit_mb=LIMIT_MB)
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(path=path) from error
