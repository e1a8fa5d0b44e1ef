"""Several programs that share by one folder: they end alike, and a killed one loses nothing.

`DUIDU_KILLS` sets how many programs are killed; 500 is the nightly size.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.services import checking, sharing
from annotator.storage import annotation_table, member_table
from annotator.storage.library import Library
from tests.storage.conftest import furnish
from tests.storage.histories import shared_rows
from tests.storage.test_several_programs import answer, kill

SHARE = Path(__file__).with_name("share.py")
KILLS = int(os.environ.get("DUIDU_KILLS", "20"))
MORE_THAN_IT_CAN_DO = 2_000


@pytest.fixture
def group(tmp_path: Path) -> list[Path]:
    """Return the closed libraries of three members who share by a folder."""
    (tmp_path / "folder").mkdir()
    Library.create(tmp_path / "first.duidu", furnish).close()
    return [join(tmp_path, name) for name in ("林", "周", "陈")]


def join(tmp_path: Path, name: str) -> Path:
    path = tmp_path / f"{name}.duidu"
    shutil.copy(tmp_path / "first.duidu", path)
    with Library.open(path) as library:
        member = Member(new_id(), name, "#4f7cac")
        member_table.insert(library, member)
        member_table.make_current(library, member.id)
        sharing.choose_folder(library, tmp_path / "folder")
    return path


def start(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, SHARE, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(SHARE.parents[2]), "PYTHONUTF8": "1"},
    )


def ask(program: subprocess.Popen[str], commands: list[str]) -> None:
    assert program.stdin
    program.stdin.write("".join(f"{command}\n" for command in commands))
    program.stdin.flush()


def end_alike(group: list[Path], acknowledged: dict[Path, list[str]]) -> None:
    """Let everybody look into the folder twice; then all must have all, and all must be well."""
    for path in (*group, *group):
        with Library.open(path) as library:
            synced = sharing.sync(library, lambda *_: None)
            assert (synced.refused, synced.not_written) == ({}, None)
    wanted = {annotation_id for ids in acknowledged.values() for annotation_id in ids}
    rows = []
    for path in group:
        with Library.open(path) as library:
            annotations = annotation_table.all_annotations(library)
            assert wanted <= {annotation.id for annotation in annotations}
            assert all(annotation.tag_ids and annotation.note for annotation in annotations)
            assert checking.check(library) == []
            rows.append(shared_rows(library))
    assert all(each == rows[0] for each in rows)


def test_three_programs_that_annotate_and_sync_at_once_end_alike(group: list[Path]) -> None:
    commands = ["annotate", "annotate", "sync"] * 8
    programs = {path: start(path) for path in group}
    for program in programs.values():
        ask(program, commands)
    answers = {path: [answer(one) for _ in commands] for path, one in programs.items()}
    for program in programs.values():
        kill(program)

    for told in answers.values():
        assert told[2::3] == ["synced"] * 8
    ids = {
        path: [one for number, one in enumerate(told) if number % 3 < 2]
        for path, told in answers.items()
    }
    assert len({one for each in ids.values() for one in each}) == 48
    end_alike(group, ids)


def test_killed_programs_lose_nothing_and_leave_no_half_bundle(
    group: list[Path], tmp_path: Path
) -> None:
    random = Random(20240321)
    acknowledged: dict[Path, list[str]] = {path: [] for path in group}
    reader = join(tmp_path, "读者")

    for number in range(KILLS):
        path = group[number % len(group)]
        program = start(path)
        ask(program, random.choices(["annotate", "sync"], k=MORE_THAN_IT_CAN_DO))
        told = [answer(program) for _ in range(random.randrange(8))]
        told += kill(program)
        assert {one for one in told if len(one) != 36} <= {"synced"}
        acknowledged[path] += [one for one in told if len(one) == 36]
        with Library.open(reader) as library:
            assert sharing.sync(library, lambda *_: None).refused == {}

    assert sum(map(len, acknowledged.values())) > KILLS
    end_alike([*group, reader], acknowledged)
