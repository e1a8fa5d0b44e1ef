"""Finding words in the texts, blind to blanks, width and case."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.core.document import Document
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.normal_form import NormalForm

_CONTEXT = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the query stands, with what is around it in its paragraph."""

    document: Document
    span: ReadingSpan
    before: str
    match: str
    after: str


def search(library: Library, query: str) -> Iterator[Hit]:
    """Yield every hit, text by text. A query without letters finds nothing."""
    for document in document_table.all_documents(library):
        yield from search_text(document, reading.reading_text(library, document.id), query)


def search_text(document: Document, reading_text: ReadingText, query: str) -> Iterator[Hit]:
    """Yield the hits in one text."""
    text = reading_text.text
    for start, end in NormalForm(text).find_all(query):
        first = reading_text.paragraphs[reading_text.paragraph_at(start)]
        last = reading_text.paragraphs[reading_text.paragraph_at(end - 1)]
        yield Hit(
            document=document,
            span=ReadingSpan(start, end),
            before=text[max(first.start, start - _CONTEXT) : start],
            match=text[start:end],
            after=text[end : min(last.end, end + _CONTEXT)],
        )
