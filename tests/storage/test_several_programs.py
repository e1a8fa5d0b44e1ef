"""One library, several programs: writers take turns, and a killed one loses nothing.

`DUIDU_KILLS` sets how many programs are killed; 500 is the nightly size.
"""

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.annotation import Annotation
from annotator.core.errors import LibraryBusyError, LibraryExistsError
from annotator.services import checking
from annotator.storage import annotation_table, tagging_table
from annotator.storage import library as library_module
from annotator.storage.library import Library

ANNOTATE = Path(__file__).with_name("annotate.py")
KILLS = int(os.environ.get("DUIDU_KILLS", "100"))
MORE_THAN_IT_CAN_DO = 10_000


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_module, "_BUSY_TIMEOUT_MS", 50)


def start_annotating(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, ANNOTATE, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ANNOTATE.parents[2])},
    )


def ask(annotator: subprocess.Popen[str], *, annotations: int) -> None:
    assert annotator.stdin
    annotator.stdin.write("\n" * annotations)
    annotator.stdin.flush()


def answer(annotator: subprocess.Popen[str]) -> str:
    """Return the id that the program prints next, "" if it came to an end."""
    assert annotator.stdout
    return annotator.stdout.readline().strip()


def kill(annotator: subprocess.Popen[str]) -> list[str]:
    """Kill the program; return the ids that it had printed whole and that were not read yet."""
    assert annotator.stdin
    assert annotator.stdout
    annotator.kill()
    with annotator.stdin, annotator.stdout:
        printed = annotator.stdout.read()
    annotator.wait(timeout=10)
    return [line.strip() for line in printed.splitlines(keepends=True) if line.endswith("\n")]


def test_two_programs_write_at_the_same_time(closed: Path) -> None:
    annotators = [start_annotating(closed), start_annotating(closed)]

    acknowledged = []
    for _ in range(50):
        for annotator in annotators:
            ask(annotator, annotations=1)
        acknowledged += [answer(annotator) for annotator in annotators]
    left = [line for annotator in annotators for line in kill(annotator)]

    with Library.open(closed) as library:
        found = {annotation.id for annotation in annotation_table.all_annotations(library)}
        stamps = library.rows("SELECT count(DISTINCT anchor_stamp) FROM annotation")
    assert left == []
    assert len(found) == 100
    assert set(acknowledged) == found
    assert stamps == [(100,)]


@pytest.mark.usefixtures("impatient")
def test_writer_is_told_that_another_program_holds_the_library(
    closed: Path, make_annotation: Callable[[int, int], Annotation]
) -> None:
    with Library.open(closed) as one, Library.open(closed) as other:
        with one.transaction():
            with pytest.raises(LibraryBusyError, match="Another program is writing"):
                annotation_table.insert(other, make_annotation(0, 5))
            while_held = annotation_table.all_annotations(other)

        annotation_table.insert(other, make_annotation(0, 5))

        assert while_held == []
        assert len(annotation_table.all_annotations(one)) == 1


def test_writer_waits_for_another_one_that_is_quick(
    closed: Path, make_annotation: Callable[[int, int], Annotation]
) -> None:
    held = threading.Event()

    def hold_for_a_moment() -> None:
        with Library.open(closed) as other, other.transaction():
            held.set()
            annotation_table.insert(other, make_annotation(0, 5))

    thread = threading.Thread(target=hold_for_a_moment)
    thread.start()
    assert held.wait(10)
    with Library.open(closed) as library:
        annotation_table.insert(library, make_annotation(3, 8))
        thread.join()

        assert len(annotation_table.all_annotations(library)) == 2


@pytest.mark.usefixtures("impatient")
def test_library_can_be_opened_and_read_while_another_program_writes(closed: Path) -> None:
    with Library.open(closed) as one, one.transaction(), Library.open(closed) as other:
        assert annotation_table.all_annotations(other) == []


def test_library_tells_that_another_program_wrote(closed: Path) -> None:
    with Library.open(closed) as one, Library.open(closed) as other:
        before = one.data_version()
        with one.transaction():
            pass
        after_own = one.data_version()
        with other.transaction():
            pass

        assert after_own == before
        assert one.data_version() != before


def test_two_programs_make_the_same_library_and_one_is_told(path: Path) -> None:
    made = []

    def make_another(_: Library) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("os.getpid", lambda: -1)
            made.append(Library.create(path))

    with pytest.raises(LibraryExistsError):
        Library.create(path, make_another)

    with closing(made[0]) as library:
        assert library.integrity() == []
    assert [file.name for file in path.parent.iterdir()] == ["library.duidu"]


def test_killed_program_loses_no_annotation_that_it_acknowledged(closed: Path) -> None:
    seed = random.Random(20240321)
    acknowledged: list[str] = []

    for _ in range(KILLS):
        annotator = start_annotating(closed)
        ask(annotator, annotations=MORE_THAN_IT_CAN_DO)
        acknowledged += [answer(annotator) for _ in range(seed.randrange(12))]
        acknowledged += kill(annotator)

    with Library.open(closed) as library:
        annotations = annotation_table.all_annotations(library)
        ids = [annotation.id for annotation in annotations]
        assert len(acknowledged) > KILLS
        assert set(acknowledged) <= set(ids)
        assert all(annotation.tag_ids and annotation.note for annotation in annotations)
        assert len(tagging_table.present(library, ids)) == len(ids)
        assert checking.check(library) == []
