"""Latest task: of all the work that somebody asked for, only the last counts."""

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
        # No partial with the task in it: it would outlive this object, and Qt crashes then.
        task.progress.connect(self._on_progress)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start()

    def stop(self) -> None:
        """Want nothing any more, and hear nothing of it."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_progress(self, done: int, total: int, what: str) -> None:
        if self._is_wanted():
            self.progress.emit(done, total, what)

    def _on_done(self, result: object) -> None:
        if self._is_wanted():
            self._task = None
            self.done.emit(result)

    def _on_failed(self, error: object) -> None:
        if self._is_wanted():
            self._task = None
            self.failed.emit(error)

    def _on_ended(self) -> None:
        if self._is_wanted():  # it was work on a text that is gone
            self._task = None

    def _is_wanted(self) -> bool:
        """Tell whether it is the latest task that speaks."""
        return self._task is not None and self.sender() is self._task
