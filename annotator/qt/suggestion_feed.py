"""Suggestion feed: what is suggested in the texts of a session, kept in step with the library."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.changes import Changes
from annotator.core.document import Document
from annotator.core.errors import DuiduError
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Report, Task

if TYPE_CHECKING:
    from annotator.services.suggesting import PlacedSuggestion


class SuggestionFeed(QObject):
    """Looks for suggestions off the GUI thread, once it is switched on.

    Signals: `changed` when other suggestions wait for an answer, or when the search begins, ends or
    fails; `problem` then has the sentence for the reader.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: dict[str, list[PlacedSuggestion]] = {}
        self._waiting: dict[str, list[PlacedSuggestion]] = {}
        self._task: Task | None = None
        self.is_on = False
        self.problem = ""
        session.changed.connect(self._on_session_changed)

    @property
    def is_looking(self) -> bool:
        return self._task is not None

    @property
    def has_dismissed(self) -> bool:
        """Whether anything was dismissed in this library."""
        from annotator.services.editing.suggestion_edits import dismissals

        return self.is_on and bool(dismissals(self._session.library))

    def switch(self, on: bool) -> None:
        if on == self.is_on:
            return
        self.is_on = on
        if on:
            self._look()
        else:
            self._stop()
            self._found.clear()
            self._waiting.clear()
            self.changed.emit()

    def waiting(self, document_id: str | None = None) -> list["PlacedSuggestion"]:
        """Return what waits for an answer in this text, or in all of them, text by text."""
        if document_id is not None:
            return list(self._waiting.get(document_id, ()))
        return [one for found in self._waiting.values() for one in found]

    def _look(self, outdated: Iterable[str] = ()) -> None:
        """Look through the texts that were not, and these again; forget those that are gone."""
        self._stop()
        for document_id in outdated:
            self._found.pop(document_id, None)
        documents = self._session.documents()
        missing = [document for document in documents if document.id not in self._found]
        known = self._found
        self._found = {d.id: known[d.id] for d in documents if d.id in known}
        self.problem = ""
        if missing:
            self._begin(missing)
        self._refresh()

    def _begin(self, documents: list[Document]) -> None:
        path = self._session.library.path

        def work(report: Report) -> object:
            from annotator.services import suggesting  # many patterns: nothing else waits for them

            return suggesting.find_in(path, documents, lambda done, total: report(done, total, ""))

        task = Task(work, self)
        task.done.connect(partial(self._on_found, task))
        task.failed.connect(partial(self._on_failed, task))
        self._task = task
        task.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _refresh(self, document_ids: Iterable[str] | None = None) -> None:
        """Work out what still waits for an answer, in these texts or in all."""
        from annotator.services import suggesting  # as above

        known = {document.id: document for document in self._session.documents()}
        before = self._waiting
        wanted = set(self._found if document_ids is None else document_ids)
        self._waiting = {
            document_id: suggesting.waiting(self._session.library, document_id, found)
            if document_id in wanted
            else before[document_id]
            for document_id, found in self._found.items()
            if document_id in known
        }
        self.changed.emit()

    def _on_found(self, task: Task, found: dict[str, list["PlacedSuggestion"]]) -> None:
        if task is not self._task:
            return
        self._task = None
        order = [document.id for document in self._session.documents()]
        together = self._found | found
        self._found = {id_: together[id_] for id_ in order if id_ in together}
        self._refresh()

    def _on_failed(self, task: Task, error: DuiduError) -> None:
        if task is self._task:
            self._task = None
            self.problem = sentence_of(error)
            self.changed.emit()

    def _on_session_changed(self, changes: Changes) -> None:
        if not self.is_on:
            return
        if changes.documents or changes.repaired or changes.everything:
            self._look(changes.repaired)
        elif changes.tags:
            self._refresh()
        elif touched := (changes.annotated | changes.suggested) & self._found.keys():
            self._refresh(touched)
