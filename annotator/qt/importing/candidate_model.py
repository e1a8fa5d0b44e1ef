"""Candidate model: the texts that may come in, with a check box each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from annotator.qt.importing.candidate import Candidate, State
from annotator.qt.models.row_model import ModelIndex, RowModel
from annotator.qt.sentences import sentence_of


class CandidateModel(RowModel[Candidate]):
    """A row for each candidate, its name above its state. Signal: `wanted_changed`."""

    wanted_changed = Signal()

    def __init__(self, candidates: Sequence[Candidate], parent: QObject | None = None) -> None:
        super().__init__(lambda candidate: candidate.key, parent)
        self._set_rows(candidates)

    def candidates(self) -> list[Candidate]:
        return list(self._rows)

    def wanted(self) -> list[Candidate]:
        return [candidate for candidate in self._rows if candidate.is_wanted]

    def candidate(self, key: str) -> Candidate:
        """Return a candidate. Raises KeyError."""
        at = self.row_of(key)
        if at is None:
            raise KeyError(key)
        return self._rows[at]

    def put(self, candidate: Candidate) -> None:
        """Show a candidate in the row that it had."""
        at = self.row_of(candidate.key)
        if at is None:
            return
        was_wanted = self._rows[at].is_wanted
        self._rows[at] = candidate
        self.dataChanged.emit(self.index(at), self.index(at))
        if was_wanted != candidate.is_wanted:
            self.wanted_changed.emit()

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._rows[index.row()].state not in (State.FAILED, State.IMPORTED):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        candidate = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{candidate.name}\n{self._state(candidate)}"
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                told = sentence_of(candidate.error) if candidate.error else self._state(candidate)
                return f"{candidate.name}\n{told}"
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if candidate.is_wanted else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.UserRole:
                return candidate.key
        return None

    def setData(
        self, index: ModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        self.put(replace(self._rows[index.row()], is_wanted=is_wanted))
        return True

    def _state(self, candidate: Candidate) -> str:
        match candidate.state:
            case State.WAITING:
                return self.tr("Not read yet")
            case State.READ:
                return self.tr("Can be imported")
            case State.THERE:
                return self.tr("In the library already")
            case State.UNCLEAR:
                return self.tr("Choose its encoding")
            case State.IMPORTED:
                return self.tr("Imported")
            case State.FAILED:
                return sentence_of(candidate.error) if candidate.error else ""
