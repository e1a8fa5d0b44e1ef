"""Word study: the panel of words, and where its words lead."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.docks import Docks
from annotator.qt.window.searching import Searching

if TYPE_CHECKING:
    from annotator.qt.models.table_model import TableModel
    from annotator.services.analysis import WordRow

# How far apart two words stand that keep company, in characters.
_COMPANY = 20


class WordStudy(QObject):
    """Holds the late dock of the words; the panel is made when the reader first wants it.

    Signal: `place_requested` with a document id and the ReadingSpan to go to.
    """

    place_requested = Signal(str, object)

    def __init__(
        self, session: Session, docks: Docks, searching: Searching, commands: Actions
    ) -> None:
        super().__init__(docks)
        self._session = session
        self._searching = searching
        self._commands = commands
        dock = docks.add_late("words", self.tr("Words"), self._make_panel)
        commands.words.triggered.connect(partial(docks.show_late, dock))

    def _make_panel(self) -> QWidget:
        # Here, because the window shows sooner without it.
        from annotator.qt.panels.words_panel import WordsPanel

        panel = WordsPanel(self._session)
        panel.word_chosen.connect(self._searching.show_hits)
        panel.pair_chosen.connect(self._on_pair_chosen)
        panel.place_chosen.connect(self.place_requested)
        panel.dictionary_requested.connect(self._commands.dictionary.trigger)
        panel.export_requested.connect(partial(self._save, panel, panel.table))
        return panel

    def _on_pair_chosen(self, word: str, other: str) -> None:
        self._searching.show_hits(f"{word}~{_COMPANY}{other}")

    def _save(self, panel: QWidget, table: "TableModel[WordRow]") -> None:
        from annotator.services.exporting import write_table  # as above

        path = prompts.ask_save_file(
            panel,
            self.tr("Save the table of words"),
            kinds=self.tr("Tables (*.csv)"),
            suggested=Path.home() / self.tr("words.csv"),
        )
        if path is not None:
            titles = [column.title for column in table.columns]
            attempt(panel, partial(write_table, path, titles, table.values()))
