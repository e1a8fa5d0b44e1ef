"""Programs that are killed while they migrate a library or back it up: nothing is lost.

`DUIDU_KILLS` sets how many programs are killed in each way; 500 is the nightly size.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from annotator.services import checking
from annotator.storage.backups import newest_first
from annotator.storage.file_checks import backup_folder
from annotator.storage.library import Library
from tests.storage.histories import Rows, shared_rows

KILLS = int(os.environ.get("DUIDU_KILLS", "12"))
UPKEEP = Path(__file__).with_name("upkeep.py")
OLD_LIBRARIES = Path(__file__).with_name("old_libraries")
MIGRATING_S = 0.12
BACKING_UP_S = 0.016

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such timer")


def comes_to_its_end(path: Path, what: str, seconds: float) -> bool:
    done = subprocess.run(
        [sys.executable, UPKEEP, path, what, str(seconds)],
        env={**os.environ, "PYTHONPATH": str(UPKEEP.parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr
    return done.stdout == "done\n"


def sound_rows(path: Path) -> Rows:
    """Return what the library holds, which must be in order."""
    with Library.open(path) as library:
        assert checking.check(library) == []
        return shared_rows(library)


@pytest.mark.parametrize("version", [1, 4])
def test_program_that_is_killed_while_it_migrates_loses_nothing(
    tmp_path: Path, version: int
) -> None:
    old, path = OLD_LIBRARIES / f"version_{version}.duidu", tmp_path / "library.duidu"
    shutil.copy(old, tmp_path / "whole.duidu")
    whole = sound_rows(tmp_path / "whole.duidu")
    random, ends = Random(version), set()

    for _ in range(KILLS):
        for leftover in tmp_path.glob("library.duidu*"):
            leftover.unlink()
        shutil.copy(old, path)
        ends.add(comes_to_its_end(path, "migrate", random.uniform(0.001, MIGRATING_S)))
        assert sound_rows(path) == whole

    assert False in ends


def test_program_that_is_killed_while_it_backs_up_leaves_whole_backups_only(closed: Path) -> None:
    whole, random, ends = sound_rows(closed), Random(0), []

    for _ in range(KILLS):
        ends.append(comes_to_its_end(closed, "back_up", random.uniform(0.001, BACKING_UP_S)))
        assert sound_rows(closed) == whole
    backups = newest_first(closed)

    assert False in ends
    assert [sound_rows(backup) for backup in backups] == [whole] * len(backups)


def test_leftovers_of_killed_backups_go_with_a_later_one(closed: Path) -> None:
    folder = backup_folder(closed)
    folder.mkdir(parents=True)
    names = ("library-20240101-000000-000000", "library-20240102-000000-000000")
    long_ago, just_now = (folder / f"{name}.unfinished" for name in names)
    for leftover in (long_ago, just_now):
        leftover.write_bytes(b"half")
        Path(f"{leftover}-journal").write_bytes(b"half")
    for old in folder.glob(f"{long_ago.name}*"):
        os.utime(old, (0, 0))

    with Library.open(closed) as library:
        backup = library.back_up()

    assert set(folder.iterdir()) == {backup, just_now, Path(f"{just_now}-journal")}
