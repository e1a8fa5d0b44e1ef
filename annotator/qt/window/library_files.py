"""Library files and documents: new, open, back up; describe and remove a text."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.services.editing.document_edits import ChangeAbout, RemoveDocument


class LibraryFiles(QObject):
    """Asks for library files.

    Signals: `library_wanted` with the Path of a library to open, `new_library_wanted` with the Path
    of one to make; `told` with a sentence.
    """

    library_wanted = Signal(object)
    new_library_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_new(self) -> None:
        """Let the reader say where a new library shall be."""
        path = prompts.ask_save_file(
            self._window,
            self.tr("New library"),
            kinds=self.tr("Duidu libraries (*.duidu)"),
            suggested=self._folder() / self.tr("library.duidu"),
        )
        if path is not None:
            self.new_library_wanted.emit(path)

    def ask_open(self) -> None:
        """Let the reader choose a library."""
        path = prompts.ask_open_file(
            self._window,
            self.tr("Open library"),
            kinds=self.tr("Duidu libraries (*.duidu)"),
            folder=self._folder(),
        )
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        if path != self._session.library.path:
            self.library_wanted.emit(path)

    def back_up(self) -> None:
        """Copy the library now."""
        attempt(self._window, self._back_up)

    def describe_document(self, document_id: str) -> None:
        """Let the reader say what is known of a text."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.about_document_dialog import AboutDocumentDialog

        document = self._session.document(document_id)
        if document is None:
            return
        about = AboutDocumentDialog.ask(self._window, document.about)
        if about is not None and about != document.about:
            edit = ChangeAbout(document_id, document.about, about)
            attempt(self._window, partial(self._session.do, edit, self.tr("Describe text")))

    def remove_document(self, document_id: str) -> None:
        """Take a text out of the library; undo brings it back with its annotations."""
        edit = RemoveDocument(document_id)
        if attempt(self._window, partial(self._session.do, edit, self.tr("Remove text"))):
            self.told.emit(self.tr("The text was removed. Ctrl+Z brings it back."))

    def _back_up(self) -> None:
        copy = self._session.library.back_up()
        self.told.emit(self.tr("Backed up to {path}").format(path=copy))

    def _folder(self) -> Path:
        return self._session.library.path.parent
