"""Correcting: what a reader points at in a reading text, as corrections of its source text.

A correction that would change nothing returns the corrections as they are.
"""

from annotator.core.corrections import Corrections
from annotator.core.errors import SpanOutsideTextError
from annotator.core.reading_text import ReadingText
from annotator.services.editing.document_edits import CorrectDocument
from annotator.storage import document_table
from annotator.storage.library import Library


def split(corrections: Corrections, text: ReadingText, offset: int) -> Corrections:
    """Let a paragraph begin at this reading offset. Raises SpanOutsideTextError."""
    letter = text.source_offset(_within(text, offset))
    start = text.paragraphs[text.paragraph_at(text.reading_offset(letter))].start
    is_start = text.source_offset(start) == letter or letter >= _source_end(text)
    return corrections if is_start else corrections.with_break(letter)


def join(corrections: Corrections, text: ReadingText, offset: int) -> Corrections:
    """Let the paragraph of this reading offset go on with the one before it.

    Raises SpanOutsideTextError.
    """
    index = text.paragraph_at(_within(text, offset))
    if index == 0:
        return corrections
    return corrections.with_join(text.source_offset(text.paragraphs[index].start))


def edit(library: Library, document_id: str, after: Corrections) -> CorrectDocument:
    """Return the edit that gives a document these corrections."""
    return CorrectDocument(document_id, document_table.corrections(library, document_id), after)


def _within(text: ReadingText, offset: int) -> int:
    if not 0 <= offset < len(text.text):
        raise SpanOutsideTextError(span=offset, length=len(text.text))
    return offset


def _source_end(text: ReadingText) -> int:
    last = text.runs[-1]
    return last.source_start + last.length
