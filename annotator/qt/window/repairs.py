"""Repairs: reading texts made anew, ahead of an edit and in the panes after it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.core.changes import Changes
from annotator.core.corrections import Corrections
from annotator.core.errors import DuiduError
from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.window.desk import Desk

_PROGRESS_AFTER_MS = 300


class Repairs(QObject):
    """Lets long texts be repaired off the GUI thread before an edit needs them."""

    def __init__(self, session: Session, grid: ReaderGrid, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._grid = grid
        self._desk = desk
        self._window = window
        session.changed.connect(self._on_changed)

    def ahead_of(
        self, document_id: str, corrections: Corrections, edit: Callable[[], object]
    ) -> None:
        """Make an edit that gives a document these corrections, as soon as its text is ready."""
        document = self._session.document(document_id)
        texts = self._session.reading_texts
        if document is None or texts.is_ready(document, corrections):
            attempt(self._window, edit)
            return
        task = texts.prepare(document_id, corrections, self)
        progress = QProgressDialog(self._window)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setWindowTitle(document.title)
        progress.setLabelText(self.tr("Repairing the text…"))
        progress.setMinimumDuration(_PROGRESS_AFTER_MS)
        progress.setRange(0, 0)
        progress.setValue(0)
        task.done.connect(partial(self._on_prepared, progress, edit))
        task.failed.connect(self._on_failed)
        task.ended.connect(progress.deleteLater)
        task.start()

    def _on_prepared(
        self, progress: QProgressDialog, edit: Callable[[], object], _text: object
    ) -> None:
        if not progress.wasCanceled():
            attempt(self._window, edit)

    def _on_failed(self, error: DuiduError) -> None:
        prompts.warn(self._window, sentence_of(error))

    def _on_changed(self, changes: Changes) -> None:
        """Show the texts in the panes as they read now, where the reader was."""
        for frame in self._grid:
            if frame.document_id in changes.repaired:
                frame.show_again(self._session.reading_text(frame.document_id))
                if frame is self._grid.active:
                    self._desk.active_document_changed.emit(frame.document_id)
