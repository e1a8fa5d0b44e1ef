"""Versions dialog: notes that members changed without knowing of each other, to be settled."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.qt.attempt import attempt
from annotator.qt.dialogs.sizes import open_at
from annotator.qt.dialogs.version_column import Stretch, VersionColumn
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.session import Session
from annotator.services import versions
from annotator.services.versions import Conflict
from annotator.text.differences import differences

_SIZE = (860, 520)
_FIELD_PX = 92
_TIME = "yyyy-MM-dd HH:mm"
_LONGEST_COMPARED = 20_000


class VersionsDialog(QDialog):
    """One note at a time, its versions side by side; every step can be undone.

    Signal: `annotation_chosen` with the id of an annotation to bring into view.
    """

    annotation_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Notes in several versions"))
        open_at(self, *_SIZE)
        self._session = session
        self._conflicts: list[Conflict] = []
        self._shown: Conflict | None = None
        self._at = 0
        self.columns: list[VersionColumn] = []
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self.field = QPlainTextEdit()
        self._nothing = EmptyState(self.tr("No note stands in several versions."))
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Undo, self._area, partial(attempt, self, session.undo))
        session.changed.connect(self._on_session_changed)
        self._load()

    def show_annotation(self, annotation_id: str) -> None:
        """Turn to the versions of this note."""
        ids = [conflict.annotation.id for conflict in self._conflicts]
        if annotation_id in ids:
            self._turn_to(ids.index(annotation_id))

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_FIELD_PX)
        label = QLabel(self.tr("&Or write one note out of them:"))
        label.setBuddy(self.field)
        self.previous = QPushButton(self.tr("P&revious"))
        self.skip = QPushButton(self.tr("&Skip"))
        self.show_in_text = QPushButton(self.tr("Show in &text"))
        self.keep_written = QPushButton(self.tr("&Keep what is written here"))
        foot = QHBoxLayout()
        for button in (self.previous, self.skip, self.show_in_text, self.keep_written):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.insertStretch(3)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._area, 1)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addLayout(foot)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(page)
        self._pages.addWidget(self._nothing)
        self.previous.clicked.connect(lambda: self._turn_to(self._at - 1))
        self.skip.clicked.connect(lambda: self._turn_to(self._at + 1))
        self.show_in_text.clicked.connect(self._request_place)
        self.keep_written.clicked.connect(self._on_keep_written)

    def _load(self) -> None:
        """Read what is to settle; stay at the same place of the list."""
        session = self._session
        self._conflicts = versions.conflicts(session.library, session.visibility)
        self._turn_to(min(self._at, max(0, len(self._conflicts) - 1)))

    def _turn_to(self, at: int) -> None:
        self._at = at
        conflict = self._conflicts[at] if at < len(self._conflicts) else None
        self._pages.setCurrentIndex(0 if conflict else 1)
        self.previous.setEnabled(at > 0)
        self.skip.setEnabled(at + 1 < len(self._conflicts))
        if conflict is None:
            self._shown = None
            return
        self._heading.setText(self._told_of(conflict))
        if conflict != self._shown:
            self._shown = conflict
            self._show_versions(conflict)

    def _told_of(self, conflict: Conflict) -> str:
        number = self.tr("{number} of {count}").format(
            number=self._at + 1, count=len(self._conflicts)
        )
        document = self._session.document(conflict.annotation.document_id)
        quotation = " ".join(conflict.annotation.selector.quotation.split("\n"))
        return " · ".join((number, document.title if document else "", f"“{quotation[:80]}”"))

    def _show_versions(self, conflict: Conflict) -> None:
        names = {member.id: member.name for member in self._session.members()}
        notes = [version.note for version in conflict.versions]
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.columns = []
        for version, marked in zip(conflict.versions, _marked(notes), strict=True):
            written = QDateTime.fromMSecsSinceEpoch(version.written_ms).toString(_TIME)
            told = [names.get(version.member_id, ""), written]
            if not self.columns:
                told.append(self.tr("shown now"))
            column = VersionColumn(" · ".join(told), version.note, marked)
            column.kept.connect(partial(self._settle, version.note))
            layout.addWidget(column, 1)
            self.columns.append(column)
        self._area.setWidget(row)
        self.field.setPlainText(notes[0])
        self.columns[0].button.setFocus()

    def _request_place(self) -> None:
        if self._shown is not None:
            self.annotation_chosen.emit(self._shown.annotation.id)

    def _on_keep_written(self) -> None:
        self._settle(self.field.toPlainText().strip())

    def _settle(self, note: str) -> None:
        conflict, session = self._shown, self._session

        def run() -> None:
            assert conflict is not None
            edit = versions.settle(session.library, conflict.annotation.id, note)
            session.do(edit, self.tr("Settle the note"))

        if conflict is not None:
            attempt(self, run)

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.annotations or changes.documents or changes.members or changes.everything:
            self._load()


def _marked(notes: Sequence[str]) -> Iterator[list[Stretch]]:
    """Yield for each version the letters that differ: from the first one, there from any other."""
    first, *others = notes
    if max(map(len, notes)) > _LONGEST_COMPARED:
        yield from ([] for _ in notes)
        return
    places = [differences(first, other).places for other in others]
    yield _joined((one.start, one.end) for found in places for one in found)
    for found in places:
        yield [(one.other_start, one.other_end) for one in found]


def _joined(stretches: Iterator[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
