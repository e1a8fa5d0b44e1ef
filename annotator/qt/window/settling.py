"""Settling: what members changed without knowing of each other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.qt.session import Session
from annotator.qt.window.actions import Actions

if TYPE_CHECKING:
    from annotator.qt.dialogs.versions_dialog import VersionsDialog


class Settling(QObject):
    """Shows all versions of it. Signal: `annotation_chosen` with one to bring into view."""

    annotation_chosen = Signal(str)

    def __init__(self, session: Session, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._dialog: VersionsDialog | None = None
        commands.versions.triggered.connect(self.open)

    def open(self) -> None:
        """Show what waits for somebody to settle it."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.versions_dialog import VersionsDialog

        if self._dialog is None:
            self._dialog = VersionsDialog(self._session, self._window)
            self._dialog.annotation_chosen.connect(self.annotation_chosen)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def open_at(self, annotation_id: str) -> None:
        """Show what is to settle of this annotation first."""
        self.open()
        if self._dialog is not None:
            self._dialog.show_annotation(annotation_id)

    def _on_dialog_gone(self) -> None:
        self._dialog = None
