"""Records of merges, by which the last one is taken back.

A record names the backup made before the merge and the change numbers under which rows came in. As
many rows bear these numbers as when they came in: then nobody has changed one of them since.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from annotator.core.merge_errors import BackupGoneError, BuiltOnMergeError, NoMergeError
from annotator.storage import arrivals, changed_back, hidden_rows, local_tables, round_table
from annotator.storage.backups import KEPT
from annotator.storage.file_checks import backup_folder
from annotator.storage.library import Library, known_failures, uri_of
from annotator.storage.shared_tables import DOCUMENT, SHARED_TABLES, SharedTable

_SETTING = "merges"
_MERGED = "seq IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class MergeRecord:
    """`seq` is the change number of the backup, `seqs` are those under which `rows` rows came in.

    Files that were merged together, after one backup, have one record. By its `prints` the last one
    knows rows again that were changed and changed back.
    """

    backup: str
    seq: int
    seqs: tuple[int, ...] = ()
    rows: int = 0
    prints: tuple[str, ...] = ()


def last(library: Library) -> MergeRecord | None:
    """Return the record of the merge that would be taken back next."""
    records = _records(library)
    return records[-1] if records else None


def begin(library: Library, backup: Path) -> MergeRecord | None:
    """Return the record to be continued after a merge, within its transaction.

    None where anything but merges was written since the backup: it is not the library as it was.
    """
    record = last(library)
    if record is None or record.backup != str(backup):
        record = MergeRecord(str(backup), _seq_of(backup))
    written_since = _count(library, "seq > ?", record.seq)
    return record if written_since == _came(library, record) else None


def add(library: Library, record: MergeRecord) -> None:
    """Continue a record with what the transaction that is under way took in."""
    with library.transaction() as write:
        prints = (*record.prints, *changed_back.prints(library, write.seq))
        record = replace(record, seqs=(*record.seqs, write.seq), prints=prints)
        record = replace(record, rows=_came(library, record))
        others = [one for one in _records(library) if one.backup != record.backup]
        _remember(library, [*others, record])


def take_back_last(library: Library, shared_until: int = 0) -> int:
    """Make the shared rows what they were before the last merge; return how many it had touched,
    but for those that a blind round hides.

    What was written since stays. All or nothing: raises NoMergeError, BackupGoneError, or
    BuiltOnMergeError where something written since changes or needs what came in. What was changed
    and changed back, and not shared in between, was not changed.
    """
    record = last(library)
    if record is None:
        raise NoMergeError(path=library.path, backups=backup_folder(library.path))
    with _backup_at_hand(library, record), library.transaction() as write:
        if last(library) != record:  # another program has just taken it back
            raise NoMergeError(path=library.path, backups=backup_folder(library.path))
        told = record.rows - _hidden(library, record)
        try:
            if shared_until <= max(record.seqs):
                changed_back.rejoin(library, record.prints, record.seq, record.seqs)
            _take_back(library, write.db, record)
        except sqlite3.IntegrityError as error:
            raise BuiltOnMergeError(backup=record.backup) from error
        _remember(library, [one for one in _records(library) if one != record])
    return told


def _hidden(library: Library, record: MergeRecord) -> int:
    """Count those of the rows that came in which a blind round hides."""
    seqs = json.dumps(record.seqs)
    came = "seq IN (SELECT value FROM json_each(:seqs))"
    return sum(
        hidden_rows.count(library, table, f"{table.name}.{came}", seqs=seqs)
        for table in SHARED_TABLES
    )


def _take_back(library: Library, db: sqlite3.Connection, record: MergeRecord) -> None:
    if _came(library, record) != record.rows or _is_successor_of_new(library, record):
        raise BuiltOnMergeError(backup=record.backup)
    seqs = (json.dumps(record.seqs),)
    _forget_in_documents(db, ("reading_text", "compared_text"), seqs)
    for table in SHARED_TABLES:
        db.execute(_restoring(table), seqs)
    # What bears these numbers now was not there before.
    _forget_in_documents(db, ("reading_place",), seqs)
    for table in reversed(SHARED_TABLES):
        db.execute(f"DELETE FROM main.{table.name} WHERE {_MERGED}", seqs)
    if round_table.with_strangers(library):
        raise BuiltOnMergeError(backup=record.backup)
    arrivals.forget(library, record.seqs)
    # Whatever was read since is to be read once more, or what it brought again would stay away.
    for name in ("replica", "seen_file"):
        db.execute(f"DELETE FROM main.{name}")
        db.execute(f"INSERT INTO main.{name} SELECT * FROM before.{name}")


def _restoring(table: SharedTable) -> str:
    """Return the statement that makes rows which came in what they were in the backup."""
    columns = [column for column in table.columns if column not in table.key]
    values = ", ".join(f"{column} = old.{column}" for column in (*columns, "seq", "received_seq"))
    same_row = " AND ".join(f"old.{column} = new.{column}" for column in table.key)
    return (
        f"UPDATE main.{table.name} AS new SET {values} FROM before.{table.name} AS old"
        f" WHERE new.{_MERGED} AND {same_row}"
    )


def _forget_in_documents(db: sqlite3.Connection, tables: tuple[str, ...], seqs: tuple[str]) -> None:
    """Forget what this file alone remembers of the documents that came in."""
    for name in tables:
        db.execute(
            f"DELETE FROM main.{name} WHERE document_id IN"
            f" (SELECT id FROM main.{DOCUMENT.name} WHERE {_MERGED})",
            seqs,
        )


def _is_successor_of_new(library: Library, record: MergeRecord) -> bool:
    """Whether a text is since linked as the newer edition of one that came in."""
    came = json.dumps(record.seqs)
    return bool(
        library.rows(
            f"SELECT 1 FROM document WHERE NOT {_MERGED} AND predecessor_id IN (SELECT id"
            f" FROM document WHERE {_MERGED} AND id NOT IN (SELECT id FROM before.document))",
            (came, came),
        )
    )


@contextmanager
def _backup_at_hand(library: Library, record: MergeRecord) -> Iterator[None]:
    """Let SQL speak of the backup as `before`. Raises BackupGoneError."""
    backup = Path(record.backup)
    gone = BackupGoneError(backup=backup, backups=backup_folder(library.path))
    if not backup.is_file():
        raise gone
    with known_failures(backup):
        library.db.execute("ATTACH ? AS before", (f"{uri_of(backup)}?mode=ro&immutable=1",))
    try:
        is_as_made = library.rows("SELECT seq FROM before.library") == [(record.seq,)]
        version, ours = (library.rows(f"PRAGMA {name}.user_version") for name in ("before", "main"))
        if not is_as_made or version != ours:
            raise gone
        yield
    finally:
        library.db.execute("DETACH before")


def _seq_of(backup: Path) -> int:
    with closing(sqlite3.connect(f"{uri_of(backup)}?mode=ro&immutable=1", uri=True)) as db:
        return int(db.execute("SELECT seq FROM library").fetchone()[0])


def _came(library: Library, record: MergeRecord) -> int:
    return _count(library, _MERGED, json.dumps(record.seqs))


def _count(library: Library, condition: str, parameter: object) -> int:
    """Count shared rows by their change number."""
    return sum(
        library.rows(f"SELECT count(*) FROM main.{table.name} WHERE {condition}", (parameter,))[0][
            0
        ]
        for table in SHARED_TABLES
    )


def _records(library: Library) -> list[MergeRecord]:
    stored = local_tables.setting(library, _SETTING) or []
    return [
        MergeRecord(
            one["backup"],
            one["seq"],
            tuple(one["seqs"]),
            one["rows"],
            tuple(one.get("prints", ())),
        )
        for one in stored
    ]


def _remember(library: Library, records: list[MergeRecord]) -> None:
    earlier = [replace(one, prints=()) for one in records[:-1]]
    kept = [*earlier, *records[-1:]][-KEPT:]
    local_tables.set_setting(library, _SETTING, [asdict(one) for one in kept])
