"""Commands about annotations: annotate, annotations, export."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, counted, iso_utc, lines, tell
from annotator.cli.writing import written
from annotator.core.annotation import AnchorState
from annotator.core.errors import MemberNotFoundError
from annotator.core.member import Member
from annotator.core.reply import Reply
from annotator.exporters.excerpt import Grouping
from annotator.exporters.wording import Language
from annotator.services import anchoring, exporting, libraries, lookup, reading, text_export
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.exporting import ExcerptStyle
from annotator.services.listing import (
    AnnotationFilter,
    ListedAnnotation,
    in_full,
    list_annotations,
)
from annotator.services.text_export import TextStyle
from annotator.storage import tag_table
from annotator.storage.library import Library

GROUPINGS = {
    "tag": Grouping.TAG,
    "document": Grouping.DOCUMENT,
    "order": Grouping.READING_ORDER,
}


def annotate(arguments: Namespace) -> Answer:
    """Annotate a passage, all or nothing."""
    with opening.to_write(arguments) as library, library.transaction():
        document = lookup.find_document(library, arguments.document)
        text = reading.reading_text(library, document.id)
        span = arguments.span or lookup.find_quotation(document, text, arguments.quote)
        selector = anchoring.describe(document.id, text, span)
        wanted = frozenset(lookup.find_tag(library, name).id for name in arguments.tags)
        tag_ids = tag_table.codebook(library).in_order(wanted)
        member = acting_member(library, arguments.member)
        annotation = new_annotation(selector, member.id, tag_ids=tag_ids, note=arguments.note)
        AddAnnotation(annotation).apply(library)
        (listed,) = in_full(library, [annotation])
    return as_json(_values(listed)) if arguments.json else lines([annotation.id])


def list_(arguments: Namespace) -> Answer:
    """List annotations, text by text."""
    with opening.to_show(arguments) as library:
        found = list_annotations(library, _filter(library, arguments))
        names = libraries.names_in(library, Language.EN)
    if arguments.json:
        return as_json([_values(listed) for listed in found])
    if not found:
        return lines(["There are no such annotations."])
    return lines([*(_shown(listed, names) for listed in found), _counts(found)])


def export_excerpts(arguments: Namespace) -> Answer:
    """Print the excerpts as a Markdown document, or write it to a file."""
    style = ExcerptStyle(
        GROUPINGS[arguments.by], Language(arguments.language), has_replies=arguments.replies
    )
    with opening.to_show(arguments) as library:
        document = exporting.export_markdown(library, _filter(library, arguments), style)
    return written(document, arguments.output)


def export_text(arguments: Namespace) -> Answer:
    """Print a reading text with its annotations as footnotes, or write it to a file."""
    style = TextStyle(
        format=arguments.format,
        language=Language(arguments.language),
        has_annotations=not arguments.without_annotations,
        has_pages=arguments.pages,
        has_replies=arguments.replies,
        has_editor_notes=not arguments.without_editor_notes,
    )
    with opening.to_show(arguments) as library:
        document = lookup.find_document(library, arguments.document)
        text = text_export.export_text(library, document, _filter(library, arguments), style)
    return written(text, arguments.output)


def acting_member(library: Library, name: str | None) -> Member:
    """Return who annotates: the member of this name, who may be new, else the library's own."""
    if name is None:
        return libraries.current_member(library)
    try:
        return lookup.find_member(library, name)
    except MemberNotFoundError:
        tell(f"{name} is a new member of this library.")
        return libraries.add_member(library, name)


def reply_values(reply: Reply, member: str) -> dict[str, object]:
    return {
        "id": reply.id,
        "member": member,
        "created": iso_utc(reply.created_ms),
        "modified": iso_utc(reply.changed_ms),
        "content": reply.content,
    }


def _filter(library: Library, arguments: Namespace) -> AnnotationFilter:
    document, tag, member = arguments.document, arguments.tag, arguments.member
    return AnnotationFilter(
        document_id=lookup.find_document(library, document).id if document else None,
        tag_id=lookup.find_tag(library, tag).id if tag else None,
        member_id=lookup.find_member(library, member).id if member else None,
        text=arguments.text,
        state=AnchorState(arguments.state) if arguments.state else None,
    )


def _counts(found: Sequence[ListedAnnotation]) -> str:
    """Say how many these are, and how many distinct passages where some repeat others."""
    told = counted(len(found), "annotation")
    passages = len({listed.annotation.passage for listed in found})
    return told if passages == len(found) else f"{told}, {counted(passages, 'distinct passage')}"


def _shown(listed: ListedAnnotation, names: Mapping[str, str]) -> str:
    """Return the annotation in the words of this list; `names` are the tags' in its language."""
    annotation, span = listed.annotation, listed.span
    place = f"{span.start}:{span.end}" if span else "not shown"
    tags = ", ".join(names[tag_id] for tag_id in annotation.tag_ids) or "no tag"
    head = f"{annotation.id}  {listed.document.title}  {place}  {tags}  {listed.member}"
    if annotation.state is not AnchorState.OK:
        head += f"  {annotation.state}"
    passages = [*listed.quote.split("\n"), *(f"* {line}" for line in annotation.note.splitlines())]
    return "\n    ".join([head, *passages, *_thread(listed)])


def _thread(listed: ListedAnnotation) -> Iterator[str]:
    for reply, member in zip(listed.annotation.replies, listed.replied_by, strict=True):
        first, *rest = reply.content.splitlines()
        yield f"> {reply.id}  {member}: {first}"
        yield from (f"> {line}" for line in rest)


def _values(listed: ListedAnnotation) -> dict[str, object]:
    annotation, span = listed.annotation, listed.span
    return {
        "id": annotation.id,
        "document": listed.document.id,
        "document_title": listed.document.title,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "source_start": annotation.selector.span.start,
        "source_end": annotation.selector.span.end,
        "quote": listed.quote,
        "tags": listed.tags,
        "note": annotation.note,
        "member": listed.member,
        "created": iso_utc(annotation.created_ms),
        "modified": iso_utc(annotation.modified_ms),
        "state": annotation.state,
        "passage": annotation.passage_id,
        "replies": [
            reply_values(reply, member)
            for reply, member in zip(annotation.replies, listed.replied_by, strict=True)
        ],
    }
