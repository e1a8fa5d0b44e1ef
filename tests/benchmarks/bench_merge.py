"""Merging libraries of 100,000 annotations each, beside the bare insertion of the same rows.

All times are CPU seconds of one thread; the floor is `INSERT OR IGNORE` of the same rows from an
attached file into a library without any check.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from annotator.core.clock import now_ms
from annotator.core.document import About, Document
from annotator.core.identity import new_id, source_hash
from annotator.core.member import Member
from annotator.services import libraries, merging
from annotator.storage import document_table, foreign_files, incoming, member_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.storage.merging import merge_incoming
from annotator.storage.shared_tables import SHARED_TABLES
from tests.benchmarks.peak_memory import peak_mb

LIBRARIES = 10
ANNOTATIONS = 100_000
NEW = 1_000
CHARACTERS = 1_000_000

_ROOT = Path(__file__).resolve().parents[2]

_ANNOTATION = """
INSERT INTO annotation (id, member_id, created_ms, document_id, source_start, source_end,
    quotation, prefix, suffix, state, anchor_stamp, note, note_stamp, seq)
VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, 'ok', ?, ?, ?, ?)
"""
_TAGGING = """
INSERT INTO tagging (annotation_id, tag_id, member_id, causal_length, changed_stamp, seq)
VALUES (?, ?, ?, 1, ?, ?)
"""


def run() -> dict[str, float]:
    with TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> dict[str, float]:
    libraries.create(folder / "ours.duidu").close()
    theirs = [_library(folder / f"{number}.duidu", number) for number in range(LIBRARIES)]
    with Library.open(folder / "ours.duidu") as ours:
        floor, bare, safe = 0.0, 0.0, 0.0
        # One after the other: what the disk and its caches are busy with is the same for all.
        for path in theirs:
            floor += _floor(folder, path)
            bare += _merge_alone(folder, path)
            safe += _seconds(ours, path)
        results = {
            "annotations_merged": float(LIBRARIES * ANNOTATIONS),
            "insert_or_ignore_s": floor,
            "merge_alone_s": bare,
            "safe_way_in_s": safe,
            "merge_alone_to_floor_ratio": bare / floor,
            "safe_way_in_to_floor_ratio": safe / floor,
            "memory_mb": _memory_mb(theirs[0]),
            "nothing_new_ms": _seconds(ours, theirs[0]) * 1000,
            "undo_one_of_them_s": _undo_s(folder, theirs[1]),
        }
        with Library.open(theirs[0]) as library:
            fill(library, NEW, 99)
        return results | {"a_thousand_new_ms": _seconds(ours, theirs[0]) * 1000}


def _library(path: Path, number: int) -> Path:
    with libraries.create(path) as library:
        member = Member(new_id(), f"读者{number}", "#4f7cac")
        member_table.insert(library, member)
        member_table.make_current(library, member.id)
        fill(library, ANNOTATIONS, number)
    return path


def fill(library: Library, count: int, seed: int) -> None:
    random = Random(seed)
    source = "新质生产力" * (CHARACTERS // 5)
    document_id = source_hash(source)
    if not document_table.is_known(library, document_id):
        document = Document(document_id, About("长文"), len(source), "长.txt", now_ms())
        document_table.insert(library, document, Source(source), Origin("长.txt", "0" * 64))
    (member_id,) = library.rows("SELECT member_id FROM library")[0]
    (tag_id,) = library.rows("SELECT id FROM tag LIMIT 1")[0]
    with library.transaction() as write:
        for _ in range(count):
            start = random.randrange(CHARACTERS - 90)
            end = start + random.randrange(10, 80)
            name, stamp = new_id(), write.stamp
            values = (name, member_id, document_id, start, end, source[start:end])
            context = (source[max(0, start - 32) : start], source[end : end + 32])
            write.db.execute(_ANNOTATION, (*values, *context, stamp, "笔记" * 5, stamp, write.seq))
            write.db.execute(_TAGGING, (name, tag_id, member_id, stamp, write.seq))


def _floor(folder: Path, path: Path) -> float:
    """Return what it takes to insert the rows without a look at them, into a library of its own."""
    target = folder / "floor.duidu"
    if not target.exists():
        libraries.create(target).close()
    with Library.open(target) as library:
        library.db.execute("ATTACH ? AS theirs", (str(path),))
        begun = time.thread_time()
        with library.transaction() as write:
            for table in SHARED_TABLES:
                columns = ", ".join((*table.columns, "seq"))
                write.db.execute(
                    f"INSERT OR IGNORE INTO main.{table.name} ({columns})"
                    f" SELECT {columns} FROM theirs.{table.name}"
                )
        taken = time.thread_time() - begun
        library.db.execute("DETACH theirs")
    return taken


def _merge_alone(folder: Path, path: Path) -> float:
    """Return what the merge takes once the rows lie ready, into a library of its own."""
    target = folder / "alone.duidu"
    if not target.exists():
        libraries.create(target).close()
    with Library.open(target) as library, foreign_files.opened(path) as foreign:
        replica = incoming.replica_of(library, foreign)
        incoming.receive(library, foreign, replica, lambda *_: None)
        begun = time.thread_time()
        merge_incoming(library, replica)
        taken = time.thread_time() - begun
        incoming.forget(library)
    return taken


def _seconds(library: Library, path: Path) -> float:
    begun = time.thread_time()
    merging.merge(library, path, report=lambda *_: None)
    return time.thread_time() - begun


def _undo_s(folder: Path, path: Path) -> float:
    """Return what taking back one merge takes, of a library into an empty one."""
    with libraries.create(folder / "undone.duidu") as library:
        merging.merge_all(library, [path], report=lambda *_: None)
        begun = time.thread_time()
        merging.undo(library)
        return time.thread_time() - begun


def _memory_mb(path: Path) -> float:
    """Return what merging one library takes in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_merge", str(path)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout))


def _measure_memory(path: Path) -> None:
    with TemporaryDirectory() as folder:
        libraries.create(Path(folder, "ours.duidu")).close()
        with Library.open(Path(folder, "ours.duidu")) as ours:
            before = peak_mb()
            _seconds(ours, path)
            print(peak_mb() - before)


if __name__ == "__main__":
    _measure_memory(Path(sys.argv[1]))
