"""Bundles: what was written in this library, as a small library of its own, for others to merge.

A bundle has a replica id of its own and, in all its rows, the change number that the library had:
whoever knows an older one reads all of it, whoever knows this one reads nothing.
"""

import errno
import hashlib
import json
import os
import secrets
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotator.core.errors import DiskFullError, ReadOnlyLibraryError
from annotator.core.merge_errors import (
    DamagedShareError,
    FolderMissingError,
    FolderNotWritableError,
)
from annotator.storage.library import Library, known_failures, lay_out
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
    TAG,
    TAGGING,
    SharedTable,
)

UNFINISHED = ".duidu-unfinished"

_HASH = "content_hash"
_ON_ANNOTATIONS = (TAGGING, REPLY, REVISION, ANCHOR_REVISION)
_BY_MEMBER = (*_ON_ANNOTATIONS, COMPLETION)

# Which rows of the bundle refer to a table; these are written first.
_REFERENCES: dict[SharedTable, tuple[tuple[SharedTable, str], ...]] = {
    ANNOTATION: tuple((table, "annotation_id") for table in _ON_ANNOTATIONS),
    DOCUMENT: tuple(
        (table, "document_id") for table in (ANNOTATION, ANCHOR_REVISION, COMPLETION, BLIND_ROUND)
    ),
    TAG: ((TAGGING, "tag_id"),),
    MEMBER: (
        *((table, "member_id") for table in (ANNOTATION, *_BY_MEMBER)),
        (BLIND_ROUND, "opened_by"),
        (BLIND_ROUND, "ended_by"),
    ),
}
# Those who take part in a round, whether they wrote anything or not.
_TAKING_PART = "SELECT value FROM bundle.blind_round, json_each(members)"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was written: its rows by table, the hash of all that they say, and the size and
    time of the file.
    """

    counts: dict[str, int]
    content_hash: str
    signature: tuple[int, int] = (0, 0)


def share_id(library: Library, member_id: str = "") -> str:
    """Return the replica id of the bundles of this library, or of one member's work in it."""
    (replica_id,) = library.rows("SELECT replica_id FROM library")[0]
    return str(uuid.uuid5(uuid.UUID(replica_id), f"bundle {member_id}"))


def last_written(library: Library) -> int:
    """Return the change number of the last row that was written here, 0 where there is none."""
    found = [
        row[0]
        for table in SHARED_TABLES
        for row in library.rows(
            f"SELECT seq FROM {table.name} WHERE {table.written_here} ORDER BY seq DESC LIMIT 1"
        )
    ]
    return max(found, default=0)


def write(
    library: Library, path: Path, *, member_id: str = "", has_texts: bool = True, known: str = ""
) -> Bundle | None:
    """Write what was made or changed in this library, or one member's work, to a file.

    What it refers to comes with it. The file is replaced as a whole or not at all; None, and not
    touched, where the content would have the hash `known`. Raises a LibraryError.
    """
    path = path.absolute()
    unfinished = path.with_name(f".{path.stem[:20]}.{secrets.token_hex(8)}{UNFINISHED}")
    try:
        with _told(path):
            unfinished.write_bytes(_empty_library())
            with _attached(library, unfinished):
                bundle = _fill(library, member_id, has_texts=has_texts)
            if bundle.content_hash == known:
                return None
            return _put_in_place(unfinished, path, bundle)
    finally:
        unfinished.unlink(missing_ok=True)


def check_hash(foreign: sqlite3.Connection, path: Path) -> None:
    """Raise DamagedShareError for a bundle that does not say what it said when it was made."""
    told = foreign.execute("SELECT value FROM local_setting WHERE name = ?", (_HASH,)).fetchone()
    if told and json.loads(told[0]) != _content_hash(foreign, "main"):
        raise DamagedShareError(path=path)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell what keeps a bundle from being written, in words that are about its folder."""
    folder = path.parent
    if not folder.is_dir():
        raise FolderMissingError(path=folder)
    try:
        with known_failures(path):
            yield
    except ReadOnlyLibraryError as error:
        raise FolderNotWritableError(path=folder) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFullError(path=path) from error
        raise FolderNotWritableError(path=folder) from error


@cache
def _empty_library() -> bytes:
    """Return the file that every bundle begins as."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_out(connection)
        return connection.serialize()


