"""Edits of annotations: add, delete, note, tags, ends of the passage."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.changes import Changes
from annotator.core.clock import now_ms
from annotator.core.errors import NoteTooLongError
from annotator.core.identity import new_id
from annotator.core.revision import AnchorRevision, Revision
from annotator.core.selector import Selector
from annotator.core.visibility import ALL, Visibility
from annotator.services.editing.edit import Edit, EditGroup
from annotator.storage import annotation_table, tagging_table
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging

LONGEST_NOTE = 1_000_000


@dataclass(frozen=True, slots=True)
class AddAnnotations:
    """New annotations with their tags."""

    annotations: tuple[Annotation, ...]

    def apply(self, library: Library) -> Changes:
        ids = [annotation.id for annotation in self.annotations]
        if ids and annotation_table.is_known(library, ids[0]):
            return annotation_table.set_deleted(library, ids, deleted=False)
        taggings = [
            Tagging(annotation.id, tag_id, annotation.member_id)
            for annotation in self.annotations
            for tag_id in annotation.tag_ids
        ]
        with library.transaction():
            changes = annotation_table.insert_all(library, self.annotations)
            return changes | tagging_table.set_present(library, taggings, present=True)

    def revert(self, library: Library) -> Changes:
        ids = [annotation.id for annotation in self.annotations]
        return annotation_table.set_deleted(library, ids, deleted=True)


@dataclass(frozen=True, slots=True)
class AddAnnotation:
    """A new annotation with its tags."""

    annotation: Annotation

    def apply(self, library: Library) -> Changes:
        return AddAnnotations((self.annotation,)).apply(library)

    def revert(self, library: Library) -> Changes:
        return AddAnnotations((self.annotation,)).revert(library)


@dataclass(frozen=True, slots=True)
class DeleteAnnotations:
    """Annotations go to the bin, with all that they have."""

    annotation_ids: tuple[str, ...]

    def apply(self, library: Library) -> Changes:
        return annotation_table.set_deleted(library, self.annotation_ids, deleted=True)

    def revert(self, library: Library) -> Changes:
        return annotation_table.set_deleted(library, self.annotation_ids, deleted=False)


@dataclass(frozen=True, slots=True)
class BringBackAnnotations:
    """Annotations come out of the bin, with all that they had."""

    annotation_ids: tuple[str, ...]

    def apply(self, library: Library) -> Changes:
        return annotation_table.set_deleted(library, self.annotation_ids, deleted=False)

    def revert(self, library: Library) -> Changes:
        return annotation_table.set_deleted(library, self.annotation_ids, deleted=True)


@dataclass(frozen=True, slots=True)
class ChangeNote:
    annotation_id: str
    before: str
    after: str

    def apply(self, library: Library) -> Changes:
        return annotation_table.set_note(library, self.annotation_id, self.after)

    def revert(self, library: Library) -> Changes:
        return annotation_table.set_note(library, self.annotation_id, self.before)


@dataclass(frozen=True, slots=True)
class SettleNote:
    """One note takes the place of all versions of it; `before` are these, the shown one first."""

    annotation_id: str
    before: tuple[Revision, ...]
    after: str

    def apply(self, library: Library) -> Changes:
        return annotation_table.set_note(library, self.annotation_id, self.after, settles=True)

    def revert(self, library: Library) -> Changes:
        return annotation_table.bring_back_versions(library, self.annotation_id, self.before)


@dataclass(frozen=True, slots=True)
class MoveAnnotation:
    """The passage that an annotation stands on becomes another one."""

    annotation_id: str
    before: tuple[Selector, AnchorState]
    after: tuple[Selector, AnchorState]

    def apply(self, library: Library) -> Changes:
        return MoveAnnotations((self,)).apply(library)

    def revert(self, library: Library) -> Changes:
        return MoveAnnotations((self,)).revert(library)


@dataclass(frozen=True, slots=True)
class MoveAnnotations:
    """Many moves at once, of as many annotations."""

    moves: tuple[MoveAnnotation, ...]

    def apply(self, library: Library) -> Changes:
        anchors = {move.annotation_id: move.after for move in self.moves}
        return annotation_table.set_anchors(library, anchors)

    def revert(self, library: Library) -> Changes:
        anchors = {move.annotation_id: move.before for move in self.moves}
        return annotation_table.set_anchors(library, anchors)


@dataclass(frozen=True, slots=True)
class SettlePlace:
    """One place stands for all that an annotation was given; `before` are these.

    A text that was removed meanwhile comes back with the place in it.
    """

    annotation_id: str
    before: tuple[AnchorRevision, ...]
    after: tuple[Selector, AnchorState]

    def apply(self, library: Library) -> Changes:
        anchors = {self.annotation_id: self.after}
        return self._texts | annotation_table.set_anchors(library, anchors, settles=True)

    def revert(self, library: Library) -> Changes:
        back = annotation_table.bring_back_places(library, self.annotation_id, self.before)
        return self._texts | back

    @property
    def _texts(self) -> Changes:
        selectors = (self.after[0], *(place.selector for place in self.before))
        return Changes(documents=frozenset(one.document_id for one in selectors))


@dataclass(frozen=True, slots=True)
class ChangeTaggings:
    """Taggings that are added or removed; only such as really change."""

    taggings: frozenset[Tagging]
    present: bool

    def apply(self, library: Library) -> Changes:
        return tagging_table.set_present(library, self.taggings, present=self.present)

    def revert(self, library: Library) -> Changes:
        return tagging_table.set_present(library, self.taggings, present=not self.present)


def new_annotation(
    selector: Selector,
    member_id: str,
    *,
    tag_ids: Iterable[str] = (),
    note: str = "",
    passage_id: str = "",
) -> Annotation:
    """Return an annotation that somebody makes now. Raises NoteTooLongError."""
    _check_length(note)
    made_ms = now_ms()
    return Annotation(
        id=new_id(),
        selector=selector,
        member_id=member_id,
        created_ms=made_ms,
        modified_ms=made_ms,
        tag_ids=tuple(tag_ids),
        note=note,
        passage_id=passage_id,
    )


def change_note(annotation: Annotation, note: str) -> ChangeNote:
    """Return the edit that changes the note. Raises NoteTooLongError."""
    _check_length(note)
    return ChangeNote(annotation.id, annotation.note, note)


def move(annotation: Annotation, selector: Selector) -> MoveAnnotation:
    """Move the ends of an annotation; somebody looked at it, so its place is sure."""
    before = (annotation.selector, annotation.state)
    return MoveAnnotation(annotation.id, before, (selector, AnchorState.OK))


def change_state(annotation: Annotation, state: AnchorState) -> MoveAnnotation:
    """Say how sure the place of an annotation is, and leave it there."""
    selector = annotation.selector
    return MoveAnnotation(annotation.id, (selector, annotation.state), (selector, state))


def set_tags(
    library: Library,
    annotation_ids: Iterable[str],
    tag_ids: Iterable[str],
    member_id: str,
    *,
    seen: Visibility = ALL,
) -> Edit:
    """Give annotations exactly these tags; tags that are already there keep who gave them.

    The member changes what is seen and nothing else. A hidden member's tagging is neither removed
    nor taken for one's own: who gives the same tag gives it, too, and who takes away a tag that is
    seen may find it again, as the hidden member's, when everybody is shown.
    """
    ids, wanted = list(annotation_ids), set(tag_ids)
    present = tagging_table.present(library, ids)
    shown = [tagging for tagging in present if tagging.member_id not in seen.hidden_members]
    there = {(tagging.annotation_id, tagging.tag_id) for tagging in shown}
    removed = frozenset(tagging for tagging in shown if tagging.tag_id not in wanted)
    added = frozenset(
        Tagging(annotation_id, tag_id, member_id)
        for annotation_id in ids
        for tag_id in wanted
        if (annotation_id, tag_id) not in there
    )
    added -= present  # what the member gave before hiding their own work
    return EditGroup((ChangeTaggings(removed, present=False), ChangeTaggings(added, present=True)))


def _check_length(note: str) -> None:
    if len(note) > LONGEST_NOTE:
        raise NoteTooLongError(limit=LONGEST_NOTE)
