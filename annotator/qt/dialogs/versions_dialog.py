"""Versions dialog: what members changed without knowing of each other, to be settled."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.changes import Changes
from annotator.core.revision import AnchorRevision
from annotator.qt.attempt import attempt
from annotator.qt.dialogs.note_versions import NoteVersions
from annotator.qt.dialogs.place_versions import PlaceVersions
from annotator.qt.dialogs.sizes import open_at
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.session import Session
from annotator.services import versions
from annotator.services.versions import NoteConflict, PlaceConflict

_SIZE = (860, 520)


class VersionsDialog(QDialog):
    """One note or place at a time, its versions side by side; every step can be undone.

    Signal: `annotation_chosen` with the id of an annotation to bring into view.
    """

    annotation_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Changed on both sides"))
        open_at(self, *_SIZE)
        self._session = session
        self._conflicts: list[NoteConflict | PlaceConflict] = []
        self._shown: NoteConflict | PlaceConflict | None = None
        self._at = 0
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self.notes = NoteVersions()
        self.places = PlaceVersions(session)
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Undo, self._kinds, partial(attempt, self, session.undo))
        self.notes.settled.connect(self._settle_note)
        self.places.settled.connect(self._settle_place)
        session.changed.connect(self._on_session_changed)
        self._load()

    def show_annotation(self, annotation_id: str) -> None:
        """Turn to what is to settle of this annotation."""
        ids = [conflict.annotation.id for conflict in self._conflicts]
        if annotation_id in ids:
            self._turn_to(ids.index(annotation_id))

    def _lay_out(self) -> None:
        self._kinds = QStackedWidget()
        self._kinds.addWidget(self.notes)
        self._kinds.addWidget(self.places)
        self.previous = QPushButton(self.tr("P&revious"))
        self.skip = QPushButton(self.tr("&Skip"))
        self.show_in_text = QPushButton(self.tr("Show in &text"))
        foot = QHBoxLayout()
        for button in (self.previous, self.skip, self.show_in_text):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.insertStretch(2)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._kinds, 1)
        column.addLayout(foot)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(page)
        nothing = self.tr("Nothing is left that members changed without knowing of each other.")
        self._pages.addWidget(EmptyState(nothing))
        self.previous.clicked.connect(lambda: self._turn_to(self._at - 1))
        self.skip.clicked.connect(lambda: self._turn_to(self._at + 1))
        self.show_in_text.clicked.connect(self._request_place)

    def _load(self) -> None:
        """Read what is to settle; stay at the same place of the list."""
        library, seen = self._session.library, self._session.visibility
        notes = versions.note_conflicts(library, seen)
        self._conflicts = [*notes, *versions.place_conflicts(library, seen)]
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

    def _told_of(self, conflict: NoteConflict | PlaceConflict) -> str:
        number = self.tr("{number} of {count}").format(
            number=self._at + 1, count=len(self._conflicts)
        )
        document = self._session.document(conflict.annotation.document_id)
        quotation = " ".join(conflict.annotation.selector.quotation.split("\n"))
        return " · ".join((number, document.title if document else "", f"“{quotation[:80]}”"))

    def _show_versions(self, conflict: NoteConflict | PlaceConflict) -> None:
        names = {member.id: member.name for member in self._session.members()}
        if isinstance(conflict, NoteConflict):
            self._kinds.setCurrentWidget(self.notes)
            self.notes.show_conflict(conflict, names)
        else:
            self._kinds.setCurrentWidget(self.places)
            self.places.show_conflict(conflict, names)

    def _request_place(self) -> None:
        if self._shown is not None:
            self.annotation_chosen.emit(self._shown.annotation.id)

    def _settle_note(self, note: str) -> None:
        conflict, session = self._shown, self._session

        def run() -> None:
            assert conflict is not None
            edit = versions.settle_note(session.library, conflict.annotation.id, note)
            session.do(edit, self.tr("Settle the note"))

        if conflict is not None:
            attempt(self, run)

    def _settle_place(self, place: AnchorRevision) -> None:
        session = self._session

        def run() -> None:
            edit = versions.settle_place(session.library, place)
            session.do(edit, self.tr("Settle the place"))

        attempt(self, run)

    def _on_session_changed(self, changes: Changes) -> None:
        others = changes.documents or changes.only_seen or changes.everything
        if changes.annotations or changes.members or others:
            self._load()
