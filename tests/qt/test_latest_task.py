"""Of all the work that somebody asked for, only the last counts."""

import threading

from pytestqt.qtbot import QtBot

from annotator.core.errors import DocumentGoneError, LibraryBusyError
from annotator.qt import tasks
from annotator.qt.latest_task import LatestTask
from annotator.qt.tasks import Report


def test_only_the_last_answer_is_told(qtbot: QtBot) -> None:
    latest, goes_on = LatestTask(), threading.Event()
    told: list[object] = []
    latest.done.connect(told.append)

    latest.start(lambda _report: goes_on.wait(10) and "first")
    with qtbot.waitSignal(latest.done):
        latest.start(lambda _report: "second")
        goes_on.set()
    tasks.wait_for_all()

    assert told == ["second"]
    assert not latest.is_running


def test_nothing_is_heard_of_work_that_was_stopped(qtbot: QtBot) -> None:
    latest, goes_on = LatestTask(), threading.Event()

    def work(report: Report) -> object:
        goes_on.wait(10)
        report(1, 2, "half")
        return "done"

    latest.start(work)
    assert latest.is_running
    latest.stop()
    with qtbot.assertNotEmitted(latest.done), qtbot.assertNotEmitted(latest.progress):
        goes_on.set()
        tasks.wait_for_all()

    assert not latest.is_running


def test_progress_and_failure_are_told(qtbot: QtBot) -> None:
    latest = LatestTask()

    def work(report: Report) -> object:
        report(1, 2, "half")
        raise LibraryBusyError

    with qtbot.waitSignals([latest.progress, latest.failed]):
        latest.start(work)

    assert not latest.is_running


def test_work_on_a_text_that_is_gone_no_longer_runs(qtbot: QtBot) -> None:
    latest = LatestTask()

    def work(_report: Report) -> object:
        raise DocumentGoneError

    with qtbot.assertNotEmitted(latest.failed):
        latest.start(work)
        tasks.wait_for_all()

    assert not latest.is_running
