"""Rows that were changed and changed back: known again by what a merge left in them.

Stamps and change numbers do not count. What hangs on a row, such as a reply, is its own row.
"""

import hashlib
import json

from annotator.storage.library import Library
from annotator.storage.shared_tables import ANCHOR_REVISION, ANNOTATION, DOCUMENT, SharedTable

_TABLES = (DOCUMENT, ANNOTATION)
_MOST = 5_000
_BYTES = 8


def prints(library: Library, seq: int) -> tuple[str, ...]:
    """Return by what the rows of this change number are known again; nothing for very many."""
    found = [
        one
        for table in _TABLES
        for _, one in _rows(library, table, f"seq = {seq} LIMIT {_MOST + 1}")
    ]
    return tuple(found) if len(found) <= _MOST else ()


def rejoin(library: Library, known: tuple[str, ...], since: int, seqs: tuple[int, ...]) -> None:
    """Give rows that were written since and are as they came one of the numbers of their merge.

    The places that an annotation was given meanwhile go.
    """
    if not known:
        return
    came, merges = frozenset(known), json.dumps(seqs)
    touched = f"seq > {since} AND seq NOT IN (SELECT value FROM json_each('{merges}'))"
    with library.transaction() as write:
        for table in _TABLES:
            same = json.dumps([id_ for id_, one in _rows(library, table, touched) if one in came])
            write.db.execute(
                f"UPDATE main.{table.name} SET seq = ?"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (seqs[-1], same),
            )
            if table is ANNOTATION:
                write.db.execute(
                    f"DELETE FROM main.{ANCHOR_REVISION.name} WHERE {touched} AND received_seq = 0"
                    " AND annotation_id IN (SELECT value FROM json_each(?))",
                    (same,),
                )


def _rows(library: Library, table: SharedTable, condition: str) -> list[tuple[str, str]]:
    """Return the ids of rows, each with its print."""
    told = [c for c in table.columns if c not in table.stamps and c not in ("id", "source")]
    rows = library.rows(f"SELECT id, {', '.join(told)} FROM main.{table.name} WHERE {condition}")
    return [(row[0], _print(table, row)) for row in rows]


def _print(table: SharedTable, row: tuple[object, ...]) -> str:
    told = repr((table.name, *row)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=_BYTES).hexdigest()
