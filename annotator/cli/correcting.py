"""The command about corrections: correct."""

from argparse import Namespace

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, counted, lines
from annotator.core.corrections import NO_CORRECTIONS, Corrections
from annotator.services import correcting, lookup, reading
from annotator.storage import document_table
from annotator.storage.library import Library


def correct(arguments: Namespace) -> Answer:
    """Correct a document, all or nothing, and tell which corrections it has then.

    Offsets are those of the reading text as it was before.
    """
    with opening.to_write(arguments) as library, library.transaction():
        document = lookup.find_document(library, arguments.document)
        after = _wanted(library, document.id, arguments)
        edit = correcting.edit(library, document.id, after)
        if edit.after != edit.before:
            edit.apply(library)
        paragraphs = len(reading.reading_text(library, document.id).paragraphs)
    if arguments.json:
        return as_json({"id": document.id, "paragraphs": paragraphs} | _values(after))
    by_hand = counted(len(after.breaks) + len(after.joins), "border")
    rules = ", ".join(sorted(after.off)) or "none"
    return lines([f"{counted(paragraphs, 'paragraph')}; {by_hand} by hand; rules off: {rules}"])


def _wanted(library: Library, document_id: str, arguments: Namespace) -> Corrections:
    text = reading.reading_text(library, document_id)
    stored = document_table.corrections(library, document_id)
    wanted = NO_CORRECTIONS if arguments.clear else stored
    for rule in arguments.off:
        wanted = wanted.with_rule(rule, on=False)
    for rule in arguments.on:
        wanted = wanted.with_rule(rule, on=True)
    for offset in arguments.split_at:
        wanted = correcting.split(wanted, text, offset)
    for offset in arguments.join_at:
        wanted = correcting.join(wanted, text, offset)
    return wanted


def _values(corrections: Corrections) -> dict[str, object]:
    """Return the corrections for machines; borders are source offsets."""
    return {
        "off": sorted(corrections.off),
        "breaks": sorted(corrections.breaks),
        "joins": sorted(corrections.joins),
    }
