"""Import run: one go of importing, off the GUI thread, with its progress."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from annotator.qt.importing.candidate import Candidate
from annotator.qt.tasks import Task
from annotator.services.importing import ImportOutcome, import_all


class ImportRun(QProgressBar):
    """Seen only while it runs.

    Signals: `done` with pairs of a Candidate and its Import or TextFileError, or else `failed` with
    a DuiduError or `cancelled`; then `ended`.
    """

    done = Signal(list)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.hide()

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(self, library_path: Path, candidates: Sequence[Candidate]) -> None:
        """Import these into the library at this path."""
        orders = [candidate.order() for candidate in candidates]
        task = Task(partial(import_all, library_path, orders), self)
        task.progress.connect(self._on_progress)
        task.done.connect(partial(self._on_done, candidates))
        task.failed.connect(self.failed)
        task.cancelled.connect(self.cancelled)
        task.ended.connect(self._on_ended)
        self._task = task
        self.setRange(0, len(candidates))
        self.show()
        task.start()

    def cancel(self) -> None:
        """Break off; nothing will have come in."""
        if self._task is not None:
            self._task.cancel()

    def _on_progress(self, done: int, _total: int, name: str) -> None:
        self.setValue(done)
        self.setFormat(name)

    def _on_done(self, candidates: Sequence[Candidate], outcome: ImportOutcome) -> None:
        self.done.emit(list(zip(candidates, outcome.results, strict=True)))

    def _on_ended(self) -> None:
        self._task = None
        self.hide()
        self.ended.emit()
