"""Repeats of a passage, told like the hits of a search."""

from collections.abc import Iterable, Mapping

from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.services.repeats import RepeatedPassage, Repeats
from annotator.services.search import Hit, in_context


def other_places(
    repeats: Repeats, documents: Iterable[Document], document_id: str, span: ReadingSpan
) -> list[Hit]:
    """Return where else a passage stands, exactly or nearly, with what is around it there."""
    known: Mapping[str, Document] = {document.id: document for document in documents}
    return [
        _hit(repeats, known[found.document_id], found)
        for found in repeats.of(document_id, span)
        if found.document_id in known
        and not (found.document_id == document_id and found.span.overlaps(span))
    ]


def _hit(repeats: Repeats, document: Document, found: RepeatedPassage) -> Hit:
    text = repeats.text(document.id)
    return Hit(document, found.span, *in_context(text, found.span.start, found.span.end))
