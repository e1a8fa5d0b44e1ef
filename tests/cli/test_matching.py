"""merge and sync: texts that are nearly one of ours, from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.services.test_matching import OURS, quoted, taken_out_otherwise, wrapped

Duidu = Callable[..., Any]


@pytest.fixture
def theirs(duidu: Duidu, library: Path, tmp_path: Path) -> Path:
    """Return a library whose text another program took out of its file; ours has it as well."""
    path = tmp_path / "周.duidu"
    for file, one, text in (
        (library, "我们的.txt", wrapped(OURS, 25)),
        (path, "他们的.txt", taken_out_otherwise(OURS)),
    ):
        (tmp_path / one).write_text(text, encoding="utf-8")
        assert duidu("--library", file, "import", tmp_path / one).status == 0
    words = ("--quote", quoted(1500), "--tag", "定义")
    assert duidu("--library", path, "annotate", "他们的.txt", *words).status == 0
    return path


def places(duidu: Duidu, library: Path) -> list[tuple[str, str]]:
    listed = duidu("--library", library, "annotations", "--json").json
    return [(one["document"], one["state"]) for one in listed]


def document_id(duidu: Duidu, library: Path, file_name: str) -> str:
    listed = duidu("--library", library, "documents", "--json").json
    (found,) = [one["id"] for one in listed if one["file_name"] == file_name]
    return str(found)


def test_dry_run_tells_what_is_nearly_ours(duidu: Duidu, library: Path, theirs: Path) -> None:
    told = duidu("--library", library, "merge", theirs, "--dry-run", "--json").json
    shown = duidu("--library", library, "merge", theirs, "--dry-run", "--link").out

    (match,) = told["matched"]
    assert match["ours"] == document_id(duidu, library, "我们的.txt")
    assert (match["placed"], match["to_check"], match["not_found"]) == (1, 0, 0)
    assert match["linked"] is False
    assert "1 annotation would go there, 0 to check, 0 not found" in shown
    assert places(duidu, library) == []


def test_merge_alone_links_nothing_and_says_how(duidu: Duidu, library: Path, theirs: Path) -> None:
    shown = duidu("--library", library, "merge", theirs).out

    command = shown.rstrip().splitlines()[-1].split()
    assert command[:2] == ["duidu", "link"]
    assert duidu("--library", library, "editions", "--json").json == []
    assert duidu("--library", library, *command[1:]).status == 0
    assert places(duidu, library) == [(document_id(duidu, library, "我们的.txt"), "moved")]


def test_command_that_merge_names_puts_a_third_text_before_the_others(
    duidu: Duidu, library: Path, theirs: Path, tmp_path: Path
) -> None:
    duidu("--library", library, "merge", theirs, "--link")
    third, text = tmp_path / "吴.duidu", tmp_path / "又一份.txt"
    text.write_text(wrapped(OURS, 31), encoding="utf-8")
    duidu("--library", third, "import", text)
    duidu("--library", third, "annotate", "又一份.txt", "--quote", quoted(3000), "--tag", "定义")

    shown = duidu("--library", library, "merge", third).out
    command = shown.rstrip().splitlines()[-1].split()

    assert duidu("--library", library, *command[1:]).status == 0
    assert places(duidu, library) == [(document_id(duidu, library, "我们的.txt"), "moved")] * 2
    (line,) = duidu("--library", library, "editions", "--json").json
    assert line[0]["id"] == document_id(duidu, library, "又一份.txt")


def test_merge_links_when_it_is_asked_to(duidu: Duidu, library: Path, theirs: Path) -> None:
    merged = duidu("--library", library, "merge", theirs, "--link", "--json").json

    ours = document_id(duidu, library, "我们的.txt")
    assert [one["linked"] for one in merged["matched"]] == [True]
    assert places(duidu, library) == [(ours, "moved")]
    (line,) = duidu("--library", library, "editions", "--json").json
    assert line[-1]["id"] == ours


def test_sync_links_when_it_is_asked_to(
    duidu: Duidu, library: Path, theirs: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    assert duidu("--library", theirs, "sync", folder).status == 0

    synced = duidu("--library", library, "sync", folder, "--link", "--json").json

    assert [(one["placed"], one["linked"]) for one in synced["matched"]] == [(1, True)]
    assert places(duidu, library) == [(document_id(duidu, library, "我们的.txt"), "moved")]
