"""The shape of the file: strict tables, a header that tells what it is, views for everybody."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.annotation import Annotation
from annotator.storage import annotation_table, tagging_table
from annotator.storage.file_format import SCHEMA_VERSION
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging


@pytest.fixture
def filled(
    closed: Path, make_annotation: Callable[[int, int], Annotation]
) -> Iterator[sqlite3.Connection]:
    """Open a library with one tagged annotation as any program could: with bare SQLite."""
    with Library.open(closed) as library:
        annotation = make_annotation(0, 5)
        annotation_table.insert(library, annotation)
        (tag_id,) = library.rows("SELECT id FROM tag")[0]
        tagging_table.set_present(
            library, [Tagging(annotation.id, tag_id, annotation.member_id)], present=True
        )
    with closing(sqlite3.connect(closed)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def test_header_tells_program_and_version(closed: Path) -> None:
    header = closed.read_bytes()[:100]

    assert header[68:72] == b"DuDu"
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION


def test_every_table_is_strict(filled: sqlite3.Connection) -> None:
    tables = filled.execute(
        "SELECT name, strict FROM pragma_table_list"
        " WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()

    assert len(tables) > 8
    assert [name for name, strict in tables if not strict] == []


def test_views_can_be_read_by_anybody(filled: sqlite3.Connection) -> None:
    passage = filled.execute(
        "SELECT document, source_start, source_end, quotation, tags, member, state"
        " FROM tagged_passage"
    ).fetchall()

    assert passage == [("短文", 0, 5, "新质生产力", "难点", "林", "ok")]
    assert filled.execute("SELECT name FROM present_tagging").fetchall() == [("难点",)]


def test_view_shows_no_deleted_passage_and_no_deleted_tag(filled: sqlite3.Connection) -> None:
    filled.execute("UPDATE tag SET deleted = 1, deletion_stamp = 1 << 62")
    untagged = filled.execute("SELECT tags FROM tagged_passage").fetchall()
    filled.execute("UPDATE annotation SET deleted = 1, deletion_stamp = 1 << 62")
    none = filled.execute("SELECT * FROM tagged_passage").fetchall()

    assert untagged == [(None,)]
    assert none == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE annotation SET source_end = source_start",
        "UPDATE annotation SET source_start = -1",
        "UPDATE annotation SET quotation = ''",
        "UPDATE annotation SET prefix = printf('%.201c', 'x')",
        "UPDATE annotation SET state = 'lost'",
        "UPDATE annotation SET source_start = 'three'",
        "UPDATE annotation SET member_id = 'nobody'",
        "UPDATE annotation SET document_id = 'nothing'",
        "UPDATE annotation SET passage_id = 'same'",
        "UPDATE tag SET colour = 'red'",
        "UPDATE tag SET colour = '#FFE9A8'",
        "UPDATE tag SET underline = 'zigzag'",
        "UPDATE tag SET name = ''",
        "UPDATE tag SET deleted = 2",
        "UPDATE document SET title = ''",
        "UPDATE document SET characters = 0",
        "UPDATE document SET corrections = 'no json'",
        "UPDATE tagging SET causal_length = 0",
        "DELETE FROM document",
        "DELETE FROM tag",
        "DELETE FROM annotation",
        "INSERT INTO library SELECT 2, replica_id, '', NULL, 0, 0 FROM library",
    ],
)
def test_row_that_makes_no_sense_is_refused(filled: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        filled.execute(statement)
