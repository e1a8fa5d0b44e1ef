"""Desk: which texts lie open in the panes, where reading stands, and how marks look there."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.span import ReadingSpan
from annotator.qt import fonts
from annotator.qt.reader.appearance import Appearance, TagLook
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import MOST_PANES, ReaderGrid
from annotator.qt.reader.highlight_index import Highlight
from annotator.qt.session import Session
from annotator.qt.theme import Theme, tag_colour
from annotator.text import words

_SETTING = "desk"
_SAVE_DELAY_MS = 800


class Desk(QObject):
    """Keeps the panes in step with the library and remembers how they were left.

    Signals: `active_document_changed` with the id of the document in the active pane, or None;
    `open_documents_changed` with the ids of those in the panes; `place_changed` with the reading
    offset at the top of the active pane; `characters_missing` with those of a text that just came
    on screen and that no typeface here can show.
    """

    active_document_changed = Signal(object)
    open_documents_changed = Signal(list)
    place_changed = Signal(int)
    characters_missing = Signal(str)

    def __init__(self, session: Session, grid: ReaderGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grid = grid
        self._theme: Theme | None = None
        self._appearance: Appearance | None = None
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_DELAY_MS)
        self._save_timer.timeout.connect(self.save)
        grid.frame_added.connect(self._on_frame_added)
        grid.active_changed.connect(self._on_active_changed)
        grid.splitterMoved.connect(self._on_splitter_moved)
        session.changed.connect(self._on_changed)

    @property
    def active_document_id(self) -> str | None:
        return self._grid.active.document_id

    def open_documents(self) -> list[str]:
        """Return the ids of the documents in the panes, from left to right."""
        return [frame.document_id for frame in self._grid if frame.document_id]

    def open(self, document_id: str, frame: PaneFrame | None = None) -> None:
        """Show a document in this pane, or in the active one, where it was left."""
        frame = frame or self._grid.active
        document = self._session.document(document_id)
        if document is None:
            frame.clear()
            return
        self._remember_place(frame)
        text = self._session.reading_text(document_id)
        frame.show_document(document, text)
        frame.pane.set_marks(
            replace(mark, message=QCoreApplication.translate("marks", mark.message))
            for mark in text.marks
        )
        frame.pane.set_highlights(self._highlights(self._session.annotations_in(document_id)))
        place = self._session.reading_place(document_id)
        frame.pane.go_to_place(text.reading_offset(place))
        self._offer_documents()
        self.open_documents_changed.emit(self.open_documents())
        if frame is self._grid.active:
            self.active_document_changed.emit(document_id)
        if missing := fonts.missing_characters(text.text):
            self.characters_missing.emit(missing)
        self._save_timer.start()

    def open_beside(self, document_id: str) -> None:
        """Show a document in the pane on the right, which is added if there is room."""
        index = self._grid.frames.index(self._grid.active) + 1
        if index == self._grid.count() and index < MOST_PANES:
            self._grid.set_pane_count(index + 1)
        frame = self._grid.frames[index % self._grid.count()]
        self.open(document_id, frame)
        self._grid.activate(frame)

    def set_pane_count(self, count: int) -> None:
        """Show this many panes; new ones open texts that are not on screen yet."""
        before = self._grid.count()
        for frame in self._grid.frames[count:]:
            self._remember_place(frame)
        self._grid.set_pane_count(count)
        shown = set(self.open_documents())
        unseen = [document.id for document in self._session.documents() if document.id not in shown]
        for frame, document_id in zip(self._grid.frames[before:], unseen, strict=False):
            self.open(document_id, frame)
        self.open_documents_changed.emit(self.open_documents())
        self._save_timer.start()

    def show_passage(self, document_id: str, span: ReadingSpan) -> PaneFrame:
        """Bring a passage into view, in a pane that has its document or else in the active one."""
        frames = sorted(self._grid, key=lambda frame: frame is not self._grid.active)
        frame = next((f for f in frames if f.document_id == document_id), self._grid.active)
        if frame.document_id != document_id:
            self.open(document_id, frame)
        self._grid.activate(frame)
        frame.pane.reveal(span)
        return frame

    def show_annotation(self, annotation_id: str) -> None:
        """Bring an annotation into view and make it the active one."""
        annotation = self._session.annotation(annotation_id)
        if annotation is None:
            return
        text = self._session.reading_text(annotation.document_id)
        span = text.to_reading(annotation.selector.span)
        if span is not None:
            self.show_passage(annotation.document_id, span).pane.set_active(annotation_id)

    def set_look(self, theme: Theme, appearance: Appearance) -> None:
        """Draw every pane in this theme and type."""
        self._theme, self._appearance = theme, appearance
        for frame in self._grid:
            self._dress(frame)

    def restore(self) -> None:
        """Open the panes as they were left; a new library opens its first two texts."""
        state = self._session.setting(_SETTING) or {}
        known = [document.id for document in self._session.documents()]
        panes: list[str | None] = state.get("panes", known[:2])[:MOST_PANES]
        self._grid.set_pane_count(max(1, len(panes)))
        self._offer_documents()
        for frame, document_id in zip(self._grid, panes, strict=False):
            if document_id in known:
                self.open(document_id, frame)
        self._grid.set_widths(state.get("widths", [1] * self._grid.count()))
        active = min(state.get("active", 0), self._grid.count() - 1)
        self._grid.activate(self._grid.frames[active])
        self.active_document_changed.emit(self.active_document_id)

    def save(self) -> None:
        """Store which texts lie open, and where reading stands in each."""
        for frame in self._grid:
            self._remember_place(frame)
        frames = self._grid.frames
        state = {
            "panes": [frame.document_id for frame in frames],
            "widths": self._grid.sizes(),
            "active": frames.index(self._grid.active),
        }
        if state != self._session.setting(_SETTING):
            self._session.remember(_SETTING, state)

    def leave(self) -> None:
        """Store everything for the last time."""
        self.save()
        self._save_timer.stop()
        self._save_timer.blockSignals(True)

    def close_document(self, document_id: str) -> None:
        """Empty the panes that show this document."""
        for frame in self._grid:
            if frame.document_id == document_id:
                frame.clear()
                self.open_documents_changed.emit(self.open_documents())
                if frame is self._grid.active:
                    self.active_document_changed.emit(None)

    def _remember_place(self, frame: PaneFrame) -> None:
        if frame.document_id is None:
            return
        text = self._session.reading_text(frame.document_id)
        place = text.source_offset(frame.pane.place())
        if place != self._session.reading_place(frame.document_id):
            self._session.remember_place(frame.document_id, place)

    def _highlights(self, annotations: Iterable[Annotation]) -> list[Highlight]:
        highlights = []
        for annotation in annotations:
            text = self._session.reading_text(annotation.document_id)
            span = text.to_reading(annotation.selector.span)
            if span is not None:
                highlights.append(Highlight(annotation.id, span, annotation.tag_ids))
        return highlights

    def _dress(self, frame: PaneFrame) -> None:
        if self._theme is None or self._appearance is None:
            return
        frame.pane.set_tag_looks(
            {
                tag.id: TagLook(tag_colour(tag.colour, self._theme), tag.underline)
                for tag in self._session.codebook
            }
        )
        frame.pane.set_appearance(self._appearance)

    def _offer_documents(self) -> None:
        documents = self._session.documents()
        for frame in self._grid:
            frame.offer(documents)

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.pane.set_word_finder(words.word_at)
        frame.pane.place_changed.connect(self._on_place_changed)
        frame.document_chosen.connect(lambda document_id: self.open(document_id, frame))
        frame.offer(self._session.documents())
        self._dress(frame)

    def _on_active_changed(self, frame: PaneFrame) -> None:
        self.active_document_changed.emit(frame.document_id)

    def _on_place_changed(self, offset: int) -> None:
        if self.sender() is self._grid.active.pane:
            self.place_changed.emit(offset)
        self._save_timer.start()

    def _on_splitter_moved(self) -> None:
        self._save_timer.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.tags or changes.everything:
            for frame in self._grid:
                self._dress(frame)
        if changes.documents or changes.everything:
            self._refresh_documents()
        for frame in self._grid:
            if frame.document_id and changes.touch_annotations_in(frame.document_id):
                self._refresh_highlights(frame, changes)

    def _refresh_documents(self) -> None:
        self._offer_documents()
        known = {document.id: document for document in self._session.documents()}
        for frame in self._grid:
            if frame.document_id in known:
                frame.rename(known[frame.document_id].title)
            elif frame.document_id:
                self.close_document(frame.document_id)

    def _refresh_highlights(self, frame: PaneFrame, changes: Changes) -> None:
        assert frame.document_id is not None
        if changes.everything or frame.document_id in changes.documents:
            annotations = self._session.annotations_in(frame.document_id)
            frame.pane.set_highlights(self._highlights(annotations))
            return
        present = self._session.annotations_with(changes.annotations)
        here = [a for a in present if a.document_id == frame.document_id]
        for annotation_id in changes.annotations - {a.id for a in here}:
            frame.pane.remove_highlight(annotation_id)
        for highlight in self._highlights(here):
            frame.pane.add_highlight(highlight)
