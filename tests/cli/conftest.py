"""A command run in this process, and a small library to run it on."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import main
from annotator.services import importing, libraries
from annotator.storage import member_table
from annotator.storage.library import Library

MEASURES = """\
发展新质生产力的若干措施

第一条 设立“𠮷祥”基金😀，三年内投入12.5亿元，支持企业开展关键核心技术攻关。

第二条 各区应当建立人才服务站，帮助企业引进和培养人才。第三季度起，按月公布结果。

第三条 本措施自发布之日起施行，支持企业开展国际合作。
"""

NOTES = """\
读书笔记

新质生产力的特点是创新，关键在质优，本质是先进生产力，这是小组讨论后形成的看法。
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def duidu(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Return a function that runs `duidu` with these arguments."""

    def run(*arguments: str | Path) -> Printed:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as exit_:
            status = int(exit_.code or 0)
        return Printed(status, *capsys.readouterr())

    return run


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with two text files."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "措施.txt").write_text(MEASURES, encoding="utf-8")
    (folder / "笔记.txt").write_text(NOTES, encoding="utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, texts: Path) -> Path:
    """Return a library file that holds the two texts."""
    path = tmp_path / "小组.duidu"
    with libraries.create(path) as made:
        for name in ("措施.txt", "笔记.txt"):
            importing.import_file(made, texts / name)
    return path


@pytest.fixture
def annotation_id(duidu: Callable[..., Printed], library: Path) -> str:
    words = ("--quote", "人才服务站", "--note", "原来的")
    return str(duidu("--library", library, "annotate", "措施.txt", *words).out.strip())


@pytest.fixture
def theirs(library: Path, annotation_id: str, tmp_path: Path) -> Path:
    """Return a copy of the library in which another member works."""
    path = Path(shutil.copy(library, tmp_path / "周.duidu"))
    with Library.open(path) as opened:
        member_table.make_current(opened, libraries.add_member(opened, "周").id)
    return path
