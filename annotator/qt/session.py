"""Session: one open library, its undo stack, and the signal that says what changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.codebook import Codebook, TagUse
from annotator.core.corrections import Corrections
from annotator.core.document import Document
from annotator.core.member import Member
from annotator.core.reading_text import ReadingText
from annotator.core.revision import AnchorRevision, Revision
from annotator.core.span import ReadingSpan
from annotator.core.structure import tells_lines
from annotator.core.visibility import Visibility
from annotator.qt.reading_texts import ReadingTexts
from annotator.qt.seen_annotations import SeenAnnotations
from annotator.services import anchoring, libraries
from annotator.services.editing import Edit
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.editing.member_edits import free_name
from annotator.services.known_annotations import KnownAnnotations
from annotator.storage import (
    completion_table,
    document_table,
    local_tables,
    member_table,
    round_table,
    tag_table,
)
from annotator.storage.library import Library
from annotator.text.queries import Searchable

_LOOK_INTERVAL_MS = 1000
_HIDDEN_MEMBERS = "hidden_members"


class _Step(QUndoCommand):
    """An edit on the undo stack. The session runs it, so that one that fails changes no stack."""

    def __init__(self, edit: Edit, text: str) -> None:
        super().__init__(text)
        self.edit = edit


class Session(QObject):
    """What the window works on. `changed` carries the Changes of every write to the library."""

    changed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.undo_stack = QUndoStack(self)
        self.reading_texts = ReadingTexts(library)
        self._searchables: dict[str, Searchable] = {}
        self._codebook: Codebook | None = None
        self._finished: dict[str, frozenset[str]] | None = None
        self._member = libraries.current_member(library)
        hidden = frozenset(self.setting(_HIDDEN_MEMBERS) or ())
        self._seen = SeenAnnotations(library, Visibility(hidden))
        self._data_version = library.data_version()
        self._look_timer = QTimer(self)
        self._look_timer.timeout.connect(self.look_for_others)
        self._look_timer.start(_LOOK_INTERVAL_MS)

    @property
    def member(self) -> Member:
        """Who annotates here."""
        return self._member

    @property
    def codebook(self) -> Codebook:
        if self._codebook is None:
            self._codebook = tag_table.codebook(self.library)
        return self._codebook

    def documents(self) -> list[Document]:
        return document_table.all_documents(self.library)

    def document(self, document_id: str) -> Document | None:
        return document_table.find(self.library, document_id)

    @property
    def visibility(self) -> Visibility:
        """Whose annotations are seen here: all that follows tells of no others."""
        return self._seen.visibility

    def see(self, visibility: Visibility) -> None:
        """Show the annotations that this shows, and remember which members are hidden."""
        if visibility != self.visibility:
            self.remember(_HIDDEN_MEMBERS, sorted(visibility.hidden_members))
            self.announce(self._seen.see(visibility))

    def annotations_in(self, document_id: str) -> Sequence[Annotation]:
        """Return the annotations of a text in its order."""
        return self._seen.in_document(document_id)

    @property
    def everybodys(self) -> KnownAnnotations:
        """Those of hidden members too, for what leaves them out by itself."""
        return self._seen.everybodys

    def annotations(self) -> list[Annotation]:
        return self._seen.all()

    def annotations_with_words(self) -> list[Annotation]:
        """Return those with a note or a reply."""
        return self._seen.with_words()

    def annotations_with(self, annotation_ids: Iterable[str]) -> list[Annotation]:
        """Return those of these annotations that are not deleted."""
        return self._seen.with_ids(annotation_ids)

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return an annotation that is not deleted."""
        return self._seen.get(annotation_id)

    def note_versions(self, annotation_id: str) -> tuple[Revision, ...]:
        """Return the versions of a note that nobody has settled, the one that is shown first."""
        return self._seen.notes_of(annotation_id)

    def places_of(self, annotation_id: str) -> tuple[AnchorRevision, ...]:
        """Return the places of an annotation that nobody has settled, where it stands first."""
        return self._seen.places_of(annotation_id)

    def annotation_counts(self) -> dict[str, int]:
        """Return annotations per document id; documents without any are absent."""
        return self._seen.counts()

    def counts_by_member(self) -> dict[str, int]:
        """Return annotations per member id, those of hidden members too."""
        return self._seen.counts_by_member()

    def tag_uses(self) -> dict[str, TagUse]:
        """Return by tag id how tags are used; those without any annotation are absent."""
        return self._seen.tag_uses()

    def members(self) -> list[Member]:
        """Return every member by name."""
        return member_table.all_members(self.library)

    def become(self, member_id: str) -> None:
        """Let this member annotate here from now on. Raises a DuiduError."""
        self.announce(member_table.make_current(self.library, member_id))

    def add_member(self, member: Member) -> None:
        """Add a member; who annotates here stays the same. Raises a DuiduError."""
        named = replace(member, name=free_name(self.library, member.name))
        self.announce(member_table.insert(self.library, named))

    def finished_by(self, document_id: str) -> frozenset[str]:
        """Return the ids of the members who finished a document."""
        if self._finished is None:
            self._finished = completion_table.finished(self.library)
        return self._finished.get(document_id, frozenset())

    def blind_documents(self) -> frozenset[str]:
        """Return the ids of the documents in an open blind round."""
        return round_table.blind_documents(self.library)

    def reading_text(self, document_id: str) -> ReadingText:
        """Return the reading text, which is kept in memory from then on."""
        return self.reading_texts.of(document_id)

    def tells_paragraphs(self, document_id: str) -> bool:
        """Whether the file itself told where the paragraphs of a document are."""
        return tells_lines(document_table.structure(self.library, document_id))

    def corrections(self, document_id: str) -> Corrections:
        """Return what was corrected in the repair of a document."""
        return document_table.corrections(self.library, document_id)

    def searchable(self, document_id: str) -> Searchable:
        """Return the reading text as it is searched, kept in memory like the text itself."""
        if document_id not in self._searchables:
            text = self.reading_text(document_id).text
            self._searchables[document_id] = Searchable(text)
        return self._searchables[document_id]

    def source_text(self, document_id: str) -> str:
        """Return the source text as it came."""
        return document_table.source_text(self.library, document_id)

    def reading_place(self, document_id: str) -> int:
        """Return the source offset at which reading stopped, 0 where it never began."""
        return local_tables.reading_place(self.library, document_id)

    def remember_place(self, document_id: str, source_offset: int) -> None:
        local_tables.set_reading_place(self.library, document_id, source_offset)

    def setting(self, name: str) -> Any:
        """Return what this library remembers under a name, None if nothing."""
        return local_tables.setting(self.library, name)

    def remember(self, name: str, value: object) -> None:
        """Let this library remember a value that JSON can hold."""
        local_tables.set_setting(self.library, name, value)

    def do(self, edit: Edit, text: str) -> None:
        """Make a change that can be undone under this name; a DuiduError leaves all as it was.

        Who changes annotations is seen from then on.
        """
        changes = edit.apply(self.library)
        self.add_step(edit, text)
        self.announce(changes)
        if changes.annotations:
            self.see(self.visibility.showing(self._member.id))

    def add_step(self, edit: Edit, text: str) -> None:
        """Let a change that was made off the GUI thread be undone under this name."""
        self.undo_stack.push(_Step(edit, text))

    @property
    def edit_to_undo(self) -> Edit | None:
        return self._edit_at(self.undo_stack.index() - 1)

    @property
    def edit_to_redo(self) -> Edit | None:
        return self._edit_at(self.undo_stack.index())

    def undo(self) -> None:
        """Take back the last change. Raises a DuiduError and keeps the step."""
        if edit := self.edit_to_undo:
            changes = edit.revert(self.library)
            self.undo_stack.undo()
            self.announce(changes)

    def redo(self) -> None:
        """Make the change again that was taken back. Raises a DuiduError and keeps the step."""
        if edit := self.edit_to_redo:
            changes = edit.apply(self.library)
            self.undo_stack.redo()
            self.announce(changes)

    def annotate(
        self, document_id: str, span: ReadingSpan, *, tag_ids: Iterable[str], note: str = ""
    ) -> Annotation:
        """Add an annotation of the current member. Raises a DuiduError."""
        selector = anchoring.describe(document_id, self.reading_text(document_id), span)
        annotation = new_annotation(selector, self._member.id, tag_ids=tag_ids, note=note)
        self.do(AddAnnotation(annotation), self.tr("Add annotation"))
        return annotation

    def close(self) -> None:
        self._look_timer.stop()
        self.library.close()

    def announce(self, changes: Changes) -> None:
        """Tell everybody of a change; also of one not made through `do`, such as an import."""
        if changes.tags or changes.everything:
            self._codebook = None
        if changes.members or changes.everything:
            before, self._member = self._member, libraries.current_member(self.library)
            if self._member.id != before.id:
                blind = round_table.blind_documents(self.library)
                changes |= Changes(documents=blind, annotated=blind)
        for document_id in changes.repaired:
            self.reading_texts.renew(document_id)
            self._searchables.pop(document_id, None)
        self._seen.take(changes)
        self._finished = None
        self.changed.emit(changes)

    def _edit_at(self, index: int) -> Edit | None:
        step = self.undo_stack.command(index)
        return step.edit if isinstance(step, _Step) else None

    def look_for_others(self) -> None:
        """Notice what another window or the command line has written to the library."""
        version = self.library.data_version()
        if version != self._data_version:
            self._data_version = version
            self._tell_of_others()

    def _tell_of_others(self) -> None:
        """Announce what others wrote, once the long texts that they corrected are ready."""
        repaired = self.reading_texts.outdated()
        for document_id in repaired:
            document, corrections = self.document(document_id), self.corrections(document_id)
            if document and not self.reading_texts.is_ready(document, corrections):
                task = self.reading_texts.prepare(document_id, corrections, self)
                task.done.connect(self._tell_of_others)
                task.failed.connect(self._on_preparing_failed)
                task.start()
                return
        self.announce(Changes(everything=True, repaired=repaired))

    def _on_preparing_failed(self) -> None:
        """Tell of the rest; the text will be asked for, and its failure told, when it is opened."""
        self.announce(Changes(everything=True))
