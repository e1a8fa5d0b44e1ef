"""Backups and copies: whole libraries, each with a replica id of its own."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.annotation import Annotation
from annotator.core.errors import ReadOnlyLibraryError
from annotator.services import libraries
from annotator.storage import annotation_table, backups
from annotator.storage.library import Library


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime]]:
    """Give the backups a clock: its last entry is now, and each look at it takes a second."""
    now = [datetime(2024, 3, 21, 23, 0, tzinfo=UTC)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            del tz
            now.append(now[-1] + timedelta(seconds=1))
            return now[-1]

    monkeypatch.setattr(backups, "datetime", Clock)
    return now


def replica_id(path: Path) -> str:
    with Library.open(path) as library:
        return str(library.rows("SELECT replica_id FROM library")[0][0])


def test_backup_opens_as_a_library_with_all_that_was_in_it(
    library: Library, make_annotation: Callable[[int, int], Annotation]
) -> None:
    annotation_table.insert(library, make_annotation(0, 5))

    backup = library.back_up()

    with Library.open(backup) as copy:
        assert annotation_table.all_annotations(copy) == annotation_table.all_annotations(library)
        assert copy.integrity() == []


def test_backup_is_one_file_in_the_folder_beside_the_library(library: Library, path: Path) -> None:
    backup = library.back_up()

    assert backup.parent == path.parent / "backups" / "library"
    assert list(backup.parent.iterdir()) == [backup]


def test_backup_is_made_while_another_program_writes(library: Library, path: Path) -> None:
    with Library.open(path) as other, other.transaction() as write:
        write.db.execute("UPDATE document SET title = 'not committed'")
        backup = library.back_up()

    with Library.open(backup) as copy:
        assert copy.rows("SELECT title FROM document") == [("短文",)]


def test_backup_is_due_once_a_day(closed: Path, clock: list[datetime]) -> None:
    first = libraries.back_up_daily(closed)
    second = libraries.back_up_daily(closed)
    clock.append(datetime(2024, 3, 22, tzinfo=UTC))
    third = libraries.back_up_daily(closed)

    assert first
    assert second is None
    assert third
    assert backups.newest_first(closed) == [third, first]


@pytest.mark.parametrize("name", ["library.duidu", "笔记 [1].duidu", "my.group.duidu"])
def test_only_the_newest_ten_backups_are_kept(
    name: str, closed: Path, clock: list[datetime]
) -> None:
    path = closed.rename(closed.with_name(name))
    made = []

    for _ in range(12):
        clock.append(clock[-1] + timedelta(days=1))
        made.append(libraries.back_up_daily(path))

    assert backups.newest_first(path) == made[:1:-1]
    assert len(list(backups.backup_folder(path).iterdir())) == 10


def test_backups_of_libraries_with_similar_names_do_not_mix(closed: Path) -> None:
    other = closed.with_name("library-2.duidu")
    shutil.copy(closed, other)

    backup = libraries.back_up(other)

    assert backups.newest_first(closed) == []
    assert backups.newest_first(other) == [backup]


def test_backup_that_fails_leaves_nothing(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refuse)

    with pytest.raises(ReadOnlyLibraryError):
        library.back_up()

    assert list(backups.backup_folder(path).iterdir()) == []


def test_backup_that_has_no_folder_to_go_to_is_told(library: Library, path: Path) -> None:
    (path.parent / "backups").touch()

    with pytest.raises(ReadOnlyLibraryError, match="backups"):
        library.back_up()


def test_library_that_is_opened_again_keeps_its_replica_id(closed: Path) -> None:
    assert replica_id(closed) == replica_id(closed)


def test_library_that_is_moved_keeps_its_replica_id(closed: Path) -> None:
    before = replica_id(closed)
    moved = closed.rename(closed.with_name("moved.duidu"))

    assert replica_id(moved) == before


def test_copy_of_a_library_gets_a_replica_id_of_its_own(closed: Path) -> None:
    original = replica_id(closed)
    copy = closed.with_name("copy.duidu")
    shutil.copy(closed, copy)

    assert replica_id(copy) != original
    assert replica_id(copy) == replica_id(copy)
    assert replica_id(closed) == original


@pytest.mark.parametrize("restore", [os.replace, shutil.copyfile], ids=["renamed", "copied over"])
def test_backup_that_is_restored_gets_a_replica_id_of_its_own(
    restore: Callable[[Path, Path], object], closed: Path
) -> None:
    lost = replica_id(closed)
    backup = libraries.back_up(closed)

    restore(backup, closed)

    assert replica_id(closed) != lost
