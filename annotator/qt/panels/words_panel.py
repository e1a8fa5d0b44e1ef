"""Words panel: which words the texts use, which set one apart, and where a word stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.core.errors import DuiduError
from annotator.core.span import ReadingSpan
from annotator.qt import icons
from annotator.qt.latest_task import LatestTask
from annotator.qt.models.row_model import ModelIndex
from annotator.qt.models.table_model import TableModel
from annotator.qt.panels.dispersion_plot import Dispersion, DispersionPlot
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.panels.narrow_combo import narrow_combo
from annotator.qt.panels.table_view import TableView
from annotator.qt.panels.word_columns import collocate_columns, word_columns
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.services.analysis import LibraryWords, WordRow, library_words_in

_ELSEWHERE, _KEYNESS = 3, 4
# The table, the places, the company. One text has more columns, and only one line of places.
_WIDTHS, _WIDTHS_OF_ONE = [400, 290, 300], [540, 160, 290]


class WordsPanel(QWidget):
    """Counts the words of all texts off the GUI thread, again when texts or dictionary change.

    Signals: `word_chosen` with a word, `pair_chosen` with two that stand near each other,
    `place_chosen` with a document id and a ReadingSpan, `dictionary_requested`, and
    `export_requested` when the table is wanted as a file.
    """

    word_chosen = Signal(str)
    pair_chosen = Signal(str, str)
    place_chosen = Signal(str, object)
    dictionary_requested = Signal()
    export_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words: LibraryWords | None = None
        self._counting, self._listing = LatestTask(self), LatestTask(self)
        self._keeping_company = LatestTask(self)
        # The texts have changed while nobody looked.
        self._is_stale = False
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter words…"))
        self._filter.setAccessibleName(self.tr("Show only words with these letters"))
        self._filter.setClearButtonEnabled(True)
        self._texts = narrow_combo(self.tr("Which texts to count"))
        self._stop_words = QCheckBox(self.tr("Stop words"))
        self._stop_words.setToolTip(self.tr("Count 的, 和, 等 and the like too"))
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        # A sentence that gives way where the window is narrow.
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._dictionary = _button("codebook", self.tr("Dictionary…"))
        self._export = _button("export", self.tr("Save table…"))
        self.table = TableModel(word_columns(self.locale()), self)
        self._company = TableModel(collocate_columns(self.locale()), self)
        self._table_view = TableView(self.table, self.tr("Words"), stretched=0)
        self._company_view = TableView(
            self._company, self.tr("Words that stand near the chosen one"), stretched=0
        )
        self._plot = DispersionPlot()
        self._empty = EmptyState(button=QPushButton(self.tr("Cancel")))
        self._lay_out()
        self._connect()
        self._begin()

    @property
    def word(self) -> str:
        """The chosen word, "" for none."""
        row = self.table.row(self._table_view.currentIndex())
        return row.word if row is not None else ""

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._filter, 2)
        head.addWidget(self._texts, 2)
        head.addWidget(self._stop_words)
        head.addWidget(self._count, 1)
        head.addWidget(self._dictionary)
        head.addWidget(self._export)
        places = QScrollArea()
        places.setWidget(self._plot)
        places.setWidgetResizable(True)
        places.setFrameShape(QFrame.Shape.NoFrame)
        places.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QSplitter()
        for widget, share in ((self._table_view, 4), (places, 3), (self._company_view, 3)):
            body.addWidget(widget)
            body.setStretchFactor(body.count() - 1, share)
        self._body = body
        self._body.setSizes(_WIDTHS)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        # After that: what is shown while it has no parent is a window for a moment.
        self._pages.addWidget(body)
        self._pages.addWidget(self._empty)
        self.setFocusProxy(self._filter)

    def _connect(self) -> None:
        self._counting.progress.connect(self._on_progress)
        self._counting.done.connect(self._on_counted)
        self._counting.failed.connect(self._on_failed)
        self._listing.done.connect(self._show_words)
        self._keeping_company.done.connect(self._company.set_rows)
        self._texts.currentIndexChanged.connect(self._list_words)
        self._stop_words.toggled.connect(self._list_words)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._dictionary.clicked.connect(self.dictionary_requested)
        self._export.clicked.connect(self.export_requested)
        self._table_view.chosen.connect(self._on_word_chosen)
        self._table_view.selectionModel().currentRowChanged.connect(self._show_word)
        self.table.modelReset.connect(self._show_word)
        self._company_view.chosen.connect(self._on_company_chosen)
        self._plot.place_chosen.connect(self.place_chosen)
        assert self._empty.button is not None
        self._empty.button.clicked.connect(self._on_button_clicked)
        down = QShortcut(QKeySequence("Down"), self._filter)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._table_view.setFocus)
        self._session.changed.connect(self._on_session_changed)

    def _begin(self) -> None:
        """Count anew; an earlier count is not wanted any more."""
        self._is_stale = False
        path = self._session.library.path
        self._say(self.tr("The words are being counted…"), self.tr("Cancel"))
        self._counting.start(lambda report: library_words_in(path, report))

    def _say(self, sentence: str, button: str) -> None:
        """Show a sentence in place of the words, unless those of before are still to be seen."""
        assert self._empty.button is not None
        self._empty.say(sentence)
        self._empty.button.setText(button)
        if self._words is None:
            self._pages.setCurrentWidget(self._empty)

    def _on_progress(self, done: int, total: int, title: str) -> None:
        sentence = self.tr("Counting the words of “{title}”: {share} %")
        share = 100 * done // max(1, total)
        self._say(sentence.format(title=title, share=share), self.tr("Cancel"))

    def _on_counted(self, words: LibraryWords) -> None:
        self._words = words
        self._offer_texts()
        self._list_words()

    def _on_failed(self, error: DuiduError) -> None:
        self._words = None
        self._say(sentence_of(error), self.tr("Try again"))

    def _on_button_clicked(self) -> None:
        if self._counting.is_running or self._listing.is_running:
            self._counting.stop()
            self._listing.stop()
            self._say(self.tr("The words have not been counted."), self.tr("Count them"))
        else:
            self._begin()

    def _offer_texts(self) -> None:
        assert self._words is not None
        chosen = self._texts.currentData()
        self._texts.blockSignals(True)
        self._texts.clear()
        self._texts.addItem(self.tr("All texts"), None)
        for document in self._words.documents:
            self._texts.addItem(document.title, document.id)
        self._texts.setCurrentIndex(max(0, self._texts.findData(chosen)))
        self._texts.blockSignals(False)

    def _document_ids(self) -> list[str]:
        """Return the texts that are chosen."""
        assert self._words is not None
        chosen = self._texts.currentData()
        return [chosen] if chosen else [document.id for document in self._words.documents]

    def _list_words(self) -> None:
        """Put the words of the chosen texts together; those of before stay until they are there."""
        if (words := self._words) is not None:
            ids, with_stop_words = self._document_ids(), self._stop_words.isChecked()
            self._listing.start(lambda _report: words.rows(ids, with_stop_words=with_stop_words))

    def _show_words(self, rows: list[WordRow]) -> None:
        word = self.word
        # Where all texts are chosen, there are no others.
        has_others = self._texts.currentData() is not None
        if has_others is self._table_view.isColumnHidden(_KEYNESS):
            for number in (_ELSEWHERE, _KEYNESS):
                self._table_view.setColumnHidden(number, not has_others)
            self._body.setSizes(_WIDTHS_OF_ONE if has_others else _WIDTHS)
        self.table.set_rows(rows)
        if not rows:
            self._pages.setCurrentWidget(self._empty)
            self._empty.say(self.tr("There are no words here. Import a text with Ctrl+O."))
            return
        self._pages.setCurrentWidget(self._body)
        self._turn_to(word)

    def _turn_to(self, word: str) -> None:
        """Make this word the current one, else the first."""
        words = [row.word for row in self.table.rows()]
        at = words.index(word) if word in words else 0
        self._table_view.setCurrentIndex(self.table.index(at, 0))

    def _on_filter_changed(self, text: str) -> None:
        wanted, word = "".join(text.split()).casefold(), self.word
        self.table.set_filter(lambda row: wanted in row.word)
        self._turn_to(word)

    def _show_word(self) -> None:
        count = self.table.rowCount()
        self._count.setText(self.tr("%n words", "", count))
        self._export.setEnabled(count > 0)
        word = self.word
        if self._words is None or not word:
            self._plot.show_word("", ())
            self._keeping_company.stop()
            self._company.set_rows(())
            return
        words, ids = self._words, self._document_ids()
        self._plot.show_word(word, [_dispersion(words, id_, word) for id_ in ids])
        # Not at once: a frequent word of long texts has much company.
        self._keeping_company.start(lambda _report: words.collocates(ids, word))

    def _on_word_chosen(self, index: ModelIndex) -> None:
        if (row := self.table.row(index)) is not None:
            self.word_chosen.emit(row.word)

    def _on_company_chosen(self, index: ModelIndex) -> None:
        if (row := self._company.row(index)) is not None:
            self.pair_chosen.emit(self.word, row.word)

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.dictionary or changes.documents or changes.repaired or changes.everything:
            self._is_stale = True
        if self._is_stale and self.isVisible():
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._begin()
        super().showEvent(event)


def _button(icon: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icons.icon(icon))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _dispersion(words: LibraryWords, document_id: str, word: str) -> Dispersion:
    document = next(one for one in words.documents if one.id == document_id)
    found = words.of(document_id)
    places = tuple(ReadingSpan(place.start, place.end) for place in found.places(word))
    return Dispersion(document_id, document.title, len(found.text), places)
