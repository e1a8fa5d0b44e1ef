"""Merges on the undo stack: taken back and made again off the GUI thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.core.errors import DuiduError
from annotator.core.merge_errors import UnmergeError
from annotator.qt import prompts
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.services.editing.merge_edits import MergeLibraries


class _Busy(QProgressDialog):
    """Stays until the step is taken: so long the undo stack must be as it is."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label, "", 0, 0, parent)
        self.setCancelButton(None)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def reject(self) -> None:
        """Let Escape do nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


class MergeSteps(QObject):
    """Takes the steps of the undo stack that are merges, which a big library takes a while for."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def undo(self, edit: MergeLibraries) -> None:
        """Take a merge back; one on which somebody built stays and cannot be undone any more."""
        task = self._start(edit.revert_in, self.tr("Undoing the merge…"))
        task.done.connect(self._on_undone)
        task.failed.connect(self._on_undo_failed)

    def redo(self, edit: MergeLibraries) -> None:
        task = self._start(edit.apply_in, self.tr("Merging…"))
        task.done.connect(self._on_redone)
        task.failed.connect(self._on_failed)

    def _start(self, work: Callable[[Path], object], label: str) -> Task:
        path = self._session.library.path
        task = Task(lambda _report: work(path), self)
        busy = _Busy(label, self._window)
        busy.show()
        for over in (task.done, task.failed):
            over.connect(busy.hide)
        task.ended.connect(busy.deleteLater)
        task.ended.connect(self._session.look_for_others)
        task.start()
        return task

    def _on_undone(self) -> None:
        self._session.undo_stack.undo()

    def _on_redone(self) -> None:
        self._session.undo_stack.redo()

    def _on_undo_failed(self, error: DuiduError) -> None:
        """Drop a step that can never be taken, so that those before it can be."""
        stack = self._session.undo_stack
        if isinstance(error, UnmergeError):
            stack.command(stack.index() - 1).setObsolete(True)
            stack.undo()
        self._on_failed(error)

    def _on_failed(self, error: DuiduError) -> None:
        prompts.warn(self._window, sentence_of(error))
