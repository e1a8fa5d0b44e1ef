"""Library: the connection to one library file, and its transactions."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Self

from annotator.core.clock import next_stamp, now_ms
from annotator.core.errors import (
    DamagedLibraryError,
    DiskFailedError,
    DiskFullError,
    LibraryBusyError,
    LibraryError,
    LibraryExistsError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
)
from annotator.core.identity import new_id
from annotator.storage import backups
from annotator.storage.file_checks import backup_folder, check_file, has_log
from annotator.storage.file_format import APPLICATION_ID, SCHEMA_VERSION
from annotator.storage.shared_folders import is_in_shared_folder

_BUSY_TIMEOUT_MS = 3000
_CHECKED_ON_OPEN_BYTES = 64_000_000

_PRIMARY_CODE = 0xFF
_IN_MEMORY = Path(":memory:")

_KNOWN_FAILURES: dict[int, type[LibraryError]] = {
    sqlite3.SQLITE_READONLY: ReadOnlyLibraryError,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyLibraryError,
    sqlite3.SQLITE_BUSY: LibraryBusyError,
    sqlite3.SQLITE_LOCKED: LibraryBusyError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_IOERR_SHMSIZE: DiskFullError,
    sqlite3.SQLITE_IOERR: DiskFailedError,
    sqlite3.SQLITE_CORRUPT: DamagedLibraryError,
    sqlite3.SQLITE_NOTADB: DamagedLibraryError,
}


@dataclass(frozen=True, slots=True)
class Write:
    """One transaction that writes: all rows that it changes carry this stamp and change number.

    Change numbers are stamps, so that they go on growing in a file that an older copy replaced.
    """

    db: sqlite3.Connection
    stamp: int
    seq: int


class Library:
    """One open library. Bound to the thread that opened it; close it, or use it in a `with`."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db = db
        self.path = path
        self._write: Write | None = None

    @classmethod
    def create(cls, path: Path, furnish: Callable[[Self], object] | None = None) -> Self:
        """Make a new library, empty or with what `furnish` puts into it. Raises a LibraryError.

        It is built under another name first, so that a half-made library is never found at `path`.
        """
        path = path.absolute()
        unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            if path.exists():
                raise LibraryExistsError(path=path)
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with known_failures(path), cls(_connect(unfinished, "rwc"), path) as library:
                    lay_out(library.db)
                    if furnish is not None:
                        furnish(library)
                _rename_to_free(unfinished, path)
            finally:
                unfinished.unlink(missing_ok=True)
        except OSError as error:
            raise ReadOnlyLibraryError(path=path) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library, migrating an older one. Raises a LibraryError and leaves it as it was."""
        path = Path(os.path.realpath(path))
        check_file(path)
        with known_failures(path):
            _check_content(path)
            library = cls(_connect(path, "rw"), path)
            try:
                library._prepare()
            except BaseException:
                library.close()
                raise
        return library

    @classmethod
    def in_memory(cls) -> Self:
        """Make a library that is gone when it is closed."""
        library = cls(_connected("file::memory:"), _IN_MEMORY)
        lay_out(library.db)
        return library

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[Write]:
        """Write all or nothing; an inner transaction is part of the outer one.

        Raises LibraryBusyError if another program holds the library, DiskFullError, …
        """
        if self._write is not None:
            yield self._write
            return
        with known_failures(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                self._write = self._next_write()
                yield self._write
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise
            finally:
                self._write = None

    def rows(
        self, sql: str, parameters: tuple[object, ...] | dict[str, str] = ()
    ) -> list[tuple[Any, ...]]:
        """Return the rows of a query. Raises a LibraryError where the file lets SQLite down."""
        with known_failures(self.path):
            rows: list[tuple[Any, ...]] = self.db.execute(sql, parameters).fetchall()
            return rows

    def integrity(self) -> list[str]:
        """Return what SQLite finds wrong with the file; nothing if all is well."""
        found = [str(row[0]) for row in self.rows("PRAGMA integrity_check")]
        broken = self.rows("PRAGMA foreign_key_check")
        return [line for line in found if line != "ok"] + [
            f"{table} {row} refers to a missing {parent}" for table, row, parent, _ in broken
        ]

    @property
    def replica_id(self) -> str:
        """What tells this file from its copies."""
        return str(self.rows("SELECT replica_id FROM library")[0][0])

    def data_version(self) -> int:
        """Return a number that changes when another connection has written to the file."""
        return int(self.rows("PRAGMA data_version")[0][0])

    def back_up(self) -> Path:
        """Copy the library as it is now into the folder of its backups; return the copy."""
        try:
            with known_failures(self.path):
                return backups.back_up(self.db, self.path)
        except OSError as error:
            raise ReadOnlyLibraryError(path=backup_folder(self.path)) from error

    @contextmanager
    def copied(self) -> Iterator[Self]:
        """Give out a copy to write to, which is thrown away; nobody waits for it meanwhile."""
        with known_failures(self.path), closing(_connected("")) as copy:  # a file without a name
            self.db.backup(copy)
            yield type(self)(copy, self.path)

    @property
    def is_in_shared_folder(self) -> bool:
        """Whether the file lies where a network or a cloud service may touch it."""
        return self.path != _IN_MEMORY and is_in_shared_folder(self.path)

    def _next_write(self) -> Write:
        (clock,) = self.db.execute("SELECT clock FROM library").fetchone()
        stamp = next_stamp(clock, now_ms())
        write = Write(self.db, stamp, stamp)
        self.db.execute("UPDATE library SET clock = ?, seq = ?", (write.stamp, write.seq))
        return write

    def _prepare(self) -> None:
        if self.is_in_shared_folder:
            self.db.execute("PRAGMA journal_mode = TRUNCATE")
        else:
            self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = FULL")
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
            raise NewerLibraryError(path=self.path)
        if version < SCHEMA_VERSION:
            self.back_up()
            _migrate(self.db)
        self._notice_copy()

    def _notice_copy(self) -> None:
        """Give a copied or restored library a replica id of its own."""
        identity = _file_identity(self.path)
        (known,) = self.db.execute("SELECT file_identity FROM library").fetchone()
        if known != identity:
            self.db.execute(
                "UPDATE library SET file_identity = ?, replica_id = ?", (identity, new_id())
            )


@contextmanager
def known_failures(path: Path) -> Iterator[None]:
    """Turn the failures of SQLite that a reader can do something about into LibraryErrors."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", -1)
        if kind := _KNOWN_FAILURES.get(code) or _KNOWN_FAILURES.get(code & _PRIMARY_CODE):
            raise kind(path=path, backups=backup_folder(path)) from error
        raise


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """Connect to a file in a mode of SQLite's URIs: `ro`, `rw`, or `rwc` to make a new one."""
    return _connected(f"{uri_of(path)}?mode={mode}")


