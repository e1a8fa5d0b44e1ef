"""Reading apart: what a hostile file does to the process that reads it stays there."""

import importlib
import multiprocessing
from pathlib import Path
from types import ModuleType

import pytest

from annotator.core.errors import DamagedFileError, EmptyFileError, TextTooLongError
from annotator.importers import apart
from annotator.importers.apart import read_apart
from annotator.importers.incoming import IncomingFile

READERS = """\
import os
from annotator.core.errors import EmptyFileError
from annotator.importers.incoming import Extract

def good(file):
    return Extract(file.data.decode() + str(os.getpid()), "txt")

def refusing(file):
    raise EmptyFileError(path=file.name)

def crashing(file):
    os.abort()

def endless(file):
    while True:
        pass

def hungry(file):
    return Extract("a" * 10 ** 12, "txt")

def buggy(file):
    return {}["no such key"]
"""
FILE = IncomingFile("文件.pdf", "𠮷😀".encode())


@pytest.fixture
def readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return readers that another process can import too."""
    (tmp_path / "planted_readers.py").write_text(READERS, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return importlib.import_module("planted_readers")


def nothing() -> None:
    pass


@pytest.fixture(autouse=True)
def _no_process_is_left() -> object:
    yield
    assert multiprocessing.active_children() == []


def test_what_was_read_comes_back_from_another_process(readers: ModuleType) -> None:
    first, second = (read_apart(readers.good, FILE, pulse=nothing) for _ in range(2))

    assert first.text.startswith("𠮷😀")
    assert first.text != second.text


def test_refusal_comes_back_as_it_was_raised(readers: ModuleType) -> None:
    with pytest.raises(EmptyFileError, match=r"文件\.pdf holds no text"):
        read_apart(readers.refusing, FILE, pulse=nothing)


def test_crash_is_a_damaged_file(readers: ModuleType) -> None:
    with pytest.raises(DamagedFileError):
        read_apart(readers.crashing, FILE, pulse=nothing)


def test_endless_reading_is_ended(readers: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "TIME_LIMIT_S", 1.0)

    with pytest.raises(TextTooLongError):
        read_apart(readers.endless, FILE, pulse=nothing)


def test_request_for_all_the_memory_fails(readers: ModuleType) -> None:
    with pytest.raises(TextTooLongError):
        read_apart(readers.hungry, FILE, pulse=nothing)


def test_bug_is_raised_with_its_traceback(readers: ModuleType) -> None:
    with pytest.raises(RuntimeError, match="KeyError: 'no such key'"):
        read_apart(readers.buggy, FILE, pulse=nothing)


def test_reading_can_be_stopped(readers: ModuleType) -> None:
    class Stop(BaseException):
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        read_apart(readers.endless, FILE, pulse=stop)
