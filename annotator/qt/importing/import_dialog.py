"""Import dialog: what comes in, as it is and as it will read, before it comes in."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.corrections import Rule
from annotator.core.errors import DuiduError, TextFileError
from annotator.importers.incoming import IncomingFile
from annotator.qt import prompts
from annotator.qt.importing.candidate import Candidate, State
from annotator.qt.importing.candidate_fields import CandidateFields
from annotator.qt.importing.candidate_model import CandidateModel
from annotator.qt.importing.correction_actions import CorrectionActions
from annotator.qt.importing.counts_line import CountsLine
from annotator.qt.importing.import_run import ImportRun
from annotator.qt.importing.preview_view import PreviewView
from annotator.qt.importing.reading_in import ReadingIn, Views
from annotator.qt.reader.appearance import Appearance
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.services import correcting
from annotator.services.importing import Import
from annotator.services.previewing import Look

_SIZE = (1080, 680)
_SCREEN_SHARE = 0.94
_LIST_SHARE = 0.22
_LEAST_LIST_PX = 110


class ImportDialog(QDialog):
    """Imports the texts that are ticked. Signal: `imported` with the Imports of one go."""

    imported = Signal(list)

    def __init__(
        self,
        session: Session,
        sources: Sequence[Path | IncomingFile],
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import texts"))
        self._session = session
        candidates = [Candidate(str(key), source) for key, source in enumerate(sources)]
        self.model = CandidateModel(candidates, self)
        self.list = QListView()
        self.fields = CandidateFields()
        self.preview = PreviewView(appearance)
        self.corrections = CorrectionActions(self)
        self._counts = CountsLine()
        self._told = QLabel()
        self._run = ImportRun()
        self._reading = ReadingIn(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._import = QPushButton(self.tr("&Import"))
        self._lay_out()
        self._connect()
        self.list.setCurrentIndex(self.model.index(0))
        self._reading.look_into(candidates[1:])
        self._import.setFocus()

    @property
    def current(self) -> Candidate:
        """The text that is shown."""
        return self.model.candidate(self.list.currentIndex().data(Qt.ItemDataRole.UserRole))

    def reject(self) -> None:
        """Break an import off that runs or is about to; otherwise close."""
        if self._reading.awaiting:
            self._reading.awaiting = []
            self._on_cancelled()
        elif self._run.is_running:
            self._run.cancel()
        else:
            super().reject()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.model.wanted_changed.connect(self._show_wanted)
        self._reading.previewed.connect(self._on_previewed)
        self._reading.looked.connect(self._on_looked)
        self._reading.failed.connect(self._on_failed)
        self._reading.awaited.connect(self._on_awaited)
        self.fields.title_edited.connect(self._on_title_edited)
        self.fields.encoding_chosen.connect(self._on_encoding_chosen)
        self.fields.rule_switched.connect(self._on_rule_switched)
        self.preview.split_requested.connect(self._split)
        self.preview.join_requested.connect(self._join)
        self.preview.set_tools(self.corrections.all())
        self.corrections.split.triggered.connect(lambda: self._split(self.preview.point()))
        self.corrections.join.triggered.connect(lambda: self._join(self.preview.point()))
        self.corrections.undo.triggered.connect(lambda: self._put(self.current.stepped(-1)))
        self.corrections.redo.triggered.connect(lambda: self._put(self.current.stepped(1)))
        self._import.clicked.connect(self._start)
        self._run.done.connect(self._on_done)
        self._run.failed.connect(self._on_import_failed)
        self._run.cancelled.connect(self._on_cancelled)
        self._run.ended.connect(partial(self._set_busy, False))
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setMinimumWidth(_LEAST_LIST_PX)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Texts to import"))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fields)
        column.addWidget(self.preview, 1)
        column.addWidget(self._counts)
        splitter = QSplitter()
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.ActionRole)
        self._told.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        foot.addWidget(self._run, 1)
        foot.addWidget(self._buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.addWidget(splitter, 1)
        rows.addLayout(foot)
        self._import.setDefault(True)
        # Where nothing can be imported, Enter must not close what says why.
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        room = self.screen().availableSize() * _SCREEN_SHARE
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))
        splitter.setSizes([round(_LIST_SHARE * self.width()), self.width()])

    def _put(self, candidate: Candidate) -> None:
        """Go on with a candidate as it is now; the one that is shown is previewed again."""
        former = self.model.candidate(candidate.key)
        self.model.put(candidate)
        if candidate.key != self.current.key:
            return
        self.fields.show_candidate(candidate)
        self.corrections.show_candidate(candidate)
        if candidate.corrections != former.corrections or candidate.state is State.WAITING:
            self._told.setText(self.tr("Repairing the text…"))
            self._reading.preview(candidate)

    def _on_current_changed(self, _index: QModelIndex, former: QModelIndex) -> None:
        if former.isValid():
            # Only the text that is shown is kept in memory.
            key = former.data(Qt.ItemDataRole.UserRole)
            self.model.put(replace(self.model.candidate(key), preview=None))
        candidate = self.current
        self.preview.clear()
        self._counts.clear()
        self.fields.show_candidate(candidate)
        self.corrections.show_candidate(candidate)
        if candidate.state in (State.FAILED, State.UNCLEAR) and candidate.error:
            self._told.setText(sentence_of(candidate.error))
        else:
            self._told.setText(self.tr("Reading the text…"))
            self._reading.preview(candidate)

    def _on_looked(self, asked: Candidate, look: Look) -> None:
        candidate = self.model.candidate(asked.key)
        if candidate.state is State.WAITING and candidate.encoding == asked.encoding:
            is_there = self._session.document(look.document_id) is not None
            self.model.put(candidate.looked_into(look, is_there=is_there))

    def _on_previewed(self, asked: Candidate, views: Views) -> None:
        self._on_looked(asked, views.look)
        candidate = self.model.candidate(asked.key)
        is_latest = (candidate.encoding, candidate.corrections) == (
            asked.encoding,
            asked.corrections,
        )
        if candidate.key != self.current.key or not is_latest:
            return
        candidate = replace(candidate, preview=views.preview)
        self.model.put(candidate)
        self.preview.show_views(views)
        self._counts.show_counts(views.counts)
        self.fields.show_candidate(candidate)
        self.corrections.show_candidate(candidate)
        is_there = candidate.state is State.THERE
        self._told.setText(self.tr("This text is in the library already.") if is_there else "")

    def _on_failed(self, asked: Candidate, error: DuiduError) -> None:
        candidate = self.model.candidate(asked.key)
        if candidate.encoding != asked.encoding:
            return
        candidate = candidate.failed(error)
        self.model.put(candidate)
        if candidate.key == self.current.key:
            self.preview.clear()
            self._counts.clear()
            self.fields.show_candidate(candidate)
            self.corrections.show_candidate(candidate)
            self._told.setText(sentence_of(error))
            if candidate.state is State.UNCLEAR:
                self.fields.encoding.setFocus()

    def _on_title_edited(self, title: str) -> None:
        self.model.put(replace(self.current, title=title))

    def _on_encoding_chosen(self, encoding: str | None) -> None:
        if encoding != self.current.encoding:
            self._put(self.current.read_in(encoding))

    def _on_rule_switched(self, rule: Rule, is_on: bool) -> None:
        self._put(self.current.corrected(self.current.corrections.with_rule(rule, on=is_on)))

    def _split(self, offset: int) -> None:
        if self._can_point(offset):
            after = correcting.split(self.current.corrections, self.preview.text, offset)
            self._put(self.current.corrected(after))

    def _join(self, offset: int) -> None:
        if self._can_point(offset):
            after = correcting.join(self.current.corrections, self.preview.text, offset)
            self._put(self.current.corrected(after))

    def _can_point(self, offset: int) -> bool:
        return self.current.can_be_corrected and offset < len(self.preview.text.text)

    def _show_wanted(self) -> None:
        self._import.setEnabled(bool(self.model.wanted()) and not self._run.is_running)

    def _start(self) -> None:
        self._import_all([candidate.key for candidate in self.model.wanted()])

    def _import_all(self, keys: list[str]) -> None:
        """Import these off the GUI thread; what is just being read, when that is done."""
        if not keys or self._run.is_running:
            return
        if self._reading.is_previewing:
            self._reading.awaiting = keys
            self._told.setText(self.tr("This will be imported as soon as it has been read…"))
            return
        self._run.start(self._session.library.path, [self.model.candidate(key) for key in keys])
        self._set_busy(True)

    def _on_awaited(self, keys: list[str]) -> None:
        if self.current.state is not State.UNCLEAR:
            self._import_all(keys)

    def _on_done(self, results: Sequence[tuple[Candidate, Import | TextFileError]]) -> None:
        failed = []
        for candidate, result in results:
            if isinstance(result, Import):
                self.model.put(candidate.imported(result))
            else:
                self.model.put(candidate.failed(result))
                failed.append(candidate.key)
        if imports := [result for _, result in results if isinstance(result, Import)]:
            self.imported.emit(imports)
        if not failed:
            self.accept()
            return
        self.list.setCurrentIndex(self.model.index_of(failed[0]))
        self._on_current_changed(self.list.currentIndex(), QModelIndex())

    def _on_import_failed(self, error: DuiduError) -> None:
        prompts.warn(self, sentence_of(error))

    def _on_cancelled(self) -> None:
        self._told.setText(self.tr("Nothing was imported."))

    def _set_busy(self, is_busy: bool) -> None:
        self._told.setVisible(not is_busy)
        for part in (self.list, self.fields, self.preview):
            part.setDisabled(is_busy)
        for action in self.corrections.all():
            action.setDisabled(is_busy)
        if not is_busy:
            self.fields.show_candidate(self.current)
            self.corrections.show_candidate(self.current)
        self._show_wanted()
