"""What can be told of a library file before SQLite is let near it."""

import os
import stat
from pathlib import Path

from annotator.core.errors import (
    DamagedLibraryError,
    LibraryMissingError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
)
from annotator.storage.file_format import APPLICATION_ID, SCHEMA_VERSION

BACKUP_FOLDER = "backups"

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100


def backup_folder(path: Path) -> Path:
    """Return the folder beside the library in which its backups are kept."""
    return path.parent / BACKUP_FOLDER / path.stem


def check_file(path: Path) -> None:
    """Read the file's header (sqlite.org/fileformat.html, section 1.3) and raise what is wrong.

    Raises a LibraryError; changes nothing.
    """
    try:
        if not path.is_file():
            raise LibraryMissingError(path=path)
        with path.open("rb") as file:
            header = file.read(_HEADER_LENGTH)
    except OSError as error:
        raise ReadOnlyLibraryError(path=path) from error
    if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
        raise NotALibraryError(path=path)
    if _number(header, 68) != APPLICATION_ID:
        raise NotALibraryError(path=path)
    if _number(header, 60) > SCHEMA_VERSION:
        raise NewerLibraryError(path=path)
    if not (_is_writable(path) and os.access(path.parent, os.W_OK)):
        raise ReadOnlyLibraryError(path=path)
    if _is_cut_short(path, header):
        raise DamagedLibraryError(path=path, backups=backup_folder(path))


def is_library(path: Path) -> bool:
    """Whether a file begins as a library does, whatever it is called. Raises OSError."""
    with path.open("rb") as file:
        header = file.read(_HEADER_LENGTH)
    return header.startswith(_MAGIC) and _number(header, 68) == APPLICATION_ID


def has_log(path: Path, suffix: str) -> bool:
    """Whether SQLite left changes beside the file, under its name with this suffix."""
    log = path.with_name(path.name + suffix)
    return log.exists() and log.stat().st_size > 0


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _is_writable(path: Path) -> bool:
    """Respect cleared write bits also where the user could override them."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP))


def _is_cut_short(path: Path, header: bytes) -> bool:
    """Tell whether pages that the header counts are missing; a log lying beside may supply them."""
    if has_log(path, "-wal") or has_log(path, "-journal"):
        return False
    page_size = int.from_bytes(header[16:18], "big")
    return path.stat().st_size < _number(header, 28) * (65536 if page_size == 1 else page_size)
