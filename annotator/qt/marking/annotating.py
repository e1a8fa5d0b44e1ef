"""Annotating: what happens to the selected passage or the active annotation."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.annotation import Annotation
from annotator.core.span import ReadingSpan
from annotator.qt.attempt import attempt
from annotator.qt.marking.annotation_focus import AnnotationFocus
from annotator.qt.session import Session
from annotator.services import anchoring
from annotator.services.editing import Edit, EditGroup
from annotator.services.editing.annotation_edits import (
    DeleteAnnotations,
    change_note,
    move,
    set_tags,
)
from annotator.services.editing.tag_edits import add_tag, new_tag


class Annotating(QObject):
    """Turns what the reader asks for into edits; what cannot be done is told in a sentence.

    Signal: `annotated` with the new Annotation.
    """

    annotated = Signal(object)

    def __init__(self, session: Session, focus: AnnotationFocus, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._focus = focus
        self._window = window
        self._last_tag_id: str | None = None
        focus.edit_requested.connect(self.edit_note)
        focus.ends_moved.connect(self.move_ends_to)

    def tag_with_key(self, number: int) -> None:
        """Give or take the tag with this number, counted from 1."""
        tags = self._session.codebook.tags
        if number <= len(tags):
            self.toggle_tag(tags[number - 1].id)

    def tag_again(self) -> None:
        """Give or take the tag that was used last."""
        if self._last_tag_id and self._session.codebook.get(self._last_tag_id):
            self.toggle_tag(self._last_tag_id)

    def toggle_tag(self, tag_id: str) -> None:
        """Annotate the selection with a tag, or give it to or take it from the annotation."""
        self._last_tag_id = tag_id
        if self._focus.selection is not None:
            self._annotate([tag_id])
        elif annotation := self._focus.annotation:
            self.toggle_tag_of([annotation.id], tag_id)

    def toggle_tag_of(self, annotation_ids: Iterable[str], tag_id: str) -> None:
        """Give a tag to all of these annotations, or take it from them if all have it."""
        annotations = self._session.annotations_with(annotation_ids)
        is_taken = all(tag_id in annotation.tag_ids for annotation in annotations)
        alike = defaultdict[frozenset[str], list[str]](list)
        for annotation in annotations:
            tag_ids = frozenset(annotation.tag_ids)
            wanted = tag_ids - {tag_id} if is_taken else tag_ids | {tag_id}
            alike[wanted].append(annotation.id)
        edits = [self._tag_edit(ids, wanted) for wanted, ids in alike.items()]
        self._do(EditGroup(tuple(edits)), self.tr("Change tags"))

    def choose_tags(self) -> None:
        """Let the reader choose among all tags, or invent new ones."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.tag_palette import TagPalette

        annotation = self._focus.annotation
        if annotation is None and self._focus.selection is None:
            return
        chosen = set(annotation.tag_ids) if annotation else set()
        answer = TagPalette.ask(self._window, self._session.codebook, chosen)
        if answer is None:
            return
        tag_ids, new_names = answer
        tag_ids = {*tag_ids, *filter(None, map(self._add_tag, new_names))}
        if annotation is not None:
            self._do(self._tag_edit([annotation.id], tag_ids), self.tr("Change tags"))
        elif tag_ids:
            self._annotate(self._session.codebook.in_order(frozenset(tag_ids)))

    def edit_note(self) -> None:
        """Write a note on the active annotation, or on the selection, which becomes one."""
        # Loaded when it is opened: the window need not wait for it.
        from annotator.qt.dialogs.note_dialog import NoteDialog

        document_id, selection = self._focus.frame.document_id, self._focus.selection
        if document_id is not None and selection is not None:
            quotation = selection.slice_of(self._session.reading_text(document_id).text)
            if note := NoteDialog.ask(self._window, quotation, ""):
                self._annotate([], note)
        elif annotation := self._focus.annotation:
            note = NoteDialog.ask(self._window, annotation.selector.quotation, annotation.note)
            if note is not None and note != annotation.note:
                attempt(self._window, partial(self._change_note, annotation, note))

    def edit_note_of(self, annotation_id: str) -> None:
        self._focus.frame.pane.select(None)
        self._focus.activate(annotation_id)
        self.edit_note()

    def delete(self) -> None:
        """Delete the active annotation."""
        if annotation := self._focus.annotation:
            self.delete_all([annotation.id])

    def delete_all(self, annotation_ids: Iterable[str]) -> None:
        edit = DeleteAnnotations(tuple(annotation_ids))
        self._do(edit, self.tr("Delete annotation"))

    def move_ends(self, start_by: int, end_by: int) -> None:
        """Move the ends of the active annotation by a character forwards (1) or backwards (-1)."""
        annotation = self._focus.annotation
        span = self._focus.span_of(annotation) if annotation else None
        if annotation is None or span is None:
            return
        pane = self._focus.frame.pane
        start, end = pane.stepped(span.start, start_by), pane.stepped(span.end, end_by)
        if start < end:
            self._move_to(annotation, ReadingSpan(start, end))

    def move_ends_to(self, annotation_id: str, span: ReadingSpan) -> None:
        """Put an annotation of the active pane on this passage."""
        if annotation := self._session.annotation(annotation_id):
            self._move_to(annotation, span)

    def move_to_selection(self) -> None:
        """Put the active annotation on the selected passage."""
        selection, active_id = self._focus.selection, self._focus.active_id
        annotation = self._session.annotation(active_id) if active_id else None
        if annotation is not None and selection is not None:
            self._move_to(annotation, selection)
            self._focus.clear()

    def _change_note(self, annotation: Annotation, note: str) -> None:
        self._session.do(change_note(annotation, note), self.tr("Change note"))

    def _move_to(self, annotation: Annotation, span: ReadingSpan) -> None:
        document_id = self._focus.frame.document_id
        if document_id is None:
            return
        text = self._session.reading_text(document_id)

        def run() -> None:
            selector = anchoring.describe(document_id, text, span)
            if selector.span != annotation.selector.span:
                self._session.do(move(annotation, selector), self.tr("Move annotation"))

        attempt(self._window, run)

    def _annotate(self, tag_ids: Iterable[str], note: str = "") -> None:
        frame, span = self._focus.frame, self._focus.selection
        document_id = frame.document_id
        if document_id is None or span is None:
            return

        def run() -> None:
            annotation = self._session.annotate(document_id, span, tag_ids=tag_ids, note=note)
            frame.pane.select(None)
            self._focus.activate(annotation.id)
            self.annotated.emit(annotation)

        attempt(self._window, run)

    def _tag_edit(self, annotation_ids: Iterable[str], tag_ids: Iterable[str]) -> Edit:
        session = self._session
        return set_tags(
            session.library,
            annotation_ids,
            tag_ids,
            session.member.id,
            seen=session.visibility,
        )

    def _add_tag(self, name: str) -> str | None:
        """Add a tag to the codebook; return its id, None if that was not possible."""
        added: list[str] = []

        def run() -> None:
            edit = add_tag(self._session.library, new_tag(self._session.codebook, name))
            self._session.do(edit, self.tr("Add tag"))
            added.append(edit.tag.id)

        attempt(self._window, run)
        return added[0] if added else None

    def _do(self, edit: Edit, text: str) -> None:
        attempt(self._window, partial(self._session.do, edit, text))
