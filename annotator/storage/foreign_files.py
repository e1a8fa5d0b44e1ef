"""Libraries that others send: looked at as data, in a copy, before anything is believed.

A database file can carry triggers and views that run when it is opened, and pages made to break a
reader (sqlite.org/security.html). So it is copied without the logs beside it, its header is read
here, SQLite opens the copy read-only under limits, its schema must be ours to the letter, and
after that nothing but reading our tables is allowed.
"""

import os
import shutil
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.core.errors import LibraryMissingError, NewerLibraryError, NotALibraryError
from annotator.core.merge_errors import (
    DamagedShareError,
    ForeignSchemaError,
    LibraryStillOpenError,
    NotAPlainFileError,
    ShareTooLargeError,
    UnreadableShareError,
)
from annotator.storage.file_checks import has_log
from annotator.storage.file_format import APPLICATION_ID, SCHEMA_VERSION

LARGEST_BYTES = 4_000_000_000
LARGEST_VALUE_BYTES = 300_000_000
LONGEST_S = 60.0

_MAGIC = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_ROLLBACK_JOURNAL = 1
_UTF_8 = 1
_STEPS_PER_LOOK = 10_000
_COPIED_AT_ONCE = 1 << 20
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LARGEST_VALUE_BYTES,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_HARDENING = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a copy of a library or bundle for reading. Raises a LibraryError; changes nothing."""
    with TemporaryDirectory(prefix="duidu-") as folder:
        copy = Path(folder, "incoming.duidu")
        _copy(path, copy)
        version = _check_header(path, copy)
        try:
            if version < SCHEMA_VERSION:
                with closing(_connect(copy)) as db:
                    _check_content(path, db, version)
                _migrate(copy)
            with closing(_connect(copy)) as db:
                _check_content(path, db, SCHEMA_VERSION)
                db.execute("PRAGMA query_only = ON")
                db.set_authorizer(_authorize)
                yield db
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:  # out of time
                raise UnreadableShareError(path=path) from error
            raise DamagedShareError(path=path) from error


def _copy(path: Path, copy: Path) -> None:
    """Copy the bytes of a plain file; a file that another program still writes is refused."""
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise NotAPlainFileError(path=path)
        if status.st_size > LARGEST_BYTES:
            raise ShareTooLargeError(path=path, limit=LARGEST_BYTES // 1_000_000)
        if has_log(path, "-wal") or has_log(path, "-journal"):
            raise LibraryStillOpenError(path=path)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as source, copy.open("wb") as target:
            shutil.copyfileobj(source, target, _COPIED_AT_ONCE)
    except FileNotFoundError as error:
        raise LibraryMissingError(path=path) from error
    except OSError as error:
        raise UnreadableShareError(path=path) from error


def _check_header(path: Path, copy: Path) -> int:
    """Read what sqlite.org/fileformat.html, section 1.3, puts first; return the schema version.

    A library that was closed says that it keeps a log; the copy must not look for one.
    """
    with copy.open("r+b") as file:
        header = file.read(_HEADER_LENGTH)
        if len(header) < _HEADER_LENGTH or not header.startswith(_MAGIC):
            raise NotALibraryError(path=path)
        if _number(header, 68) != APPLICATION_ID:
            raise NotALibraryError(path=path)
        version = _number(header, 60)
        if version > SCHEMA_VERSION:
            raise NewerLibraryError(path=path)
        page_size = int.from_bytes(header[16:18], "big")
        page_size = 65536 if page_size == 1 else page_size
        pages, size = _number(header, 28), copy.stat().st_size
        if version < 1 or _number(header, 56) != _UTF_8 or pages * page_size != size:
            raise DamagedShareError(path=path)
        file.seek(18)
        file.write(bytes((_ROLLBACK_JOURNAL, _ROLLBACK_JOURNAL)))
    return version


def _connect(copy: Path) -> sqlite3.Connection:
    """Connect to the copy with limits in size and time; nothing of it has been read yet."""
    db = sqlite3.connect(f"{copy.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    for limit, value in _LIMITS.items():
        db.setlimit(limit, value)
    end_s = time.monotonic() + LONGEST_S
    db.set_progress_handler(lambda: time.monotonic() > end_s, _STEPS_PER_LOOK)
    for statement in _HARDENING:
        db.execute(statement)
    return db


def _check_content(path: Path, db: sqlite3.Connection, version: int) -> None:
    if _schema(db) != _schema_of(version):
        raise ForeignSchemaError(path=path)
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedShareError(path=path)


def _migrate(copy: Path) -> None:
    """Bring the copy, whose schema is known to be ours, up to date."""
    from annotator.storage.schema import migrations
    from annotator.storage.sqlite_tools import Database

    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        migrations.apply(Database(connection, strict=True))


def _schema(db: sqlite3.Connection) -> frozenset[tuple[str, ...]]:
    return frozenset(
        db.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    )


@cache
def _schema_of(version: int) -> frozenset[tuple[str, ...]]:
    """Return what a library of that version consists of."""
    # Loaded for the first file that is read: the window need not wait for sqlite-utils.
    from annotator.storage.schema import migrations
    from annotator.storage.sqlite_tools import Database

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        db = Database(connection, strict=True)
        names = [migration.name for migration in migrations.pending(db)]
        migrations.apply(db, stop_before=names[version] if version < len(names) else None)
        return _schema(connection)


def _authorize(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")
