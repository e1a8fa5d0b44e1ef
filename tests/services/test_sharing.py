"""Sharing by a folder: who annotates what arrives where."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.merge_errors import NoFolderError
from annotator.services import bundling, checking, libraries, merging, sharing
from annotator.storage import (
    annotation_table,
    bundles,
    foreign_files,
    member_table,
    seen_files,
    tag_table,
    tagging_table,
)
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging
from tests.services.shared_folder import annotate_in, folder, import_text, member, own_file, sync
from tests.services.test_merging import annotate
from tests.storage.histories import shared_rows

__all__ = ["folder", "member"]


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
