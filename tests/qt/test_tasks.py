import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.errors import DocumentGoneError, DuiduError, EmptyFileError
from annotator.qt import tasks
from annotator.qt.tasks import Cancelled, Report, Task

TIMEOUT_S = 10


class Door:
    """Lets a test hold work inside its thread until it says so."""

    def __init__(self) -> None:
        self.is_inside = threading.Event()
        self._is_open = threading.Event()

    def pass_through(self) -> None:
        self.is_inside.set()
        assert self._is_open.wait(TIMEOUT_S)

    def open(self) -> None:
        self._is_open.set()

    def wait_until_inside(self) -> None:
        assert self.is_inside.wait(TIMEOUT_S)


class Ledger:
    """Writes down what a task says, and in which thread."""

    def __init__(self, task: Task) -> None:
        self.entries: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()
        task.done.connect(self._entering("done"))
        task.failed.connect(self._entering("failed"))
        task.cancelled.connect(lambda: self._entering("cancelled")(None))
        task.ended.connect(lambda: self._entering("ended")(None))

    def _entering(self, name: str) -> Callable[[object], None]:
        def enter(value: object) -> None:
            self.entries.append((name, value))
            self.threads.add(QThread.currentThread())

        return enter


@pytest.fixture(autouse=True)
def _all_delivered(qapp: QApplication) -> Iterator[None]:
    yield
    tasks.wait_for_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_result_comes_back_to_the_gui_thread(qapp: QApplication) -> None:
    workers = []

    def work(report: Report) -> str:
        workers.append(QThread.currentThread())
        return "讲稿"

    task = Task(work)
    ledger = Ledger(task)
    task.start()
    tasks.wait_for_all()

    assert ledger.entries == [("done", "讲稿"), ("ended", None)]
    assert ledger.threads == {qapp.thread()}
    assert workers != [qapp.thread()]


def test_the_result_comes_by_the_event_loop(qtbot: QtBot) -> None:
    task = Task(lambda report: 7)

    with qtbot.waitSignal(task.done) as signal:
        task.start()

    assert signal.args == [7]


def test_progress_is_told_and_the_end_of_it_always(qtbot: QtBot) -> None:
    told: list[tuple[int, int, str]] = []

    def work(report: Report) -> None:
        for number in range(10_001):
            report(number, 10_000, "passages")

    task = Task(work)
    task.progress.connect(lambda *progress: told.append(progress))
    task.start()
    tasks.wait_for_all()

    assert told[0] == (0, 10_000, "passages")
    assert told[-1] == (10_000, 10_000, "passages")
    assert len(told) < 1000


def test_what_a_reader_can_act_on_is_a_failure(qtbot: QtBot) -> None:
    def work(report: Report) -> None:
        raise EmptyFileError(path="空.txt")

    task = Task(work)
    ledger = Ledger(task)
    task.start()
    tasks.wait_for_all()

    [(name, error), end] = ledger.entries
    assert (name, end) == ("failed", ("ended", None))
    assert isinstance(error, DuiduError)
    assert error.details == {"path": "空.txt"}


def test_work_on_a_text_that_is_gone_is_cancelled() -> None:
    def work(report: Report) -> None:
        raise DocumentGoneError

    task = Task(work)
    ledger = Ledger(task)
    task.start()
    tasks.wait_for_all()

    assert ledger.entries == [("cancelled", None), ("ended", None)]


def test_a_bug_is_raised_on_the_gui_thread_after_the_end(qtbot: QtBot, qapp: QApplication) -> None:
    def work(report: Report) -> None:
        raise KeyError("bug")

    task = Task(work)
    ledger = Ledger(task)
    with qtbot.captureExceptions() as exceptions:
        task.start()
        tasks.wait_for_all()

    [(kind, error, traceback)] = exceptions
    assert kind is KeyError
    assert str(error) == "'bug'"
    assert traceback is not None
    assert ledger.entries == [("ended", None)]


def test_the_crash_hook_sees_where_the_bug_is(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []

    def hook(_kind: object, error: BaseException, _traceback: object) -> None:
        names, traceback = [], error.__traceback__
        while traceback:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        seen.append(names)

    def work_with_bug(report: Report) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sys, "excepthook", hook)
    Task(work_with_bug).start()
    tasks.wait_for_all()

    assert seen[0][-1] == "work_with_bug"


def test_cancelled_work_stops_at_its_next_report(qtbot: QtBot) -> None:
    door, after = Door(), []

    def work(report: Report) -> None:
        door.pass_through()
        report(1, 2, "")
        after.append("still working")

    task = Task(work)
    ledger = Ledger(task)
    task.start()
    door.wait_until_inside()
    task.cancel()
    door.open()
    tasks.wait_for_all()

    assert ledger.entries == [("cancelled", None), ("ended", None)]
    assert after == []


