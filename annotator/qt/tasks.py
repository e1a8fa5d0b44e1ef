"""Task: work that takes a while, done off the GUI thread."""

import gc
import threading
import time
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool, Signal

from annotator.core.errors import DocumentGoneError, DuiduError

Report: TypeAlias = Callable[[int, int, str], None]
Work: TypeAlias = Callable[[Report], object]

_REPORT_INTERVAL_S = 0.05


class Cancelled(BaseException):
    """Raised out of `report` when the reader cancelled. Work lets it pass; it is no failure."""


class Task(QObject):
    """Runs work in a thread of its own and says on the GUI thread how it goes.

    The work is called with `report(done, total, what)`, which it calls as often as it likes. One of
    `done`, `failed` and `cancelled` follows, then `ended`. An exception that is no DuiduError is a
    bug: it is raised on the GUI thread after `ended`. Work that ends without noticing that it was
    cancelled is done; work on a text that left the library meanwhile is cancelled. A task stays
    alive while it runs and deletes itself afterwards; when its parent goes away before the end, it
    is cancelled.
    """

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()

    def start(self) -> None:
        """Begin, once."""
        _Job(self, self._work, self._stop).start()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()


class _Garbage:
    """Lets Python collect garbage in the GUI thread alone while work is done in others.

    What Qt owns and another thread collects would be destroyed there, and Qt crashes.
    """

    def __init__(self) -> None:
        self._workers = 0

    def stay_away(self) -> None:
        """A thread is about to begin its work."""
        self._workers += 1
        gc.disable()

    def collect_youngest(self) -> None:
        """Make up, now and then, for what Python does not do by itself meanwhile."""
        gc.collect(0)

    def come_back(self) -> None:
        """A thread has ended its work."""
        self._workers -= 1
        if self._workers == 0:
            gc.enable()


_garbage = _Garbage()


class _Job(QObject):
    """The part of a task that no window owns, so that the thread never speaks to a dead object."""

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _reported = Signal(int, int, str)
    _returned = Signal()

    def __init__(self, task: Task, work: Work, stop: threading.Event) -> None:
        super().__init__(QCoreApplication.instance())
        self._task: Task | None = task
        self._work = work
        self._stop = stop
        self._reported_s = 0.0
        self._result: object = None
        self._error: BaseException | None = None
        self._reported.connect(_garbage.collect_youngest)
        self._reported.connect(self.progress)
        self._returned.connect(self._on_returned)
        self.progress.connect(task.progress)
        self.done.connect(task.done)
        self.failed.connect(task.failed)
        self.cancelled.connect(task.cancelled)
        self.ended.connect(task.ended)
        self.ended.connect(task.deleteLater)
        task.destroyed.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether its result has still to be delivered."""
        return self._task is not None

    def start(self) -> None:
        _garbage.stay_away()
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        """Do the work; this and `_report` alone run in the other thread."""
        try:
            self._result = self._work(self._report)
        except (Exception, Cancelled) as error:
            self._error = error
        self._returned.emit()

    def _report(self, done: int, total: int, what: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        now_s = time.monotonic()
        if done == total or now_s - self._reported_s >= _REPORT_INTERVAL_S:
            self._reported_s = now_s
            self._reported.emit(done, total, what)

    def _on_returned(self) -> None:
        _garbage.come_back()
        error, self._error = self._error, None
        self.deleteLater()
        if error is None:
            self.done.emit(self._result)
        elif isinstance(error, Cancelled | DocumentGoneError):
            self.cancelled.emit()
        elif isinstance(error, DuiduError):
            self.failed.emit(error)
        self.ended.emit()
        self._task = None
        if error is not None and not isinstance(error, (Cancelled, DuiduError)):
            raise error


def cancel_all() -> None:
    """Ask every task to stop: the program is about to end."""
    for job in _jobs():
        job.cancel()


def wait_for_all() -> None:
    """Return when no task runs any more and every result has been delivered.

    A task that is started by the result of another is waited for too.
    """
    while running := [job for job in _jobs() if job.is_running]:
        QThreadPool.globalInstance().waitForDone()
        for job in running:
            QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall)


def _jobs() -> list[_Job]:
    app = QCoreApplication.instance()
    return app.findChildren(_Job) if app else []
