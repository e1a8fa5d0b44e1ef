"""A full disk: told in words, and nothing is lost."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.core.annotation import Annotation
from annotator.core.errors import DiskFullError, LibraryError, ReadOnlyLibraryError
from annotator.storage import annotation_table, local_tables
from annotator.storage.library import Library

DISK_BYTES = 1_000_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of one megabyte, where that is permitted."""
    if not (sys.platform == "linux" and os.geteuid() == 0):
        pytest.skip("only root may mount a disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", disk],
        capture_output=True,
        check=False,
    )
    if mounting.returncode != 0:
        pytest.skip("mounting is not permitted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def fill(disk: Path, *, but: int = 0) -> None:
    """Leave this many bytes free."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filling").write_bytes(bytes(max(0, free - but)))


def annotate_until_refused(library: Library, annotations: Iterator[Annotation]) -> list[str]:
    """Return the ids of the annotations that the library took."""
    taken = []
    try:
        for annotation in annotations:
            annotation_table.insert(library, annotation)
            taken.append(annotation.id)
    except DiskFullError:
        pass
    return taken


@pytest.fixture
def endless(make_annotation: Callable[[int, int], Annotation]) -> Iterator[Annotation]:
    return iter(lambda: make_annotation(0, 5), None)


def test_file_that_cannot_grow_takes_nothing_and_loses_nothing(
    library: Library, endless: Iterator[Annotation]
) -> None:
    (pages,) = library.rows("PRAGMA page_count")[0]
    library.db.execute(f"PRAGMA max_page_count = {pages + 2}")

    taken = annotate_until_refused(library, endless)

    assert taken
    assert {one.id for one in annotation_table.all_annotations(library)} == set(taken)
    assert library.integrity() == []


def test_full_disk_loses_nothing_and_can_be_written_to_when_there_is_room(
    small_disk: Path, closed: Path, endless: Iterator[Annotation]
) -> None:
    path = small_disk / "library.duidu"
    path.write_bytes(closed.read_bytes())
    with Library.open(path) as library:
        fill(small_disk, but=100_000)

        taken = annotate_until_refused(library, endless)

        assert taken
        assert {one.id for one in annotation_table.all_annotations(library)} == set(taken)
        (small_disk / "filling").unlink()
        annotation_table.insert(library, next(endless))
        assert library.integrity() == []
    with Library.open(path) as again:
        assert len(annotation_table.all_annotations(again)) == len(taken) + 1


def furnish_too_much(library: Library) -> None:
    local_tables.set_setting(library, "filling", "x" * DISK_BYTES)


@pytest.mark.parametrize("free", [0, 4096, 40_000, 150_000])
def test_library_or_backup_that_does_not_fit_leaves_nothing_half_made(
    free: int, small_disk: Path, closed: Path
) -> None:
    path = small_disk / "library.duidu"
    path.write_bytes(closed.read_bytes())
    with Library.open(path) as library:
        local_tables.set_setting(library, "filling", "x" * 100_000)
        fill(small_disk, but=free)

        with pytest.raises(LibraryError):
            library.back_up()
        with pytest.raises(LibraryError):
            Library.create(small_disk / "new.duidu", furnish_too_much)

        assert not (small_disk / "new.duidu").exists()
        assert [file for file in small_disk.rglob("*") if "unfinished" in file.name] == []


@pytest.mark.parametrize("free", range(0, 120_000, 12_000))
def test_opening_on_a_full_disk_works_or_is_told(free: int, small_disk: Path, closed: Path) -> None:
    path = small_disk / "library.duidu"
    path.write_bytes(closed.read_bytes())
    fill(small_disk, but=free)

    with suppress(DiskFullError, ReadOnlyLibraryError):
        Library.open(path).close()

    (small_disk / "filling").unlink()
    with Library.open(path) as library:
        assert library.integrity() == []
