"""Suggestion feed: what is suggested in the texts of a session, kept in step with the library."""

from collections.abc import Iterable
from dataclasses import replace
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
        self._sought: list[Document] = []
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
        known = {id_: found for id_, found in self._found.items() if id_ not in set(outdated)}
        documents = self._session.documents()
        missing = [document for document in documents if document.id not in known]
        self._found = {
            document.id: [replace(one, document=document) for one in known[document.id]]
            for document in documents
            if document.id in known
        }
        self._waiting = {id_: found for id_, found in self._waiting.items() if id_ in self._found}
        # The search itself may write: reading texts that were not at hand. It goes on then.
        if missing != self._sought or outdated:
            self._stop()
            self._begin(missing)
        self._refresh()

    def _begin(self, documents: list[Document]) -> None:
        self._sought = documents
        self.problem = ""
        if not documents:
            return
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
        self._sought = []
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _refresh(self, document_ids: Iterable[str] | None = None) -> None:
        """Work out what still waits for an answer, in these texts or in all."""
        from annotator.services import suggesting  # as above

        for document_id in self._found if document_ids is None else document_ids:
            found = self._found[document_id]
            here = self._session.annotations_in(document_id)
            waiting = suggesting.waiting(
                self._session.library, document_id, found, annotations=here
            )
            self._waiting[document_id] = waiting
        self.changed.emit()

    def _on_found(self, task: Task, found: dict[str, list["PlacedSuggestion"]]) -> None:
        if task is self._task:
            self._task = None
            self._sought = []
            order = [document.id for document in self._session.documents()]
            together = self._found | found
            self._found = {id_: together[id_] for id_ in order if id_ in together}
            self._waiting = {document_id: [] for document_id in self._found}
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
