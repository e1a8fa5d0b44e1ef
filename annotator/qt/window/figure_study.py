"""Figure study: the table of figures, and where its rows lead."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.desk import Desk
from annotator.qt.window.docks import Docks

if TYPE_CHECKING:
    from annotator.qt.panels.figures_panel import FiguresPanel
    from annotator.services.figure_table import FigureRow


class FigureStudy(QObject):
    """Holds the late dock of the figures; the panel is made when the reader first wants it."""

    def __init__(self, session: Session, desk: Desk, docks: Docks, *, commands: Actions) -> None:
        super().__init__(docks)
        self._session = session
        self._desk = desk
        self.dock = docks.add_late("figures", self.tr("Figures"), self._make_panel)
        commands.figures.triggered.connect(partial(docks.show_late, self.dock))

    def _make_panel(self) -> QWidget:
        from annotator.qt.panels.figures_panel import FiguresPanel

        panel = FiguresPanel(self._session)
        panel.scope.set_current_document(self._desk.active_document_id)
        self._desk.active_document_changed.connect(panel.scope.set_current_document)
        panel.figure_chosen.connect(self._on_figure_chosen)
        panel.export_requested.connect(partial(self._save, panel))
        return panel

    def _on_figure_chosen(self, row: "FigureRow") -> None:
        self._desk.select_passage(row.document.id, row.span)

    def _save(self, panel: "FiguresPanel") -> None:
        from annotator.services.exporting import write_table

        path = prompts.ask_save_file(
            panel,
            self.tr("Export the figures"),
            kinds=self.tr("Tables (*.csv)"),
            suggested=Path.home() / self.tr("figures.csv"),
        )
        if path is not None:
            titles = [
                self.tr("Number"),
                self.tr("Unit"),
                self.tr("Value"),
                self.tr("Upper value"),
                self.tr("What"),
                self.tr("Year"),
                self.tr("Sentence"),
                self.tr("Text"),
                self.tr("Page"),
            ]
            rows = [row.cells for row in panel.rows()]
            attempt(panel, partial(write_table, path, titles, rows))
