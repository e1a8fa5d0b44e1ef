"""Completion: the reader says that a text is finished, so that others may compare."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.core.changes import Changes
from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.services.editing.document_edits import ChangeCompletion


class Completion(QObject):
    """Keeps the command `finished` in step with the text of the active pane."""

    def __init__(self, session: Session, desk: Desk, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._desk = desk
        self._action = commands.finished
        self._action.triggered.connect(self._on_triggered)
        desk.active_document_changed.connect(self._update)
        session.changed.connect(self._on_changed)
        self._action.setEnabled(False)

    def _is_finished(self) -> bool:
        document_id = self._desk.active_document_id or ""
        return self._session.member.id in self._session.finished_by(document_id)

    def _on_triggered(self) -> None:
        if document_id := self._desk.active_document_id:
            before = self._is_finished()
            member_id = self._session.member.id
            edit = ChangeCompletion(document_id, member_id, before, not before)
            done = self.tr("Finish a text") if not before else self.tr("Go on with a text")
            attempt(self._window, lambda: self._session.do(edit, done))
        self._update()

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents or changes.members or changes.everything:
            self._update()

    def _update(self) -> None:
        self._action.setEnabled(self._desk.active_document_id is not None)
        self._action.setChecked(self._is_finished())
