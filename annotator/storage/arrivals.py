"""Arrivals: which merges tagged or deleted what was here before, rather than only bringing more.

Rows are numbered as they come. So a row that bears the change number of a merge, and a row number
that was given before it, was here and was changed by others.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass, replace

from annotator.storage import local_tables
from annotator.storage.library import Library

_SETTING = "arrivals"
_KEPT = 300

_DELETES_ANNOTATION = """
SELECT EXISTS (
    SELECT 1 FROM annotation WHERE seq = :seq AND rowid <= :annotations AND deleted = 1)
"""
_TAGS_ANNOTATION = """
SELECT coalesce(min(tagging.rowid), 0), coalesce(max(tagging.rowid), 0)
FROM tagging CROSS JOIN annotation ON annotation.id = annotation_id
WHERE tagging.seq = :seq AND annotation.rowid <= :annotations
"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A merge by its change number, and the last rows that were here before it.

    All taggings of annotations that were here stand from `first_tag` to `last_tag`, 0 for none;
    `deletes` is 1 where any of these was deleted.
    """

    seq: int
    annotations: int
    taggings: int
    first_tag: int = 0
    last_tag: int = 0
    deletes: int = 0


def begin(db: sqlite3.Connection, seq: int) -> Arrival:
    """Return what a merge that is about to take rows in will be told as."""
    (rows,) = db.execute(
        "SELECT coalesce((SELECT max(rowid) FROM annotation), 0),"
        " coalesce((SELECT max(rowid) FROM tagging), 0)"
    )
    return Arrival(seq, *rows)


def add(library: Library, arrival: Arrival) -> None:
    """Remember the merge, within its transaction, if it tagged or deleted what was here."""
    known = asdict(arrival)
    ((first, last),) = library.rows(_TAGS_ANNOTATION, known)
    ((deletes,),) = library.rows(_DELETES_ANNOTATION, known)
    if last or deletes:
        changing = replace(arrival, first_tag=first, last_tag=last, deletes=deletes)
        _store(library, [*_all(library), changing][-_KEPT:])


def latest_first(library: Library, since: int) -> list[Arrival]:
    """Return the merges after this change number that tagged or deleted what was here."""
    return [one for one in reversed(_all(library)) if one.seq > since]


def forget(library: Library, seqs: Iterable[int]) -> None:
    """Forget merges that are taken back."""
    known, gone = _all(library), frozenset(seqs)
    left = [one for one in known if one.seq not in gone]
    if left != known:
        _store(library, left)


def _all(library: Library) -> list[Arrival]:
    return [Arrival(*one) for one in local_tables.setting(library, _SETTING) or ()]


def _store(library: Library, arrivals: list[Arrival]) -> None:
    if arrivals:
        local_tables.set_setting(library, _SETTING, [astuple(one) for one in arrivals])
    else:
        local_tables.forget_setting(library, _SETTING)
