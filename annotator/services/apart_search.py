"""Searching texts that are too big for memory all together, in a thread of their own.

Their letters are indexed in a cache beside the reader's library, which is brought up to date in the
background; a text that is not in it yet is read in, searched and let go.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from annotator import places
from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.services import reading
from annotator.services.search import CONTEXT, Hit, in_context, search_text
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.storage.search_index import IndexFailedError, Piece, SearchIndex
from annotator.text.normal_form import NormalForm
from annotator.text.queries import Near, Query, Searchable, Words
from annotator.text.repair import REPAIR_VERSION

_Report = Callable[[int, int, str], None]

# In memory a library of this size takes some 300 MB, and the first search some ten seconds.
MOST_IN_MEMORY = 20_000_000

_LETTERS_A_PIECE = 2000
_LONGEST_WORDS = 64


def is_too_big_for_memory(documents: Iterable[Document]) -> bool:
    return sum(document.characters for document in documents) > MOST_IN_MEMORY


def search_apart(
    library_path: Path,
    documents: Sequence[Document],
    query: Query,
    put: Callable[[Hit], None],
    report: _Report,
) -> None:
    """Put every hit in these texts, one after the other. Raises a DuiduError."""
    with Library.open(library_path) as library:
        for hit in search_big(library, query, documents):
            if hit is not None:
                put(hit)
            report(0, 1, "")


def search_big(
    library: Library, query: Query, documents: Iterable[Document]
) -> Iterator[Hit | None]:
    """Yield the hits in these texts, keeping none of them in memory; None now and then.

    Raises a QueryError.
    """
    with ExitStack() as opened:
        index, fresh = None, frozenset[str]()
        with suppress(IndexFailedError):
            index = opened.enter_context(SearchIndex.open(index_path(library)))
            fresh = _fresh(library, index)
        for document in documents:
            usable = index if document.id in fresh else None
            yield from _hits(library, usable, document, query)


def update_index(library_path: Path, report: _Report) -> None:
    """Bring the index up to date if the library is too big for memory; else do nothing."""
    with Library.open(library_path) as library:
        documents = document_table.all_documents(library)
        if not is_too_big_for_memory(documents):
            return
        # Without room for it, or where another program is at it, one searches without.
        with suppress(IndexFailedError), SearchIndex.open(index_path(library)) as index:
            stamps, fresh = _stamps(library), _fresh(library, index)
            index.keep_only(stamps)
            for number, document in enumerate(documents):
                if document.id not in fresh:
                    pulse = partial(report, number, len(documents), document.title)
                    text = reading.reading_text(library, document.id).text
                    index.put(document.id, stamps[document.id], pieces_of(text, pulse))


def index_path(library: Library) -> Path:
    """Return where the index of a library lies. A copy of the library has one of its own."""
    return places.user_data_folder() / "cache" / f"{library.replica_id}.search"


def search_indexed(index: SearchIndex, document: Document, query: Query) -> Iterator[Hit | None]:
    """Yield the hits in one text of the index, as `search_text` does."""
    words = [query] if isinstance(query, Words) else []
    if isinstance(query, Near):
        words = [query.one, query.other]
    letters = [NormalForm(each.words, is_blind_to_script=True).text for each in words]
    if words and not all(letters):
        return
    if len(letters) == 1 and len(letters[0]) <= _LONGEST_WORDS:
        yield from _in_pieces(index.pieces_with(document.id, letters[0]), document, query)
    elif all(any(index.pieces_with(document.id, each[:_LONGEST_WORDS])) for each in letters):
        own = (p.content[p.lead : p.lead + p.length] for p in index.pieces(document.id))
        yield from search_text(document, Searchable("".join(own)), query)


def pieces_of(text: str, pulse: Callable[[], object]) -> Iterator[tuple[Piece, str]]:
    """Yield the pieces of a reading text, with their letters; a pulse comes with each."""
    form = NormalForm(text, is_blind_to_script=True)
    borders = [_whole(form, at) for at in range(0, max(1, len(form.text)), _LETTERS_A_PIECE)]
    starts = [0, *(form.original(at) for at in borders[1:])]
    for at, start, end in zip(borders, starts, [*starts[1:], len(text)], strict=True):
        pulse()
        past = at + _LETTERS_A_PIECE + _LONGEST_WORDS
        last = form.original(past) if past < len(form.text) else len(text)
        lead = min(CONTEXT, start)
        content = text[start - lead : last + CONTEXT]
        yield Piece(start, lead, end - start, content), form.text[at:past]


def _whole(form: NormalForm, at: int) -> int:
    """Return the first letter of the character that this letter comes from."""
    while at > 0 and form.original(at - 1) == form.original(at):
        at -= 1
    return at


def _hits(
    library: Library, index: SearchIndex | None, document: Document, query: Query
) -> Iterator[Hit | None]:
    """Yield the hits in one text; where the index fails, go on in the text itself."""
    free_from = 0
    if index is not None:
        with suppress(IndexFailedError):
            for hit in search_indexed(index, document, query):
                free_from = hit.span.end if hit else free_from
                yield hit
            return
    text = reading.reading_text(library, document.id).text
    for hit in search_text(document, Searchable(text), query):
        if hit is None or hit.span.start >= free_from:
            yield hit


def _in_pieces(pieces: Iterable[Piece], document: Document, query: Query) -> Iterator[Hit | None]:
    """Yield the hits that begin in these pieces and overlap none before."""
    free_from = 0
    for piece in pieces:
        yield None
        skipped = piece.lead + max(0, free_from - piece.start)
        to_text = piece.start - piece.lead
        for found in query.find_in(Searchable(piece.content[skipped:])):
            if found is None:
                continue
            start, end = found[0] + skipped, found[1] + skipped
            if start >= piece.lead + piece.length:
                break
            free_from = end + to_text
            span = ReadingSpan(start + to_text, free_from)
            yield Hit(document, span, *in_context(piece.content, start, end))


def _fresh(library: Library, index: SearchIndex) -> frozenset[str]:
    """Return the documents that the index has as they read now."""
    stamps = _stamps(library)
    return frozenset(id_ for id_, stamp in index.stamps().items() if stamps.get(id_) == stamp)


def _stamps(library: Library) -> dict[str, str]:
    """Return what the index of each document depends on, by document id."""
    stamps = document_table.corrections_stamps(library)
    return {id_: f"{REPAIR_VERSION}:{stamp}" for id_, stamp in stamps.items()}
