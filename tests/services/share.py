"""A program that works as it is told by lines: `share.py LIBRARY`.

`annotate` adds an annotation, `note ID WORDS` writes a note, `delete ID` deletes: each prints the
annotation's id. `sync` looks into the shared folder and prints `synced`, or what it refused.
"""

import sys
from pathlib import Path

from annotator.core.errors import LibraryError
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services import sharing
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import annotation_table, document_table, member_table, tag_table
from annotator.storage.library import Library


def work(path: Path) -> None:
    with Library.open(path) as library:
        for number, line in enumerate(sys.stdin):
            print(answer(library, number, line.split()), flush=True)


def answer(library: Library, number: int, words: list[str]) -> str:
    match words:
        case ["annotate"]:
            return annotate(library, number)
        case ["note", annotation_id, note]:
            annotation_table.set_note(library, annotation_id, note)
            return annotation_id
        case ["delete", annotation_id]:
            annotation_table.set_deleted(library, [annotation_id], deleted=True)
            return annotation_id
    return sync(library)


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
    try:
        synced = sharing.sync(library, lambda *_: None)
    except LibraryError as error:
        return str(error)
    trouble = [*synced.refused.values(), *([synced.not_written] if synced.not_written else [])]
    return "; ".join(map(str, trouble)) or "synced"


if __name__ == "__main__":
    work(Path(sys.argv[1]))
