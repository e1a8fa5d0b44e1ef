"""What members do in these tests: annotate the text of `histories`, write notes, reply."""

from annotator.core.annotation import Annotation
from annotator.core.identity import source_hash
from annotator.core.reply import Reply
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services import libraries
from annotator.services.editing.annotation_edits import AddAnnotation, change_note, new_annotation
from annotator.services.editing.reply_edits import add_reply
from annotator.storage import annotation_table
from annotator.storage.library import Library
from tests.storage.histories import SOURCE


def annotate(
    library: Library, start: int = 0, note: str = "", *, source: str = SOURCE
) -> Annotation:
    """Annotate five characters in the name of who works in this library."""
    span = SourceSpan(start, start + 5)
    selector = Selector(source_hash(source), span, span.slice_of(source))
    annotation = new_annotation(selector, libraries.current_member(library).id, note=note)
    AddAnnotation(annotation).apply(library)
    return annotation


def write_note(library: Library, annotation_id: str, note: str) -> None:
    change_note(found(library, annotation_id), note).apply(library)


def reply(library: Library, annotation_id: str, words: str) -> Reply:
    edit = add_reply(annotation_id, libraries.current_member(library).id, words)
    edit.apply(library)
    return edit.reply


def found(library: Library, annotation_id: str) -> Annotation:
    (annotation,) = annotation_table.with_ids(library, [annotation_id])
    return annotation
