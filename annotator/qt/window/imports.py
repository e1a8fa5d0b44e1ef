"""Imports: texts come in by dialog, drop and paste, each after a look at what it will read like."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.core.changes import Changes
from annotator.qt import prompts
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.look import Look

if TYPE_CHECKING:
    from annotator.importers.incoming import IncomingFile
    from annotator.services.importing import Import


class Imports(QObject):
    """Brings texts into the library of the session.

    Signals: `imported` with the ids of the documents that came in or were there already; `told`
    with a sentence for the reader.
    """

    # What reads files is loaded when there are files to read: the window need not wait for it.

    imported = Signal(list)
    told = Signal(str)

    def __init__(self, session: Session, look: Look, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._look = look
        self._window = window
        commands.import_files.triggered.connect(self.ask)
        commands.paste.triggered.connect(self.paste)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def ask(self) -> None:
        """Let the reader choose files."""
        from annotator.qt.file_kinds import file_kinds

        paths = prompts.ask_open_files(self._window, self.tr("Import texts"), kinds=file_kinds())
        if paths:
            self.start(paths)

    def paste(self) -> None:
        """Bring in what is on the clipboard: files, or else text."""
        from annotator.services import previewing

        # An empty clipboard may have no content at all.
        content = QGuiApplication.clipboard().mimeData() or QMimeData()
        if paths := _paths(content):
            self.start(paths)
        elif content.text().strip():
            date = QLocale.c().toString(QDate.currentDate(), "yyyy-MM-dd")
            name = self.tr("Pasted text {date}.txt").format(date=date)
            self.start([previewing.pasted(content.text(), name)])
        else:
            self.told.emit(self.tr("There is no text on the clipboard. Copy some first."))

    def start(self, sources: "Sequence[Path | IncomingFile]") -> None:
        """Show these files, or pasted texts, and import what the reader wants of them."""
        from annotator.qt.importing.import_dialog import ImportDialog

        dialog = ImportDialog(self._session, sources, self._look.appearance, self._window)
        dialog.imported.connect(self._on_imported)
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if (
            isinstance(event, QDropEvent)
            and event.type() == QEvent.Type.Drop
            and (paths := _paths(event.mimeData()))
        ):
            event.acceptProposedAction()
            self.start(paths)
            return True
        return super().eventFilter(watched, event)

    def _on_imported(self, imports: "Sequence[Import]") -> None:
        ids = [each.document.id for each in imports]
        self._session.announce(Changes(documents=frozenset(ids), annotated=frozenset(ids)))
        self.imported.emit(ids)


def _paths(content: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
