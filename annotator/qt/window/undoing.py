"""Undoing: the two actions that take steps back and make them again."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions


class Undoing(QObject):
    """Keeps undo and redo in step with the undo stack; tooltips tell what they would do."""

    def __init__(self, session: Session, actions: Actions, *, window: QWidget) -> None:
        super().__init__(window)
        self._stack = session.undo_stack
        self._actions = actions
        actions.undo.triggered.connect(partial(attempt, window, session.undo))
        actions.redo.triggered.connect(partial(attempt, window, session.redo))
        self._stack.canUndoChanged.connect(actions.undo.setEnabled)
        self._stack.canRedoChanged.connect(actions.redo.setEnabled)
        self._stack.undoTextChanged.connect(self._on_text_changed)
        self._stack.redoTextChanged.connect(self._on_text_changed)
        actions.undo.setEnabled(False)
        actions.redo.setEnabled(False)

    def _on_text_changed(self) -> None:
        stack, actions = self._stack, self._actions
        actions.undo.setToolTip(self.tr("Undo: {change}").format(change=stack.undoText()))
        actions.redo.setToolTip(self.tr("Redo: {change}").format(change=stack.redoText()))
