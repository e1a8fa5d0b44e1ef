"""An evening of a study group: three programs, three libraries, one shared folder."""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from subprocess import Popen

import pytest

from annotator.services import checking, sharing
from annotator.storage import annotation_table, revision_table
from annotator.storage.library import Library
from tests.services.test_sharing_programs import ask, join, start
from tests.storage.conftest import furnish
from tests.storage.histories import shared_rows
from tests.storage.test_several_programs import answer, kill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a link is the way to the folder")

Told = dict[str, list[str]]


class Group:
    """Three members at three programs; each has a way of their own to the folder."""

    def __init__(self, tmp_path: Path) -> None:
        self._folder = tmp_path / "folder"
        self._folder.mkdir()
        Library.create(tmp_path / "first.duidu", furnish).close()
        self.libraries = {name: join(tmp_path, name) for name in ("林", "周", "陈")}
        self._ways = {name: tmp_path / f"way of {name}" for name in self.libraries}
        for name, path in self.libraries.items():
            self.go_online(name)
            with Library.open(path) as library:
                sharing.choose_folder(library, self._ways[name])
        self._programs = {name: start(path) for name, path in self.libraries.items()}

    def go_online(self, name: str) -> None:
        self._ways[name].symlink_to(self._folder)

    def go_offline(self, name: str) -> None:
        self._ways[name].unlink()

    def at_once(self, **commands: list[str]) -> Told:
        """Let members work at the same time; return what the program of each answers."""
        for name, lines in commands.items():
            ask(self._programs[name], lines)
        return {
            name: [answer(self._programs[name]) for _ in lines] for name, lines in commands.items()
        }

    def in_turn(self, *names: str) -> list[str]:
        """Let members look into the folder one after the other."""
        return [self.at_once(**{name: ["sync"]})[name][0] for name in names]

    def go_home(self) -> None:
        for program in self._programs.values():
            _end(program)


def _end(program: Popen[str]) -> None:
    if program.poll() is None:
        kill(program)


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Group]:
    group = Group(tmp_path)
    yield group
    group.go_home()


@pytest.mark.parametrize("seed", range(4))
def test_evening_ends_alike_for_everybody(group: Group, seed: int) -> None:
    random = Random(seed)
    names = list(group.libraries)
    first = group.at_once(**{name: ["annotate"] * 4 for name in names})
    for _ in range(2):
        assert group.in_turn(*random.sample(names, 3)) == ["synced"] * 3
    disputed, deleted, kept = first["林"][0], first["周"][0], first["林"][1]

    group.go_offline("陈")
    second = group.at_once(
        林=["annotate", f"delete {deleted}", "annotate", "sync"],
        周=["annotate", f"note {disputed} 周说", "sync", "annotate"],
        陈=["annotate", f"note {disputed} 陈说", "sync", f"note {kept} 陈补了一句"],
    )
    assert "There is no folder" in second["陈"][2]
    assert group.in_turn(*random.sample(["林", "周"], 2)) == ["synced"] * 2
    group.go_online("陈")
    last = {name: random.choices(["annotate", "sync"], k=6) for name in names}
    third = group.at_once(**last)
    for _ in range(2):
        assert group.in_turn(*random.sample(names, 3)) == ["synced"] * 3
    group.go_home()

    ids = {one for told in (first, second, third) for each in told.values() for one in each}
    everything = {one for one in ids if len(one) == 36}
    rows = []
    for path in group.libraries.values():
        with Library.open(path) as library:
            present = {one.id: one for one in annotation_table.all_annotations(library)}
            assert present.keys() == everything - {deleted}
            assert library.rows("SELECT deleted FROM annotation WHERE id = ?", (deleted,)) == [(1,)]
            assert present[kept].note == "陈补了一句"
            versions = {one.note for one in revision_table.leaves(library, disputed)}
            assert versions == {"周说", "陈说"}
            assert revision_table.conflicts(library).keys() == {disputed}
            assert checking.check(library) == []
            rows.append(shared_rows(library))
    assert rows[0] == rows[1] == rows[2]
