"""A shared folder that is missing, read-only, or holds what is no bundle."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.merge_errors import FolderMissingError, FolderNotWritableError, NoFolderError
from annotator.services import bundling, libraries, sharing
from annotator.storage import member_table
from annotator.storage.library import Library
from tests.services.shared_folder import folder, member, own_file, sync
from tests.services.test_merging import annotate

__all__ = ["folder", "member"]


def test_library_that_lies_in_its_own_shared_folder_is_not_read(
    samples_file: Path, folder: Path
) -> None:
    with Library.open(Path(shutil.copy(samples_file, folder / "library.duidu"))) as library:
        sharing.choose_folder(library, folder)
        annotate(library, 100, 120)
        found = sync(library)

    assert (found.reports, found.refused) == ({}, {})


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