def test_work_can_tidy_up_when_it_is_cancelled(qtbot: QtBot) -> None:
    tidied = []

    def work(report: Report) -> None:
        try:
            report(0, 1, "")
        except Exception:
            tidied.append("taken for a failure")
            raise
        finally:
            tidied.append("tidied")

    task = Task(work)
    task.cancel()
    task.start()
    tasks.wait_for_all()

    assert tidied == ["tidied"]


def test_work_that_did_not_notice_is_done(qtbot: QtBot) -> None:
    door = Door()

    def work(report: Report) -> str:
        door.pass_through()
        return "saved"

    task = Task(work)
    ledger = Ledger(task)
    task.start()
    door.wait_until_inside()
    task.cancel()
    door.open()
    tasks.wait_for_all()

    assert ledger.entries == [("done", "saved"), ("ended", None)]


def test_a_task_that_nobody_holds_still_ends(qtbot: QtBot) -> None:
    door, results = Door(), []

    def work(report: Report) -> int:
        door.pass_through()
        return 3

    def begin() -> None:
        task = Task(work)
        task.done.connect(results.append)
        task.start()

    begin()
    gc.collect()
    door.open()
    tasks.wait_for_all()

    assert results == [3]


def test_a_parent_that_goes_away_cancels_and_hears_nothing(qtbot: QtBot) -> None:
    door, stopped, heard = Door(), [], []
    parent = QObject()

    def work(report: Report) -> None:
        door.pass_through()
        try:
            report(1, 2, "")
        except Cancelled:
            stopped.append(True)
            raise

    task = Task(work, parent)
    task.ended.connect(lambda: heard.append("ended"))
    task.start()
    door.wait_until_inside()
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
    door.open()
    tasks.wait_for_all()

    assert stopped == [True]
    assert heard == []


def test_a_bug_is_not_lost_when_the_parent_goes_away(qtbot: QtBot) -> None:
    door, parent = Door(), QObject()

    def work(report: Report) -> None:
        door.pass_through()
        raise KeyError("bug")

    with qtbot.captureExceptions() as exceptions:
        Task(work, parent).start()
        door.wait_until_inside()
        parent.deleteLater()
        QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete)
        door.open()
        tasks.wait_for_all()

    assert [kind for kind, _, _ in exceptions] == [KeyError]


def test_nothing_is_kept_after_the_end(qtbot: QtBot, qapp: QApplication) -> None:
    class Result:
        pass

    parent = QObject()
    kept: list[weakref.ref[object]] = []

    def work(report: Report) -> Result:
        result = Result()
        kept.append(weakref.ref(result))
        return result

    children = len(qapp.children())
    for _ in range(20):
        task = Task(work, parent)
        kept.append(weakref.ref(task))
        task.start()
    del task
    tasks.wait_for_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert [reference() for reference in kept] == [None] * 40
    assert parent.children() == []
    assert len(qapp.children()) == children


def test_a_task_that_has_ended_can_be_cancelled_without_harm(qtbot: QtBot) -> None:
    task = Task(lambda report: None)
    task.start()
    tasks.wait_for_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    task.cancel()


def test_a_task_that_never_starts_leaves_nothing(qapp: QApplication) -> None:
    children = len(qapp.children())

    for _ in range(5):
        Task(lambda report: None)
    gc.collect()

    assert len(qapp.children()) == children


def test_cancelling_all_stops_every_task(qtbot: QtBot) -> None:
    doors = [Door(), Door()]
    ledgers = []

    def work(door: Door) -> Callable[[Report], None]:
        def run(report: Report) -> None:
            door.pass_through()
            report(1, 2, "")

        return run

    for door in doors:
        task = Task(work(door))
        ledgers.append(Ledger(task))
        task.start()
        door.wait_until_inside()
    tasks.cancel_all()
    for door in doors:
        door.open()
    tasks.wait_for_all()

    assert [ledger.entries[0][0] for ledger in ledgers] == ["cancelled", "cancelled"]


def test_many_tasks_at_once_all_come_back(qtbot: QtBot) -> None:
    results: list[int] = []

    for number in range(200):
        task = Task(lambda report, number=number: number)
        task.done.connect(results.append)
        task.start()
    tasks.wait_for_all()

    assert sorted(results) == list(range(200))


def test_a_task_that_a_result_starts_is_waited_for_too(qtbot: QtBot) -> None:
    told: list[object] = []

    def go_on(result: object) -> None:
        told.append(result)
        following.start()

    first, following = Task(lambda _report: "first"), Task(lambda _report: "second")
    first.done.connect(go_on)
    following.done.connect(told.append)
    first.start()

    tasks.wait_for_all()

    assert told == ["first", "second"]
