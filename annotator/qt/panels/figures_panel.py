"""Figures panel: the numbers by which the texts state facts, as a table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError
from annotator.qt.latest_task import LatestTask
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.table_model import Column, TableModel
from annotator.qt.panels.column_widths import set_widths
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.scope_combo import ScopeCombo
from annotator.qt.panels.table_view import TableView
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Report
from annotator.services.figure_table import FigureRow, rows_in

_SENTENCE = 4
_WIDTHS_PX = {0: 110, 1: 70, 2: 220, 3: 90, 5: 200}


class FiguresPanel(QWidget):
    """Finds the figures off the GUI thread, again when texts change.

    Signals: `figure_chosen` with a FigureRow to go to, `export_requested` when the table is wanted
    as a file.
    """

    figure_chosen = Signal(object)
    export_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._looking = LatestTask(self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter figures…"))
        self._filter.setAccessibleName(self.tr("Show only figures with these words"))
        self._filter.setClearButtonEnabled(True)
        self.scope = ScopeCombo()
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._export = QPushButton(self.tr("Export as CSV…"))
        self._model = TableModel(self._columns(), self)
        self._table = TableView(self._model, self.tr("Figures"), stretched=_SENTENCE)
        set_widths(self._table, _WIDTHS_PX)
        self._empty = EmptyState()
        self._lay_out()
        self._connect()
        self._begin()

    def rows(self) -> list[FigureRow]:
        """Return what is shown, from top to bottom."""
        return self._model.rows()

    def _columns(self) -> list[Column[FigureRow]]:
        def unit(row: FigureRow) -> str:
            return row.figure.unit

        def what(row: FigureRow) -> str:
            return row.figure.what

        def year(row: FigureRow) -> str:
            return row.figure.year

        def sentence(row: FigureRow) -> str:
            return row.sentence

        def title(row: FigureRow) -> str:
            return row.document.title

        return [
            Column(
                self.tr("Number"),
                lambda row: float(row.figure.value),
                lambda row: row.figure.number,
                self.tr("Sorted by what the number is worth: 1.2亿 as 120,000,000, 10% as 0.1"),
            ),
            Column(self.tr("Unit"), unit, unit, is_number=False),
            Column(self.tr("What"), what, what, is_number=False),
            Column(self.tr("Year"), year, year, is_number=False),
            Column(self.tr("Sentence"), sentence, sentence, is_number=False),
            Column(self.tr("Text"), title, title, is_number=False),
        ]

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._filter, 1)
        head.addWidget(self.scope)
        head.addWidget(self._count, 1)
        head.addWidget(self._export)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        # Now they have a parent: a page that has none is shown as a window for a moment.
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._empty)
        self.setFocusProxy(self._filter)

    def _connect(self) -> None:
        self._looking.done.connect(self._on_found)
        self._looking.failed.connect(self._on_failed)
        self._filter.textChanged.connect(self._narrow)
        self.scope.scope_changed.connect(self._narrow)
        self._table.chosen.connect(self._on_chosen)
        self._export.clicked.connect(self.export_requested)
        self._session.changed.connect(self._on_session_changed)

    def _begin(self) -> None:
        """Look through the texts; an earlier search is not wanted any more."""
        path, documents = self._session.library.path, self._session.documents()

        def work(report: Report) -> object:
            return rows_in(path, documents, lambda done, total: report(done, total, ""))

        self._empty.say(self.tr("The texts are being looked through…"))
        self._show_state()
        self._looking.start(work)

    def _on_found(self, rows: list[FigureRow]) -> None:
        self._model.set_rows(rows)
        self._empty.say(self.tr("No figure is found here."))
        self._show_state()

    def _on_failed(self, error: DuiduError) -> None:
        self._model.set_rows([])
        self._empty.say(sentence_of(error))
        self._show_state()

    def _narrow(self) -> None:
        wanted = "".join(self._filter.text().split()).casefold()

        def accepts(row: FigureRow) -> bool:
            words = "".join(f"{row.sentence}{row.figure.year}".split()).casefold()
            return self.scope.accepts(row.document) and wanted in words

        self._model.set_filter(accepts)
        self._show_state()

    def _show_state(self) -> None:
        count = self._model.rowCount()
        self._count.setText(self.tr("%n figures", "", count))
        self._export.setEnabled(count > 0)
        self._pages.setCurrentWidget(self._table if count else self._empty)

    def _on_chosen(self, index: ModelIndex) -> None:
        if (row := self._model.row(index)) is not None:
            self.figure_chosen.emit(row)

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.documents or changes.repaired or changes.everything:
            self._begin()
