"""Files on their way in: their bytes, and what an importer takes out of them."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from annotator.core.document import About
from annotator.core.errors import FileMissingError, FileTooLargeError, FileUnreadableError
from annotator.core.structure import Structure

LIMIT_MB = 64


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
    try:
        if not path.exists():
            raise FileMissingError(path=path)
        if not path.is_file():
            raise FileUnreadableError(path=path)
        status = path.stat()
        if status.st_size > LIMIT_MB * 1_000_000:
            raise FileTooLargeError(path=path.name, limit_mb=LIMIT_MB)
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(path=path) from error
    return IncomingFile(readable(path.name), data, max(0, status.st_mtime_ns // 1_000_000))


def readable(name: str) -> str:
    """Return a file's name as text; bytes of it that are no text become question marks."""
    return name.encode(errors="replace").decode()
