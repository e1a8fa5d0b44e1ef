"""The laws of taking a merge back, each as a question to a random history of a study group."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from annotator.core.annotation import AnchorState
from annotator.core.merge_errors import BuiltOnMergeError
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.storage import annotation_table, incoming, merge_records
from annotator.storage.library import Library
from annotator.storage.merging import merge_incoming
from annotator.storage.shared_tables import (
    ANCHOR_REVISION,
    ANNOTATION,
    DOCUMENT,
    SHARED_TABLES,
)
from tests.storage.histories import History, fork, group, merge, merged, shared_rows

Dump = frozenset[str]
Values = frozenset[tuple[object, ...]]

CHANGED_BACK = (DOCUMENT, ANNOTATION)


def taken_back_at_once_all_is_as_before(seed: int) -> None:
    """All tables, with change numbers and cursors; only the clock goes on."""
    others = group(Random(seed), members=3, steps=6)
    with on_disk(others.pop()) as ours:
        before = dump(ours)
        merge_recorded(ours, others)
        if merge_records.last(ours):  # else nothing came in, and there is nothing to undo
            undo_all(ours)
            assert dump(ours) == before


def nothing_stays_hidden_from_us(seed: int) -> None:
    """What was taken back, and what came since by another way, comes with the next merge."""
    random = Random(seed)
    others = group(random, members=3, steps=5)
    with on_disk(others.pop()) as ours:
        whole = shared_rows(merged(ours, *others))
        merge_recorded(ours, others[:1])
        between = random.sample(others, random.randrange(3))
        for other in between:
            merge(ours, other)
        with suppress(BuiltOnMergeError):
            undo_all(ours)
        for other in others:
            merge(ours, other)
        assert shared_rows(ours) == whole


def nothing_stays_hidden_from_others(seed: int) -> None:
    """One who read our library in between, and reads what is new, misses nothing."""
    random = Random(seed)
    third, *others = group(random, members=3, steps=5)
    with on_disk(others.pop()) as ours:
        merge_recorded(ours, others)
        merge(third, ours)
        undo_all(ours)
        History(ours, random).go_on(3)
        merge(third, ours)
        merge(ours, others[0])
        merge(third, ours)
        assert shared_rows(third) == shared_rows(merged(third, fork(ours)))


def what_was_moved_and_moved_back_is_as_it_came(seed: int) -> None:
    random = Random(seed)
    others = group(random, members=3, steps=6)
    with on_disk(others.pop()) as ours:
        before, known = dump(ours), keys(ours)
        merge_recorded(ours, others)
        came = sorted(key[1] for key in keys(ours) - known if key[0] == ANNOTATION.name)
        for annotation_id in random.sample(came, min(2, len(came))):
            selector, state = anchor_of(ours, annotation_id)
            elsewhere = replace(selector, span=SourceSpan(0, 1))
            annotation_table.set_anchors(ours, {annotation_id: (elsewhere, AnchorState.OK)})
            annotation_table.set_anchors(ours, {annotation_id: (selector, state)})
        if merge_records.last(ours):  # else nothing came in
            undo_all(ours)
            assert dump(ours) == before


def what_was_written_since_stays(seed: int) -> None:
    """Either nothing happens, or all that was written since is as it was, and all is sound.

    What was changed and changed back counts as not written.
    """
    random = Random(seed)
    others = group(random, members=2, steps=4)
    with on_disk(others.pop()) as ours:
        alone = fork(ours)
        merge_recorded(ours, others)
        merged_seq, came = ours.rows("SELECT seq FROM library")[0][0], keys(ours) - keys(alone)
        as_it_came = values_of_merge(ours)
        History(ours, random).go_on(random.randrange(3))
        same = values(ours) & as_it_came
        since, whole = written_since(ours, merged_seq, but=same), shared_rows(ours)
        is_changed_back = since != written_since(ours, merged_seq)
        before = dump(ours)
        try:
            undo_all(ours)
        except BuiltOnMergeError:
            assert dump(ours) == before
            return
        assert written_since(ours, merged_seq) == since
        assert ours.integrity() == []
        assert not keys(ours) & came
        if not since:
            assert shared_rows(ours) == shared_rows(alone)
        merge(ours, others[0])
        if not is_changed_back:
            assert shared_rows(ours) == whole


@contextmanager
def on_disk(library: Library) -> Iterator[Library]:
    """Give out a copy of a library that has backups."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "ours.duidu")
        with closing(sqlite3.connect(path)) as file:
            library.db.backup(file)
        with Library.open(path) as ours:
            yield ours


def merge_recorded(into: Library, others: list[Library]) -> None:
    """Merge as a reader does who asks for it: after a backup, so that it can be taken back."""
    backup = into.back_up()
    for other in others:
        replica = incoming.replica_of(into, other.db)
        incoming.receive(into, other.db, replica, lambda *_: None)
        with into.transaction():
            record = merge_records.begin(into, backup)
            assert record is not None
            counts = merge_incoming(into, replica)
            if any(count.new or count.changed for count in counts.values()):
                merge_records.add(into, record)
        incoming.forget(into)


def undo_all(library: Library) -> None:
    while merge_records.last(library):
        merge_records.take_back_last(library)


def dump(library: Library) -> Dump:
    """Return every row of every table but the clock and the records of merges."""
    rows = set(library.db.iterdump())
    return frozenset(
        row for row in rows if not row.startswith('INSERT INTO "library"') and "'merges'" not in row
    )


def keys(library: Library) -> set[tuple[object, ...]]:
    return {
        (table.name, *row)
        for table in SHARED_TABLES
        for row in library.rows(f"SELECT {', '.join(table.key)} FROM {table.name}")
    }


def written_since(library: Library, seq: int, but: Values = frozenset()) -> set[tuple[object, ...]]:
    """Return the rows that were written since, but for those which say what these say and the
    places that their annotations were given.
    """
    ids = {row[1] for row in but}
    return {
        (table.name, *row)
        for table in SHARED_TABLES
        for row in library.rows(
            f"SELECT {', '.join(table.columns)}, seq, received_seq FROM {table.name} WHERE seq > ?",
            (seq,),
        )
        if not (table in CHANGED_BACK and row[0] in ids)
        and not (table is ANCHOR_REVISION and row[1] in ids)
    }


def values(library: Library, condition: str = "true") -> Values:
    """Return what annotations and documents say, without their stamps."""
    return frozenset(
        (table.name, *row)
        for table in CHANGED_BACK
        for row in library.rows(
            "SELECT "
            + ", ".join(c for c in table.columns if c not in table.stamps)
            + f" FROM {table.name} WHERE {condition}"
        )
    )


def values_of_merge(library: Library) -> Values:
    record = merge_records.last(library)
    seqs = ", ".join(map(str, record.seqs if record else ()))
    return values(library, f"seq IN ({seqs})")


def anchor_of(library: Library, annotation_id: str) -> tuple[Selector, AnchorState]:
    ((document_id, start, end, *quoted, state),) = library.rows(
        "SELECT document_id, source_start, source_end, quotation, prefix, suffix, state"
        " FROM annotation WHERE id = ?",
        (annotation_id,),
    )
    return Selector(document_id, SourceSpan(start, end), *quoted), AnchorState(state)


LAWS = (
    taken_back_at_once_all_is_as_before,
    nothing_stays_hidden_from_us,
    nothing_stays_hidden_from_others,
    what_was_moved_and_moved_back_is_as_it_came,
    what_was_written_since_stays,
)
