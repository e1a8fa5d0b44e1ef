"""Indexing: lets a library that is too big for memory be searched without reading it all."""

from functools import partial

from PySide6.QtCore import QObject

from annotator.core.changes import Changes
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.services import apart_search


class Indexing(QObject):
    """Brings the search index up to date in the background, at the start and after changes."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._is_outdated = False
        session.changed.connect(self._on_changed)
        self._update()

    def _update(self) -> None:
        if self._task is not None:
            self._is_outdated = True
        elif apart_search.is_too_big_for_memory(self._session.documents()):
            path = self._session.library.path
            self._task = Task(partial(apart_search.update_index, path), self)
            self._task.ended.connect(self._on_ended)
            self._task.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents or changes.repaired or changes.everything:
            self._update()

    def _on_ended(self) -> None:
        self._task = None
        if self._is_outdated:
            self._is_outdated = False
            self._update()
