"""conflicts, settle: what was changed on both sides, from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services.editing.annotation_edits import change_note, move
from annotator.storage import annotation_table, document_table
from annotator.storage.library import Library

Duidu = Callable[..., Any]


def write_note(path: Path, annotation_id: str, note: str) -> None:
    with Library.open(path) as opened:
        (annotation,) = annotation_table.with_ids(opened, [annotation_id])
        change_note(annotation, note).apply(opened)


def put(path: Path, annotation_id: str, start: int, end: int) -> None:
    """Move an annotation to other letters of its text, in source offsets."""
    with Library.open(path) as opened:
        (annotation,) = annotation_table.with_ids(opened, [annotation_id])
        span = SourceSpan(start, end)
        source = document_table.source_text(opened, annotation.document_id)
        selector = Selector(annotation.document_id, span, span.slice_of(source))
        move(annotation, selector).apply(opened)


def test_a_conflict_is_listed_and_settled(
    duidu: Duidu, library: Path, theirs: Path, annotation_id: str
) -> None:
    here = ("--library", library)
    assert duidu("conflicts", *here).out == "Nothing was changed on both sides.\n"
    write_note(library, annotation_id, "我的话")
    write_note(theirs, annotation_id, "周的话")
    duidu("merge", theirs, *here)

    (conflict,) = duidu("conflicts", "--json", *here).json
    told = duidu("conflicts", *here).out
    versions = {one["note"]: one["number"] for one in conflict["versions"]}
    too_many = duidu("settle", annotation_id, "--keep", "3", *here)
    settled = duidu("settle", annotation_id, "--keep", str(versions["周的话"]), *here)

    assert conflict["id"] == annotation_id
    assert versions.keys() == {"我的话", "周的话"}
    assert "我的话" in told
    assert (too_many.status, "no version 3" in too_many.err) == (1, True)
    assert settled.status == 0
    assert duidu("annotations", "--json", *here).json[0]["note"] == "周的话"
    assert duidu("conflicts", "--json", *here).json == []
    assert duidu("settle", annotation_id, "--note", "又", *here).status == 1


def test_places_are_listed_and_one_is_chosen(
    duidu: Duidu, library: Path, theirs: Path, annotation_id: str
) -> None:
    here = ("--library", library)
    put(library, annotation_id, 2, 6)
    put(theirs, annotation_id, 3, 9)
    merged = duidu("merge", theirs, "--json", *here).json

    (conflict,) = duidu("conflicts", "--json", *here).json
    told = duidu("conflicts", *here).out
    ranges = {(one["source_start"], one["source_end"]): one for one in conflict["versions"]}
    too_many = duidu("settle", annotation_id, "--place", "3", *here)
    chosen = str(ranges[2, 6]["number"])
    settled = duidu("settle", annotation_id, "--place", chosen, "--json", *here).json

    assert merged["conflicts"] == [annotation_id]
    assert (conflict["id"], conflict["kind"]) == (annotation_id, "place")
    assert ranges.keys() == {(2, 6), (3, 9)}
    assert "2:6" in told
    assert (too_many.status, "no version 3" in too_many.err) == (1, True)
    assert (settled["source_start"], settled["source_end"]) == (2, 6)
    assert duidu("conflicts", "--json", *here).json == []
    again = duidu("settle", annotation_id, "--place", "1", *here)
    assert (again.status, "one place only" in again.err) == (1, True)
