"""Matching: a text that another program took out of its file is known again, others are not."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.annotation import AnchorState
from annotator.core.document import Document
from annotator.core.errors import LibraryBusyError
from annotator.core.identity import source_hash
from annotator.core.merge_errors import BuiltOnMergeError
from annotator.services import editions, libraries, merging, sharing
from annotator.services.merging import MergeReport
from annotator.storage import annotation_table, document_table, member_table
from annotator.storage.library import Library
from tests.services.test_editions import CHANGED, GONE, REWORDED, add, annotate, now

DATA = Path(__file__).resolve().parents[2] / "data"
SOURCE = next(DATA.glob("001*.txt")).read_text(encoding="utf-8").replace("\r\n", "\n")
OURS = "".join(SOURCE.split())[10_000:16_000]
REPLACED = "𠮷😀甲乙丙丁"


def wrapped(text: str, width: int, header: str = "") -> str:
    """Return lines of this width, with a header and a page number on pages of 30 lines."""
    rows = [text[at : at + width] for at in range(0, len(text), width)]
    pages = [rows[at : at + 30] for at in range(0, len(rows), 30)]
    if not header:
        return "\n".join(rows)
    return "\f".join("\n".join([header, *page, str(n)]) for n, page in enumerate(pages, start=1))


def taken_out_otherwise(text: str, *, one_in: int = 400) -> str:
    """Return what another program made of this text: a letter in so many is another one."""
    rng = random.Random(7)
    letters = list(text)
    for at in rng.sample(range(len(letters)), len(letters) // one_in):
        letters[at] = rng.choice(REPLACED)
    return wrapped("".join(letters), 34, "新质生产力学习材料")


@pytest.fixture
def ours(library: Library) -> Document:
    return add(library, wrapped(OURS, 25), "我们的", imported_ms=5)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Library]:
    with libraries.create(tmp_path / "theirs.duidu") as library:
        yield library


def merge(library: Library, other: Library, *, dry_run: bool = False) -> MergeReport:
    path = other.back_up()
    if dry_run:
        return merging.merge_all(library, [path], dry_run=True, report=lambda *_: None).reports[
            path
        ]
    return merging.merge(library, path, report=lambda *_: None)


def quoted(at: int) -> str:
    """Return the first passage from here on that stands nowhere else."""
    passages = (OURS[start : start + 20] for start in range(at, len(OURS)))
    return next(one for one in passages if OURS.count(one) == 1)


def test_text_that_another_program_took_out_is_matched(
    library: Library, ours: Document, other: Library
) -> None:
    theirs = add(other, taken_out_otherwise(OURS), "他们的")

    (match,) = merge(library, other).matched

    assert (match.theirs.id, match.ours.id, match.is_joined) == (theirs.id, ours.id, False)
    assert editions.linked(library) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(wrapped(OURS + OURS[::-1], 34), id="twice as long, ours is in it"),
        pytest.param(wrapped(OURS[::-1] + OURS[:2000], 34), id="quotes a third of ours"),
        pytest.param(OURS[:2000], id="a third of ours"),
        pytest.param(OURS[::-1], id="the same letters, backwards"),
        pytest.param("一句话。", id="a few letters"),
        pytest.param("𠮷😀" * 3000, id="nothing in common"),
    ],
)
def test_text_that_is_another_one_is_not_matched(
    library: Library, ours: Document, other: Library, text: str
) -> None:
    add(other, text, ours.title)

    report = merge(library, other)

    assert report.counts["document"].new == 1
    assert report.matched == ()


def test_text_out_of_the_same_file_is_matched_however_it_was_read(
    library: Library, other: Library
) -> None:
    file_hash = source_hash("同一文件")
    mine = add(library, "一二三四五六七八九十。" * 3, "甲", file_hash=file_hash)
    theirs = add(other, "全然不同的文字。" * 40, "乙", file_hash=file_hash)

    (match,) = merge(library, other).matched

    assert (match.ours.id, match.theirs.id) == (mine.id, theirs.id)


def test_the_likest_of_our_texts_is_matched(
    library: Library, ours: Document, other: Library
) -> None:
    add(library, taken_out_otherwise(OURS, one_in=60), "差一些的")
    add(other, wrapped(OURS, 30), "他们的")

    (match,) = merge(library, other).matched

    assert match.ours.id == ours.id


def test_dry_run_tells_of_each_annotation_whether_it_would_find_its_place(
    library: Library, other: Library
) -> None:
    add(library, wrapped(OURS[:3000] + REWORDED + OURS[3000:], 25), "我们的")
    text = f"{OURS[:2000]}{GONE}{OURS[2000:3000]}{CHANGED}{OURS[3000:]}"
    theirs = add(other, wrapped(text, 34), "他们的")
    for passage in (quoted(1000), quoted(4000), GONE[:20], CHANGED[8:-1]):
        annotate(other, theirs, passage)
    before = list(library.db.iterdump())

    (match,) = merge(library, other, dry_run=True).matched

    assert list(library.db.iterdump()) == before
    assert (match.placed, match.to_check, match.not_found) == (2, 1, 1)
    assert merge(library, other).matched == (match,)


def test_joining_puts_their_annotations_into_our_text_and_leaves_ours(
    library: Library, ours: Document, other: Library
) -> None:
    mine = now(library, annotate(library, ours, quoted(500)))
    theirs = add(other, taken_out_otherwise(OURS), "他们的")
    placed = annotate(other, theirs, quoted(1500))
    (match,) = merge(library, other).matched

    joining = editions.plan_joining(library, match.ours, match.theirs)
    joining.edit.apply(library)

    moved = now(library, placed)
    source = document_table.source_text(library, ours.id)
    assert (moved.document_id, moved.state) == (ours.id, AnchorState.MOVED)
    assert "".join(moved.selector.span.slice_of(source).split()) == quoted(1500)
    assert now(library, mine) == mine
    joining.edit.revert(library)
    assert now(library, placed).selector == placed.selector


def test_merge_is_undone_after_a_link_that_was_made_and_undone(
    library: Library, ours: Document, other: Library
) -> None:
    theirs = add(other, wrapped(OURS, 31), "他们的")
    annotate(other, theirs, quoted(100))
    mine = annotate(library, ours, quoted(500))
    merged = merging.merge_all(library, [other.back_up()], report=lambda *_: None)
    link = editions.plan_joining(library, ours, merged.matched[0].theirs).edit
    link.apply(library)
    with pytest.raises(BuiltOnMergeError):
        merging.undo(library)

    link.revert(library)
    merging.undo(library)

    assert document_table.find(library, theirs.id) is None
    assert [one.id for one in annotation_table.all_annotations(library)] == [mine.id]
    assert editions.linked(library) == []
    assert library.integrity() == []
    assert merge(library, other).matched == merged.matched


def test_merge_is_not_undone_where_a_link_was_shared_before_it_was_undone(
    library: Library, ours: Document, other: Library, tmp_path: Path
) -> None:
    theirs = add(other, wrapped(OURS, 31), "他们的")
    annotate(other, theirs, quoted(100))
    merged = merging.merge_all(library, [other.back_up()], report=lambda *_: None)
    link = editions.plan_joining(library, ours, merged.matched[0].theirs).edit
    link.apply(library)
    folder = tmp_path / "shared"
    folder.mkdir()
    sharing.choose_folder(library, folder)
    assert sharing.sync(library, lambda *_: None).written

    link.revert(library)

    with pytest.raises(BuiltOnMergeError):
        merging.undo(library)


def test_third_text_joins_the_editions_there_are(
    library: Library, ours: Document, other: Library
) -> None:
    for name, width in (("乙", 31), ("丙", 37)):
        theirs = add(other, wrapped(OURS, width), name)
        annotate(other, theirs, quoted(100 * width))
        (match,) = merge(library, other).matched
        editions.plan_joining(library, match.ours, match.theirs).edit.apply(library)

    assert [one.title for one in editions.editions(library, ours)] == ["丙", "乙", "我们的"]
    assert len(annotation_table.in_document(library, ours.id)) == 2


def test_annotations_that_come_in_after_the_joining_are_told_of(
    library: Library, ours: Document, other: Library
) -> None:
    theirs = add(other, wrapped(OURS, 31), "他们的")
    annotate(other, theirs, quoted(100))
    (match,) = merge(library, other).matched
    editions.plan_joining(library, match.ours, match.theirs).edit.apply(library)
    assert merge(library, other).matched == ()
    late = annotate(other, theirs, quoted(900))

    (again,) = merge(library, other).matched
    editions.plan_joining(library, again.ours, again.theirs).edit.apply(library)

    assert (again.theirs.id, again.ours.id, again.is_joined) == (theirs.id, ours.id, True)
    assert (again.placed, again.to_check, again.not_found) == (1, 0, 0)
    assert now(library, late).document_id == ours.id
    assert merge(library, other).matched == ()


def test_changes_of_what_was_not_found_are_not_told_of_again(
    library: Library, ours: Document, other: Library
) -> None:
    theirs = add(other, wrapped(OURS[:3000] + GONE + OURS[3000:], 31), "他们的")
    gone = annotate(other, theirs, GONE[:20])
    (match,) = merge(library, other).matched
    editions.plan_joining(library, match.ours, match.theirs).edit.apply(library)
    annotation_table.set_note(other, gone.id, "后来写的")

    report = merge(library, other)

    assert report.counts["annotation"].changed == 1
    assert report.matched == ()
    assert now(library, gone).state == AnchorState.ORPHAN


@pytest.mark.parametrize("dry_run", [True, False])
def test_others_write_while_texts_are_compared(
    library: Library,
    ours: Document,
    other: Library,
    monkeypatch: pytest.MonkeyPatch,
    *,
    dry_run: bool,
) -> None:
    add(other, wrapped(OURS, 31), "他们的")
    plan_joining = editions.plan_joining

    def slow(*texts: object) -> object:
        with Library.open(library.path) as meanwhile:
            meanwhile.db.execute("PRAGMA busy_timeout = 0")
            libraries.add_member(meanwhile, "同时")
        return plan_joining(*texts)

    monkeypatch.setattr(editions, "plan_joining", slow)

    (match,) = merge(library, other, dry_run=dry_run).matched

    assert match.ours.id == ours.id
    assert "同时" in {member.name for member in member_table.all_members(library)}


def test_library_that_another_program_holds_just_then_keeps_what_came_in(
    library: Library, ours: Document, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = add(other, wrapped(OURS, 31), "他们的")

    def busy(*_: object) -> None:
        raise LibraryBusyError(path=library.path)

    monkeypatch.setattr(editions, "plan_joining", busy)

    assert merge(library, other).matched == ()
    assert document_table.find(library, theirs.id)


def test_text_that_comes_in_with_its_link_to_ours_is_not_matched(
    library: Library, ours: Document, other: Library
) -> None:
    same = add(other, document_table.source_text(library, ours.id), "同一原文")
    newer = add(other, wrapped(OURS, 31), "新版")
    editions.plan_link(other, newer, same).edit.apply(other)

    assert merge(library, other).matched == ()
    assert [one.id for one in editions.editions(library, ours)] == [ours.id, newer.id]


def test_two_who_join_the_same_texts_the_other_way_round_end_with_the_same_editions(
    library: Library, ours: Document, other: Library
) -> None:
    theirs = add(other, wrapped(OURS, 31), "他们的")
    annotate(library, ours, quoted(100))
    annotate(other, theirs, quoted(900))
    for one, another in ((library, other), (other, library)):
        (match,) = merge(one, another).matched
        if one is library:
            join_here = editions.plan_joining(one, match.ours, match.theirs).edit
        else:
            editions.plan_joining(one, match.ours, match.theirs).edit.apply(one)
    join_here.apply(library)

    while merge(library, other).matched or merge(other, library).matched:
        for one in (library, other):
            for line in editions.linked(one):
                editions.plan_joining(one, line[-1], line[0]).edit.apply(one)

    lines = [editions.editions(one, ours) for one in (library, other)]
    assert lines[0] == lines[1] == editions.editions(library, theirs)
    newest = lines[0][-1]
    assert {one.document_id for one in annotation_table.all_annotations(library)} == {newest.id}
    assert annotation_table.all_annotations(library) == annotation_table.all_annotations(other)
    annotate(other, newest, quoted(2000))
    assert merge(library, other).matched == ()


def test_where_no_text_and_no_annotation_came_in_no_letters_are_compared(
    library: Library, ours: Document, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(other, document_table.source_text(library, ours.id), "同一原文")
    monkeypatch.setattr("annotator.services.matching.shingles", None)

    assert merge(library, other).matched == ()


def test_text_of_quite_another_length_is_not_compared(
    library: Library, ours: Document, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(other, OURS[:600], "一小部分")
    monkeypatch.setattr("annotator.services.matching.shingles", None)

    assert merge(library, other).matched == ()


def test_empty_library_takes_texts_in_without_comparing_them(
    library: Library, other: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(other, OURS, "甲")
    add(other, wrapped(OURS, 31), "乙")
    monkeypatch.setattr("annotator.services.matching.shingles", None)

    assert merge(library, other).matched == ()
