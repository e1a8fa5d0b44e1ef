"""Correcting: paragraphs and rules of repair changed by hand, in the text as it is being read."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.corrections import NO_CORRECTIONS, Corrections
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.repairs import Repairs
from annotator.services import correcting
from annotator.services.editing.document_edits import CorrectDocument


class Correcting(QObject):
    """Corrects the text of the active pane. Signal: `told` with a sentence for the reader."""

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        focus: AnnotationFocus,
        repairs: Repairs,
        commands: Actions,
        *,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._focus = focus
        self._repairs = repairs
        self._window = window
        commands.split_paragraph.triggered.connect(self.split)
        commands.join_paragraph.triggered.connect(self.join)
        commands.repair_rules.triggered.connect(self.choose_rules)
        commands.undo_corrections.triggered.connect(self.clear)

    def split(self) -> None:
        """Let a paragraph begin at the caret, or where the selection begins."""
        document_id, offset = self._focus.frame.document_id, self._offset()
        if document_id is None or offset is None:
            return
        text, before = self._session.reading_text(document_id), self._before(document_id)
        after = correcting.split(before, text, offset)
        if after == before:
            self.told.emit(self.tr("A paragraph begins here already."))
        self._correct(document_id, after, self.tr("Split paragraph"))

    def join(self) -> None:
        """Let the paragraph of the caret or the selection go on with the one before."""
        document_id, offset = self._focus.frame.document_id, self._offset()
        if document_id is None or offset is None:
            return
        text, before = self._session.reading_text(document_id), self._before(document_id)
        after = correcting.join(before, text, offset)
        if after == before:
            self.told.emit(self.tr("There is no paragraph before this one."))
        self._correct(document_id, after, self.tr("Join paragraphs"))

    def choose_rules(self) -> None:
        """Let the reader switch rules of repair for this text."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.repair_dialog import RepairDialog

        document_id = self._focus.frame.document_id
        if document_id is None:
            return
        is_told = self._session.tells_paragraphs(document_id)
        after = RepairDialog.ask(self._before(document_id), self._window, is_told=is_told)
        if after is not None:
            self._correct(document_id, after, self.tr("Change repair rules"))

    def clear(self) -> None:
        """Let the text be repaired as if nobody had corrected it."""
        document_id = self._focus.frame.document_id
        if document_id is None:
            return
        if self._before(document_id) == NO_CORRECTIONS:
            self.told.emit(self.tr("Nothing was corrected in this text."))
        self._correct(document_id, NO_CORRECTIONS, self.tr("Undo all corrections"))

    def _before(self, document_id: str) -> Corrections:
        return self._session.corrections(document_id)

    def _offset(self) -> int | None:
        """Return the place that is meant: of the selection, else of the caret if it is in view."""
        pane = self._focus.frame.pane
        span, selecting = pane.selection(), pane.selecting
        if span is None and not selecting.is_caret_seen:
            self.told.emit(self.tr("Click into the paragraph that you mean first."))
            return None
        offset = span.start if span else selecting.caret
        return offset if offset < self._focus.frame.characters else None

    def _correct(self, document_id: str, after: Corrections, name: str) -> None:
        edit = CorrectDocument(document_id, self._before(document_id), after)
        if edit.before != after:
            do = partial(self._do, edit, name)
            self._repairs.ahead_of(document_id, after, do)

    def _do(self, edit: CorrectDocument, name: str) -> None:
        """Make the edit, unless somebody else has corrected the text while it was prepared."""
        if self._before(edit.document_id) == edit.before:
            self._session.do(edit, name)
