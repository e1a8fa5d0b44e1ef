"""Merging: another library's shared rows become part of this one.

Each row is a join of independent registers (the greater stamp wins) and growing sets, so merging is
commutative, associative and idempotent (Shapiro et al., "Conflict-free Replicated Data Types",
2011).
"""

import sqlite3
from dataclasses import dataclass

from annotator.core.clock import now_ms
from annotator.storage import arrivals, hidden_rows
from annotator.storage.incoming import Replica
from annotator.storage.library import Library
from annotator.storage.shared_tables import DOCUMENT, SHARED_TABLES, SharedTable


@dataclass(frozen=True, slots=True)
class TableCount:
    """How many rows came in that we did not have, and how many of ours changed."""

    new: int
    changed: int


def merge_incoming(library: Library, replica: Replica) -> dict[str, TableCount]:
    """Take in the rows received, within the caller's transaction or one of its own."""
    with library.transaction() as write:
        _drop_outdated_readings(write.db)
        seqs = (write.seq, 0 if replica.is_ours else write.seq)
        arrival = arrivals.begin(write.db, write.seq)
        counts = {table.name: _merge_table(write.db, table, seqs) for table in SHARED_TABLES}
        if not replica.is_ours:
            arrivals.add(library, arrival)
        _advance_clock(write.db)
        write.db.execute(
            "INSERT INTO replica (id, seq, merged_ms) VALUES (?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, merged_ms = excluded.merged_ms",
            (replica.id, replica.seq, now_ms()),
        )
    return counts


def told_counts(library: Library, counts: dict[str, TableCount]) -> dict[str, TableCount]:
    """Return the counts of a merge without what a blind round hides, within its transaction."""
    return {table.name: _told_count(library, table, counts[table.name]) for table in SHARED_TABLES}


def _told_count(library: Library, table: SharedTable, count: TableCount) -> TableCount:
    came = f"{table.name}.seq = (SELECT seq FROM library)"
    is_new = f"{table.name}.rowid > {_last_row(library.db, table) - count.new}"
    new = hidden_rows.count(library, table, f"{came} AND {is_new}")
    changed = hidden_rows.count(library, table, f"{came} AND NOT {is_new}")
    return TableCount(count.new - new, count.changed - changed)


def _merge_table(db: sqlite3.Connection, table: SharedTable, seqs: tuple[int, int]) -> TableCount:
    if not db.execute(f"SELECT 1 FROM {table.incoming} LIMIT 1").fetchone():
        return TableCount(0, 0)
    before = _last_row(db, table)
    touched = db.execute(table.merge_statement(), seqs).rowcount
    new = _last_row(db, table) - before
    return TableCount(new, touched - new)


def _last_row(db: sqlite3.Connection, table: SharedTable) -> int:
    """Return the greatest row number; each new row gets the next, and rows need not be counted."""
    (number,) = db.execute(f"SELECT coalesce(max(rowid), 0) FROM {table.name}").fetchone()
    return int(number)


def _drop_outdated_readings(db: sqlite3.Connection) -> None:
    """Let a text be read and compared anew where another file tells other paragraphs of it."""
    for table in ("reading_text", "compared_text"):
        db.execute(
            f"DELETE FROM {table} WHERE document_id IN (SELECT theirs.id"
            f" FROM {DOCUMENT.incoming} AS theirs JOIN document ON document.id = theirs.id"
            " WHERE theirs.structure <> document.structure)"
        )


def _advance_clock(db: sqlite3.Connection) -> None:
    """Let what is written from now on be later than all that came in."""
    for table in SHARED_TABLES:
        latest = ", ".join(f"coalesce(max({stamp}), 0)" for stamp in table.stamps)
        found = db.execute(f"SELECT {latest} FROM {table.incoming}").fetchone()
        db.execute("UPDATE library SET clock = max(clock, ?)", (max(found),))