@contextmanager
def _attached(library: Library, unfinished: Path) -> Iterator[None]:
    library.db.execute("ATTACH ? AS bundle", (str(unfinished),))
    try:
        # A file that is not finished is thrown away: SQLite may write straight on.
        library.db.execute("PRAGMA bundle.journal_mode = OFF")
        library.db.execute("PRAGMA bundle.synchronous = OFF")
        library.db.execute("BEGIN")
        try:
            library.db.execute("PRAGMA defer_foreign_keys = ON")
            yield
            library.db.execute("COMMIT")
        except BaseException:
            if library.db.in_transaction:
                library.db.execute("ROLLBACK")
            raise
    finally:
        library.db.execute("DETACH bundle")


def _fill(library: Library, member_id: str, *, has_texts: bool) -> Bundle:
    db = library.db
    db.execute(
        "UPDATE bundle.library SET replica_id = ?, clock = ours.clock, seq = ours.seq"
        " FROM main.library AS ours",
        (share_id(library, member_id),),
    )
    counts = {}
    for table in (*_BY_MEMBER, BLIND_ROUND, *_REFERENCES):
        columns = ", ".join(table.columns)
        values = columns if has_texts else columns.replace("source,", "x'',", 1)
        counts[table.name] = db.execute(
            f"INSERT INTO bundle.{table.name} ({columns}, seq)"
            f" SELECT {values}, (SELECT seq FROM main.library) FROM main.{table.name}"
            f" WHERE {_belongs(table, is_of_one=bool(member_id))}",
            {"member": member_id},
        ).rowcount
    content_hash = _content_hash(db, "bundle")
    db.execute("INSERT INTO bundle.local_setting VALUES (?, ?)", (_HASH, json.dumps(content_hash)))
    return Bundle(counts, content_hash)


def _belongs(table: SharedTable, *, is_of_one: bool) -> str:
    """Return the condition for rows that go into a bundle, of all members or of `:member`."""
    own = _by_member(table) if is_of_one else table.written_here
    references = _REFERENCES.get(table)
    if references is None:
        return own
    selects = [f"SELECT {key} FROM bundle.{other.name}" for other, key in references]
    referred = " UNION ".join([*selects, _TAKING_PART] if table is MEMBER else selects)
    return f"({own} OR {table.name}.id IN ({referred}))"


def _by_member(table: SharedTable) -> str:
    """Who moved or deleted an annotation of somebody else is not recorded: the library speaks for
    the member. Rounds are the group's. With a settlement goes what undid it.
    """
    if table is BLIND_ROUND:
        return table.written_here
    if table in (REVISION, ANCHOR_REVISION):
        return f"({table.name}.member_id = :member OR {_brought_back(table)})"
    if table is ANNOTATION:
        return f"annotation.member_id = :member OR (received_seq > 0 AND {table.written_here})"
    return f"{table.name}.member_id = :member" if table in _BY_MEMBER else "false"


def _brought_back(table: SharedTable) -> str:
    """Return the condition for versions that stand again where `:member` had settled on one."""
    said = [column for column in table.fixed if column not in ("stamp", "bases")]
    is_said_again = " AND ".join(f"before.{column} = {table.name}.{column}" for column in said)
    return (
        f"({table.written_here} AND EXISTS (SELECT 1 FROM json_each({table.name}.bases) AS replaced"
        f" JOIN main.{table.name} AS settled ON settled.id = replaced.value"
        " JOIN json_each(settled.bases) AS left_out"
        f" JOIN main.{table.name} AS before ON before.id = left_out.value"
        f" WHERE settled.member_id = :member AND {is_said_again}))"
    )


def _content_hash(db: sqlite3.Connection, schema: str) -> str:
    """Return the SHA-256 of all rows but the source texts, which have their hashes as ids."""
    digest = hashlib.sha256()
    for table in SHARED_TABLES:
        columns = [column for column in table.columns if column != "source"]
        for row in db.execute(
            f"SELECT {', '.join(columns)} FROM {schema}.{table.name}"
            f" ORDER BY {', '.join(table.key)}"
        ):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _put_in_place(unfinished: Path, path: Path, bundle: Bundle) -> Bundle:
    """Rename a file that has reached the disk."""
    with unfinished.open("r+b") as file:
        os.fsync(file.fileno())
    status = unfinished.stat()
    unfinished.replace(path)
    if os.name != "nt":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return Bundle(bundle.counts, bundle.content_hash, (status.st_size, status.st_mtime_ns))
