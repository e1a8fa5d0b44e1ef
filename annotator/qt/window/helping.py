"""Helping: the palette of all commands, the manual, and what Duidu is."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator import __version__
from annotator.qt import prompts
from annotator.qt.dialogs.command_palette import CommandPalette
from annotator.qt.dialogs.manual_dialog import ManualDialog
from annotator.qt.window.actions import Actions


class Helping(QObject):
    """Shows what the reader may want to know."""

    def __init__(self, commands: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._commands = commands
        self._window = window
        commands.all_commands.triggered.connect(self._run_command)
        commands.manual.triggered.connect(partial(ManualDialog.open_for, window))
        commands.about.triggered.connect(self._tell_about)

    def _run_command(self) -> None:
        if command := CommandPalette.ask(self._commands.all(), self._window):
            command.trigger()

    def _tell_about(self) -> None:
        sentence = self.tr(
            "Duidu {version}: read Chinese texts side by side, highlight and tag passages, share "
            "what you marked. Free software under the MIT licence."
        )
        prompts.inform(self._window, sentence.format(version=__version__))
