"""Commands about texts: repair, import, documents, text, sections."""

from argparse import Namespace

from annotator.cli import opening
from annotator.cli.output import (
    DONE,
    FAILED,
    Answer,
    as_json,
    counted,
    iso_utc,
    lines,
    tell,
)
from annotator.core.corrections import Corrections
from annotator.core.document import Document
from annotator.core.errors import DuiduError
from annotator.core.reading_text import ReadingText
from annotator.services import importing, lookup, previewing, reading
from annotator.services.importing import Import
from annotator.storage import document_table
from annotator.storage.document_table import Origin
from annotator.text.sections import Section, sections_of

SHOWN_OF_ID = 8
_FIRST_WORDS = 18


def repair(arguments: Namespace) -> Answer:
    """Show what an import would make of a file."""
    off = Corrections(off=frozenset(arguments.off))
    seen = previewing.preview(arguments.file, encoding=arguments.encoding, corrections=off)
    text = seen.reading_text
    return as_json(_map(text)) if arguments.json else lines([text.text])


def import_files(arguments: Namespace) -> Answer:
    """Import every file that can be; one line for each that cannot."""
    imports = []
    off = Corrections(off=frozenset(arguments.off))
    with opening.to_fill(arguments) as library:
        for path in arguments.files:
            try:
                one = importing.import_file(
                    library, path, encoding=arguments.encoding, corrections=off
                )
                imports.append(one)
            except DuiduError as error:
                tell(error)
    status = DONE if len(imports) == len(arguments.files) else FAILED
    if arguments.json:
        return as_json([_import_values(one) for one in imports], status=status)
    return lines([_import_line(one) for one in imports], status=status)


def documents(arguments: Namespace) -> Answer:
    """List the documents."""
    with opening.to_read(arguments) as library:
        found = document_table.all_documents(library)
        if arguments.json:
            return as_json(
                [_document_values(each, document_table.origin(library, each.id)) for each in found]
            )
    if not found:
        return lines(["There are no documents yet. `duidu import FILE` brings one in."])
    return lines(
        f"{document.id[:SHOWN_OF_ID]}  {document.characters:>9,}  {document.title}"
        for document in found
    )


def text(arguments: Namespace) -> Answer:
    """Print a document's reading text, letter by letter; its offsets are those of `annotate`."""
    with opening.to_read(arguments) as library:
        document = lookup.find_document(library, arguments.document)
        shown = reading.reading_text(library, document.id)
    if arguments.json:
        told = {"id": document.id, "title": document.title}
        return as_json({**told, "text": shown.text, "marks": _marks(shown)})
    if shown.marks:
        notes = counted(len(shown.marks), "note")
        tell(f"This text has {notes} on gaps and the like. `duidu export text` shows where.")
    return lines([shown.text])


def sections(arguments: Namespace) -> Answer:
    """List the sections of a document, each under the one that it belongs to."""
    with opening.to_read(arguments) as library:
        document = lookup.find_document(library, arguments.document)
        text = reading.reading_text(library, document.id)
    found = sections_of(text)
    if arguments.json:
        return as_json([_section_values(section) for section in found])
    if not found:
        return lines(["This text has no headings."])
    return lines(_section_line(section, text) for section in found)


def _section_line(section: Section, text: ReadingText) -> str:
    """Return page, title and origin; an article that has no title is told by its first words."""
    words = text.text[section.start : section.start + _FIRST_WORDS].partition("\n")[0] + "…"
    credit = section.credit
    known = [part for part in (credit.author, credit.publisher, credit.date) if part]
    origin = ", ".join(known) or credit.words
    page = "" if section.first_page is None else str(section.first_page)
    torn = ["beginning missing"] if section.is_torn else []
    told = "; ".join([part for part in (origin, *torn) if part])
    indent = "  " * (section.level - 1)
    return f"{page:>4}  {indent}{section.title or words}" + (f" ({told})" if told else "")


def _section_values(section: Section) -> dict[str, object]:
    return {
        "start": section.span.start,
        "end": section.span.end,
        "title": section.title,
        "level": section.level,
        "is_article": section.is_article,
        "is_torn": section.is_torn,
        "author": section.credit.author,
        "publisher": section.credit.publisher,
        "date": section.credit.date,
        "credit": section.credit.words,
        "first_page": section.first_page,
        "last_page": section.last_page,
    }


def _map(text: ReadingText) -> dict[str, object]:
    """Return the reading text with its map; offsets of dropped pieces are source offsets."""
    return {
        "text": text.text,
        "paragraphs": [
            {"start": p.start, "end": p.end, "kind": p.kind, "level": p.level, "page": p.page}
            for p in text.paragraphs
        ],
        "page_turns": [{"start": turn.start, "page": turn.page} for turn in text.page_turns],
        "runs": [[run.start, run.length, run.source_start] for run in text.runs],
        "dropped": [
            {"start": piece.span.start, "end": piece.span.end, "reason": piece.reason}
            for piece in text.dropped
        ],
        "outline": [
            {"title": e.title, "level": e.level, "start": e.start, "page": e.page}
            for e in text.outline
        ],
        "contents": [{"title": entry.title, "page": entry.page} for entry in text.contents],
        "marks": _marks(text),
    }


def _marks(text: ReadingText) -> list[dict[str, object]]:
    return [
        {"start": mark.start, "kind": mark.kind, "message": mark.message} for mark in text.marks
    ]


def _import_values(one: Import) -> dict[str, object]:
    return {
        "id": one.document.id,
        "title": one.document.title,
        "characters": one.document.characters,
        "already_there": one.already_there,
    }


def _import_line(one: Import) -> str:
    document = one.document
    what = "was there already" if one.already_there else counted(document.characters, "character")
    return f"{document.id[:SHOWN_OF_ID]}  {document.title} ({what})"


def _document_values(document: Document, origin: Origin) -> dict[str, object]:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.about.publisher,
        "date": document.about.date,
        "kind": document.about.kind,
        "characters": document.characters,
        "file_name": document.file_name,
        "format": origin.file_format,
        "encoding": origin.encoding,
        "imported": iso_utc(document.imported_ms),
    }
