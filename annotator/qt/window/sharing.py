"""Sharing in the window: a folder that the group has in common, looked into every few minutes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import DuiduError
from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.qt.window.actions import Actions
from annotator.services import sharing
from annotator.services.sharing import Synced

_INTERVAL_MS = 3 * 60 * 1000
_LAST_LOOK_MS = 3000


class Sharing(QObject):
    """Takes in what others share, and hands on what was written here.

    What goes wrong is told once; asked for by the reader, it is told every time. Signals: `told`
    with a sentence; `matched` with what is nearly one of our texts.
    """

    told = Signal(str)
    matched = Signal(object)

    def __init__(self, session: Session, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._commands = commands
        self._window = window
        self._task: Task | None = None
        self._is_asked_for = False
        self._trouble = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        commands.share_folder.triggered.connect(self.ask_folder)
        commands.share_now.triggered.connect(self.look_now)
        commands.stop_sharing.triggered.connect(self.stop)
        self._follow_folder()
        if self._timer.isActive():
            QTimer.singleShot(0, self, self._look)

    def ask_folder(self) -> None:
        """Let the reader choose the folder; from then on it is looked into by itself."""
        folder = prompts.ask_folder(
            self._window,
            self.tr("Choose the folder that your group shares"),
            folder=sharing.shared_folder(self._session.library),
        )
        if folder is not None:
            self.share_by(folder)

    def share_by(self, folder: Path | None) -> None:
        """Share by this folder, or no longer."""
        attempt(self._window, partial(sharing.choose_folder, self._session.library, folder))
        self._follow_folder()
        if folder is not None and self._timer.isActive():
            self.look_now()

    def stop(self) -> None:
        """Look into no folder any more; what is in it stays there."""
        self.share_by(None)
        self.told.emit(self.tr("Nothing is shared any more. What others have of it, they keep."))

    def look_now(self) -> None:
        self._is_asked_for = True
        self._look()

    def leave(self) -> None:
        """Share what was written last, before the window goes; a slow folder is not waited for."""
        if self._timer.isActive():
            self._timer.stop()
            self._look()
            QThreadPool.globalInstance().waitForDone(_LAST_LOOK_MS)

    def _follow_folder(self) -> None:
        is_sharing = sharing.shared_folder(self._session.library) is not None
        self._commands.share_now.setEnabled(is_sharing)
        self._commands.stop_sharing.setEnabled(is_sharing)
        if is_sharing:
            self._timer.start(_INTERVAL_MS)
        else:
            self._timer.stop()

    def _look(self) -> None:
        if self._task is None:
            self._task = Task(partial(sharing.sync_in, self._session.library.path), self)
            self._task.done.connect(self._on_done)
            self._task.failed.connect(self._on_failed)
            self._task.ended.connect(self._on_ended)
            self._task.start()

    def _on_done(self, synced: Synced) -> None:
        self._session.look_for_others()
        errors = [*synced.refused.values(), synced.not_written]
        trouble = [sentence_of(error) for error in errors if error]
        if synced.missing:
            sentence = self.tr("Annotations wait for a text that is not here: {titles}")
            trouble.append(sentence.format(titles=", ".join(synced.missing)))
        annotations, replies = synced.new_annotations, synced.new_replies
        if annotations:
            self.told.emit(self.tr("%n annotations came from the shared folder.", "", annotations))
        elif replies:
            self.told.emit(self.tr("%n replies came from the shared folder.", "", replies))
        elif self._is_asked_for and not trouble and synced.is_blind:
            self.told.emit(self.tr("Everything is shared; nothing new came that may be seen now."))
        elif self._is_asked_for and not trouble:
            self.told.emit(self.tr("Everything is shared; nothing new came."))
        self._tell_trouble("\n".join(trouble))
        self.matched.emit(tuple(synced.matched.values()))

    def _on_failed(self, error: DuiduError) -> None:
        self._tell_trouble(sentence_of(error))

    def _on_ended(self) -> None:
        self._task = None
        self._is_asked_for = False

    def _tell_trouble(self, trouble: str) -> None:
        if trouble and self._is_asked_for:
            prompts.warn(self._window, trouble)
        elif trouble and trouble != self._trouble:
            self.told.emit(trouble.replace("\n", " "))
        self._trouble = trouble
