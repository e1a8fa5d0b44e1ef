"""The laws of bundles, each as a question to a random history of a study group."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from sqlite3 import Connection, connect
from tempfile import TemporaryDirectory

from annotator.storage import bundles, incoming
from annotator.storage.library import Library
from annotator.storage.merging import TableCount, merge_incoming
from annotator.storage.shared_tables import SHARED_TABLES
from tests.storage.histories import History, group, merged, shared_rows


def exchanged_in_any_order_they_do_what_whole_libraries_do(seed: int) -> None:
    random = Random(seed)
    libraries = group(random, members=random.randrange(2, 5), steps=6)
    whole = shared_rows(merged(*libraries))
    exchange(libraries, random)
    assert all(shared_rows(library) == whole for library in libraries)


def passed_round_while_everybody_goes_on_they_miss_nothing(seed: int) -> None:
    """Members meet now and then, read what is newer only, and work on what they read."""
    random = Random(seed)
    libraries = group(random, members=3, steps=4)
    for _ in range(6):
        into, other = random.sample(libraries, 2)
        merge_bundle(into, other)
        History(into, random).go_on(2)
    whole = shared_rows(merged(*libraries))
    exchange(libraries, random)
    assert all(shared_rows(library) == whole for library in libraries)


def one_that_comes_back_is_still_ours(seed: int) -> None:
    """An older copy of a library that gets its own bundle back goes on sharing what is in it."""
    random = Random(seed)
    one, other = group(random, members=2, steps=6)
    older = Library.in_memory()
    one.db.backup(older.db)
    History(one, random).go_on(4)
    merge_bundle(one, other)
    with bundle(one) as own:
        before = rows_of(own)
        assert not changed(take(one, own))
        take(older, own)
    for library in (one, older):
        with bundle(library) as made:
            assert before <= rows_of(made)


def exchange(libraries: list[Library], random: Random) -> None:
    """Let everybody read the bundle of everybody else, in an order of its own."""
    pairs = [(into, other) for into in libraries for other in libraries if into is not other]
    for into, other in random.sample(pairs, len(pairs)):
        merge_bundle(into, other)


def merge_bundle(into: Library, other: Library) -> dict[str, TableCount]:
    with bundle(other) as made:
        return take(into, made)


@contextmanager
def bundle(library: Library) -> Iterator[Connection]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "bundle.duidu")
        assert bundles.write(library, path)
        with closing(connect(path)) as made:
            assert made.execute("PRAGMA foreign_key_check").fetchall() == []
            bundles.check_hash(made, path)
            yield made


def take(into: Library, made: Connection) -> dict[str, TableCount]:
    replica = incoming.replica_of(into, made)
    incoming.receive(into, made, replica, lambda *_: None)
    assert incoming.set_aside(into) == {}
    counts = merge_incoming(into, replica)
    incoming.forget(into)
    return counts


def rows_of(made: Connection) -> set[tuple[object, ...]]:
    return {
        (table.name, *row)
        for table in SHARED_TABLES
        for row in made.execute(f"SELECT {', '.join(table.columns)} FROM {table.name}")
    }


def changed(counts: dict[str, TableCount]) -> bool:
    return any(count.new or count.changed for count in counts.values())


LAWS = (
    exchanged_in_any_order_they_do_what_whole_libraries_do,
    passed_round_while_everybody_goes_on_they_miss_nothing,
    one_that_comes_back_is_still_ours,
)
