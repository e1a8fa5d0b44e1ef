"""Files that cannot be opened as a library: told in one sentence, and left as they were."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.errors import (
    DamagedLibraryError,
    LibraryError,
    LibraryMissingError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
)
from annotator.storage import document_table, local_tables
from annotator.storage.file_format import SCHEMA_VERSION
from annotator.storage.library import Library

Spoil = Callable[[Path], object]

PAGE = 4096


def overwrite(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def replace_by_other_sqlite_file(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE library (id)")


def pretend_to_be_a_library(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA application_id = 0x44754475")
        other.execute("CREATE TABLE something (id)")


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_by_link_to_itself(path: Path) -> None:
    path.unlink()
    link(path, path)


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("links are not permitted here")


SPOILS: dict[str, tuple[Spoil, type[LibraryError]]] = {
    "missing": (Path.unlink, LibraryMissingError),
    "folder": (replace_by_folder, LibraryMissingError),
    "link to itself": (replace_by_link_to_itself, LibraryMissingError),
    "text": (lambda path: path.write_text("新质生产力" * 99, "utf-8"), NotALibraryError),
    "empty": (lambda path: path.write_bytes(b""), NotALibraryError),
    "header cut": (lambda path: os.truncate(path, 99), NotALibraryError),
    "other SQLite file": (replace_by_other_sqlite_file, NotALibraryError),
    "other tables": (pretend_to_be_a_library, NotALibraryError),
    "newer": (
        lambda path: overwrite(path, 60, (SCHEMA_VERSION + 1).to_bytes(4, "big")),
        NewerLibraryError,
    ),
    "read-only": (lambda path: path.chmod(0o444), ReadOnlyLibraryError),
    "damaged page": (lambda path: overwrite(path, PAGE, b"\xff" * 200), DamagedLibraryError),
    "damaged schema": (lambda path: overwrite(path, 100, b"\xff" * 200), DamagedLibraryError),
    "damaged header": (lambda path: overwrite(path, 16, b"\x00\x03"), DamagedLibraryError),
    "truncated": (lambda path: os.truncate(path, 3 * PAGE), DamagedLibraryError),
    "truncated in a page": (
        lambda path: os.truncate(path, path.stat().st_size - 100),
        DamagedLibraryError,
    ),
}


def state(folder: Path) -> dict[str, bytes | str]:
    """Return all that is in a folder, byte for byte."""
    return {
        path.name: path.read_bytes() if path.is_file() else "not a file"
        for path in folder.iterdir()
    }


@pytest.mark.parametrize(("spoil", "error"), SPOILS.values(), ids=SPOILS)
def test_unusable_file_is_refused_and_left_as_it_was(
    spoil: Spoil, error: type[LibraryError], closed: Path
) -> None:
    spoil(closed)
    before = state(closed.parent)

    with pytest.raises(error) as caught:
        Library.open(closed)

    assert state(closed.parent) == before
    assert str(closed) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_path_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        Library.open(tmp_path / ("x" * 300))


def test_damage_that_opening_cannot_see_is_told_when_the_text_is_read(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("UPDATE document SET source = zeroblob(length(source))")

    with Library.open(closed) as library:
        (document,) = document_table.all_documents(library)
        with pytest.raises(DamagedLibraryError):
            document_table.source_text(library, document.id)


def test_link_to_a_library_opens_the_library_itself(closed: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "link.duidu"
    link(elsewhere, closed)

    with Library.open(elsewhere) as library:
        assert library.path == closed
        assert len(document_table.all_documents(library)) == 1

    assert elsewhere.is_symlink()


def test_library_left_by_a_crash_opens_with_all_that_was_committed(
    library: Library, path: Path, tmp_path: Path
) -> None:
    size = path.stat().st_size
    with library.transaction() as write:
        write.db.execute("UPDATE document SET title = '改过的题目', source = zeroblob(100000)")
    library.db.execute("PRAGMA wal_checkpoint")
    crashed = tmp_path / "crashed"
    shutil.copytree(path.parent, crashed)
    os.truncate(crashed / path.name, size)

    with Library.open(crashed / path.name) as again:
        assert [one.title for one in document_table.all_documents(again)] == ["改过的题目"]
        assert again.integrity() == []


def test_damaged_library_left_by_a_crash_is_left_as_it_was(
    library: Library, path: Path, tmp_path: Path
) -> None:
    library.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with library.transaction():
        pass
    crashed = tmp_path / "crashed"
    shutil.copytree(path.parent, crashed, ignore=shutil.ignore_patterns("*-shm"))
    overwrite(crashed / path.name, PAGE, b"\xff" * 200)
    before = {name: data for name, data in state(crashed).items() if not name.endswith("-shm")}

    with pytest.raises(DamagedLibraryError):
        Library.open(crashed / path.name)

    after = {name: data for name, data in state(crashed).items() if not name.endswith("-shm")}
    assert after == before


def test_transaction_cut_short_in_a_cloud_folder_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "dropbox" / "library.duidu"
    crashed = tmp_path / "nutstore" / "library.duidu"
    with Library.create(path) as library:
        before = library.rows("SELECT clock, seq FROM library")
        library.db.execute("PRAGMA cache_size = 1")
        with library.transaction():
            local_tables.set_setting(library, "big", "x" * 1_000_000)
            shutil.copytree(path.parent, crashed.parent)
    assert crashed.with_name("library.duidu-journal").stat().st_size > 0

    with Library.open(crashed) as again:
        assert again.rows("SELECT clock, seq FROM library") == before
        assert again.integrity() == []
