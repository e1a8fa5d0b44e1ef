"""Editor's notes: what an export says, in brackets, of the state of the source at a place."""

from bisect import bisect_left

from annotator.core.reading_text import Mark, ReadingText
from annotator.text.repair.marks import MarkKind, garbled_offset

# Between two paragraphs these stand on a line of their own.
GAPS = frozenset({MarkKind.PAGE_MISSING, MarkKind.PAGE_EMPTY})


def note_offset(text: ReadingText, mark: Mark) -> int:
    """Return the reading offset of what the note stands before: a letter, or a paragraph's end."""
    paragraph = text.paragraphs[text.paragraph_at(mark.start)]
    # Pages without text after the last letter are marked on that letter.
    is_after_text = mark.kind == MarkKind.PAGE_EMPTY and (
        paragraph.start < mark.start == len(text.text) - 1
    )
    is_of_whole_paragraph = mark.kind == MarkKind.LISTED_NOT_FOUND
    return paragraph.end if is_after_text or is_of_whole_paragraph else mark.start


def notes_by_offset(text: ReadingText) -> dict[int, tuple[MarkKind, ...]]:
    """Return what is to be said of the source, by the offset as in `note_offset`."""
    notes: dict[int, tuple[MarkKind, ...]] = {}
    for mark in text.marks:
        offset = note_offset(text, mark)
        notes[offset] = (*notes.get(offset, ()), MarkKind(mark.kind))
    return notes


def notes_within(text: ReadingText, start: int, end: int) -> tuple[MarkKind, ...]:
    """Return what is to be said of a passage, each once: gaps in the midst of it, garbled letters.

    A paragraph is marked at its first garbled letter only; those after it count as well.
    """
    paragraph = text.paragraphs[text.paragraph_at(start)]
    first = bisect_left(text.marks, paragraph.start, key=lambda mark: mark.start)
    last = bisect_left(text.marks, end, key=lambda mark: mark.start)
    found = [mark for mark in text.marks[first:last] if _concerns(text, mark, start, end=end)]
    return tuple(dict.fromkeys(MarkKind(mark.kind) for mark in found))


def _concerns(text: ReadingText, mark: Mark, start: int, *, end: int) -> bool:
    if mark.kind == MarkKind.GARBLED:
        paragraph = text.paragraphs[text.paragraph_at(mark.start)]
        letters = text.text[max(start, mark.start) : min(end, paragraph.end)]
        return garbled_offset(letters) is not None
    return mark.kind in GAPS and start < note_offset(text, mark) < end
