"""Latest task: of all the work that somebody asked for, only the last counts."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.qt.tasks import Task, Work


class LatestTask(QObject):
    """Runs one Task after the other; what is started makes the one before unwanted.

    Signals are those of the Task that is wanted: `progress`, then `done` or `failed`.
    """

    progress = Signal(int, int, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(self, work: Work) -> None:
        """Do this work, and no longer want what was asked for before."""
        self.stop()
        self._task = task = Task(work, self)
        task.progress.connect(partial(self._on_progress, task))
        task.done.connect(partial(self._on_done, task))
        task.failed.connect(partial(self._on_failed, task))
        task.start()

    def stop(self) -> None:
        """Want nothing any more, and hear nothing of it."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_progress(self, task: Task, done: int, total: int, what: str) -> None:
        if task is self._task:
            self.progress.emit(done, total, what)

    def _on_done(self, task: Task, result: object) -> None:
        if task is self._task:
            self._task = None
            self.done.emit(result)

    def _on_failed(self, task: Task, error: object) -> None:
        if task is self._task:
            self._task = None
            self.failed.emit(error)
