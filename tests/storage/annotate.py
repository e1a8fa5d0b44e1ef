"""A program that adds an annotation for each line that it reads: `annotate.py LIBRARY`.

It prints the id of each annotation as soon as the library has it.
"""

import sys
from pathlib import Path

from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import document_table, member_table, tag_table
from annotator.storage.library import Library


def annotate(path: Path) -> None:
    with Library.open(path) as library:
        (document,) = document_table.all_documents(library)
        (tag,) = tag_table.codebook(library)
        member = member_table.current(library)
        assert member is not None
        source = document_table.source_text(library, document.id)
        for number, _ in enumerate(sys.stdin):
            start = number % (len(source) - 1)
            span = SourceSpan(start, min(len(source), start + 5))
            selector = Selector(document.id, span, span.slice_of(source))
            annotation = new_annotation(selector, member.id, tag_ids=[tag.id], note=f"第{number}条")
            AddAnnotation(annotation).apply(library)
            print(annotation.id, flush=True)


if __name__ == "__main__":
    annotate(Path(sys.argv[1]))
