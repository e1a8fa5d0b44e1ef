"""Adding an annotation with its tag to a library of 1,000, until it is safe on disk.

The floor is a bare INSERT and COMMIT of the same row by sqlite3, with the same pragmas.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from annotator.core.annotation import Annotation
from annotator.core.document import About, Document
from annotator.core.identity import new_id, source_hash
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.core.span import ReadingSpan
from annotator.services import anchoring, libraries
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import document_table, tag_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library

PRESENT = 1000
ROUNDS = 300
TEXT = "".join(f"第{number}句说新质生产力是先进生产力质态。" for number in range(3000))
READING_TEXT = ReadingText(TEXT, (Paragraph(0, len(TEXT)),), (Run(0, len(TEXT), 0),))

BARE_INSERT = """
INSERT INTO annotation (id, member_id, created_ms, document_id, source_start, source_end,
    quotation, prefix, suffix, state, anchor_stamp, note, note_stamp, seq)
SELECT ?, member_id, created_ms, document_id, source_start, source_end, quotation, prefix, suffix,
    state, anchor_stamp, note, note_stamp, seq
FROM annotation LIMIT 1
"""


def run() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.duidu")
        with libraries.create(path) as library:
            add = adder(library)
            with library.transaction():
                for place in range(PRESENT):
                    add(place)
            added = cpu_times_ms(add)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            bare = cpu_times_ms(bare_adder(connection))
    return {
        "add_annotation_cpu_median_ms": median(added),
        "add_annotation_cpu_p99_ms": quantiles(added, n=100)[-1],
        "bare_insert_cpu_median_ms": median(bare),
        "bare_insert_cpu_p99_ms": quantiles(bare, n=100)[-1],
    }


def adder(library: Library) -> Callable[[int], object]:
    """Return what happens between a reader's key and the library's answer."""
    document = Document(source_hash(TEXT), About("长文"), len(TEXT), "长文.txt", 1)
    document_table.insert(library, document, Source(TEXT), Origin("长文.txt", "0" * 64, "utf-8"))
    member = libraries.current_member(library)
    tag = tag_table.codebook(library).tags[0]

    def annotation_at(place: int) -> Annotation:
        span = ReadingSpan(place * 20, place * 20 + 12)
        selector = anchoring.describe(document.id, READING_TEXT, span)
        return new_annotation(selector, member.id, tag_ids=[tag.id])

    return lambda place: AddAnnotation(annotation_at(place)).apply(library)


def bare_adder(connection: sqlite3.Connection) -> Callable[[int], object]:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")

    def add(_: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(BARE_INSERT, (new_id(),))
        connection.execute("COMMIT")

    return add


def cpu_times_ms(add: Callable[[int], object]) -> list[float]:
    times = []
    for place in range(PRESENT, PRESENT + ROUNDS):
        start_ns = time.process_time_ns()
        add(place)
        times.append((time.process_time_ns() - start_ns) / 1e6)
    return times
