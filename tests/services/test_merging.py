"""Merging a real file into a real file: what comes in, what is told, what is refused."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.annotation import Annotation
from annotator.core.clock import now_ms
from annotator.core.errors import LibraryError, NewerLibraryError, NotALibraryError
from annotator.core.merge_errors import (
    ClockAheadError,
    DamagedShareError,
    ForeignSchemaError,
    ForgedRowError,
    LibraryStillOpenError,
    NotAPlainFileError,
    OwnLibraryError,
    UnsoundRowsError,
)
from annotator.core.span import ReadingSpan
from annotator.services import anchoring, libraries, merging, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.merging import MergeReport
from annotator.storage import annotation_table, document_table, member_table, revision_table
from annotator.storage.file_format import SCHEMA_VERSION
from annotator.storage.library import Library
from tests.storage.histories import shared_rows

OLD_LIBRARIES = Path(__file__).parents[1] / "storage" / "old_libraries"


@pytest.fixture
def theirs(samples_file: Path, tmp_path: Path) -> Path:
    """Return a library of another member, with two annotations of the sample texts."""
    path = Path(shutil.copy(samples_file, tmp_path / "theirs.duidu"))
    with Library.open(path) as library:
        member = libraries.add_member(library, "周")
        member_table.make_current(library, member.id)
        annotate(library, 100, 120, "周的笔记")
        annotate(library, 300, 330)
    return path


def annotate(library: Library, start: int, end: int, note: str = "") -> Annotation:
    document = document_table.all_documents(library)[0]
    text = reading.reading_text(library, document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(start, end))
    member = libraries.current_member(library)
    annotation = new_annotation(selector, member.id, note=note)
    AddAnnotation(annotation).apply(library)
    return annotation


def merge(library: Library, path: Path, *, dry_run: bool = False) -> MergeReport:
    if dry_run:
        return merging.merge_all(library, [path], dry_run=True, report=lambda *_: None).reports[
            path
        ]
    return merging.merge(library, path, report=lambda *_: None)


def test_work_of_another_member_comes_in(samples: Library, theirs: Path) -> None:
    before = theirs.read_bytes()
    mine = annotate(samples, 100, 120)
    report = merge(samples, theirs)

    assert [(share.member, share.annotations) for share in report.shares] == [("周", 2)]
    assert report.counts["annotation"].new == 2
    assert report.counts["document"].new == 0
    found = annotation_table.all_annotations(samples)
    assert len(found) == 3
    assert mine.id in {annotation.id for annotation in found}
    assert theirs.read_bytes() == before


def test_dry_run_tells_the_same_and_changes_nothing(samples: Library, theirs: Path) -> None:
    before = list(samples.db.iterdump())
    told = merge(samples, theirs, dry_run=True)

    assert list(samples.db.iterdump()) == before
    assert told == merge(samples, theirs)


def test_merging_a_second_time_finds_nothing(samples: Library, theirs: Path) -> None:
    merge(samples, theirs)
    assert merge(samples, theirs).is_empty


def test_texts_that_were_missing_come_along(library: Library, theirs: Path) -> None:
    assert document_table.all_documents(library) == []
    report = merge(library, theirs)

    assert report.counts["document"].new == 5
    annotation = annotation_table.all_annotations(library)[0]
    text = reading.reading_text(library, annotation.document_id)
    span = text.to_reading(annotation.selector.span)
    assert span is not None
    assert span.slice_of(text.text) == annotation.selector.quotation


def test_two_versions_of_a_note_stand_side_by_side(samples: Library, tmp_path: Path) -> None:
    annotation = annotate(samples, 100, 120, "最初")
    copy = tmp_path / "copy.duidu"
    shutil.copy(samples.back_up(), copy)
    annotation_table.set_note(samples, annotation.id, "我的")
    with Library.open(copy) as other:
        annotation_table.set_note(other, annotation.id, "你的")
    report = merge(samples, copy)

    assert report.conflicts == (annotation.id,)
    versions = revision_table.leaves(samples, annotation.id)
    assert [version.note for version in versions] == ["你的", "我的"]
    annotation_table.set_note(samples, annotation.id, "我们的", settles=True)
    assert revision_table.conflicts(samples) == {}
    assert [version.note for version in revision_table.leaves(samples, annotation.id)] == ["我们的"]


def test_changes_made_one_after_the_other_are_no_conflict(samples: Library, tmp_path: Path) -> None:
    annotation = annotate(samples, 100, 120, "最初")
    annotation_table.set_note(samples, annotation.id, "第一版")
    copy = tmp_path / "copy.duidu"
    shutil.copy(samples.back_up(), copy)
    with Library.open(copy) as other:
        for note in ("第二版", "第三版"):
            annotation_table.set_note(other, annotation.id, note)

    assert merge(samples, copy).conflicts == ()
    assert annotation_table.with_ids(samples, [annotation.id])[0].note == "第三版"


def test_own_library_is_not_merged_into_itself(samples: Library) -> None:
    with pytest.raises(OwnLibraryError):
        merge(samples, samples.path)


Attack = Callable[[Path], object]


def with_sql(*statements: str) -> Attack:
    """Return an attack by bare SQLite on a closed library."""

    def attack(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    return attack


def loosely(*statements: str) -> Attack:
    """Return an attack with the checks of the tables switched off."""
    return with_sql("PRAGMA ignore_check_constraints = ON", *statements)


def patched(offset: int, value: bytes) -> Attack:
    def attack(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(value)

    return attack


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def torn_pages(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        for page in range(1, size // 4096, 2):
            file.seek(page * 4096)
            file.write(os.urandom(64))


def linked(path: Path) -> None:
    target = path.rename(path.with_suffix(".real"))
    path.symlink_to(target)


def log_beside(path: Path) -> None:
    path.with_name(path.name + "-wal").write_bytes(b"x" * 5000)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_library_of_every_version_merges_in(library: Library, version: int) -> None:
    path = OLD_LIBRARIES / f"version_{version}.duidu"
    before = path.read_bytes()
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))["annotations"]

    merge(library, path)

    found = annotation_table.all_annotations(library)
    assert [one.selector.quotation for one in found] == [
        one["selector"]["quotation"] for one in wanted
    ]
    assert path.read_bytes() == before


FAR_AHEAD = (now_ms() + 3 * 86_400_000) << 16


def with_round(members: str) -> Attack:
    """Return an attack that opens a round of these members, told as SQL."""
    return loosely(
        "INSERT INTO blind_round (id, document_id, opened_by, opened_ms, members, ended_stamp, seq)"
        " SELECT '018e5f00-0000-7000-8000-000000000009', min(document.id), min(member.id), 1,"
        f" {members}, 1, (SELECT seq FROM library) FROM document, member"
    )


ATTACKS: dict[str, tuple[Attack, type[LibraryError]]] = {
    "a trigger": (
        with_sql(
            "CREATE TRIGGER evil AFTER INSERT ON tag BEGIN DELETE FROM annotation; END",
        ),
        ForeignSchemaError,
    ),
    "a view in place of a table": (
        with_sql(
            "ALTER TABLE tagging RENAME TO hidden",
            "CREATE VIEW tagging AS SELECT * FROM hidden",
        ),
        ForeignSchemaError,
    ),
    "another table": (with_sql("CREATE TABLE payload (x)"), ForeignSchemaError),
    "a later version": (patched(60, (99).to_bytes(4, "big")), NewerLibraryError),
    "another program's file": (patched(68, b"abcd"), NotALibraryError),
    "no database": (lambda path: path.write_bytes(b"hello" * 100), NotALibraryError),
    "an empty file": (lambda path: path.write_bytes(b""), NotALibraryError),
    "UTF-16": (patched(56, (2).to_bytes(4, "big")), DamagedShareError),
    "half of it": (cut_in_half, DamagedShareError),
    "torn pages": (torn_pages, DamagedShareError),
    "a symbolic link": (linked, NotAPlainFileError),
    "a log lying beside": (log_beside, LibraryStillOpenError),
    "a clock days ahead": (
        with_sql(f"UPDATE annotation SET note_stamp = {FAR_AHEAD}"),
        ClockAheadError,
    ),
    "an annotation behind the end of its text": (
        with_sql("UPDATE annotation SET source_end = 99999999"),
        UnsoundRowsError,
    ),
    "a state that there is not": (
        loosely("UPDATE annotation SET state = 'evil'"),
        UnsoundRowsError,
    ),
    "an empty quotation": (loosely("UPDATE annotation SET quotation = ''"), UnsoundRowsError),
    "letters that are no UTF-8": (
        with_sql("UPDATE annotation SET note = CAST(x'fffe80' AS TEXT)"),
        DamagedShareError,
    ),
    "an annotation of nobody": (
        with_sql("PRAGMA foreign_keys = OFF", "DELETE FROM member WHERE name = '周'"),
        UnsoundRowsError,
    ),
    "a round of members that nobody knows": (with_round("'[\"nobody\"]'"), UnsoundRowsError),
    "a round whose members are no list": (with_round("'{}'"), UnsoundRowsError),
    "a round whose members are no JSON": (with_round("'['"), DamagedShareError),
    "another source text under a known id": (
        with_sql("UPDATE document SET characters = characters + 1"),
        ForgedRowError,
    ),
}


@pytest.mark.parametrize(("attack", "error"), ATTACKS.values(), ids=ATTACKS.keys())
def test_an_attack_is_told_in_a_sentence_and_changes_nothing(
    samples: Library, theirs: Path, attack: Attack, error: type[LibraryError]
) -> None:
    mine = annotate(samples, 10, 20, "我的")
    before = list(samples.db.iterdump())
    attack(theirs)
    with pytest.raises(error) as raised:
        merge(samples, theirs)

    assert str(theirs.name) in str(raised.value)
    assert list(samples.db.iterdump()) == before
    assert annotation_table.with_ids(samples, [mine.id])
    assert samples.integrity() == []


def test_a_source_text_that_is_not_what_its_id_says_is_refused(
    library: Library, theirs: Path
) -> None:
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute(
            "UPDATE document SET source = (SELECT source FROM document AS other"
            " WHERE other.id > document.id LIMIT 1), characters = (SELECT characters"
            " FROM document AS other WHERE other.id > document.id LIMIT 1)"
            " WHERE id = (SELECT min(id) FROM document)"
        )
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with pytest.raises(UnsoundRowsError):
        merge(library, theirs)


def test_work_that_is_said_to_be_of_somebody_else_is_refused(
    samples: Library, tmp_path: Path
) -> None:
    annotation = annotate(samples, 10, 20, "我的")
    copy = Path(shutil.copy(samples.back_up(), tmp_path / "copy.duidu"))
    with Library.open(copy) as other:
        member = libraries.add_member(other, "冒名")
        other.db.execute(
            "UPDATE annotation SET member_id = ?, seq = seq + 1 WHERE id = ?",
            (member.id, annotation.id),
        )
    with pytest.raises(ForgedRowError):
        merge(samples, copy)
    assert annotation_table.with_ids(samples, [annotation.id])[0].member_id == annotation.member_id


def test_merge_of_several_files_that_is_broken_off_leaves_the_library_as_it_was(
    samples: Library, theirs: Path, tmp_path: Path
) -> None:
    class BrokenOff(BaseException):
        pass

    second = Path(shutil.copy(theirs, tmp_path / "second.duidu"))
    with Library.open(second) as library:
        annotate(library, 400, 420, "还有")
    before = shared_rows(samples)

    def report(*_: object) -> None:
        if shared_rows(samples) != before:
            raise BrokenOff

    with pytest.raises(BrokenOff):
        merging.merge_all(samples, [theirs, second], report=report)

    assert shared_rows(samples) == before
    merging.merge_all(samples, [theirs, second], report=lambda *_: None)
    assert len(annotation_table.all_annotations(samples)) == 3
