"""Incoming rows: read from another library as data, and looked at before the merge takes them."""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.core.identity import source_hash
from annotator.core.merge_errors import (
    ClockAheadError,
    DamagedShareError,
    ForgedRowError,
    ShareTooLargeError,
    UnsoundRowsError,
)
from annotator.storage.bundles import share_id
from annotator.storage.library import Library
from annotator.storage.shared_tables import (
    ANCHOR_REVISION,
    ANNOTATION,
    BLIND_ROUND,
    COMPLETION,
    DOCUMENT,
    MEMBER,
    REPLY,
    REVISION,
    SHARED_TABLES,
    TAGGING,
    SharedTable,
)

AHEAD_MS = 24 * 60 * 60 * 1000
LONGEST_SOURCE_BYTES = 1_000_000_000

_BATCH = 2_000
_COUNTER_BITS = 16
_NO_SOURCE = b""

Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Replica:
    """Which library the rows come from, its last change number, and where our knowledge of it ends.

    Only rows with a change number greater than `known` are read. `is_ours` tells a bundle that this
    library made: what comes back from it counts as written here.
    """

    id: str
    seq: int
    known: int
    is_ours: bool = False


def replica_of(library: Library, foreign: sqlite3.Connection) -> Replica:
    replica_id, seq = foreign.execute("SELECT replica_id, seq FROM library").fetchone()
    rows = library.rows("SELECT seq FROM replica WHERE id = ?", (replica_id,))
    known = int(rows[0][0]) if rows else 0
    # A file that is older than what came from it before was put back: look at all of it.
    is_ours = replica_id == share_id(library)
    return Replica(replica_id, seq, known if known <= seq else 0, is_ours)


def receive(library: Library, foreign: sqlite3.Connection, replica: Replica, report: Report) -> int:
    """Read what is new into temporary tables beside ours; return the number of rows."""
    count = 0
    for table in SHARED_TABLES:
        columns = ", ".join(table.columns)
        library.db.execute(
            f"CREATE TEMP TABLE {table.incoming} AS SELECT {columns} FROM {table.name} WHERE false"
        )
        for batch in _batches(library, foreign, table, replica.known):
            _put_aside(library.db, table, batch)
            count += len(batch)
            report(count, 0, table.name)
    library.db.execute(f"CREATE INDEX temp.incoming_by_id ON {ANNOTATION.incoming} (id)")
    return count


def _put_aside(db: sqlite3.Connection, table: SharedTable, rows: list[tuple[object, ...]]) -> None:
    """Insert rows in one transaction, which nothing but the temporary tables is part of."""
    marks = ", ".join("?" * len(table.columns))
    db.execute("BEGIN")
    with db:
        db.executemany(f"INSERT INTO temp.{table.incoming} VALUES ({marks})", rows)


