"""Editions: offers to link a newer edition, links it, and lets the reader check what is unsure."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.document import Document
from annotator.core.errors import DuiduError
from annotator.qt import prompts
from annotator.qt.attempt import attempt
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.panels.edition_offer import EditionOffer
from annotator.qt.sentences import sentence_of
from annotator.qt.session import Session
from annotator.qt.tasks import Task
from annotator.services import editions
from annotator.services.editions import EditionLink, LikelyEdition

if TYPE_CHECKING:
    from annotator.qt.dialogs.to_check_dialog import ToCheckDialog


class Editions(QObject):
    """Works off the GUI thread where two texts have to be compared.

    Signals: `told` with a sentence; `place_requested` with a document id and a ReadingSpan.
    """

    told = Signal(str)
    place_requested = Signal(str, object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._focus: AnnotationFocus | None = None
        self._window = window
        self._dialog: ToCheckDialog | None = None
        self.offer = EditionOffer(session)
        self.offer.link_requested.connect(self.link)
        self.offer.join_requested.connect(self.join)

    def follow(self, focus: AnnotationFocus) -> None:
        """Let what is selected in the active pane be a place for an annotation."""
        self._focus = focus
        focus.changed.connect(self._on_focus_changed)

    def look_for_likely(self, document_ids: list[str]) -> None:
        """Offer to link one of these texts, if it looks like an edition of another text."""
        library_path = self._session.library.path
        task = Task(partial(editions.likely_edition_in, library_path, tuple(document_ids)), self)
        task.done.connect(self._on_likely_found)
        task.start()

    def ask_link(self, document_id: str) -> None:
        """Let the reader say of which text this one is a newer edition."""
        newer = self._session.document(document_id)
        others = [one for one in self._session.documents() if one.id != document_id]
        if newer is None or not others:
            return
        names = {f"{number}. {one.title}": one for number, one in enumerate(others, start=1)}
        chosen = prompts.ask_choice(
            self._window,
            self.tr("Link editions"),
            label=self.tr("“{title}” is a newer edition of:").format(title=newer.title),
            choices=list(names),
        )
        if chosen is not None:
            self.link(newer.id, names[chosen].id)

    def link(self, newer_id: str, older_id: str) -> None:
        """Link two editions and move the annotations whose place is certain."""
        self._plan(editions.plan_link_in, newer_id, older_id)

    def join(self, ours_id: str, theirs_id: str) -> None:
        """Let a text that came from others be an older edition of ours."""
        self._plan(editions.plan_joining_in, ours_id, theirs_id)

    def unlink(self, document_id: str) -> None:
        """Say that this text is a newer edition of no other."""
        document = self._session.document(document_id)
        if document is not None and document.predecessor_id:
            edit = editions.plan_unlink(self._session.library, document)
            attempt(
                self._window, partial(self._session.do, edit, self.tr("Unlink the older edition"))
            )

    def open_to_check(self) -> None:
        """Show the annotations that wait for a reader."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.to_check_dialog import ToCheckDialog

        if self._dialog is None:
            self._dialog = ToCheckDialog(self._session, self._window)
            self._dialog.place_requested.connect(self.place_requested)
            self._dialog.destroyed.connect(self._on_dialog_gone)
            self._on_focus_changed()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _plan(
        self, plan: Callable[[Path, Document, Document], EditionLink], newer_id: str, older_id: str
    ) -> None:
        newer, older = self._session.document(newer_id), self._session.document(older_id)
        if newer is None or older is None:
            return
        work = partial(plan, self._session.library.path, newer, older)
        task = Task(lambda _report: work(), self)
        task.done.connect(self._on_planned)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_likely_found(self, found: LikelyEdition | None) -> None:
        if found is not None:
            self.offer.offer(found.newer, found.older)

    def _on_planned(self, link: EditionLink) -> None:
        done = attempt(self._window, partial(self._session.do, link.edit, self.tr("Link editions")))
        if not done:
            return
        self.told.emit(self.tr("%n annotations moved to the newer edition.", "", link.moved))
        if link.to_check:
            self.open_to_check()

    def _on_failed(self, error: DuiduError) -> None:
        prompts.warn(self._window, sentence_of(error))

    def _on_focus_changed(self) -> None:
        if self._dialog is not None and self._focus is not None:
            self._dialog.set_selection(self._focus.frame.document_id, self._focus.selection)

    def _on_dialog_gone(self) -> None:
        self._dialog = None
