"""Checking: finds what was broken, and nothing where nothing is."""

from pathlib import Path

import pytest

from annotator.core.span import ReadingSpan
from annotator.services import anchoring, checking, importing, libraries, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage.library import Library

STRANGE_ROUND = """
INSERT INTO blind_round (id, document_id, opened_by, opened_ms, members, ended_stamp, seq)
SELECT 'round', document.id, member.id, 1, '["nobody"]', 1, 1 FROM document, member
"""


@pytest.fixture
def annotated(library: Library, tmp_path: Path) -> Library:
    """Return a library with a text in spaced-out letters and one annotation."""
    path = tmp_path / "短文.txt"
    path.write_text("新 质 生 产 力 是 先 进 生 产 力 质 态 。", encoding="utf-8")
    document = importing.import_file(library, path).document
    text = reading.reading_text(library, document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(0, len(text.text)))
    me = libraries.current_member(library).id
    AddAnnotation(new_annotation(selector, me)).apply(library)
    return library


def test_library_in_order_has_no_findings(annotated: Library) -> None:
    before = list(annotated.db.iterdump())

    assert checking.check(annotated) == []
    assert list(annotated.db.iterdump()) == before


def test_sample_texts_are_in_order(samples: Library) -> None:
    assert checking.check(samples) == []


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ("UPDATE annotation SET source_end = 1000", "outside the text"),
        ("UPDATE annotation SET source_start = 999, source_end = 1000", "outside the text"),
        ("UPDATE annotation SET source_start = source_start + 2", "what it quotes"),
        ("UPDATE annotation SET source_end = source_start + 3", "what it quotes"),
        ("UPDATE annotation SET quotation = '旧质生产力'", "what it quotes"),
        ("UPDATE annotation SET quotation = '生产力新质'", "what it quotes"),
        ("UPDATE document SET source = zeroblob(50)", "is damaged"),
        ("UPDATE document SET id = upper(substr(id, 1, 63)) || '0'", "not the imported one"),
        ("UPDATE annotation SET member_id = 'nobody'", "missing member"),
        ("UPDATE annotation SET document_id = 'nothing'", "missing document"),
        ("UPDATE library SET member_id = 'nobody'", "missing member"),
        (
            STRANGE_ROUND,
            "waits for somebody",
        ),
    ],
)
def test_fault_is_found(fault: str, what: str, annotated: Library) -> None:
    annotated.db.execute("PRAGMA foreign_keys = OFF")
    annotated.db.execute("PRAGMA ignore_check_constraints = ON")
    annotated.db.execute(fault)

    findings = checking.check(annotated)

    assert any(what in finding.what for finding in findings)


def test_fault_says_where_it_is(annotated: Library) -> None:
    annotated.db.execute("UPDATE annotation SET quotation = '别的'")

    (finding,) = checking.check(annotated)

    assert [(finding.where,)] == annotated.rows("SELECT id FROM annotation")


def test_broken_text_does_not_hide_other_faults(annotated: Library, tmp_path: Path) -> None:
    path = tmp_path / "另一篇.txt"
    path.write_text("另一篇文献。", encoding="utf-8")
    importing.import_file(annotated, path)
    annotated.db.execute("UPDATE document SET source = zeroblob(50)")

    assert [finding.what for finding in checking.check(annotated)] == [
        "The source text is damaged."
    ] * 2
