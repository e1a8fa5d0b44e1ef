"""Suggestions in the texts of a library, and what becomes of them.

They are nobody's annotations, and stored nowhere, until somebody accepts them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.annotation import Annotation
from annotator.core.codebook import Codebook, Tag
from annotator.core.document import Document
from annotator.core.page import Page
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.services import anchoring, libraries, reading
from annotator.services.editing.annotation_edits import AddAnnotations, new_annotation
from annotator.services.editing.suggestion_edits import Dismissal, dismissals
from annotator.services.suggestion_answers import DismissedSpans, TaggedSpans
from annotator.storage import annotation_table, document_table, tag_table
from annotator.storage.library import Library
from annotator.text import suggestions as patterns
from annotator.text.suggestions import SuggestionKind

Pulse = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class PlacedSuggestion:
    """A suggestion in a document, at `span` of its reading text and `source_span` of its source."""

    document: Document
    kind: SuggestionKind
    span: ReadingSpan
    source_span: SourceSpan
    quotation: str
    page: Page | None = None

    @property
    def dismissal(self) -> Dismissal:
        """What dismisses it."""
        return Dismissal(self.document.id, self.kind.value, self.source_span)


def find(document: Document, text: ReadingText) -> list[PlacedSuggestion]:
    """Return all that the patterns find in a text, whatever became of it. Takes 2 µs a letter."""
    found = []
    for suggestion in patterns.suggestions(text):
        source_span = text.to_source(suggestion.span)
        if source_span is not None:
            page = text.paragraphs[text.paragraph_at(suggestion.span.start)].page
            quotation = suggestion.span.slice_of(text.text)
            found.append(
                PlacedSuggestion(
                    document, suggestion.kind, suggestion.span, source_span, quotation, page
                )
            )
    return found


def find_in(
    library_path: Path, documents: Sequence[Document], pulse: Pulse
) -> dict[str, list[PlacedSuggestion]]:
    """Return by document id what `find` does, over a connection of its own: for other threads.

    `pulse` is told how many texts are done, and of how many; what it raises breaks off.
    """
    found = {}
    with Library.open(library_path) as library:
        for number, document in enumerate(documents):
            pulse(number, len(documents))
            found[document.id] = find(document, reading.reading_text(library, document.id))
    return found


def suggestions(
    library: Library, documents: Iterable[Document] | None = None
) -> list[PlacedSuggestion]:
    """Return the suggestions for these texts, or for all, that wait for an answer."""
    if documents is None:
        documents = document_table.all_documents(library)
    return [
        one
        for document in documents
        for found in [find(document, reading.reading_text(library, document.id))]
        for there in [annotation_table.in_document(library, document.id)]
        for one in waiting(library, document.id, found, annotations=there)
    ]


def waiting(
    library: Library,
    document_id: str,
    found: Iterable[PlacedSuggestion],
    *,
    annotations: Iterable[Annotation],
) -> list[PlacedSuggestion]:
    """Return what of this is not dismissed, nor tagged already, nor of a kind without a tag.

    `annotations` are those that are seen in this document.
    """
    tags = tags_by_kind(tag_table.codebook(library))
    dismissed = DismissedSpans(one for one in dismissals(library) if one.document_id == document_id)
    tagged = TaggedSpans(annotations)
    return [
        one
        for one in found
        if (tag := tags.get(one.kind))
        and not tagged.meets(tag.id, one.source_span)
        and not dismissed.covers(one.dismissal)
    ]


def tags_by_kind(codebook: Codebook) -> dict[SuggestionKind, Tag]:
    """Return the built-in tag of each kind; one that was deleted is absent."""
    tags = {
        SuggestionKind(built_in.key): codebook.get(built_in.tag.id)
        for built_in in libraries.built_in_tags()
    }
    return {kind: tag for kind, tag in tags.items() if tag is not None}


def accepted(
    library: Library, chosen: Iterable[PlacedSuggestion], texts: Callable[[str], ReadingText]
) -> AddAnnotations:
    """Return the edit that makes them annotations of the current member; undone in one step.

    `texts` gives the reading text of a document id. Raises a DuiduError.
    """
    tags = tags_by_kind(tag_table.codebook(library))
    member = libraries.current_member(library)
    annotations = []
    for one in chosen:
        selector = anchoring.describe(one.document.id, texts(one.document.id), one.span)
        annotations.append(new_annotation(selector, member.id, tag_ids=[tags[one.kind].id]))
    return AddAnnotations(tuple(annotations))
