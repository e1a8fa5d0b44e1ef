"""Annotations as readers look for them: filtered, and told with names instead of ids."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.core.visibility import ALL, Visibility
from annotator.services import reading
from annotator.storage import annotation_table, document_table, member_table, tag_table
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class AnnotationFilter:
    """What an annotation must have; None and "" ask for nothing.

    `text` is looked for in quotation, note and replies; blanks and case do not count. `seen` is
    asked when the annotations are read, and not by `accepts`.
    """

    document_id: str | None = None
    tag_id: str | None = None
    member_id: str | None = None
    text: str = ""
    state: AnchorState | None = None
    seen: Visibility = ALL

    def accepts(self, annotation: Annotation) -> bool:
        return (
            self.document_id in (None, annotation.document_id)
            and (self.tag_id is None or self.tag_id in annotation.tag_ids)
            and self.member_id in (None, annotation.member_id)
            and self.state in (None, annotation.state)
            and self._has_text(annotation)
        )

    def _has_text(self, annotation: Annotation) -> bool:
        wanted = _without_blanks(self.text)
        return (
            not wanted
            or wanted in _without_blanks(annotation.selector.quotation)
            or wanted in _without_blanks(annotation.note)
            or any(wanted in _without_blanks(reply.content) for reply in annotation.replies)
        )


@dataclass(frozen=True, slots=True)
class ListedAnnotation:
    """An annotation with all that a reader is told of it.

    `span` is where it stands in the reading text, None where all that it covers is dropped;
    `replied_by` are the members' names, reply by reply.
    """

    annotation: Annotation
    document: Document
    span: ReadingSpan | None
    quote: str
    tags: tuple[str, ...]
    member: str
    replied_by: tuple[str, ...] = ()


def list_annotations(library: Library, wanted: AnnotationFilter) -> list[ListedAnnotation]:
    """Return the annotations that the filter accepts, text by text, in the order of the text."""
    seen = annotation_table.all_annotations(library, wanted.seen)
    return in_full(library, filter(wanted.accepts, seen))


def in_full(library: Library, annotations: Iterable[Annotation]) -> list[ListedAnnotation]:
    """Return these annotations with all that a reader is told of them."""
    annotations = list(annotations)
    documents = {document.id: document for document in document_table.all_documents(library)}
    tag_names = {tag.id: tag.name for tag in tag_table.codebook(library)}
    member_names = {member.id: member.name for member in member_table.all_members(library)}
    texts = {
        document_id: reading.reading_text(library, document_id)
        for document_id in dict.fromkeys(a.document_id for a in annotations)
    }
    told = []
    for annotation in annotations:
        text = texts[annotation.document_id]
        span = text.to_reading(annotation.selector.span)
        told.append(
            ListedAnnotation(
                annotation=annotation,
                document=documents[annotation.document_id],
                span=span,
                quote=span.slice_of(text.text) if span else annotation.selector.quotation,
                tags=tuple(tag_names[tag_id] for tag_id in annotation.tag_ids),
                member=member_names[annotation.member_id],
                replied_by=tuple(member_names[reply.member_id] for reply in annotation.replies),
            )
        )
    return told


def _without_blanks(text: str) -> str:
    return "".join(text.split()).casefold()
