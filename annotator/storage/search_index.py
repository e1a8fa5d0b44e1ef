"""Search index: which pieces of long texts hold which pairs of letters.

A cache in a file of its own, beside no library and in no bundle; whoever misses it makes it again.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Self

_VERSION = 1
_BUSY_S = 3.0

# Numbers of removed pieces are never used again, for their pairs stay.
_TABLES = f"""
CREATE TABLE document (
    id TEXT PRIMARY KEY, stamp TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT;
CREATE TABLE piece (
    id INTEGER PRIMARY KEY AUTOINCREMENT, start INTEGER NOT NULL, lead INTEGER NOT NULL,
    length INTEGER NOT NULL, content BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE pair
USING fts5 (pairs, content='', detail=none, columnsize=0, tokenize='ascii');
PRAGMA user_version = {_VERSION};
"""

# The tokenizer parts words at ASCII marks and folds their case; in a private area it does neither.
_AS_TOKENS = str.maketrans({chr(code): chr(0xE000 + code) for code in range(128)})
_END = "\ue0ff"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reading text with what stands around it.

    Its own `length` characters begin at `start` in the text and at `lead` in `content`.
    """

    start: int
    lead: int
    length: int
    content: str


class IndexFailedError(Exception):
    """The index cannot be used or written now: no room, in use, damaged. Do without."""


class SearchIndex:
    """One open index. Bound to the thread that opened it; close it, or use it in a `with`.

    Whatever goes wrong with its file is raised as IndexFailedError.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the index; make a new one where there is none, or only one that cannot be read."""
        with _known_failures():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(sqlite3.DatabaseError):
                connection = _connect(path)
                if connection.execute("PRAGMA user_version").fetchone()[0] == _VERSION:
                    return cls(connection)
                connection.close()
            remove(path)
            connection = _connect(path)
            connection.executescript(_TABLES)
            return cls(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def stamps(self) -> dict[str, str]:
        """Return under which stamp each document was put in, by document id."""
        with _known_failures():
            return dict(self._db.execute("SELECT id, stamp FROM document"))

    def put(self, document_id: str, stamp: str, pieces: Iterable[tuple[Piece, str]]) -> None:
        """Put a text in, in place of what it was; each piece comes with its letters.

        These are those of its own characters, and as many after them as a query may have.
        """
        with _known_failures(), self._transaction():
            self._remove(document_id)
            first = last = 0
            for piece, letters in pieces:
                last = self._put_piece(piece, letters)
                first = first or last
            row = (document_id, stamp, first, last)
            self._db.execute("INSERT INTO document VALUES (?, ?, ?, ?)", row)

    def keep_only(self, document_ids: Iterable[str]) -> None:
        """Remove all other documents."""
        with _known_failures(), self._transaction():
            for document_id in self.stamps().keys() - set(document_ids):
                self._remove(document_id)

    def pieces(self, document_id: str) -> Iterator[Piece]:
        """Yield all pieces of a document, in its order."""
        yield from self._pieces(
            "SELECT start, lead, length, content FROM piece JOIN document"
            " ON piece.id BETWEEN first AND last WHERE document.id = ? ORDER BY piece.id",
            (document_id,),
        )

    def pieces_with(self, document_id: str, letters: str) -> Iterator[Piece]:
        """Yield the pieces of a document in which these letters may begin, in its order."""
        yield from self._pieces(
            "SELECT start, lead, length, content FROM pair JOIN piece ON piece.id = pair.rowid"
            " WHERE pair MATCH ? AND pair.rowid BETWEEN (SELECT first FROM document WHERE id = ?)"
            " AND (SELECT last FROM document WHERE id = ?) ORDER BY pair.rowid",
            (_wanted(letters), document_id, document_id),
        )

    def _pieces(self, sql: str, parameters: Sequence[str]) -> Iterator[Piece]:
        with _known_failures():
            for start, lead, length, content in self._db.execute(sql, parameters):
                yield Piece(start, lead, length, zlib.decompress(content).decode())

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _put_piece(self, piece: Piece, letters: str) -> int:
        tokens = letters.translate(_AS_TOKENS)
        pairs = {one + other for one, other in pairwise(tokens + _END)}
        content = zlib.compress(piece.content.encode(), 1)
        cursor = self._db.execute(
            "INSERT INTO piece (start, lead, length, content) VALUES (?, ?, ?, ?)",
            (piece.start, piece.lead, piece.length, content),
        )
        number = int(cursor.lastrowid or 0)
        self._db.execute("INSERT INTO pair (rowid, pairs) VALUES (?, ?)", (number, " ".join(pairs)))
        return number

    def _remove(self, document_id: str) -> None:
        """Forget a document; its pairs stay and lead to no piece."""
        self._db.execute(
            "DELETE FROM piece WHERE id BETWEEN (SELECT first FROM document WHERE id = ?)"
            " AND (SELECT last FROM document WHERE id = ?)",
            (document_id, document_id),
        )
        self._db.execute("DELETE FROM document WHERE id = ?", (document_id,))


def remove(path: Path) -> None:
    """Delete the file of an index."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


@contextmanager
def _known_failures() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, zlib.error, OSError) as error:
        raise IndexFailedError from error


def _wanted(letters: str) -> str:
    """Return the full-text query for these letters; a single one begins some pair."""
    tokens = letters.translate(_AS_TOKENS)
    if len(tokens) == 1:
        return f'"{tokens}" *'
    pairs = dict.fromkeys(one + other for one, other in pairwise(tokens))
    return " ".join(f'"{pair}"' for pair in pairs)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_S)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection
