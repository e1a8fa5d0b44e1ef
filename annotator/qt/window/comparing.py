"""Comparing: what the texts share, found off the GUI thread whenever they change."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError, LibraryError
from annotator.core.passage import PassageSettings
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Report, Task
from annotator.services import passage_settings

if TYPE_CHECKING:  # NumPy: the window should not wait for it
    from annotator.services.comparing import Finding
    from annotator.services.passage_index import PassageIndex

_PAUSE_MS = 1000


class Comparing(QObject):
    """Has the index of shared passages, None while there is none that is true of the texts.

    Signals: `index_changed` with the PassageIndex or None; `told` with a sentence.
    """

    index_changed = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index: PassageIndex | None = None
        self._session = session
        self._task: Task | None = None
        self._is_telling = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.update)
        session.changed.connect(self._on_changed)
        self._pause.start()

    @property
    def settings(self) -> PassageSettings:
        """What counts as shared in this library."""
        return passage_settings.load(self._session.library)

    def use(self, settings: PassageSettings) -> None:
        """Let something else count as shared from now on. Raises a LibraryError."""
        if settings != self.settings:
            passage_settings.store(self._session.library, settings)
            self._pause.start()

    def update(self) -> None:
        """Compare what is new now; what runs already starts over."""
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._pause.start()
            return
        path = self._session.library.path
        self._task = task = Task(lambda report: _look(path, report), self)
        task.progress.connect(self._on_progress)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        task.start()

    def _on_changed(self, changes: Changes) -> None:
        if not (changes.documents or changes.everything):
            return
        if changes.repaired or self._has_lost_a_text():
            self._set_index(None)
        self._pause.start()

    def _has_lost_a_text(self) -> bool:
        known = {document.id for document in self._session.documents()}
        compared = self.index.comparison.documents if self.index else ()
        return any(document.id not in known for document in compared)

    def _on_progress(self) -> None:
        if not self._is_telling:
            self._is_telling = True
            self.told.emit(self.tr("Looking for what the texts share…"))

    def _on_done(self, found: "tuple[Finding, PassageIndex]") -> None:
        finding, index = found
        if self._pause.isActive():  # the texts have changed meanwhile
            return
        if not _keep(self._session, finding):
            self._pause.start()
            return
        self._set_index(index)
        if self._is_telling:
            self.told.emit(self.tr("The texts share %n passages.", "", len(index.families)))

    def _on_failed(self, error: DuiduError) -> None:
        self.told.emit(sentence_of(error))

    def _on_ended(self) -> None:
        self._task = None
        self._is_telling = False

    def _set_index(self, index: "PassageIndex | None") -> None:
        self.index = index
        self.index_changed.emit(index)


def _look(library_path: Path, report: Report) -> "tuple[Finding, PassageIndex]":
    from annotator.services import comparing
    from annotator.services.passage_index import PassageIndex

    finding = comparing.find_in(library_path, report)
    index = PassageIndex(finding.comparison)
    _ = index.repeats, index.matrix, index.letters  # made here: no question has to wait
    return finding, index


def _keep(session: Session, finding: "Finding") -> bool:
    """Return whether what was found is true of the library as it is now."""
    from annotator.services import comparing

    try:
        return comparing.keep(session.library, finding)
    except LibraryError:
        return True  # another program writes, or the disk is full: it is found again next time
