"""merge: other libraries into this one, from the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.services import libraries
from annotator.storage import annotation_table
from annotator.storage.library import Library

Duidu = Callable[..., Any]


@pytest.fixture
def theirs(duidu: Duidu, library: Path, tmp_path: Path) -> Path:
    """Return a copy of the library in which another member has annotated."""
    path = Path(shutil.copy(library, tmp_path / "周.duidu"))
    with Library.open(path) as opened:
        libraries.add_member(opened, "周")
    words = ("--quote", "关键在质优", "--as", "周", "--tag", "定义")
    assert duidu("--library", path, "annotate", "笔记.txt", *words).status == 0
    return path


def test_merge_tells_what_came_in(duidu: Duidu, library: Path, theirs: Path) -> None:
    merged = duidu("--library", library, "merge", theirs, "--json")

    assert merged.status == 0
    (file,) = merged.json["files"]
    assert file["counts"]["annotation"] == {"new": 1, "changed": 0}
    assert file["shares"][0]["member"] == "周"
    assert merged.json["conflicts"] == merged.json["refused"] == []
    assert Path(merged.json["backup"]).exists()
    listed = duidu("--library", library, "annotations", "--json").json
    assert [one["quote"] for one in listed] == ["关键在质优"]


def test_dry_run_says_the_same_and_leaves_all_as_it_was(
    duidu: Duidu, library: Path, theirs: Path
) -> None:
    told = duidu("--library", library, "merge", theirs, "--dry-run").out
    assert "1 member, 1 annotation, 1 tagging would come in" in told
    assert duidu("--library", library, "annotations", "--json").json == []
    assert "came in" in duidu("--library", library, "merge", theirs).out
    assert "nothing new" in duidu("--library", library, "merge", theirs).out


def test_one_bad_file_does_not_keep_the_others_out(
    duidu: Duidu, library: Path, theirs: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "坏.duidu"
    bad.write_bytes(b"hello" * 100)
    merged = duidu("--library", library, "merge", bad, theirs, "--json")

    assert merged.status == 1
    assert [one["file"] for one in merged.json["refused"]] == [str(bad)]
    assert len(duidu("--library", library, "annotations", "--json").json) == 1


def test_unmerge_undoes_the_last_merge_and_keeps_what_was_written_since(
    duidu: Duidu, library: Path, theirs: Path
) -> None:
    duidu("--library", library, "merge", theirs)
    mine = ("annotate", "笔记.txt", "--quote", "特点是创新", "--tag", "定义")
    assert duidu("--library", library, *mine).status == 0
    undone = duidu("--library", library, "unmerge", "--json")

    assert (undone.status, undone.json) == (0, {"taken_back": 3})
    listed = duidu("--library", library, "annotations", "--json").json
    assert [one["quote"] for one in listed] == ["特点是创新"]
    assert duidu("--library", library, "merge", theirs, "--json").status == 0
    assert len(duidu("--library", library, "annotations", "--json").json) == 2


def test_merge_on_which_somebody_built_is_refused_with_its_backup(
    duidu: Duidu, library: Path, theirs: Path
) -> None:
    backup = duidu("--library", library, "merge", theirs, "--json").json["backup"]
    with Library.open(library) as opened:
        (annotation,) = annotation_table.all_annotations(opened)
        annotation_table.set_note(opened, annotation.id, "我的话")
    refused = duidu("--library", library, "unmerge")

    assert refused.status == 1
    assert backup in refused.err
    assert len(duidu("--library", library, "annotations", "--json").json) == 1


def test_library_without_a_merge_has_none_to_undo(duidu: Duidu, library: Path) -> None:
    refused = duidu("--library", library, "unmerge")

    assert (refused.status, refused.out) == (1, "")
    assert "no merge to undo" in refused.err


def test_who_shares_by_a_folder_is_told_that_a_merged_file_belongs_there(
    duidu: Duidu, library: Path, theirs: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "共享"
    folder.mkdir()
    assert str(folder) not in duidu("--library", library, "merge", theirs, "--dry-run").out
    duidu("--library", library, "sync", folder)

    assert str(folder) in duidu("--library", library, "merge", theirs).out
    inside = shutil.copy(theirs, folder)
    assert "everybody" not in duidu("--library", library, "merge", inside).out
