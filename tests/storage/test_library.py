"""Library: making, opening, closing, and transactions that do all or nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from annotator.core.annotation import Annotation
from annotator.core.errors import (
    DuiduError,
    LibraryExistsError,
    LibraryMissingError,
    ReadOnlyLibraryError,
)
from annotator.storage import annotation_table, document_table
from annotator.storage import library as library_module
from annotator.storage.library import Library, known_failures, uri_of

Maker = Callable[[int, int], Annotation]


def files_beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def test_library_that_was_closed_is_one_file_with_all_in_it(
    path: Path, library: Library, make_annotation: Maker
) -> None:
    annotation = make_annotation(0, 5)
    annotation_table.insert(library, annotation)

    library.close()

    assert files_beside(path) == ["library.duidu"]
    with Library.open(path) as again:
        assert [one.id for one in annotation_table.all_annotations(again)] == [annotation.id]


def test_library_is_not_made_over_another_file(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(LibraryExistsError, match="exists already"):
        Library.create(path)

    assert path.read_text(encoding="utf-8") == "mine"


def test_file_that_appears_while_a_library_is_made_is_not_replaced(path: Path) -> None:
    with pytest.raises(LibraryExistsError):
        Library.create(path, lambda _: path.write_text("mine", encoding="utf-8"))

    assert path.read_text(encoding="utf-8") == "mine"
    assert files_beside(path) == ["library.duidu"]


def test_library_is_made_where_files_cannot_be_linked(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)

    Library.create(path).close()

    assert files_beside(path) == ["library.duidu"]


def test_half_made_library_is_never_found(path: Path) -> None:
    seen = []

    def fail(library: Library) -> None:
        library.rows("SELECT 1 FROM document")
        seen.append(path.exists())
        raise EOFError

    with pytest.raises(EOFError):
        Library.create(path, fail)

    assert seen == [False]
    assert files_beside(path) == []


@pytest.mark.parametrize("name", ["file/library.duidu", "x" * 300])
def test_library_that_cannot_be_made_there_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ReadOnlyLibraryError):
        Library.create(tmp_path / name)


def test_opening_never_makes_a_file(path: Path) -> None:
    with pytest.raises(LibraryMissingError):
        Library.open(path)

    assert not path.parent.exists()


def test_every_connection_is_strict_about_keys_and_safety(library: Library) -> None:
    assert library.rows("PRAGMA foreign_keys") == [(1,)]
    assert library.rows("PRAGMA journal_mode") == [("wal",)]
    assert library.rows("PRAGMA synchronous") == [(2,)]


def test_library_in_memory_is_strict_too() -> None:
    with Library.in_memory() as library:
        assert library.rows("PRAGMA foreign_keys") == [(1,)]
        assert not library.is_in_shared_folder


def test_library_in_a_cloud_folder_keeps_no_log_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "OneDrive - 大学" / "library.duidu"

    with Library.create(path) as library:
        with library.transaction():
            pass

        assert library.rows("PRAGMA journal_mode") == [("truncate",)]
        assert library.is_in_shared_folder
        assert not path.with_name("library.duidu-wal").exists()


def test_library_that_moves_to_a_cloud_folder_gives_up_its_log(
    closed: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "Dropbox" / "library.duidu"
    moved.parent.mkdir()
    closed.rename(moved)

    with Library.open(moved) as library:
        assert library.rows("PRAGMA journal_mode") == [("truncate",)]


def test_annotation_of_an_unknown_document_is_refused(
    library: Library, make_annotation: Maker
) -> None:
    annotation = make_annotation(0, 5)
    library.db.execute("PRAGMA foreign_keys = OFF")
    library.db.execute("DELETE FROM document")
    library.db.execute("PRAGMA foreign_keys = ON")

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        annotation_table.insert(library, annotation)


def test_transaction_that_fails_leaves_no_trace(library: Library, make_annotation: Maker) -> None:
    before = library.rows("SELECT clock, seq FROM library")

    def write_and_fail() -> None:
        with library.transaction():
            annotation_table.insert(library, make_annotation(0, 5))
            document_table.set_deleted(library, make_annotation(0, 5).document_id, deleted=True)
            raise EOFError

    with pytest.raises(EOFError):
        write_and_fail()

    assert library.rows("SELECT count(*) FROM annotation") == [(0,)]
    assert len(document_table.all_documents(library)) == 1
    assert library.rows("SELECT clock, seq FROM library") == before
    assert not library.db.in_transaction


def test_statement_that_fails_takes_the_whole_transaction_back(
    library: Library, make_annotation: Maker
) -> None:
    annotation = make_annotation(0, 5)

    def insert_twice() -> None:
        with library.transaction():
            annotation_table.insert(library, annotation)
            annotation_table.insert(library, annotation)

    with pytest.raises(sqlite3.IntegrityError):
        insert_twice()

    assert annotation_table.all_annotations(library) == []


def test_library_can_be_written_to_after_a_transaction_failed(
    library: Library, make_annotation: Maker
) -> None:
    with pytest.raises(EOFError), library.transaction():
        raise EOFError

    annotation_table.insert(library, make_annotation(0, 5))

    assert len(annotation_table.all_annotations(library)) == 1


def test_inner_transaction_is_part_of_the_outer_one(
    library: Library, make_annotation: Maker
) -> None:
    with library.transaction() as outer:
        annotation_table.insert(library, make_annotation(0, 5))
        with library.transaction() as inner:
            assert inner is outer

    rows = library.rows("SELECT anchor_stamp, seq FROM annotation")
    assert rows == [(outer.stamp, outer.seq)]


def test_every_transaction_has_a_later_stamp_and_a_greater_number(library: Library) -> None:
    with library.transaction() as first:
        pass
    with library.transaction() as second:
        pass

    assert second.stamp > first.stamp
    assert second.seq > first.seq


def test_stamps_grow_also_when_the_computer_clock_goes_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.transaction() as first:
        pass
    monkeypatch.setattr(library_module, "now_ms", lambda: 0)

    with library.transaction() as second:
        pass

    assert second.stamp == first.stamp + 1


def test_bug_in_a_query_is_not_taken_for_a_failure_of_the_machine(path: Path) -> None:
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError),
        known_failures(path),
    ):
        connection.execute("SELECT nothing")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/林/a b?.duidu"), "file:///home/%E6%9E%97/a%20b%3F.duidu"),
        (PureWindowsPath("C:/a.duidu"), "file:///C:/a.duidu"),
        (PureWindowsPath("//server/share/a.duidu"), "file:////server/share/a.duidu"),
    ],
)
def test_sqlite_is_told_paths_in_its_own_way(path: PurePosixPath, uri: str) -> None:
    assert uri_of(path) == uri


@pytest.mark.parametrize(
    "name",
    [
        "百分之 100%.duidu",
        "a#b&mode=ro;'[1].duidu",
        pytest.param('a?mode=ro"*.duidu', marks=pytest.mark.skipif("os.name == 'nt'")),
    ],
)
def test_library_may_have_any_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name

    with Library.create(path) as library:
        backup = library.back_up()

    assert path.exists()
    assert backup.exists()


def test_path_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    Library.create(Path("library.duidu")).close()

    with Library.open(Path("library.duidu")) as library:
        assert library.path == tmp_path / "library.duidu"


def test_failures_are_errors_that_readers_understand(path: Path) -> None:
    with pytest.raises(DuiduError, match=r"library\.duidu"):
        Library.open(path)
