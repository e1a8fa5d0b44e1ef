"""What Qt owns is never destroyed in the thread of a task."""

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.errors import EmptyFileError
from annotator.qt.tasks import Report, Task

DROP_OWNERS = Path(__file__).with_name("drop_owners.py")


def test_owners_that_are_garbage_do_not_crash_qt() -> None:
    done = subprocess.run(
        [sys.executable, DROP_OWNERS, "200"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(DROP_OWNERS.parents[2])},
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "200\n", "")


@pytest.mark.parametrize("error", [None, EmptyFileError(path="a")], ids=["done", "failed"])
def test_python_collects_by_itself_again_when_the_last_task_has_ended(
    qtbot: QtBot, error: Exception | None
) -> None:
    is_open = threading.Event()

    def wait(_report: Report) -> None:
        is_open.wait(10)
        if error:
            raise error

    first, second = Task(lambda _report: None), Task(wait)
    second.start()
    with qtbot.waitSignal(first.ended):
        first.start()
    assert not gc.isenabled()
    with qtbot.waitSignal(second.ended):
        is_open.set()

    assert gc.isenabled()
