"""Collation panel: where near passages differ, what most of them read, and the likely slips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError
from annotator.core.passage import Reading, Variation, Witness
from annotator.qt.latest_task import LatestTask
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.table_model import Column, TableModel
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.table_view import TableView
from annotator.qt.panels.witness_list import Line, WitnessDelegate, WitnessModel
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.services.collating import Collation, collate_in, other_witness

_AROUND = 40
_AROUND_IN_TABLE = 5
# Stands for letters that are missing.
_NONE = "∅"


class CollationPanel(QWidget):
    """Compares the texts off the GUI thread, again when they change.

    Signals: `place_chosen` with a document id and a ReadingSpan, `side_by_side_requested` with two
    such pairs, `note_requested` with a document id, a ReadingSpan and the text of a note.
    """

    place_chosen = Signal(str, object)
    side_by_side_requested = Signal(object, object)
    note_requested = Signal(str, object, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._collation: Collation | None = None
        self._comparing = LatestTask(self)
        # The texts have changed while nobody looked.
        self._is_stale = False
        self.table = TableModel(self._columns(), self)
        self._table_view = TableView(self.table, self.tr("Variant readings"), stretched=3)
        self._witnesses = WitnessModel(self)
        self._list = QListView()
        self._list.setModel(self._witnesses)
        self._list.setItemDelegate(WitnessDelegate(self._list))
        self._list.setAccessibleName(self.tr("Passages with these readings"))
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self._both = QPushButton(self.tr("Side by side"))
        self._both.setToolTip(self.tr("Open this passage and one that reads otherwise"))
        self._note = QPushButton(self.tr("Make a note of it"))
        self._note.setToolTip(self.tr("Annotate this place; the text itself never changes"))
        self._empty = EmptyState(button=QPushButton(self.tr("Cancel")))
        self._lay_out()
        self._connect()
        self._begin()

    def _columns(self) -> list[Column[Variation]]:
        return [
            Column(self.tr("Most read"), _majority, _majority, is_number=False),
            Column(self.tr("Others"), _others, _others, is_number=False),
            Column(
                self.tr("How many"),
                lambda one: one.clarity,
                self._how_many,
                self.tr("Sorted by how clear the majority is"),
            ),
            Column(self.tr("Where"), self._where, self._where, is_number=False),
        ]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        buttons.addWidget(self._both)
        buttons.addWidget(self._note)
        right = QWidget()
        places = QVBoxLayout(right)
        places.setContentsMargins(6, 0, 0, 0)
        places.addWidget(self._list, 1)
        places.addLayout(buttons)
        body = QSplitter()
        body.addWidget(self._table_view)
        body.addWidget(right)
        body.setStretchFactor(0, 1)
        body.setStretchFactor(1, 1)
        self._body = body
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.addLayout(self._pages)
        # After that: what is shown while it has no parent is a window for a moment.
        self._pages.addWidget(body)
        self._pages.addWidget(self._empty)

    def _connect(self) -> None:
        self._comparing.progress.connect(self._on_progress)
        self._comparing.done.connect(self._on_collated)
        self._comparing.failed.connect(self._on_failed)
        self._table_view.selectionModel().currentRowChanged.connect(self._show_witnesses)
        self.table.modelReset.connect(self._show_witnesses)
        self._table_view.chosen.connect(self._on_variation_chosen)
        self._list.clicked.connect(self._on_witness_chosen)
        self._list.doubleClicked.connect(self._on_both_clicked)
        enter = QShortcut(self._list)
        enter.setKeys([QKeySequence("Return"), QKeySequence("Enter")])
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(lambda: self._on_witness_chosen(self._list.currentIndex()))
        self._both.clicked.connect(self._on_both_clicked)
        self._note.clicked.connect(self._on_note_clicked)
        assert self._empty.button is not None
        self._empty.button.clicked.connect(self._on_button_clicked)
        self._session.changed.connect(self._on_session_changed)

    def _begin(self) -> None:
        """Compare anew; an earlier comparison is not wanted any more."""
        self._is_stale = False
        path = self._session.library.path
        if self._collation is None:
            self._say(self.tr("The texts are being compared…"), self.tr("Cancel"))
        self._comparing.start(lambda report: collate_in(path, report))

    def _say(self, sentence: str, button: str) -> None:
        assert self._empty.button is not None
        self._empty.say(sentence)
        self._empty.button.setText(button)
        self._pages.setCurrentWidget(self._empty)

    def _on_progress(self, done: int, total: int, title: str) -> None:
        if title:
            sentence = self.tr("“{title}” is being compared: {number} of {count}")
            told = sentence.format(title=title, number=done + 1, count=total)
            self._empty.say(told)

    def _on_collated(self, collation: Collation) -> None:
        self._collation = collation
        self.table.set_rows(collation.variations)
        self._count.setText(self.tr("%n places", "", len(collation.variations)))
        if collation.variations:
            self._pages.setCurrentWidget(self._body)
            self._table_view.setCurrentIndex(self.table.index(0, 0))
            if self.hasFocus():
                self._table_view.setFocus()
        else:
            sentence = self.tr("No two passages of these texts differ by a few letters only.")
            self._say(sentence, self.tr("Compare again"))

    def _on_failed(self, error: DuiduError) -> None:
        self._say(sentence_of(error), self.tr("Try again"))

    def _on_button_clicked(self) -> None:
        if self._comparing.is_running:
            self._comparing.stop()
            self._say(self.tr("The texts have not been compared."), self.tr("Compare them"))
        else:
            self._begin()

    def _variation(self) -> Variation | None:
        return self.table.row(self._table_view.currentIndex())

    def _witness(self) -> Witness | None:
        line: Line | None = self._list.currentIndex().data(WitnessModel.LineRole)
        return line.witness if line is not None else None

    def _show_witnesses(self) -> None:
        variation = self._variation()
        lines = []
        if variation is not None and self._collation is not None:
            # The rarest reading first: that is the one to look at.
            for reading in reversed(variation.readings):
                lines += [self._line(variation, reading, one) for one in reading.witnesses]
        self._witnesses.set_lines(lines)
        self._list.setCurrentIndex(self._witnesses.index(0, 0))
        self._both.setEnabled(bool(lines))
        self._note.setEnabled(bool(lines))

    def _line(self, variation: Variation, reading: Reading, witness: Witness) -> Line:
        assert self._collation is not None
        before, letters, after = self._collation.around(witness, _AROUND)
        source = self.tr("{title} · {count} of {total} read so")
        told = source.format(
            title=self._collation.document(witness).title,
            count=len(reading.witnesses),
            total=_total(variation),
        )
        return Line(witness, before, letters, after, told)

    def _how_many(self, variation: Variation) -> str:
        count = len(variation.readings[0].witnesses)
        if variation.majority is None:
            return self.tr("{count} each").format(count=count)
        return self.tr("{count} of {total}").format(count=count, total=_total(variation))

    def _where(self, variation: Variation) -> str:
        if self._collation is None:
            return ""
        witness = variation.readings[-1].witnesses[0]
        before, letters, after = self._collation.around(witness, _AROUND_IN_TABLE)
        return f"{before}【{letters}】{after}".replace("\n", " ")

    def _on_variation_chosen(self, _index: ModelIndex) -> None:
        self._on_witness_chosen(self._list.currentIndex())

    def _on_witness_chosen(self, index: ModelIndex) -> None:
        line: Line | None = index.data(WitnessModel.LineRole)
        if line is not None and self._collation is not None:
            self.place_chosen.emit(*self._place(line.witness))

    def _place(self, witness: Witness) -> tuple[str, object]:
        assert self._collation is not None
        return self._collation.document(witness).id, self._collation.passage(witness)

    def _on_both_clicked(self) -> None:
        variation, witness = self._variation(), self._witness()
        if variation is not None and witness is not None:
            other = other_witness(variation, witness)
            self.side_by_side_requested.emit(self._place(witness), self._place(other))

    def _on_note_clicked(self) -> None:
        variation, witness = self._variation(), self._witness()
        if variation is not None and witness is not None:
            self.note_requested.emit(*self._place(witness), self._note_on(variation))

    def _note_on(self, variation: Variation) -> str:
        """Return what a note says of this place: who reads what."""
        assert self._collation is not None
        lines = [self.tr("Near passages read differently here:")]
        for reading in variation.readings:
            titles = {self._collation.document(one).title for one in reading.witnesses}
            line = self.tr("“{letters}” {count}: {titles}")
            lines.append(
                line.format(
                    letters=reading.letters or _NONE,
                    count=len(reading.witnesses),
                    titles="、".join(sorted(titles)),
                )
            )
        return "\n".join(lines)

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.documents or changes.repaired or changes.everything:
            self._is_stale = True
        if self._is_stale and self.isVisible():
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._begin()
        super().showEvent(event)


def _majority(variation: Variation) -> str:
    return variation.readings[0].letters or _NONE


def _others(variation: Variation) -> str:
    return "  ".join(reading.letters or _NONE for reading in variation.readings[1:])


def _total(variation: Variation) -> int:
    return sum(len(reading.witnesses) for reading in variation.readings)