def _connected(uri: str) -> sqlite3.Connection:
    timeout = _BUSY_TIMEOUT_MS / 1000
    db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def uri_of(path: PurePath) -> str:
    """Return the path as SQLite reads it: file:////server/share, where `as_uri` has two slashes."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _rename_to_free(file: Path, name: Path) -> None:
    """Rename without replacing what another program may have put there meanwhile."""
    try:
        os.link(file, name)
    except FileExistsError as error:
        raise LibraryExistsError(path=name) from error
    except OSError:  # a file system without hard links
        file.rename(name)


def _migrate(db: sqlite3.Connection) -> None:
    # Loaded for a library that is new or older: the window need not wait for sqlite-utils.
    from annotator.storage.schema import migrations
    from annotator.storage.sqlite_tools import Database

    migrations.apply(Database(db, strict=True))


def lay_out(db: sqlite3.Connection) -> None:
    """Make an empty file a library without members, texts and tags."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _migrate(db)
    db.execute(
        "INSERT INTO library (id, replica_id, file_identity, clock, seq) VALUES (1, ?, '', 0, 0)",
        (new_id(),),
    )


def _check_content(path: Path) -> None:
    """Let SQLite look through a file that is not too big for it, without changing it.

    With a log beside it, a connection that may write would copy the log into the file when it is
    closed; without one, a connection that may not write would leave a log behind.
    """
    with closing(_connect(path, "ro" if has_log(path, "-wal") else "rw")) as db:
        if path.stat().st_size <= _CHECKED_ON_OPEN_BYTES:
            found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        else:
            found = "ok"
        if found != "ok":
            raise DamagedLibraryError(path=path, backups=backup_folder(path))
        if not db.execute("SELECT 1 FROM pragma_table_info('library')").fetchone():
            raise NotALibraryError(path=path)


def _file_identity(path: Path) -> str:
    status = path.stat()
    return f"{status.st_dev}:{status.st_ino}"
