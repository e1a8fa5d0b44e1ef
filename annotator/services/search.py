"""Finding words in the texts, blind to blanks, width and case."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.queries import Query, Searchable

CONTEXT = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the query stands, with what is around it in its paragraph."""

    document: Document
    span: ReadingSpan
    before: str
    match: str
    after: str


class Order(StrEnum):
    """How hits stand in a concordance; TAG puts them under the tags that their places have."""

    TEXT = "text"
    BEFORE = "before"
    AFTER = "after"
    TAG = "tag"


def search(
    library: Library, query: Query, documents: Iterable[Document] | None = None
) -> Iterator[Hit]:
    """Yield every hit in these texts, or in all. A query without letters finds nothing.

    Raises a QueryError.
    """
    for document in document_table.all_documents(library) if documents is None else documents:
        searchable = Searchable(reading.reading_text(library, document.id).text)
        yield from (hit for hit in search_text(document, searchable, query) if hit)


def search_text(document: Document, searchable: Searchable, query: Query) -> Iterator[Hit | None]:
    """Yield the hits in one text; None now and then while there is none, so that one may pause."""
    for found in query.find_in(searchable):
        if found is None:
            yield None
        else:
            yield Hit(document, ReadingSpan(*found), *in_context(searchable.text, *found))


def in_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return what stands before, in and after this range, not beyond its paragraphs."""
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    return before, text[start:end], after


def in_order(hits: Sequence[Hit], order: Order) -> list[Hit]:
    """Sort hits by what stands behind them, or by what stands before them, read backwards.

    Those of one tag stand in the order of the text.
    """
    match order:
        case Order.TEXT | Order.TAG:
            return list(hits)
        case Order.AFTER:
            return sorted(hits, key=lambda hit: _letters(hit.after))
        case Order.BEFORE:
            return sorted(hits, key=lambda hit: _letters(hit.before)[::-1])


def _letters(context: str) -> str:
    return "".join(filter(str.isalnum, context))
