"""The command that searches texts, notes and tags."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from itertools import groupby

from annotator.cli import opening
from annotator.cli.argument_types import any_text, search_places
from annotator.cli.output import Answer, as_json, counted, in_line, lines, right_aligned, width
from annotator.core.document import Document
from annotator.services import apart_search, lookup, reading
from annotator.services.note_search import NoteHit, TagHit, search_notes, search_tags
from annotator.services.search import Hit, Order, in_order, search
from annotator.services.tagged_places import tagged_passages, under_tags
from annotator.storage import annotation_table, document_table, tag_table
from annotator.storage.library import Library
from annotator.text.queries import Query, parse

_KEYS = """\
With --json, hits in texts have the keys document, start, end, before, match and after, and tag with
--order tag; hits in notes have document, annotation, reply (null unless they are in one), before,
match and after; hits in tags have tag_id, tag, before, match and after."""

# The name of a tag, None for hits without one or in another order, and the hits.
_Group = tuple[str | None, Sequence[Hit]]


def add_arguments(search: ArgumentParser) -> None:
    """Say what may be written after `duidu search`."""
    search.epilog = _KEYS
    search.add_argument("query", type=any_text, metavar="QUERY")
    search.add_argument("--document", type=any_text, metavar="DOC", help="search this text only")
    search.add_argument("--regex", action="store_true", help="QUERY is a regular expression")
    search.add_argument(
        "--any-script", action="store_true", help="take traditional characters for simplified ones"
    )
    search.add_argument(
        "--order",
        choices=[order.value for order in Order],
        default=Order.TEXT.value,
        help="sort by place in the text, by what stands before or after, or by tag",
    )
    search.add_argument(
        "--in",
        dest="places",
        type=search_places,
        default=frozenset({"text"}),
        metavar="PLACES",
        help="where to search: text, notes, tags, or several of them with commas",
    )


def find(arguments: Namespace) -> Answer:
    """Search one text or all, notes and tags; show the hits as a concordance."""
    query = parse(
        arguments.query, is_pattern=arguments.regex, is_blind_to_script=arguments.any_script
    )
    order = Order(arguments.order)
    with opening.to_show(arguments) as library:
        documents = document_table.all_documents(library)
        if arguments.document is not None:
            documents = [lookup.find_document(library, arguments.document)]
        places = arguments.places
        groups = _text_hits(library, query, documents, order) if "text" in places else []
        notes = _note_hits(library, query, documents) if "notes" in places else []
        tags = _tag_hits(library, query) if "tags" in places else []
    if arguments.json:
        texts = [
            _hit_values(hit) | ({"tag": title} if order is Order.TAG else {})
            for title, hits in groups
            for hit in hits
        ]
        return as_json([*texts, *map(_note_values, notes), *map(_tag_values, tags)])
    shown = [*_concordance(groups, order), *_note_lines(notes), *_tag_lines(tags)]
    return lines(shown or ["Nothing was found."])


def _text_hits(
    library: Library, query: Query, documents: Sequence[Document], order: Order
) -> list[_Group]:
    """Return the hits in the texts; by tag, under the names of the tags."""
    is_big = apart_search.is_too_big_for_memory(documents)
    found = (apart_search.search_big if is_big else search)(library, query, documents)
    hits = in_order([hit for hit in found if hit], order)
    if order is not Order.TAG:
        return [(None, hits)]
    found_in = {hit.document.id for hit in hits}
    texts = {document_id: reading.reading_text(library, document_id) for document_id in found_in}
    annotations = [a for id_ in found_in for a in annotation_table.in_document(library, id_)]
    passages = tagged_passages(annotations, texts.__getitem__)
    groups = under_tags(hits, tag_table.codebook(library), passages)
    return [(tag.name if tag else None, those) for tag, those in groups]


def _note_hits(library: Library, query: Query, documents: Iterable[Document]) -> list[NoteHit]:
    known = {document.id for document in documents}
    annotations = annotation_table.with_words(library)
    wanted = [annotation for annotation in annotations if annotation.document_id in known]
    return [hit for hit in search_notes(wanted, query) if hit]


def _tag_hits(library: Library, query: Query) -> list[TagHit]:
    tags = [(tag, (tag.name, tag.definition)) for tag in tag_table.codebook(library)]
    return [hit for hit in search_tags(tags, query) if hit]


def _concordance(groups: Sequence[_Group], order: Order) -> list[str]:
    """Put the hits of each document, or of each tag, under its name, one below the other."""
    if order is not Order.TAG:
        return [
            line
            for _, hits in groups
            for document, those in groupby(hits, key=lambda hit: hit.document)
            for line in _block(document.title, list(those), hits)
        ]
    every = [hit for _, hits in groups for hit in hits]
    return [line for tag, hits in groups for line in _block(tag or "No tag", hits, every)]


def _block(title: str, hits: Sequence[Hit], every: Sequence[Hit]) -> list[str]:
    """Return a title and its hits, in columns as wide as all of the hits need."""
    before = max(width(in_line(hit.before)) for hit in every)
    offset = max(len(str(hit.span.start)) for hit in every)
    return [
        f"{title} ({counted(len(hits), 'hit')})",
        *(f"  {hit.span.start:>{offset}}  {_in_columns(hit, before)}" for hit in hits),
    ]


def _note_lines(hits: Sequence[NoteHit]) -> list[str]:
    before = max((width(in_line(hit.before)) for hit in hits), default=0)
    title = [f"In notes ({counted(len(hits), 'hit')})"] if hits else []
    return [*title, *(f"  {hit.annotation.id}  {_in_columns(hit, before)}" for hit in hits)]


def _tag_lines(hits: Sequence[TagHit]) -> list[str]:
    before = max((width(in_line(hit.before)) for hit in hits), default=0)
    title = [f"In tags ({counted(len(hits), 'hit')})"] if hits else []
    return [*title, *(f"  {hit.tag.name}  {_in_columns(hit, before)}" for hit in hits)]


def _in_columns(hit: Hit | NoteHit | TagHit, before: int) -> str:
    stands_before = right_aligned(in_line(hit.before), before)
    return f"{stands_before}【{in_line(hit.match)}】{in_line(hit.after)}"


def _hit_values(hit: Hit) -> dict[str, object]:
    return {
        "document": hit.document.id,
        "start": hit.span.start,
        "end": hit.span.end,
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
    }


def _note_values(hit: NoteHit) -> dict[str, object]:
    return {
        "document": hit.annotation.document_id,
        "annotation": hit.annotation.id,
        "reply": hit.reply.id if hit.reply else None,
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
    }


def _tag_values(hit: TagHit) -> dict[str, object]:
    return {
        "tag_id": hit.tag.id,
        "tag": hit.tag.name,
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
    }
