"""Sharing by a folder: who annotates what arrives where, whatever happens to the files."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.errors import DiskFullError, NotALibraryError
from annotator.core.merge_errors import (
    DamagedShareError,
    FolderMissingError,
    FolderNotWritableError,
    NoFolderError,
)
from annotator.core.span import ReadingSpan
from annotator.services import (
    anchoring,
    bundling,
    checking,
    importing,
    libraries,
    merging,
    reading,
    sharing,
)
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.sharing import Synced
from annotator.storage import (
    annotation_table,
    bundles,
    document_table,
    foreign_files,
    member_table,
    seen_files,
    tag_table,
    tagging_table,
)
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging
from tests.services.test_merging import annotate, patched
from tests.storage.histories import shared_rows
from tests.storage.test_disk_full import fill, small_disk

__all__ = ["small_disk"]

A_TEXT = "第一段说新质生产力。𠮷😀\n\n第二段说别的事情，也说到创新。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "小组 folder"
    made.mkdir()
    return made


@pytest.fixture
def member(samples_file: Path, tmp_path: Path, folder: Path) -> Iterator[Callable[[str], Library]]:
    """Return a maker of libraries with the sample texts that share by the folder."""
    opened: list[Library] = []

    def make(name: str) -> Library:
        path = tmp_path / name / "library.duidu"
        path.parent.mkdir()
        library = Library.open(Path(shutil.copy(samples_file, path)))
        opened.append(library)
        one = libraries.add_member(library, name)
        member_table.make_current(library, one.id)
        sharing.choose_folder(library, folder)
        return library

    yield make
    for library in opened:
        library.close()


def sync(library: Library) -> Synced:
    return sharing.sync(library, lambda *_: None)


def own_file(library: Library, folder: Path) -> Path:
    return folder / bundling.bundle_name(library, libraries.current_member(library))


def import_text(library: Library, tmp_path: Path) -> str:
    path = tmp_path / "短文.txt"
    path.write_text(A_TEXT, encoding="utf-8")
    return importing.import_file(library, path).document.id


def test_what_one_writes_reaches_the_others(member: Callable[[str], Library], folder: Path) -> None:
    lin, zhou, chen = member("林"), member("周"), member("陈")
    mine = annotate(lin, 100, 120, "林的笔记")
    sync(lin)
    found = sync(zhou)

    assert found.new_annotations == 1
    (tag, *_) = tag_table.codebook(zhou)
    me = libraries.current_member(zhou)
    tagging_table.set_present(zhou, [Tagging(mine.id, tag.id, me.id)], present=True)
    annotation_table.set_note(zhou, mine.id, "周改了笔记")
    annotate(zhou, 300, 320)
    for library in (zhou, chen, lin, zhou, chen):
        sync(library)
    assert shared_rows(lin) == shared_rows(zhou) == shared_rows(chen)
    (seen, _) = annotation_table.all_annotations(chen)
    assert (seen.note, seen.tag_ids) == ("周改了笔记", (tag.id,))
    assert len(list(folder.iterdir())) == 3


def test_deleting_the_annotation_of_another_reaches_everybody(
    member: Callable[[str], Library],
) -> None:
    lin, zhou, chen = member("林"), member("周"), member("陈")
    mine = annotate(lin, 100, 120)
    for library in (lin, zhou, chen):
        sync(library)
    annotation_table.set_deleted(zhou, [mine.id], deleted=True)
    for library in (zhou, lin, chen):
        sync(library)

    assert [annotation_table.all_annotations(one) for one in (lin, zhou, chen)] == [[], [], []]


def test_nothing_new_opens_no_file_and_writes_none(
    member: Callable[[str], Library], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, zhou = member("林"), member("周")
    (folder / "说明.txt").write_text("不是资料库", encoding="utf-8")
    annotate(lin, 100, 120)
    for library in (lin, zhou, lin, zhou):
        sync(library)
    before = {path: path.stat() for path in folder.iterdir()}
    dumped = list(lin.db.iterdump())
    opened: list[object] = []
    monkeypatch.setattr(foreign_files, "opened", opened.append)
    monkeypatch.setattr(sharing, "is_library", opened.append)
    monkeypatch.setattr(bundles, "write", opened.append)
    for library in (lin, zhou):
        found = sync(library)
        assert (found.reports, found.refused, found.written) == ({}, {}, None)

    assert opened == []
    assert {path: path.stat() for path in folder.iterdir()} == before
    assert list(lin.db.iterdump()) == dumped


def test_disk_that_keeps_whole_seconds_hides_nothing(
    member: Callable[[str], Library], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen_files, "_COARSEST_NS", 10**12)
    lin, zhou = member("林"), member("周")
    now = time.time_ns() // 10**9 * 10**9
    annotate(lin, 100, 120)
    sync(lin)
    path = own_file(lin, folder)
    os.utime(path, ns=(now, now))
    size = path.stat().st_size
    sync(zhou)
    annotate(lin, 300, 320)
    sync(lin)
    os.utime(path, ns=(now, now))

    assert path.stat().st_size == size
    assert sync(zhou).new_annotations == 1


def test_what_only_came_in_is_not_handed_on(member: Callable[[str], Library]) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    for library in (lin, zhou):
        sync(library)
    assert sync(zhou).written is None


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


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


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


def test_annotations_wait_for_a_text_and_come_in_when_it_is_there(
    member: Callable[[str], Library], tmp_path: Path, folder: Path
) -> None:
    lin, zhou = member("林"), member("周")
    document_id = import_text(lin, tmp_path)
    annotate(lin, 100, 120, "在范文里")
    waiting = annotate_in(lin, document_id)
    bundling.write_bundle(lin, folder / "没有原文.duidu", has_texts=False)
    found = sync(zhou)

    assert found.missing == (document_table.all_documents(lin)[-1].title,)
    assert len(annotation_table.all_annotations(zhou)) == 1
    assert sync(zhou).reports == {}
    import_text(zhou, tmp_path)
    assert sync(zhou).missing == ()
    assert waiting in {annotation.id for annotation in annotation_table.all_annotations(zhou)}
    assert checking.check(zhou) == []


def annotate_in(library: Library, document_id: str) -> str:
    text = reading.reading_text(library, document_id)
    selector = anchoring.describe(document_id, text, ReadingSpan(1, 5))
    annotation = new_annotation(selector, libraries.current_member(library).id)
    AddAnnotation(annotation).apply(library)
    return annotation.id


def test_bundle_without_texts_comes_in_after_the_one_that_has_them(
    member: Callable[[str], Library], tmp_path: Path, folder: Path
) -> None:
    lin, zhou, chen = member("林"), member("周"), member("陈")
    document_id = import_text(lin, tmp_path)
    import_text(chen, tmp_path)
    annotate_in(chen, document_id)
    bundling.write_bundle(chen, folder / "1 没有原文.duidu", has_texts=False)
    bundling.write_bundle(lin, folder / "2 有原文.duidu")
    found = sync(zhou)

    assert len(found.reports) == 2
    assert (found.missing, found.new_annotations) == ((), 1)
    assert len(annotation_table.all_annotations(zhou)) == 1


def test_text_that_comes_later_brings_what_waited_for_it(
    member: Callable[[str], Library], tmp_path: Path, folder: Path
) -> None:
    lin, zhou = member("林"), member("周")
    document_id = import_text(lin, tmp_path)
    annotate_in(lin, document_id)
    bundling.write_bundle(lin, folder / "1 没有原文.duidu", has_texts=False)
    assert sync(zhou).missing != ()
    with Library.create(tmp_path / "texts.duidu") as texts:
        import_text(texts, tmp_path)
    shutil.copy(tmp_path / "texts.duidu", folder / "2 原文.duidu")
    found = sync(zhou)

    assert (found.missing, found.new_annotations) == ((), 1)
    assert sync(zhou).reports == {}


def test_library_that_lies_in_its_own_shared_folder_is_not_read(
    samples_file: Path, folder: Path
) -> None:
    with Library.open(Path(shutil.copy(samples_file, folder / "library.duidu"))) as library:
        sharing.choose_folder(library, folder)
        annotate(library, 100, 120)
        found = sync(library)

    assert (found.reports, found.refused) == ({}, {})


def test_bundle_of_one_member_holds_the_work_of_that_member_alone(
    samples: Library, tmp_path: Path
) -> None:
    first = libraries.current_member(samples)
    annotate(samples, 100, 120, "第一位")
    second = libraries.add_member(samples, "周")
    member_table.make_current(samples, second.id)
    annotate(samples, 300, 320, "第二位")
    path = tmp_path / "周.duidu"
    written = bundling.write_bundle(samples, path, member=second)

    assert written.counts["annotation"] == written.counts["document"] == 1
    with foreign_files.opened(path) as foreign:
        assert foreign.execute("SELECT note FROM annotation").fetchall() == [("第二位",)]
        assert foreign.execute("SELECT name FROM member").fetchall() == [("周",)]
    assert first.name != "周"


def test_older_copy_of_a_library_on_the_same_file_hides_nothing(
    samples: Library, tmp_path: Path, samples_file: Path
) -> None:
    theirs = Path(shutil.copy(samples_file, tmp_path / "theirs.duidu"))
    with Library.open(theirs) as library:
        annotate(library, 100, 120, "从前")
    older = theirs.read_bytes()
    with Library.open(theirs) as library:
        for _ in range(3):
            annotate(library, 300, 330, "后来丢了")
    merging.merge(samples, theirs, report=lambda *_: None)
    with theirs.open("r+b") as file:
        file.write(older)
        file.truncate()
    with Library.open(theirs) as library:
        for _ in range(3):
            annotate(library, 400, 430, "丢了以后")
    merging.merge(samples, theirs, report=lambda *_: None)

    notes = [annotation.note for annotation in annotation_table.all_annotations(samples)]
    assert notes.count("丢了以后") == 3
    assert notes.count("后来丢了") == 3


def test_backup_that_is_opened_does_not_share(member: Callable[[str], Library]) -> None:
    lin = member("林")
    sync(lin)

    with Library.open(lin.back_up()) as backup:
        assert sharing.shared_folder(backup) is None
        with pytest.raises(NoFolderError):
            sync(backup)
    assert sharing.shared_folder(lin) is not None


def test_folder_that_is_not_there_is_told(member: Callable[[str], Library], folder: Path) -> None:
    lin = member("林")
    annotate(lin, 100, 120)
    folder.rmdir()
    with pytest.raises(FolderMissingError, match="小组 folder"):
        sync(lin)
    with pytest.raises(FolderMissingError):
        sharing.choose_folder(lin, folder)
    with pytest.raises(FolderMissingError):
        bundling.write_bundle(lin, folder / "b.duidu")


def test_library_without_a_folder_is_told(samples: Library) -> None:
    with pytest.raises(NoFolderError):
        sync(samples)


def test_folder_that_cannot_be_written_to_is_read_all_the_same(
    member: Callable[[str], Library], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    annotate(zhou, 100, 120)
    sync(lin)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    found = sync(zhou)
    assert found.new_annotations == 1
    assert isinstance(found.not_written, FolderNotWritableError)
    assert [path.name for path in folder.iterdir()] == [own_file(lin, folder).name]
    monkeypatch.undo()
    assert sync(zhou).written == own_file(zhou, folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_link_and_pipe_and_folder_are_not_touched(
    member: Callable[[str], Library], folder: Path, tmp_path: Path
) -> None:
    lin, zhou = member("林"), member("周")
    annotate(lin, 100, 120)
    bundling.write_bundle(lin, tmp_path / "outside.duidu")
    (folder / "link.duidu").symlink_to(tmp_path / "outside.duidu")
    os.mkfifo(folder / "pipe.duidu")
    (folder / "folder.duidu").mkdir()
    found = sync(zhou)

    assert (found.reports, found.refused) == ({}, {})


@pytest.mark.parametrize("name", ["../../evil", "a/b\\c:d*?", "林" * 200, "...", "𠮷😀"])
def test_name_of_a_member_makes_a_plain_file_name(
    member: Callable[[str], Library], folder: Path, name: str
) -> None:
    lin = member("林")
    evil = libraries.add_member(lin, name)
    member_table.make_current(lin, evil.id)
    annotate(lin, 100, 120)
    written = sync(lin).written

    assert written is not None
    assert written.parent == folder
    assert [path.name for path in folder.iterdir()] == [written.name]
    assert not set(written.name) & set('/\\:*?"<>|')
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


def test_group_begins_with_a_folder_and_the_texts_of_one(
    library: Library, tmp_path: Path, folder: Path
) -> None:
    document_id = import_text(library, tmp_path)
    with libraries.create(tmp_path / "陈.duidu") as other:
        for one in (library, other):
            sharing.choose_folder(one, folder)
            sync(one)
        annotate_in(other, document_id)
        sync(other)
    sync(library)

    (annotation,) = annotation_table.all_annotations(library)
    assert annotation.member_id != libraries.current_member(library).id
    assert checking.check(library) == []
