"""Imports: texts come in off the GUI thread, with progress; one that fails stops no other."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError, UnknownEncodingError
from annotator.qt import prompts
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.services.importing import ImportOutcome, import_all

_PROGRESS_AFTER_MS = 600
_ENCODINGS = ("GB18030", "Big5", "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "Windows-1252")


class Imports(QObject):
    """Brings files into the library of the session.

    Signal: `imported` with the ids of the documents that came in or were there already.
    """

    imported = Signal(list)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask(self) -> None:
        """Let the reader choose files."""
        paths = prompts.ask_open_files(
            self._window,
            self.tr("Import texts"),
            kinds=self.tr("Text files (*.txt);;All files (*)"),
        )
        if paths:
            self.start(paths)

    def start(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        """Import these files, in this encoding if the reader named one."""
        library_path = self._session.library.path
        work = partial(import_files, library_path, tuple(paths), encoding=encoding)
        task = Task(work, self)
        progress = QProgressDialog(self._window)
        progress.setWindowTitle(self.tr("Import texts"))
        progress.setLabelText(self.tr("Reading %n texts…", "", len(paths)))
        progress.setMinimumDuration(_PROGRESS_AFTER_MS)
        progress.setRange(0, len(paths))
        progress.canceled.connect(task.cancel)
        task.progress.connect(lambda done, _total, _name: progress.setValue(done))
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.ended.connect(progress.deleteLater)
        task.start()

    def _on_done(self, outcome: ImportOutcome) -> None:
        ids = [each.document.id for each in outcome.imports]
        if ids:
            self._session.announce(Changes(documents=frozenset(ids), annotated=frozenset(ids)))
            self.imported.emit(ids)
        unclear = [f for f in outcome.failures if isinstance(f.error, UnknownEncodingError)]
        others = [sentence_of(f.error) for f in outcome.failures if f not in unclear]
        if others:
            prompts.warn(self._window, "\n".join(others))
        for failure in unclear:
            self._ask_encoding(failure.path)

    def _ask_encoding(self, path: Path) -> None:
        """Let the reader name the encoding of a file in which none is clear."""
        encoding = prompts.ask_choice(
            self._window,
            self.tr("Import texts"),
            label=self.tr("The encoding of {name} is not clear. Which one is it?").format(
                name=path.name
            ),
            choices=_ENCODINGS,
        )
        if encoding is not None:
            self.start([path], encoding)

    def _on_failed(self, error: DuiduError) -> None:
        prompts.warn(self._window, sentence_of(error))
