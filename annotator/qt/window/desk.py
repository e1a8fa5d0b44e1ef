"""Desk: which texts lie open in the panes, and where reading stands in each."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.core.changes import Changes
from annotator.core.errors import LibraryBusyError
from annotator.core.history import Station
from annotator.core.span import ReadingSpan
from annotator.qt import fonts
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import MOST_PANES, ReaderGrid
from annotator.qt.session import Session
from annotator.qt.window.arrangement import arrangement
from annotator.qt.window.arrivals import Arrivals
from annotator.qt.window.reading_places import ReadingPlaces
from annotator.text import words

_Then: TypeAlias = Callable[[PaneFrame], None]


_SETTING = "desk"
_SAVE_DELAY_MS = 800


def _nothing(_frame: PaneFrame) -> None:
    """Take no further step."""


class Desk(QObject):
    """Keeps the panes in step with the library and remembers how they were left.

    Signals: `active_document_changed` with the id of the document in the active pane, or None;
    `open_documents_changed` with the ids of those in the panes; `place_changed` with the reading
    offset at the top of the active pane; `characters_missing` with those of a text that just came
    on screen and that no typeface here can show; `progress_changed` with the percentages read, by
    document id.
    """

    active_document_changed = Signal(object)
    open_documents_changed = Signal(list)
    place_changed = Signal(int)
    characters_missing = Signal(str)
    progress_changed = Signal(dict)

    def __init__(self, session: Session, grid: ReaderGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grid = grid
        self._places = ReadingPlaces(session)
        self._arrivals = Arrivals(session, self)
        self._save_timer = QTimer(self)
        self._save_timer.setSingleShot(True)
        self._save_timer.setInterval(_SAVE_DELAY_MS)
        self._save_timer.timeout.connect(self._on_save_due)
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

    def station(self) -> Station | None:
        """Return where the reader is in the active pane, None if it has no text."""
        document_id = self.active_document_id
        place = self._places.of(self._grid.active)
        return None if document_id is None or place is None else Station(document_id, place)

    def open(
        self,
        document_id: str,
        frame: PaneFrame | None = None,
        *,
        place: int | None = None,
        then: _Then | None = None,
    ) -> None:
        """Show a document in this pane, or in the active one; one that is gone empties it.

        Its place is a source offset, by default where it was left. When it is shown, which for a
        long text may be later, `then` is called with its pane.
        """
        frame = frame or self._grid.active
        document = self._session.document(document_id)
        if document is None:
            frame.clear()
            return
        self._places.remember([frame])
        if not self._session.reading_texts.is_at_hand(document):
            again = partial(self.open, document_id, frame, place=place, then=then)
            self._arrivals.wait_for(document, frame, again)
            return
        text = self._session.reading_text(document_id)
        if place is None:
            place = self._session.reading_place(document_id)
        frame.show_document(document, text, place=text.reading_offset(place))
        if then is not None:
            then(frame)
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
        self.remember_places()
        self._grid.set_pane_count(count)
        shown = set(self.open_documents())
        unseen = [document.id for document in self._session.documents() if document.id not in shown]
        for frame, document_id in zip(self._grid.frames[before:], unseen, strict=False):
            self.open(document_id, frame)
        self.tell_of_panes()

    def tell_of_panes(self) -> None:
        """Tell everybody of panes that came or went, and store them soon."""
        self.open_documents_changed.emit(self.open_documents())
        self._save_timer.start()

    def show_passage(self, document_id: str, span: ReadingSpan) -> None:
        """Bring a passage into view, in a pane that has its document or else in the active one."""
        self._visit(document_id, lambda frame: frame.reveal(span))

    def select_passage(self, document_id: str, span: ReadingSpan, then: _Then = _nothing) -> None:
        """Show a passage, select it, and make its pane the active one, which `then` is told."""

        def go(frame: PaneFrame) -> None:
            frame.reveal(span)
            frame.pane.select(span)
            self._grid.activate(frame)
            then(frame)

        self._visit(document_id, go)

    def show_station(self, station: Station) -> None:
        """Bring a place to the top, in a pane that has its document or else in the active one."""

        def go(frame: PaneFrame) -> None:
            text = self._session.reading_text(station.document_id)
            frame.go_to_place(text.reading_offset(station.source_offset))
            frame.pane.setFocus()

        self._visit(station.document_id, go)

    def show_annotation(self, annotation_id: str) -> None:
        """Bring an annotation into view and make it the active one."""
        annotation = self._session.annotation(annotation_id)
        if annotation is None:
            return
        document_id, place = annotation.document_id, annotation.selector.span

        def go(frame: PaneFrame) -> None:
            if span := self._session.reading_text(document_id).to_reading(place):
                frame.reveal(span)
                frame.pane.set_active(annotation_id)

        self._visit(document_id, go)

    def restore(self) -> None:
        """Open the panes as they were left; a new library opens its first two texts."""
        self.arrange(self._session.setting(_SETTING) or {})

    def arrange(self, state: dict[str, Any]) -> None:
        """Open the panes as in an arrangement; what is missing in it is as usual."""
        known = [document.id for document in self._session.documents()]
        panes: list[str | None] = state.get("panes", known[:2])[:MOST_PANES]
        self._grid.set_pane_count(max(1, len(panes)))
        self._offer_documents()
        places, sections = (state.get(key, [None] * len(panes)) for key in ("places", "sections"))
        for frame, id_, place, section in zip(self._grid, panes, places, sections, strict=False):
            if id_ and section is not None:
                frame.want_section(id_, section)
            self.open(id_ or "", frame, place=place)
        self._grid.set_widths(state.get("widths", [1] * self._grid.count()))
        active = min(state.get("active", 0), self._grid.count() - 1)
        self._grid.activate(self._grid.frames[active])
        self._grid.maximise(state.get("maximised", False))
        self.progress_changed.emit(self._places.progress())
        self.active_document_changed.emit(self.active_document_id)

    def save(self) -> None:
        """Store which texts lie open, and where reading stands in each."""
        self.remember_places()
        state = self.state()
        if state != self._session.setting(_SETTING):
            self._session.remember(_SETTING, state)

    def state(self) -> dict[str, Any]:
        """Return what `arrange` brings back."""
        return arrangement(self._grid, self._places)

    def remember_places(self) -> None:
        """Store where reading stands in each text; the active pane's place counts most."""
        frames = sorted(self._grid, key=lambda frame: frame is self._grid.active)
        self._places.remember(frames)
        self.progress_changed.emit(self._places.progress())

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

    def _visit(self, document_id: str, then: _Then) -> None:
        """Turn to a pane with this document; the active one opens it if no other has it."""
        frames = sorted(self._grid, key=lambda frame: frame is not self._grid.active)
        frame = next((f for f in frames if f.document_id == document_id), self._grid.active)
        self._grid.activate(frame)
        if frame.document_id == document_id:
            then(frame)
        else:
            self.open(document_id, frame, then=then)

    def _offer_documents(self) -> None:
        documents = self._session.documents()
        for frame in self._grid:
            frame.offer(documents)

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.pane.set_word_finder(words.word_at)
        frame.pane.place_changed.connect(self._on_place_changed)
        frame.offer(self._session.documents())

    def _on_active_changed(self, frame: PaneFrame) -> None:
        self.active_document_changed.emit(frame.document_id)

    def _on_place_changed(self, offset: int) -> None:
        if self.sender() is self._grid.active.pane:
            self.place_changed.emit(offset)
        self._save_timer.start()

    def _on_save_due(self) -> None:
        try:
            self.save()
        except LibraryBusyError:
            self._save_timer.start()  # another program is writing: soon again

    def _on_splitter_moved(self) -> None:
        self._save_timer.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.documents or changes.everything:
            self._refresh_documents()

    def _refresh_documents(self) -> None:
        self._offer_documents()
        known = {document.id: document for document in self._session.documents()}
        for frame in self._grid:
            if frame.document_id in known:
                frame.rename(known[frame.document_id].title)
            elif frame.document_id:
                self.close_document(frame.document_id)
