"""Focus: the selected passage, or the active annotation, that keys and menus work on."""

from PySide6.QtCore import QObject, Signal

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.span import ReadingSpan
from annotator.qt.reader.frame import PaneFrame
from annotator.qt.reader.grid import ReaderGrid
from annotator.qt.session import Session


class AnnotationFocus(QObject):
    """Follows what the reader selects and clicks in the panes.

    Signals: `changed` when selection, active annotation or active pane changed; `active_changed`
    with the id of the active annotation, or None; `edit_requested` by a double-click on it;
    `ends_moved` with its id and the ReadingSpan to which its ends were dragged; `left` when Esc is
    pressed and nothing is selected or active.
    """

    changed = Signal()
    active_changed = Signal(object)
    edit_requested = Signal()
    ends_moved = Signal(str, object)
    left = Signal()

    def __init__(self, session: Session, grid: ReaderGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._grid = grid
        self._active_id: str | None = None
        grid.frame_added.connect(self._on_frame_added)
        grid.active_changed.connect(self._on_view_changed)
        session.changed.connect(self._on_session_changed)

    @property
    def frame(self) -> PaneFrame:
        """The active pane."""
        return self._grid.active

    @property
    def selection(self) -> ReadingSpan | None:
        """What is selected in the active pane."""
        return self.frame.pane.selection()

    @property
    def annotation(self) -> Annotation | None:
        """The active annotation, None while something is selected."""
        if self._active_id is None or self.selection is not None:
            return None
        return self._session.annotation(self._active_id)

    @property
    def active_id(self) -> str | None:
        return self._active_id

    def activate(self, annotation_id: str | None) -> None:
        """Make this annotation the active one, or none."""
        if annotation_id != self._active_id:
            self._active_id = annotation_id
            for frame in self._grid:
                frame.pane.set_active(annotation_id)
            self.active_changed.emit(annotation_id)
        self.changed.emit()

    def turn_to(self, offset: int | None) -> None:
        """Turn to what stands at this offset of the active pane: an annotation, or nothing.

        A selection that holds the offset stays.
        """
        pane = self.frame.pane
        span = pane.selection()
        if offset is None or (span is not None and span.start <= offset < span.end):
            return
        pane.select(None)
        self.activate(pane.annotation_at(offset))

    def clear(self) -> None:
        """Let go of the selection, or else of the active annotation."""
        if self.selection is not None:
            self.frame.pane.select(None)
            self.changed.emit()
        else:
            self.activate(None)

    def span_of(self, annotation: Annotation) -> ReadingSpan | None:
        """Return where an annotation stands, None where all that it covers is dropped."""
        text = self._session.reading_text(annotation.document_id)
        return text.to_reading(annotation.selector.span)

    def go_to_next(self, step: int) -> None:
        """Go to the next annotation of the active pane, or with step -1 to the one before."""
        places = self._places()
        if not places:
            return
        ids = [annotation_id for _, annotation_id in places]
        if self._active_id in ids:
            index = ids.index(self._active_id) + step
        else:
            place = self.frame.pane.place()
            passed = sum(span.start < place for span, _ in places)
            index = passed if step > 0 else passed - 1
        span, annotation_id = places[index % len(places)]
        self.frame.pane.select(None)
        self.frame.reveal(span)
        self.activate(annotation_id)

    def _places(self) -> list[tuple[ReadingSpan, str]]:
        """Return the annotations in the active pane in the order of its text."""
        document_id = self.frame.document_id
        annotations = self._session.annotations_in(document_id) if document_id else []
        places = ((self.span_of(annotation), annotation.id) for annotation in annotations)
        shown = self.frame.shown
        return sorted(
            (span, id_) for span, id_ in places if span and shown and span.overlaps(shown)
        )

    def _on_frame_added(self, frame: PaneFrame) -> None:
        frame.pane.span_selected.connect(self.changed)
        frame.pane.annotation_activated.connect(self.activate)
        frame.pane.deactivated.connect(self._on_deactivated)
        frame.pane.annotation_edit_requested.connect(self._on_edit_requested)
        frame.pane.ends.ends_moved.connect(self.ends_moved)
        frame.pane.escape_pressed.connect(self._on_escape)
        frame.document_shown.connect(self._on_view_changed)
        frame.pane.set_active(self._active_id)

    def _on_view_changed(self) -> None:
        """Let go of an annotation that is not in the text the reader has turned to."""
        active = self._session.annotation(self._active_id) if self._active_id else None
        if active is not None and active.document_id == self.frame.document_id:
            self.frame.pane.set_active(active.id)
            self.changed.emit()
        else:
            self.activate(None)

    def _on_escape(self) -> None:
        if self._active_id is None:
            self.left.emit()
        else:
            self.clear()

    def _on_deactivated(self) -> None:
        self.activate(None)

    def _on_edit_requested(self, annotation_id: str) -> None:
        self.activate(annotation_id)
        self.edit_requested.emit()

    def _on_session_changed(self, changes: Changes) -> None:
        if self._active_id is None:
            return
        if self._active_id in changes.annotations or changes.everything or changes.documents:
            is_there = self._session.annotation(self._active_id) is not None
            self.activate(self._active_id if is_there else None)
