"""Export run: what the export dialog shows is made off the GUI thread, with its progress."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.qt.tasks import Report, Task
from annotator.services.exporting import Export, exported_in

_PATIENCE_MS = 300


class ExportRun(QProgressBar):
    """Seen only while a long export runs.

    Signals: `done` with the text, or else `failed` with a DuiduError.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Progress"))
        self.hide()

    def start(self, library_path: Path, export: Export) -> None:
        """Export from the library at this path; an earlier export is not wanted any more."""
        self.cancel()
        task = Task(partial(_exported, library_path, export), self)
        task.progress.connect(partial(self._on_progress, task))
        task.done.connect(partial(self._on_done, task))
        task.failed.connect(partial(self._on_failed, task))
        self._task = task
        self.setRange(0, 0)
        self._patience.start()
        task.start()

    def cancel(self) -> None:
        """Break off; nothing will be told any more."""
        if self._task is not None:
            self._task.cancel()
        self._end()

    def _on_progress(self, task: Task, done: int, total: int, _what: str) -> None:
        if task is self._task:
            self.setRange(0, total)
            self.setValue(done)

    def _on_done(self, task: Task, text: str) -> None:
        if task is self._task:
            self._end()
            self.done.emit(text)

    def _on_failed(self, task: Task, error: object) -> None:
        if task is self._task:
            self._end()
            self.failed.emit(error)

    def _end(self) -> None:
        self._task = None
        self._patience.stop()
        self.hide()


def _exported(library_path: Path, export: Export, report: Report) -> str:
    def pulse(done: int, total: int) -> None:
        report(done, total, "")

    pulse(0, 0)
    return exported_in(library_path, export, pulse)
