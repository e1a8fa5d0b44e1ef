"""To-check dialog: annotations whose place in the newer text a reader has to tell."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotation import AnchorState
from annotator.core.changes import Changes
from annotator.core.span import ReadingSpan
from annotator.qt.anchor_states import anchor_state_names
from annotator.qt.attempt import attempt
from annotator.qt.dialogs.comparison import Comparison
from annotator.qt.dialogs.sizes import open_at
from annotator.qt.panels.empty_state import EmptyState
from annotator.qt.session import Session
from annotator.qt.tag_names import shown_name
from annotator.services import editions
from annotator.services.anchoring.edition_map import PossiblePlace
from annotator.services.editing import Edit
from annotator.services.editions import Unchecked

_SIZE = (900, 480)


class ToCheckDialog(QDialog):
    """One annotation at a time, old and new context side by side; every step can be undone.

    Signal: `place_requested` with a document id and a ReadingSpan to bring into view.
    """

    place_requested = Signal(str, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("To check"))
        open_at(self, *_SIZE)
        self._session = session
        self._unchecked: list[Unchecked] = []
        self._places: list[PossiblePlace] = []
        self._at = 0
        self._place_at = 0
        self._selection: tuple[str | None, ReadingSpan | None] = (None, None)
        self._heading = QLabel()
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._comparison = Comparison()
        self._nothing = EmptyState(self.tr("There is nothing to check."))
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Undo, self, partial(attempt, self, session.undo))
        QShortcut(QKeySequence.StandardKey.Redo, self, partial(attempt, self, session.redo))
        session.changed.connect(self._on_session_changed)
        self._load()
        self._confirm.setFocus()

    def set_selection(self, document_id: str | None, span: ReadingSpan | None) -> None:
        """Tell what is selected in the active pane; an annotation can be placed there."""
        self._selection = (document_id, span)
        self._offer()

    def _lay_out(self) -> None:
        self._previous = self._button(self.tr("P&revious"), self._go_back, "Alt+Up")
        self._skip = self._button(self.tr("&Skip"), self._go_on, "Alt+Down")
        self._next_place = self._button(self.tr("Next &place"), self._turn_place, "Alt+Right")
        self._show = self._button(self.tr("Show in &text"), self._request_place)
        self._here = self._button(self.tr("Place at se&lection"), self._place_here)
        self._leave = self._button(self.tr("&Not in this edition"), self._leave_as_orphan)
        self._confirm = self._button(self.tr("&Confirm"), self._accept_place)
        self._confirm.setDefault(True)
        steps, decisions = QHBoxLayout(), QHBoxLayout()
        for button in (self._previous, self._skip):
            steps.addWidget(button)
        for row in (steps, decisions):
            row.addStretch()
        for button in (self._next_place, self._show):
            steps.addWidget(button)
        for button in (self._here, self._leave, self._confirm):
            decisions.addWidget(button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(self._heading)
        column.addWidget(self._comparison, 1)
        column.addLayout(steps)
        column.addLayout(decisions)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(page)
        self._pages.addWidget(self._nothing)

    def _button(self, text: str, slot: Callable[[], None], keys: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        if keys:
            QShortcut(QKeySequence(keys), self, slot)
            button.setToolTip(keys)
        return button

    @property
    def _current(self) -> Unchecked | None:
        return self._unchecked[self._at] if self._at < len(self._unchecked) else None

    @property
    def _place(self) -> PossiblePlace | None:
        return self._places[self._place_at] if self._place_at < len(self._places) else None

    def _load(self) -> None:
        """Read what is to check; stay at the same place of the list."""
        found = editions.unchecked(self._session.library)
        found.sort(key=lambda one: one.annotation.state == AnchorState.ORPHAN)
        self._unchecked = found
        self._at = min(self._at, max(0, len(found) - 1))
        self._show_current()

    def _show_current(self) -> None:
        one = self._current
        self._pages.setCurrentIndex(0 if one else 1)
        if one is None:
            return
        self._places = editions.places_for(self._session.library, one)
        self._place_at = 0
        self._show_place()

    def _show_place(self) -> None:
        one, place = self._current, self._place
        if one is None:
            return
        older = self._session.reading_text(one.older.id)
        newest = self._session.reading_text(one.newest.id)
        passage = older.to_reading(one.annotation.selector.span)
        self._heading.setText(self._told_of(one))
        self._comparison.name(one.older.title, self._told_of_place(one))
        if passage is not None:
            self._comparison.show_passages(
                (older, passage), (newest, place.span) if place else None
            )
        self._offer()

    def _told_of(self, one: Unchecked) -> str:
        tags = (self._session.codebook.get(tag_id) for tag_id in one.annotation.tag_ids)
        names = "".join(f"【{shown_name(tag)}】" for tag in tags if tag)
        state = anchor_state_names()[one.annotation.state]
        number = self.tr("{number} of {count}").format(
            number=self._at + 1, count=len(self._unchecked)
        )
        parts = (number, names, state, " ".join(one.annotation.note.split()))
        return " · ".join(part for part in parts if part)

    def _told_of_place(self, one: Unchecked) -> str:
        if self._place is None:
            return one.newest.title
        sentence = self.tr("{title} · place {number} of {count}, {score} % alike")
        return sentence.format(
            title=one.newest.title,
            number=self._place_at + 1,
            count=len(self._places),
            score=round(100 * self._place.score),
        )

    def _offer(self) -> None:
        """Enable what can be done now."""
        one = self._current
        self._confirm.setEnabled(self._place is not None)
        self._show.setEnabled(self._place is not None)
        self._next_place.setEnabled(len(self._places) > 1)
        self._previous.setEnabled(self._at > 0)
        self._skip.setEnabled(self._at + 1 < len(self._unchecked))
        document_id, span = self._selection
        self._here.setEnabled(one is not None and span is not None and document_id == one.newest.id)
        self._leave.setEnabled(one is not None and one.annotation.state != AnchorState.ORPHAN)

    def _go_on(self) -> None:
        if self._at + 1 < len(self._unchecked):
            self._at += 1
            self._show_current()

    def _go_back(self) -> None:
        if self._at > 0:
            self._at -= 1
            self._show_current()

    def _turn_place(self) -> None:
        if self._places:
            self._place_at = (self._place_at + 1) % len(self._places)
            self._show_place()

    def _request_place(self) -> None:
        if self._current and self._place:
            self.place_requested.emit(self._current.newest.id, self._place.span)

    def _accept_place(self) -> None:
        if self._place is not None:
            self._accept(self._place.span)

    def _place_here(self) -> None:
        document_id, span = self._selection
        if self._current and span is not None and document_id == self._current.newest.id:
            self._accept(span)

    def _accept(self, span: ReadingSpan) -> None:
        one = self._current
        if one is not None:
            library = self._session.library
            self._do(lambda: editions.accept(library, one, span), self.tr("Confirm place"))

    def _leave_as_orphan(self) -> None:
        one = self._current
        if one is not None:
            self._do(lambda: editions.leave_as_orphan(one), self.tr("Leave at the older text"))

    def _do(self, make: Callable[[], Edit], text: str) -> None:
        attempt(self, lambda: self._session.do(make(), text))

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.annotations or changes.documents or changes.everything:
            self._load()
