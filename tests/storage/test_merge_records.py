"""A merge that is taken back: all is as it was, or nothing happens; and nothing is hidden by it.

`DUIDU_HISTORIES` sets how many histories each law is asked about, `DUIDU_KILLS` how many programs
are killed; 10,000 and 500 are the nightly sizes.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.identity import source_hash
from annotator.core.merge_errors import (
    BackupGoneError,
    BuiltOnMergeError,
    NoMergeError,
    UnmergeError,
)
from annotator.storage import (
    annotation_table,
    changed_back,
    completion_table,
    document_table,
    local_tables,
    member_table,
    merge_records,
    tagging_table,
)
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging
from tests.storage.histories import (
    OTHER_SOURCE,
    SOURCE,
    History,
    add_text,
    group,
    group_library,
    join,
)
from tests.storage.test_merge_laws import HISTORIES, TRIED, Law
from tests.storage.unmerge_laws import LAWS, dump, merge_recorded, on_disk, undo_all

Fault = Callable[[pytest.MonkeyPatch], None]

THIRD_SOURCE = "第三篇文献。" * 9
KILLS = int(os.environ.get("DUIDU_KILLS", "12"))
UNMERGE = Path(__file__).with_name("unmerge.py")


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
@settings(max_examples=HISTORIES // 2, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_taking_back_keeps_the_law(law: Law, seed: int) -> None:
    law(seed)


def test_histories_end_both_ways() -> None:
    """Some merges are taken back after more was written, some cannot be."""
    ends = set()
    for seed in range(20):
        random = Random(seed)
        others = group(random, members=2, steps=6)
        with on_disk(others.pop()) as ours:
            merge_recorded(ours, others)
            History(ours, random).go_on(1)
            try:
                undo_all(ours)
                ends.add("taken back")
            except BuiltOnMergeError:
                ends.add("refused")
    assert ends == {"taken back", "refused"}


def without(*beginnings: str) -> Fault:
    """Return a fault that leaves out statements that begin like this when a merge is undone."""

    class Deaf:
        def __init__(self, db: sqlite3.Connection) -> None:
            self.db = db

        def execute(self, sql: str, *rest: Any) -> object:
            return None if sql.startswith(beginnings) else self.db.execute(sql, *rest)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.db, name)

    def plant(monkeypatch: pytest.MonkeyPatch) -> None:
        transaction = Library.transaction

        @contextmanager
        def deaf(library: Library) -> Iterator[Any]:
            with transaction(library) as write:
                yield replace(write, db=Deaf(write.db))

        monkeypatch.setattr(Library, "transaction", deaf)

    return plant


def nobody_looks_what_was_changed_since(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge_records, "_came", lambda _, record: record.rows)
    monkeypatch.setattr(merge_records, "_count", lambda *_: 0)


def nothing_is_known_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed_back, "prints", lambda *_: ())


FAULTS: dict[str, Fault] = {
    "cursors stay": without("DELETE FROM main.replica", "INSERT INTO main.replica"),
    "rows that changed stay": without("UPDATE main."),
    "new rows stay": without("DELETE FROM main.annotation"),
    "nobody looks what was changed since": nobody_looks_what_was_changed_since,
    "what was changed back is not known again": nothing_is_known_again,
    "places given meanwhile stay": without("DELETE FROM main.anchor_revision"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_breaks_a_law(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    assert any(breaks(law, seed) for seed in range(TRIED) for law in LAWS)


def breaks(law: Law, seed: int) -> bool:
    try:
        law(seed)
    except (AssertionError, BuiltOnMergeError):
        return True
    return False


@pytest.fixture
def ours() -> Iterator[Library]:
    """Return a library into which that of another member was merged, with a text of its own."""
    mine, theirs = group_library(), group_library()
    join(theirs, "周")
    add_text(theirs, OTHER_SOURCE)
    History(theirs, Random(1)).go_on(30)
    with on_disk(mine) as library:
        merge_recorded(library, [theirs])
        yield library


def refused(library: Library, error: type[UnmergeError]) -> str:
    """Try to take the merge back; return what is told, when nothing has happened."""
    before = dump(library)
    with pytest.raises(error) as told:
        merge_records.take_back_last(library)
    assert dump(library) == before
    return str(told.value)


def backup_of(library: Library) -> Path:
    record = merge_records.last(library)
    assert record is not None
    return Path(record.backup)


def new_annotation(library: Library) -> str:
    return str(library.rows("SELECT id FROM present_annotation ORDER BY id")[0][0])


def delete_one(library: Library) -> None:
    annotation_table.set_deleted(library, [new_annotation(library)], deleted=True)


def write_a_note(library: Library) -> None:
    annotation_table.set_note(library, new_annotation(library), "我的话")


def tag_one(library: Library) -> None:
    ((tag_id, me),) = library.rows("SELECT tag.id, member_id FROM present_tag AS tag, library")[:1]
    tagging = Tagging(new_annotation(library), tag_id, me)
    tagging_table.set_present(library, [tagging], present=True)


def finish_a_new_text(library: Library) -> None:
    ((me,),) = library.rows("SELECT member_id FROM library")
    new = source_hash(OTHER_SOURCE)
    completion_table.set_finished(library, new, me, finished=True)


def be_the_new_member(library: Library) -> None:
    ((they,),) = library.rows("SELECT id FROM member WHERE name = '周'")
    member_table.make_current(library, they)


def link_as_newer_than_a_new_text(library: Library) -> None:
    document_table.set_predecessor(library, source_hash(SOURCE), source_hash(OTHER_SOURCE))


@pytest.mark.parametrize(
    "build",
    [
        delete_one,
        write_a_note,
        tag_one,
        finish_a_new_text,
        be_the_new_member,
        link_as_newer_than_a_new_text,
    ],
)
def test_merge_on_which_somebody_built_is_not_taken_back(
    ours: Library, build: Callable[[Library], None]
) -> None:
    build(ours)

    assert str(backup_of(ours)) in refused(ours, BuiltOnMergeError)


def test_own_work_that_needs_nothing_of_it_stays(ours: Library) -> None:
    add_text(ours, THIRD_SOURCE)
    merge_records.take_back_last(ours)

    assert {row[0] for row in ours.rows("SELECT id FROM document")} == {
        source_hash(SOURCE),
        source_hash(THIRD_SOURCE),
    }
    assert ours.rows("SELECT count(*) FROM annotation") == [(0,)]


def test_what_is_remembered_of_a_text_goes_with_it(ours: Library) -> None:
    came, stays = source_hash(OTHER_SOURCE), source_hash(SOURCE)
    for document_id in (came, stays):
        local_tables.set_reading_place(ours, document_id, 5)
    merge_records.take_back_last(ours)

    assert local_tables.reading_place(ours, stays) == 5
    assert local_tables.reading_place(ours, came) == 0
    assert ours.integrity() == []


def test_there_is_nothing_to_take_back_twice(ours: Library) -> None:
    merge_records.take_back_last(ours)

    assert str(ours.path) in refused(ours, NoMergeError)


def test_backup_that_is_gone_is_named(ours: Library) -> None:
    backup = backup_of(ours)
    backup.unlink()

    assert str(backup) in refused(ours, BackupGoneError)
    assert not backup.exists()


def test_backup_that_was_written_to_is_not_believed(ours: Library) -> None:
    with Library.open(backup_of(ours)) as backup:
        add_text(backup, THIRD_SOURCE)

    refused(ours, BackupGoneError)


def test_backup_that_was_only_opened_serves(ours: Library) -> None:
    Library.open(backup_of(ours)).close()

    assert merge_records.take_back_last(ours) > 0


def test_what_was_written_between_backup_and_merge_keeps_the_merge_from_being_recorded() -> None:
    with on_disk(group_library()) as ours:
        backup = ours.back_up()
        local_tables.set_setting(ours, "anything", 1)
        assert merge_records.begin(ours, backup)
        add_text(ours, OTHER_SOURCE)

        assert merge_records.begin(ours, backup) is None


def test_merges_are_taken_back_one_after_the_other() -> None:
    others = group(Random(7), members=4, steps=6)
    with on_disk(others.pop()) as ours:
        dumps = []
        for other in others:
            dumps.append(dump(ours))
            merge_recorded(ours, [other])
        while dumps:
            merge_records.take_back_last(ours)
            assert dump(ours) == dumps.pop()


def test_other_programs_notice(ours: Library) -> None:
    with Library.open(ours.path) as other:
        before = other.data_version()
        merge_records.take_back_last(ours)

        assert other.data_version() != before
        assert other.rows("SELECT count(*) FROM annotation") == [(0,)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills in another way")
def test_killed_program_leaves_one_of_the_two_states(ours: Library, tmp_path: Path) -> None:
    merged, path = dump(ours), tmp_path / "library.duidu"
    closed = path.with_name("closed.duidu")
    shutil.copy(ours.back_up(), closed)
    merge_records.take_back_last(ours)
    as_before = dump(ours)

    ends = []
    for number in range(KILLS):
        shutil.copy(closed, path)
        done = subprocess.run(
            [sys.executable, UNMERGE, path, str(10 * 2 ** (number % 12))],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(UNMERGE.parents[2])},
            check=False,
        )
        with Library.open(path) as library:
            end = dump(library)
            assert library.integrity() == []
        assert end == (as_before if done.stdout else merged)
        ends.append(done.returncode)
    assert {-signal.SIGKILL, 0} == set(ends)
