"""Files on their way in: only regular files of a bounded size are read, whatever their name."""

import os
import sys
from pathlib import Path

import pytest

from annotator.core.errors import (
    FileMissingError,
    FileTooLargeError,
    FileUnreadableError,
    TextFileError,
)
from annotator.importers import incoming
from annotator.importers.incoming import LIMIT_MB, open_file

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def test_file_is_read_with_its_name_and_date(tmp_path: Path) -> None:
    path = tmp_path / "文件.TXT"
    path.write_bytes(b"words")
    os.utime(path, (1_700_000_000, 1_700_000_000))

    file = open_file(path)

    assert (file.name, file.suffix, file.data) == ("文件.TXT", ".txt", b"words")
    assert file.modified_ms == 1_700_000_000_000


@posix_only
def test_link_to_a_file_is_read_as_the_file(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_bytes(b"words")
    link = tmp_path / "link.txt"
    link.symlink_to("file.txt")

    assert open_file(link).data == b"words"


@posix_only
@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("/dev/zero", FileUnreadableError),
        ("nowhere", FileMissingError),
        (".", FileUnreadableError),
        ("link.txt", TextFileError),
    ],
)
def test_link_to_what_is_no_file_is_refused(
    target: str, error: type[TextFileError], tmp_path: Path
) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(target)

    with pytest.raises(error, match=r"link\.txt"):
        open_file(link)


@posix_only
@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_device_is_refused(path: str) -> None:
    with pytest.raises(TextFileError):
        open_file(Path(path))


@posix_only
def test_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)

    with pytest.raises(FileUnreadableError):
        open_file(path)


def test_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)

    with pytest.raises(FileTooLargeError, match="64 MB"):
        open_file(path)


def test_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.txt"
    path.write_bytes(bytes(1_000_001))
    small = os.stat_result([0o100644, *[0] * 5, 10, *[0] * 3])
    monkeypatch.setattr(incoming, "LIMIT_MB", 1)
    monkeypatch.setattr(incoming.os, "fstat", lambda _: small)

    with pytest.raises(FileTooLargeError):
        open_file(path)


def test_file_of_the_largest_size_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * 1_000_000)
    monkeypatch.setattr(incoming, "LIMIT_MB", 1)

    assert len(open_file(path).data) == 1_000_000
    assert LIMIT_MB == 64


@posix_only
@pytest.mark.parametrize("name", ["一\n二.txt", "\x1b[31m.txt", "exe.\u202etxt", "报告\udcff.txt"])
def test_name_that_no_line_can_show_is_cleaned(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"words")

    shown = open_file(path).name

    assert "�" in shown
    assert shown.encode()
    assert len(shown.splitlines()) == 1


@pytest.mark.parametrize("name", ["a" * 300, "nul\x00byte"])
def test_name_that_no_system_allows_is_an_error_in_words(name: str, tmp_path: Path) -> None:
    with pytest.raises(TextFileError):
        open_file(tmp_path / name)
