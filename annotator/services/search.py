"""Finding words in the texts, blind to blanks, width and case."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.document import Document
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.queries import Query, Searchable

_CONTEXT = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the query stands, with what is around it in its paragraph."""

    document: Document
    span: ReadingSpan
    before: str
    match: str
    after: str


class Order(StrEnum):
    """How hits stand in a concordance."""

    TEXT = "text"
    BEFORE = "before"
    AFTER = "after"


def search(
    library: Library, query: Query, documents: Iterable[Document] | None = None
) -> Iterator[Hit]:
    """Yield every hit in these texts, or in all. A query without letters finds nothing.

    Raises a QueryError.
    """
    for document in document_table.all_documents(library) if documents is None else documents:
        reading_text = reading.reading_text(library, document.id)
        searchable = Searchable(reading_text.text)
        found = search_text(document, reading_text, searchable=searchable, query=query)
        yield from (hit for hit in found if hit)


def search_text(
    document: Document, reading_text: ReadingText, *, searchable: Searchable, query: Query
) -> Iterator[Hit | None]:
    """Yield the hits in one text; None now and then while there is none, so that one may pause."""
    text = reading_text.text
    for found in query.find_in(searchable):
        if found is None:
            yield None
            continue
        start, end = found
        first = reading_text.paragraphs[reading_text.paragraph_at(start)]
        last = reading_text.paragraphs[reading_text.paragraph_at(end - 1)]
        yield Hit(
            document=document,
            span=ReadingSpan(start, end),
            before=text[max(first.start, start - _CONTEXT) : start],
            match=text[start:end],
            after=text[end : min(last.end, end + _CONTEXT)],
        )


def in_order(hits: Sequence[Hit], order: Order) -> list[Hit]:
    """Sort hits by what stands behind them, or by what stands before them, read backwards."""
    match order:
        case Order.TEXT:
            return list(hits)
        case Order.AFTER:
            return sorted(hits, key=lambda hit: _letters(hit.after))
        case Order.BEFORE:
            return sorted(hits, key=lambda hit: _letters(hit.before)[::-1])


def _letters(context: str) -> str:
    return "".join(filter(str.isalnum, context))
