"""Helping: the palette of all commands, the manual, and what Duidu is."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator import __version__
from annotator.qt import prompts
from annotator.qt.window.actions import Actions


class Helping(QObject):
    """Shows what the reader may want to know."""

    def __init__(self, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._commands = commands
        self._window = window
        commands.all_commands.triggered.connect(self._run_command)
        commands.manual.triggered.connect(self._open_manual)
        commands.about.triggered.connect(self._tell_about)

    def _open_manual(self) -> None:
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.manual_dialog import ManualDialog

        ManualDialog.open_for(self._window)

    def _run_command(self) -> None:
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.command_palette import CommandPalette

        if command := CommandPalette.ask(self._commands.all(), self._window):
            command.trigger()

    def _tell_about(self) -> None:
        sentence = self.tr(
            "Duidu {version}: read Chinese texts side by side, highlight and tag passages, share "
            "what you marked. Free software under the MIT licence."
        )
        prompts.inform(self._window, sentence.format(version=__version__))
