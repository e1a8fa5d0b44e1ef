"""A program that works as it is told by lines: `share.py LIBRARY`.

For `annotate` it adds an annotation and prints its id; for `sync` it looks into the shared folder
and prints `synced`, or what it refused.
"""

import sys
from pathlib import Path

from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services import sharing
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import document_table, member_table, tag_table
from annotator.storage.library import Library


def work(path: Path) -> None:
    with Library.open(path) as library:
        for number, line in enumerate(sys.stdin):
            told = annotate(library, number) if line.strip() == "annotate" else sync(library)
            print(told, flush=True)


def annotate(library: Library, number: int) -> str:
    (document,) = document_table.all_documents(library)
    member = member_table.current(library)
    assert member is not None
    source = document_table.source_text(library, document.id)
    start = number % (len(source) - 1)
    span = SourceSpan(start, min(len(source), start + 5))
    selector = Selector(document.id, span, span.slice_of(source))
    tags = [tag.id for tag in tag_table.codebook(library)]
    annotation = new_annotation(selector, member.id, tag_ids=tags, note=f"第{number}条")
    AddAnnotation(annotation).apply(library)
    return annotation.id


def sync(library: Library) -> str:
    synced = sharing.sync(library, lambda *_: None)
    trouble = [*synced.refused.values(), *([synced.not_written] if synced.not_written else [])]
    return "; ".join(map(str, trouble)) or "synced"


if __name__ == "__main__":
    work(Path(sys.argv[1]))
