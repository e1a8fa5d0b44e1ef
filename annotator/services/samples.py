"""The demo: a library with the sample texts and some annotations in them."""

import json
from pathlib import Path

from annotator.core.span import ReadingSpan
from annotator.places import data_file
from annotator.services import anchoring, libraries, lookup, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
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
    return library
