"""Own words: the reader's dictionary in the window, and in what divides texts into words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError
from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.qt.window.actions import Actions
from annotator.services import dictionary
from annotator.services.dictionary import ChangeDictionary
from annotator.text import words

if TYPE_CHECKING:
    from annotator.qt.dialogs.dictionary_dialog import DictionaryDialog


class OwnWords(QObject):
    """Adds words from the text, lists them for editing; every change can be undone.

    Signal: `told` with a sentence for the status line.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, focus: AnnotationFocus, commands: Actions, *, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._focus = focus
        self._window = window
        self._dialog: DictionaryDialog | None = None
        dictionary.use_own_words(session.library)
        commands.add_to_dictionary.triggered.connect(self.add_selection)
        commands.dictionary.triggered.connect(self.open_dialog)
        session.changed.connect(self._on_changed)

    def add_selection(self) -> None:
        """Add what is selected in the active pane."""
        text = self._focus.frame.pane.selecting.text
        if not text.strip():
            self.told.emit(self.tr("Select a word first, then add it to the dictionary."))
            return
        if self._add(text):
            word = dictionary.as_word(text)
            self.told.emit(self.tr("“{word}” is in the dictionary now.").format(word=word))

    def open_dialog(self) -> None:
        """Show the words for editing."""
        # Here, because the window shows sooner without it.
        from annotator.qt.dialogs.dictionary_dialog import DictionaryDialog

        if self._dialog is None:
            self._dialog = dialog = DictionaryDialog(self._window)
            dialog.add_requested.connect(self._on_add_requested)
            dialog.remove_requested.connect(self._on_remove_requested)
            # The list is filled anew, which it must not be while it takes what was typed in it.
            queued = Qt.ConnectionType.QueuedConnection
            dialog.rename_requested.connect(self._on_rename_requested, queued)
            dialog.import_requested.connect(self._on_import_requested)
            dialog.set_words(dictionary.own_words(self._session.library))
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _add(self, *more: str) -> bool:
        return self._change(lambda: dictionary.add(self._session.library, more))

    def _change(self, make: Callable[[], ChangeDictionary]) -> bool:
        """Make a change of the dictionary, or say why that is not possible."""

        def change() -> None:
            edit = make()
            if edit.before != edit.after:
                self._session.do(edit, self.tr("Change the dictionary"))

        return attempt(self._dialog_or_window(), change)

    def _dialog_or_window(self) -> QWidget:
        is_open = self._dialog is not None and self._dialog.isVisible()
        return self._dialog if is_open and self._dialog is not None else self._window

    def _on_add_requested(self, text: str) -> None:
        if self._add(text) and self._dialog is not None:
            self._dialog.take_typed()

    def _on_remove_requested(self, gone: list[str]) -> None:
        self._change(lambda: dictionary.remove(self._session.library, gone))

    def _on_rename_requested(self, word: str, new: str) -> None:
        self._change(lambda: dictionary.rename(self._session.library, word, new))
        self._show_words()  # also where the new one is no word

    def _on_import_requested(self) -> None:
        path = prompts.ask_open_file(
            self._dialog_or_window(),
            self.tr("Import a dictionary"),
            kinds=self.tr("Dictionaries (*.txt *.dict *.csv);;All files (*)"),
        )
        if path is None:
            return
        from annotator.importers import incoming  # as above

        task = Task(lambda _report: dictionary.words_in_file(incoming.open_file(path)), self)
        task.done.connect(self._on_words_read)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_words_read(self, found: list[str]) -> None:
        if self._add(*found):
            self.told.emit(self.tr("%n words of the file are in the dictionary.", "", len(found)))

    def _on_failed(self, error: DuiduError) -> None:
        prompts.warn(self._dialog_or_window(), sentence_of(error))

    def _on_changed(self, changes: Changes) -> None:
        if changes.dictionary or changes.everything:
            dictionary.use_own_words(self._session.library)
            Task(lambda _report: words.load(), self).start()
            self._show_words()

    def _show_words(self) -> None:
        if self._dialog is not None:
            self._dialog.set_words(dictionary.own_words(self._session.library))
