"""Reading texts: derived from source texts by repair, kept in the library until repair changes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.core.corrections import Corrections
from annotator.core.reading_text import ReadingText
from annotator.storage import document_table, local_tables
from annotator.storage.library import Library
from annotator.text import repair


def reading_text(library: Library, document_id: str) -> ReadingText:
    """Return the reading text of a document, from the cache where that is still true."""
    text, is_made = cached_or_made(library, document_id)
    if is_made:
        remember(library, document_id, text)
    return text


def cached_or_made(library: Library, document_id: str) -> tuple[ReadingText, bool]:
    """Return the reading text, and whether it had to be made; nothing is written."""
    cached = local_tables.cached_reading_text(library, document_id, repair.REPAIR_VERSION)
    if cached is not None:
        return cached, False
    corrections = document_table.corrections(library, document_id)
    return corrected(library, document_id, corrections), True


def reading_text_in(library_path: Path, document_id: str) -> ReadingText:
    """Return the reading text of a document, over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return reading_text(library, document_id)


def hand_over(
    library_path: Path,
    document_ids: Sequence[str],
    put: Callable[[tuple[str, ReadingText]], None],
    report: Callable[[int, int, str], None],
) -> None:
    """Put pairs of document id and reading text, one after the other: for other threads."""
    with Library.open(library_path) as library:
        for number, document_id in enumerate(document_ids, start=1):
            put((document_id, reading_text(library, document_id)))
            report(number, len(document_ids), "")


def corrected_in(library_path: Path, document_id: str, corrections: Corrections) -> ReadingText:
    """Return what a document would read like with these corrections: for other threads."""
    with Library.open(library_path) as library:
        return corrected(library, document_id, corrections)


def corrected(library: Library, document_id: str, corrections: Corrections) -> ReadingText:
    """Return what a document would read like with these corrections."""
    return repair.repair(
        document_table.source_text(library, document_id),
        structure=document_table.structure(library, document_id),
        corrections=corrections,
    )


def remember(library: Library, document_id: str, reading_text: ReadingText) -> None:
    """Keep a reading text in the library's cache."""
    local_tables.cache_reading_text(library, document_id, repair.REPAIR_VERSION, reading_text)
