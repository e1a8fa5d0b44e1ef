"""What stands in a shared folder and is not whole is told, and deletes nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.errors import DiskFullError, NotALibraryError
from annotator.core.merge_errors import DamagedShareError
from annotator.services import sharing
from annotator.storage import bundles
from annotator.storage.library import Library
from tests.services.shared_folder import (
    annotate_in,
    cut,
    folder,
    import_text,
    member,
    own_file,
    sync,
)
from tests.services.test_merging import annotate, patched
from tests.storage.histories import shared_rows
from tests.storage.test_disk_full import fill, small_disk

__all__ = ["folder", "member", "small_disk"]


@pytest.mark.parametrize("name", ["林 (conflicted copy).duidu", "林-冲突.duidu", "随便.bak"])
def test_copy_under_any_name_is_read_like_the_bundle(
    member: Callable[[str], Library], folder: Path, name: str
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    sync(lin)
    own_file(lin, folder).rename(folder / name)
    assert sync(zhou).new_annotations == 1

    shutil.copy(folder / name, folder / "again.duidu")
    assert sync(zhou).new_annotations == 0
    assert sync(lin).refused == {}


def cut_in_a_page(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1000)


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (cut, DamagedShareError),
        (cut_in_a_page, DamagedShareError),
        (lambda path: os.truncate(path, 0), NotALibraryError),
        (patched(68, b"abcd"), NotALibraryError),
    ],
)
def test_half_a_file_is_named_and_deletes_nothing(
    member: Callable[[str], Library],
    folder: Path,
    harm: Callable[[Path], None],
    error: type[Exception],
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    for library in (lin, zhou):
        sync(library)
    path = own_file(lin, folder)
    whole = path.read_bytes()
    harm(path)
    before, rows = path.read_bytes(), shared_rows(zhou)
    found = sync(zhou)

    assert [type(refused) for refused in found.refused.values()] == [error]
    assert path.name in str(found.refused[path])
    assert path.read_bytes() == before
    assert shared_rows(zhou) == rows
    path.write_bytes(whole)
    assert sync(zhou).refused == {}


def test_bundle_that_says_something_else_than_when_it_was_made_is_refused(
    member: Callable[[str], Library], folder: Path
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120, "林的原话")
    sync(lin)
    path = own_file(lin, folder)
    path.write_bytes(path.read_bytes().replace("林的原话".encode(), "林的戏话".encode()))

    assert isinstance(sync(zhou).refused[path], DamagedShareError)


def test_emptied_folder_deletes_nothing_and_is_filled_again(
    member: Callable[[str], Library], folder: Path
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    for library in (lin, zhou, lin):
        sync(library)
    rows, count = shared_rows(lin), len(list(folder.iterdir()))
    for path in folder.iterdir():
        path.unlink()

    assert [sync(library).written for library in (zhou, lin)] == [
        own_file(library, folder) for library in (zhou, lin)
    ]
    assert len(list(folder.iterdir())) == count
    assert shared_rows(lin) == shared_rows(zhou) == rows


def test_own_bundle_that_somebody_spoilt_is_written_again(
    member: Callable[[str], Library], folder: Path
) -> None:
    lin = member("林")
    annotate(lin, 100, 120)
    sync(lin)
    cut(own_file(lin, folder))

    assert sync(lin).written == own_file(lin, folder)
    assert sync(lin).refused == {}
    assert sync(member("周")).new_annotations == 1


def test_leftovers_of_killed_programs_go_after_an_hour(
    member: Callable[[str], Library], folder: Path
) -> None:
    lin = member("林")
    old, young, other = (
        folder / name
        for name in (f".a.1{bundles.UNFINISHED}", f".a.2{bundles.UNFINISHED}", ".keep")
    )
    for path in (old, young, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (1, 1))
    sync(lin)

    assert not old.exists()
    assert young.exists()
    assert other.exists()


@pytest.mark.parametrize("free", [0, 8_000, 60_000, 200_000])
def test_full_disk_keeps_the_bundle_that_was_there(
    free: int, small_disk: Path, library: Library, tmp_path: Path
) -> None:
    document_id = import_text(library, tmp_path)
    annotate_in(library, document_id)
    sharing.choose_folder(library, small_disk)
    written = sync(library).written
    assert written is not None
    before = written.read_bytes()
    with library.transaction():
        for _ in range(300):
            annotate_in(library, document_id)
    fill(small_disk, but=free)
    found = sync(library)

    assert isinstance(found.not_written, DiskFullError)
    assert written.read_bytes() == before
    assert sorted(path.name for path in small_disk.iterdir()) == sorted(["filling", written.name])
    (small_disk / "filling").unlink()
    assert sync(library).written == written
    assert written.read_bytes() != before
