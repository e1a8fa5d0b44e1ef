"""Candidate fields: title, encoding and repair rules of one text before it comes in."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.core.structure import tells_lines
from annotator.qt.dialogs.rule_switches import RuleSwitches
from annotator.qt.importing.candidate import Candidate, State

ENCODINGS = ("UTF-8", "GB18030", "Big5", "UTF-16", "UTF-16LE", "UTF-16BE", "Windows-1252")

_LEAST_TITLE_PX = 120


class CandidateFields(QWidget):
    """Signals: `title_edited`, `encoding_chosen` with a name, None for what the file shows, and
    `rule_switched` with a Rule and whether it is on.
    """

    title_edited = Signal(str)
    encoding_chosen = Signal(object)
    rule_switched = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.encoding = QComboBox()
        self.switches = RuleSwitches(columns=2)
        self.encoding.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.title.setMinimumWidth(_LEAST_TITLE_PX)
        self.title.textEdited.connect(self.title_edited)
        self.encoding.activated.connect(self._on_encoding_activated)
        self.switches.switched.connect(self.rule_switched)
        self._lay_out()

    def show_candidate(self, candidate: Candidate | None) -> None:
        """Show what is known and chosen of a text; no signal tells of it."""
        self.setEnabled(candidate is not None)
        if candidate is None:
            self.title.clear()
            self.encoding.clear()
            return
        found = candidate.preview.title if candidate.preview else ""
        title = candidate.title or found
        if title != self.title.text() and not (self.title.hasFocus() and not candidate.title):
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self.title.setPlaceholderText(found)
        self._offer_encodings(candidate)
        self.switches.show_corrections(candidate.corrections)
        if candidate.preview is not None:
            self.switches.offer(is_told=tells_lines(candidate.preview.extract.structure))
        self.title.setEnabled(candidate.can_be_corrected)
        self.switches.setEnabled(candidate.can_be_corrected)

    def _offer_encodings(self, candidate: Candidate) -> None:
        with QSignalBlocker(self.encoding):
            self.encoding.clear()
            self.encoding.setEnabled(candidate.has_encoding)
            if not candidate.has_encoding:
                self.encoding.addItem("–", None)
                return
            if candidate.encoding is None and candidate.look is not None:
                found = self.tr("{encoding}, as found")
                name = found.format(encoding=candidate.look.encoding.upper())
                self.encoding.addItem(name, None)
            elif candidate.state is State.UNCLEAR:
                self.encoding.addItem(self.tr("Choose…"), None)
            else:
                self.encoding.addItem(self.tr("As found in the file"), None)
            for name in ENCODINGS:
                self.encoding.addItem(name, name)
            self.encoding.setCurrentIndex(max(0, self.encoding.findData(candidate.encoding)))

    def _lay_out(self) -> None:
        title = QFormLayout()
        title.addRow(self.tr("&Title"), self.title)
        encoding = QFormLayout()
        encoding.addRow(self.tr("&Encoding"), self.encoding)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(title, 1)
        row.addLayout(encoding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.switches)

    def _on_encoding_activated(self, index: int) -> None:
        self.encoding_chosen.emit(self.encoding.itemData(index))
