"""The demo: a library with the sample texts and some annotations in them."""

import json
from pathlib import Path

from annotator.core.span import ReadingSpan
from annotator.places import data_file
from annotator.services import anchoring, libraries, lookup, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import annotation_table, document_table, local_tables
from annotator.storage.library import Library


def create_demo(path: Path) -> Library:
    """Make a library with the sample texts, annotated as data/sample_annotations.json says."""
    library = libraries.create_with_samples(path)
    entries = json.loads(data_file("sample_annotations.json").read_text(encoding="utf-8"))
    member = libraries.current_member(library)
    with library.transaction():
        for entry in entries["annotations"]:
            document = lookup.find_document(library, entry["file"])
            text = reading.reading_text(library, document.id)
            start = text.text.index(entry["quotation"])
            span = ReadingSpan(start, start + len(entry["quotation"]))
            selector = anchoring.describe(document.id, text, span)
            tag_ids = [lookup.find_tag(library, name).id for name in entry["tags"]]
            annotation = new_annotation(
                selector, member.id, tag_ids=tag_ids, note=entry.get("note", "")
            )
            AddAnnotation(annotation).apply(library)
        for document in document_table.all_documents(library):
            _open_at_first_annotation(library, document.id)
    return library


def _open_at_first_annotation(library: Library, document_id: str) -> None:
    """Let reading go on one paragraph above the first annotation."""
    text = reading.reading_text(library, document_id)
    first = annotation_table.in_document(library, document_id)[0].selector.span.start
    above = max(0, text.paragraph_at(text.reading_offset(first)) - 1)
    place = text.source_offset(text.paragraphs[above].start)
    local_tables.set_reading_place(library, document_id, place)
