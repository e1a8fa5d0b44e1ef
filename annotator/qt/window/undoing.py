"""Undoing: the two actions that take steps back and make them again."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.merge_steps import MergeSteps
from annotator.qt.window.repairs import Repairs
from annotator.services.editing.document_edits import CorrectDocument
from annotator.services.editing.merge_edits import MergeLibraries


class Undoing(QObject):
    """Keeps undo and redo in step with the undo stack; they say what they would do."""

    def __init__(
        self, session: Session, actions: Actions, repairs: Repairs, *, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._repairs = repairs
        self._window = window
        self._merge_steps = MergeSteps(session, window)
        self._stack = session.undo_stack
        self._actions = actions
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        self._stack.canUndoChanged.connect(actions.undo.setEnabled)
        self._stack.canRedoChanged.connect(actions.redo.setEnabled)
        self._stack.undoTextChanged.connect(self._on_text_changed)
        self._stack.redoTextChanged.connect(self._on_text_changed)
        actions.undo.setEnabled(False)
        actions.redo.setEnabled(False)

    def _undo(self) -> None:
        edit, undo = self._session.edit_to_undo, self._session.undo
        if isinstance(edit, CorrectDocument):
            self._repairs.ahead_of(edit.document_id, edit.before, undo)
        elif isinstance(edit, MergeLibraries):
            self._merge_steps.undo(edit)
        else:
            attempt(self._window, undo)

    def _redo(self) -> None:
        edit, redo = self._session.edit_to_redo, self._session.redo
        if isinstance(edit, CorrectDocument):
            self._repairs.ahead_of(edit.document_id, edit.after, redo)
        elif isinstance(edit, MergeLibraries):
            self._merge_steps.redo(edit)
        else:
            attempt(self._window, redo)

    def _on_text_changed(self) -> None:
        stack = self._stack
        undo, redo = self.tr("&Undo: {change}"), self.tr("&Redo: {change}")
        _name(self._actions.undo, undo, stack.undoText(), without=self.tr("&Undo"))
        _name(self._actions.redo, redo, stack.redoText(), without=self.tr("&Redo"))


def _name(action: QAction, sentence: str, change: str, *, without: str) -> None:
    """Let an action tell which change it is about, if there is one."""
    action.setText(sentence.format(change=change.replace("&", "&&")) if change else without)
