"""Differing: two texts, or two passages, that the reader wants compared."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from annotator.core.changes import Changes
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.actions import Actions
from annotator.qt.window.look import Look

if TYPE_CHECKING:
    from annotator.qt.dialogs.differences_dialog import ComparedText, DifferencesDialog

_Passage = tuple[str, ReadingSpan | None]
_Kept = tuple[str, SourceSpan | None]
_SHOWN = 16


class Differing(QObject):
    """Opens a window of its own for each comparison.

    Signal: `told` with a sentence for the status line.
    """

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        focus: AnnotationFocus,
        grid: ReaderGrid,
        look: Look,
        *,
        commands: Actions,
    ) -> None:
        super().__init__(grid)
        self._session = session
        self._focus = focus
        self._grid = grid
        self._look = look
        self._remembered: _Passage | None = None
        self._dialogs: dict[DifferencesDialog, tuple[_Kept, _Kept]] = {}
        commands.compare_panes.triggered.connect(self.compare_panes)
        commands.remember_passage.triggered.connect(self.remember)
        commands.compare_passage.triggered.connect(self.compare_with_remembered)
        look.changed.connect(self._on_look_changed)
        session.changed.connect(self._on_changed)

    def compare_panes(self) -> None:
        """Compare the text of the active pane with that of the next one that has a text.

        The one on the left stays on the left. A section that is shown alone is compared alone.
        """
        frames = [frame for frame in self._grid if frame.document_id]
        if self._grid.active not in frames or len(frames) < 2:
            self.told.emit(self.tr("Open two texts side by side first, then compare them."))
            return
        here = frames.index(self._grid.active)
        there = (here + 1) % len(frames)
        one, other = (frames[number] for number in sorted((here, there)))
        self._open(_shown(one), _shown(other))

    def remember(self) -> None:
        """Remember what is selected, to be compared with what is selected next."""
        passage = self._selected()
        if passage is None:
            self.told.emit(self.tr("Select the passage that you want to compare."))
            return
        self._remembered = passage
        sentence = self.tr("“{words}” is remembered. Select the passage to compare it with.")
        words = self._focus.frame.pane.selecting.text[:_SHOWN]
        self.told.emit(sentence.format(words=words))

    def compare_with_remembered(self) -> None:
        """Compare what is selected with the passage that was remembered."""
        passage = self._selected()
        if self._remembered is None:
            self.told.emit(self.tr("Select a passage and remember it for comparing first."))
        elif passage is None:
            self.told.emit(self.tr("Select the passage that you want to compare."))
        else:
            self._open(self._remembered, passage)

    def _selected(self) -> _Passage | None:
        document_id, span = self._focus.frame.document_id, self._focus.selection
        return None if document_id is None or span is None else (document_id, span)

    def _open(self, one: _Passage, other: _Passage) -> None:
        # Here, because the window shows sooner without it.
        from annotator.qt.dialogs.differences_dialog import DifferencesDialog

        dialog = DifferencesDialog(self._compared(one), self._compared(other), self._grid.window())
        dialog.set_look(self._look.theme, self._look.appearance)
        self._dialogs[dialog] = self._kept(one), self._kept(other)
        dialog.finished.connect(partial(self._on_finished, dialog))
        dialog.show()

    def _compared(self, passage: _Passage) -> "ComparedText":
        from annotator.qt.dialogs.differences_dialog import ComparedText

        document_id, span = passage
        document = self._session.document(document_id)
        assert document is not None  # it is open, or else it would have been forgotten
        return ComparedText(document.title, self._session.reading_text(document_id), span)

    def _kept(self, passage: _Passage) -> _Kept:
        """Return the passage in offsets that no correction moves."""
        document_id, span = passage
        text = self._session.reading_text(document_id)
        return document_id, text.to_source(span) if span else None

    def _as_read_now(self, kept: _Kept) -> _Passage | None:
        """Return the passage as it stands now; None if it is gone."""
        document_id, span = kept
        if self._session.document(document_id) is None:
            return None
        now = self._session.reading_text(document_id).to_reading(span) if span else None
        return None if span and not now else (document_id, now)

    def _on_finished(self, dialog: "DifferencesDialog", _result: int) -> None:
        del self._dialogs[dialog]

    def _on_look_changed(self) -> None:
        for dialog in self._dialogs:
            dialog.set_look(self._look.theme, self._look.appearance)

    def _on_changed(self, changes: Changes) -> None:
        """Forget a passage of a text that reads otherwise now, or is gone; compare anew."""
        if self._remembered is not None:
            document_id, _ = self._remembered
            is_gone = self._session.document(document_id) is None
            if is_gone or document_id in changes.repaired:
                self._remembered = None
        for dialog, kept in list(self._dialogs.items()):
            ids = {document_id for document_id, _ in kept}
            is_gone = any(self._session.document(id_) is None for id_ in ids)
            if changes.everything or is_gone or ids & changes.repaired:
                self._compare_anew(dialog, kept)

    def _compare_anew(self, dialog: "DifferencesDialog", kept: tuple[_Kept, _Kept]) -> None:
        one, other = map(self._as_read_now, kept)
        if one is None or other is None:
            dialog.close()
            self.told.emit(self.tr("A text that was compared is no longer there."))
        else:
            dialog.set_texts(self._compared(one), self._compared(other))


def _shown(frame: PaneFrame) -> _Passage:
    assert frame.document_id is not None
    return frame.document_id, frame.section.span if frame.section else None
