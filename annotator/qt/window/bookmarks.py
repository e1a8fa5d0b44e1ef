"""Bookmarks: paragraphs that the reader wants to find again, kept in the library."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from annotator.core.reading_text import ReadingText
from annotator.qt.attempt import attempt
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.desk import Desk

_SETTING = "bookmarks"
_LONGEST_LABEL = 40


class Bookmarks(QObject):
    """The bookmarks of each text, as source offsets.

    Signals: `changed` with those of the text in the active pane, as pairs of reading offset and
    first words, and `told` with a sentence for the reader.
    """

    changed = Signal(list)
    told = Signal(str)

    def __init__(self, session: Session, grid: ReaderGrid, desk: Desk) -> None:
        super().__init__(desk)
        self._session = session
        self._grid = grid
        desk.active_document_changed.connect(self._on_active_document_changed)

    def toggle(self) -> None:
        """Set or remove a bookmark at the paragraph of the selection, or else of the top line."""
        document_id = self._grid.active.document_id
        if document_id is None:
            return
        text, pane = self._session.reading_text(document_id), self._grid.active.pane
        if not text.paragraphs:
            return
        selection = pane.selection()
        here = _paragraph_start(text, selection.start if selection else pane.place())
        offsets = self._of(document_id)
        others = [o for o in offsets if _paragraph_start(text, text.reading_offset(o)) != here]
        is_new = len(others) == len(offsets)
        wanted = sorted([*others, text.source_offset(here)]) if is_new else others
        stored = self._session.setting(_SETTING) or {}
        remember = partial(self._session.remember, _SETTING, stored | {document_id: wanted})
        if attempt(self._grid, remember):
            removed = self.tr("The bookmark is removed.")
            self.told.emit(self.tr("The paragraph has a bookmark.") if is_new else removed)
        self._on_active_document_changed(document_id)

    def _of(self, document_id: str) -> list[int]:
        offsets: list[int] = (self._session.setting(_SETTING) or {}).get(document_id, [])
        return offsets

    def _on_active_document_changed(self, document_id: str | None) -> None:
        shown = []
        if document_id is not None and (offsets := self._of(document_id)):
            text = self._session.reading_text(document_id)
            starts = [_paragraph_start(text, text.reading_offset(offset)) for offset in offsets]
            shown = [(start, _first_words(text, start)) for start in starts]
        self.changed.emit(shown)


def _paragraph_start(text: ReadingText, offset: int) -> int:
    return text.paragraphs[text.paragraph_at(offset)].start


def _first_words(text: ReadingText, start: int) -> str:
    line = text.text[start : text.paragraphs[text.paragraph_at(start)].end]
    return line if len(line) <= _LONGEST_LABEL else f"{line[: _LONGEST_LABEL - 1]}…"
