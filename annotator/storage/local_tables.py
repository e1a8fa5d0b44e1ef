"""What this file alone remembers: cached reading texts, reading places, settings of the window."""

import json
import zlib
from typing import Any

from annotator.core.clock import now_ms
from annotator.core.reading_text import (
    ContentsEntry,
    DroppedPiece,
    Mark,
    OutlineEntry,
    PageTurn,
    Paragraph,
    ParagraphKind,
    ReadingText,
    Run,
)
from annotator.core.span import SourceSpan
from annotator.storage.library import Library


def cached_reading_text(
    library: Library, document_id: str, repair_version: int
) -> ReadingText | None:
    """Return the reading text if it was made by this repair version from the same corrections."""
    rows = library.rows(
        "SELECT content FROM reading_text JOIN document ON document.id = document_id"
        " WHERE document_id = ? AND repair_version = ?"
        " AND reading_text.corrections_stamp = document.corrections_stamp",
        (document_id, repair_version),
    )
    try:
        return _unpack(rows[0][0]) if rows else None
    except zlib.error:  # a damaged copy of what can be made again
        return None


def cache_reading_text(
    library: Library, document_id: str, repair_version: int, reading_text: ReadingText
) -> None:
    content = _pack(reading_text)  # while others can write
    with library.transaction() as write:
        write.db.execute(
            "INSERT OR REPLACE INTO reading_text (document_id, repair_version, corrections_stamp,"
            " content) SELECT id, ?, corrections_stamp, ? FROM document WHERE id = ?",
            (repair_version, content, document_id),
        )


def reading_place(library: Library, document_id: str) -> int:
    """Return the source offset at which reading stopped, 0 where it never began."""
    rows = library.rows(
        "SELECT source_offset FROM reading_place WHERE document_id = ?", (document_id,)
    )
    return int(rows[0][0]) if rows else 0


def set_reading_place(library: Library, document_id: str, source_offset: int) -> None:
    """Remember a place, in a document that is still there."""
    with library.transaction() as write:
        write.db.execute(
            "INSERT OR REPLACE INTO reading_place SELECT id, ?, ? FROM document WHERE id = ?",
            (source_offset, now_ms(), document_id),
        )


def setting(library: Library, name: str) -> Any:
    """Return what was stored under this name, None if nothing was."""
    rows = library.rows("SELECT value FROM local_setting WHERE name = ?", (name,))
    return json.loads(rows[0][0]) if rows else None


def set_setting(library: Library, name: str, value: object) -> None:
    """Store a value that JSON can hold."""
    with library.transaction() as write:
        write.db.execute(
            "INSERT OR REPLACE INTO local_setting VALUES (?, ?)",
            (name, json.dumps(value, ensure_ascii=False)),
        )


def forget_setting(library: Library, name: str) -> None:
    with library.transaction() as write:
        write.db.execute("DELETE FROM local_setting WHERE name = ?", (name,))


def _pack(reading_text: ReadingText) -> bytes:
    content = {
        "text": reading_text.text,
        "paragraphs": [(p.start, p.end, p.kind, p.level, p.page) for p in reading_text.paragraphs],
        "runs": [(run.start, run.length, run.source_start) for run in reading_text.runs],
        "dropped": [(d.span.start, d.span.end, d.reason) for d in reading_text.dropped],
        "outline": [(e.title, e.level, e.start, e.page) for e in reading_text.outline],
        "contents": [(e.title, e.page) for e in reading_text.contents],
        "marks": [(mark.start, mark.kind, mark.message) for mark in reading_text.marks],
        "page_turns": [(turn.start, turn.page) for turn in reading_text.page_turns],
    }
    return zlib.compress(json.dumps(content, ensure_ascii=False).encode(), 1)


def _unpack(content: bytes) -> ReadingText:
    fields = json.loads(zlib.decompress(content))
    return ReadingText(
        text=fields["text"],
        paragraphs=tuple(
            Paragraph(start, end, ParagraphKind(kind), level, page)
            for start, end, kind, level, page in fields["paragraphs"]
        ),
        runs=tuple(Run(*run) for run in fields["runs"]),
        dropped=tuple(
            DroppedPiece(SourceSpan(start, end), reason) for start, end, reason in fields["dropped"]
        ),
        outline=tuple(OutlineEntry(*entry) for entry in fields["outline"]),
        contents=tuple(ContentsEntry(*entry) for entry in fields["contents"]),
        marks=tuple(Mark(*mark) for mark in fields["marks"]),
        page_turns=tuple(PageTurn(*turn) for turn in fields["page_turns"]),
    )
