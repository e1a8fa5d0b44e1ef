"""Merging: the work of others comes into the library, after the reader has seen what it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.qt import prompts
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.services import sharing
from annotator.services.editing.merge_edits import MergeLibraries

if TYPE_CHECKING:
    from annotator.services.merging import Merged


class Merging(QObject):
    """Lets the reader choose libraries to merge.

    Signals: `told` with a sentence; `matched` with what is nearly one of our texts.
    """

    told = Signal(str)
    matched = Signal(object)

    def __init__(self, session: Session, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        commands.merge.triggered.connect(self.ask)

    def ask(self) -> None:
        """Let the reader choose libraries, and look at what they bring."""
        paths = prompts.ask_open_files(
            self._window,
            self.tr("Merge libraries"),
            kinds=self.tr("Duidu libraries (*.duidu)"),
            folder=self._session.library.path.parent,
        )
        if paths:
            self.start(paths)

    def start(self, paths: list[Path]) -> None:
        """Show what these libraries bring; the reader decides."""
        from annotator.qt.dialogs.merge_dialog import MergeDialog  # when something is merged

        dialog = MergeDialog(self._session.library.path, paths, self._window)
        dialog.merged.connect(self._on_merged)
        dialog.open()

    def _on_merged(self, merged: "Merged") -> None:
        if merged.can_be_undone:
            edit = MergeLibraries(tuple(merged.reports))
            self._session.add_step(edit, self.tr("Merge libraries"))
        self._session.look_for_others()
        if sharing.folder_beside(self._session.library, merged.reports):
            told = self.tr(
                "Merged. Put the file into the shared folder, too, and everybody gets it."
            )
        else:
            told = self.tr("%n libraries were merged.", "", len(merged.reports))
        self.told.emit(told)
        self.matched.emit(merged.matched)
