"""bundle and sync, from the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Duidu = Callable[..., Any]


@pytest.fixture
def theirs(library: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(library, tmp_path / "周.duidu"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "共享"
    made.mkdir()
    return made


def annotate(duidu: Duidu, library: Path, quote: str, member: str) -> None:
    words = ("--quote", quote, "--as", member, "--tag", "定义")
    assert duidu("--library", library, "annotate", "笔记.txt", *words).status == 0


def annotations(duidu: Duidu, library: Path) -> int:
    return len(duidu("--library", library, "annotations", "--json").json)


def test_bundle_carries_the_work_of_one_member(
    duidu: Duidu, library: Path, theirs: Path, tmp_path: Path
) -> None:
    annotate(duidu, theirs, "关键在质优", "周")
    annotate(duidu, theirs, "小组讨论", "陈")
    file = tmp_path / "b.duidu"
    arguments = ("bundle", "-o", file, "--as", "周", "--without-texts", "--json")
    written = duidu("--library", theirs, *arguments)

    assert written.status == 0
    assert written.json["counts"]["annotation"] == 1
    assert duidu("--library", library, "merge", file).status == 0
    assert annotations(duidu, library) == 1
    told = duidu("--library", theirs, "bundle", "-o", file).out
    assert told == f"{file}: 2 annotations, 2 taggings, 2 texts.\n"
    assert duidu("--library", theirs, "bundle", "-o", file, "--as", "无人").status == 1


def test_bundle_into_a_folder_that_is_not_there_is_told(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    refused = duidu("--library", library, "bundle", "-o", tmp_path / "no" / "b.duidu")
    assert refused.status == 1
    assert "There is no folder" in refused.err


def test_bundle_without_texts_tells_which_text_is_missing(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    annotate(duidu, library, "关键在质优", "周")
    file, empty = tmp_path / "b.duidu", tmp_path / "空.duidu"
    duidu("--library", library, "bundle", "-o", file, "--without-texts")
    assert duidu("--library", tmp_path / "x.duidu", "import", tmp_path / "texts" / "措施.txt")
    shutil.move(tmp_path / "x.duidu", empty)
    merged = duidu("--library", empty, "merge", file)

    assert "waits for the text" in merged.out
    assert annotations(duidu, empty) == 0
    duidu("--library", empty, "import", tmp_path / "texts" / "笔记.txt")
    duidu("--library", empty, "merge", file)
    assert annotations(duidu, empty) == 1


def test_sync_remembers_the_folder_and_tells_what_came(
    duidu: Duidu, library: Path, theirs: Path, folder: Path
) -> None:
    annotate(duidu, theirs, "关键在质优", "周")
    shared = duidu("--library", theirs, "sync", folder)
    came = duidu("--library", library, "sync", folder, "--json")

    assert shared.status == came.status == 0
    assert "Shared: " in shared.out
    (file,) = came.json["files"]
    assert file["counts"]["annotation"] == {"new": 1, "changed": 0}
    assert annotations(duidu, library) == 1
    duidu("--library", theirs, "sync")
    assert duidu("--library", theirs, "sync").out == "Nothing new.\n"


def test_sync_names_what_it_leaves_alone(duidu: Duidu, library: Path, folder: Path) -> None:
    (folder / "半个.duidu").write_bytes(b"SQLite")
    synced = duidu("--library", library, "sync", folder)

    assert synced.status == 1
    assert "Left alone: " in synced.out
    assert "半个.duidu" in synced.out


def test_sync_without_a_folder_or_with_a_missing_one_is_told(
    duidu: Duidu, library: Path, tmp_path: Path
) -> None:
    assert "No shared folder was chosen" in duidu("--library", library, "sync").err
    refused = duidu("--library", library, "sync", tmp_path / "no")
    assert refused.status == 1
    assert "There is no folder" in refused.err