@contextmanager
def sound_rows(path: Path) -> Iterator[None]:
    """Tell of rows that our own tables refuse."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise UnsoundRowsError(path=path) from error


def forget(library: Library) -> None:
    """Drop what was received."""
    for table in SHARED_TABLES:
        library.db.execute(f"DROP TABLE IF EXISTS temp.{table.incoming}")


def set_aside(library: Library) -> dict[str, str]:
    """Leave out what stands in texts that came without their source and are not here either.

    Return the titles of these texts by id.
    """
    missing = dict(
        library.rows(
            f"SELECT id, title FROM {DOCUMENT.incoming}"
            " WHERE length(source) = 0 AND id NOT IN (SELECT id FROM document)"
        )
    )
    texts = (json.dumps(list(missing)),)
    if missing:
        in_them = "document_id IN (SELECT value FROM json_each(?))"
        on_them = f"annotation_id IN (SELECT id FROM {ANNOTATION.incoming} WHERE {in_them})"
        for table in (TAGGING, REPLY, REVISION, ANCHOR_REVISION):
            library.db.execute(f"DELETE FROM {table.incoming} WHERE {on_them}", texts)
        for table in (ANNOTATION, ANCHOR_REVISION, COMPLETION, BLIND_ROUND):
            library.db.execute(f"DELETE FROM {table.incoming} WHERE {in_them}", texts)
        library.db.execute(
            f"DELETE FROM {DOCUMENT.incoming} WHERE id IN (SELECT value FROM json_each(?))", texts
        )
    return missing


def new_texts(library: Library) -> list[str]:
    """Return the ids of the texts received that we do not have."""
    rows = library.rows(
        f"SELECT id FROM {DOCUMENT.incoming} WHERE id NOT IN (SELECT id FROM document) ORDER BY id"
    )
    return [document_id for (document_id,) in rows]


def annotated_texts(library: Library) -> list[str]:
    """Return the ids of the texts in which annotations were received."""
    rows = library.rows(f"SELECT DISTINCT document_id FROM {ANNOTATION.incoming} ORDER BY 1")
    return [document_id for (document_id,) in rows]


def check(library: Library, path: Path, now_ms: int) -> None:
    """Raise what is wrong with the rows received; nothing of ours has been touched yet."""
    latest = (now_ms + AHEAD_MS) << _COUNTER_BITS
    for table in SHARED_TABLES:
        for stamp in table.stamps:
            if library.rows(f"SELECT 1 FROM {table.incoming} WHERE {stamp} > ? LIMIT 1", (latest,)):
                raise ClockAheadError(path=path)
        if table.fixed:
            _check_fixed(library, path, table)
    _check_sources(library, path)
    outside = any(_outside_texts(library, table) for table in (ANNOTATION, ANCHOR_REVISION))
    unknown = library.rows(
        f"SELECT 1 FROM {BLIND_ROUND.incoming}, json_each(members) AS taking_part"
        " WHERE taking_part.value NOT IN"
        f" (SELECT id FROM member UNION ALL SELECT id FROM {MEMBER.incoming}) LIMIT 1"
    )
    if outside or unknown:
        raise UnsoundRowsError(path=path)


def _batches(
    library: Library, foreign: sqlite3.Connection, table: SharedTable, known: int
) -> Iterator[list[tuple[object, ...]]]:
    columns = ", ".join(table.columns)
    if table is DOCUMENT:
        columns = columns.replace("source,", "x'',", 1)
    rows = foreign.execute(f"SELECT {columns} FROM {table.name} WHERE seq > ?", (known,))
    while batch := rows.fetchmany(_BATCH):
        yield [_with_source(library, foreign, row) for row in batch] if table is DOCUMENT else batch


def _with_source(
    library: Library, foreign: sqlite3.Connection, row: tuple[object, ...]
) -> tuple[object, ...]:
    """Put the source text into the row of a document that we do not have."""
    if library.rows("SELECT 1 FROM document WHERE id = ?", (row[0],)):
        return row
    (source,) = foreign.execute("SELECT source FROM document WHERE id = ?", (row[0],)).fetchone()
    return (row[0], source, *row[2:])


def _check_fixed(library: Library, path: Path, table: SharedTable) -> None:
    """Nobody may say other than we know who made something, and when, and from what."""
    fixed = [column for column in table.fixed if column != "source"]
    differs = " OR ".join(f"{table.incoming}.{c} IS NOT {table.name}.{c}" for c in fixed)
    if library.rows(
        f"SELECT 1 FROM {table.incoming} JOIN {table.name} ON {table.same_row}"
        f" WHERE {differs} LIMIT 1"
    ):
        raise ForgedRowError(path=path)


def _outside_texts(library: Library, table: SharedTable) -> list[tuple[int]]:
    return library.rows(
        f"SELECT 1 FROM {table.incoming}"
        f" LEFT JOIN {DOCUMENT.incoming} AS theirs ON theirs.id = document_id"
        " LEFT JOIN document ON document.id = document_id"
        " WHERE source_end > coalesce(document.characters, theirs.characters, 0) LIMIT 1"
    )


def _check_sources(library: Library, path: Path) -> None:
    """Unpack every new source text, within bounds, and see that it is what its id says."""
    for document_id in new_texts(library):
        source, characters = library.rows(
            f"SELECT source, characters FROM {DOCUMENT.incoming} WHERE id = ?", (document_id,)
        )[0]
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(source, LONGEST_SOURCE_BYTES)
            if unpacker.unconsumed_tail:
                raise ShareTooLargeError(path=path, limit=LONGEST_SOURCE_BYTES // 1_000_000)
            text = unpacked.decode()
        except (zlib.error, UnicodeDecodeError) as error:
            raise DamagedShareError(path=path) from error
        if source_hash(text) != document_id or len(text) != characters:
            raise UnsoundRowsError(path=path)
