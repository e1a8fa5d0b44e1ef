"""Files on their way in: their bytes, and what an importer takes out of them."""

import hashlib
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from annotator.core.document import About
from annotator.core.errors import FileMissingError, FileTooLargeError, FileUnreadableError
from annotator.core.printable import printable
from annotator.core.structure import Structure

LIMIT_MB = 64
# As many as a text file of this size may hold.
MOST_CHARACTERS = LIMIT_MB * 1_000_000


@dataclass(frozen=True)
class IncomingFile:
    """A file's name, bytes, and when it was last changed (0 if that is not known)."""

    name: str
    data: bytes
    modified_ms: int = 0

    @cached_property
    def file_hash(self) -> str:
        """The SHA-256 of the bytes in hex."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The end of the name from its last dot on, in small letters."""
        return Path(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class Extract:
    """What an importer took out of a file.

    `text` is the source text: line ends are `\\n`, pages end in `\\f` where the format has pages.
    `structure` is None where line ends need not be ends of paragraphs. `encoding` is "" where the
    format has none. `about` is what the file says of itself; an empty title is unknown.
    """

    text: str
    file_format: str
    encoding: str = ""
    structure: Structure | None = None
    about: About = field(default=About(""))


def open_file(path: Path) -> IncomingFile:
    """Read a file of at most LIMIT_MB. Raises a TextFileError that says what is wrong."""
    limit = LIMIT_MB * 1_000_000
    try:
        if not path.exists():
            raise FileMissingError(path=path)
        # A folder cannot be read, and a pipe or a device need not end; a link to a file is one.
        if not path.is_file():
            raise FileUnreadableError(path=path)
        with path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            # One byte more tells of a file that grows while it is read.
            data = stream.read(limit + 1) if status.st_size <= limit else None
    except OSError as error:
        raise FileUnreadableError(path=path) from error
    if data is None or len(data) > limit:
        raise FileTooLargeError(path=path.name, limit_mb=LIMIT_MB)
    return IncomingFile(printable(path.name), data, max(0, status.st_mtime_ns // 1_000_000))
