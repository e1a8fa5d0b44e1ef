"""What a blind round hides comes in with a merge, and nothing is told of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.annotation import AnchorState, Annotation
from annotator.services import libraries, merging, rounds
from annotator.services.editing.annotation_edits import change_state, set_tags
from annotator.services.merging import Merged, MergeReport
from annotator.storage import annotation_table, document_table, member_table, tag_table
from annotator.storage.library import Library
from annotator.storage.merging import TableCount
from tests.storage.histories import OTHER_SOURCE, add_text, fork, group_library, join
from tests.storage.unmerge_laws import dump, on_disk

from .members_at_work import annotate, reply, write_note

UNSEEN = ("annotation", "tagging", "reply", "revision", "anchor_revision")


@pytest.fixture
def mine() -> Iterator[Library]:
    with on_disk(group_library()) as library:
        yield library


@pytest.fixture
def annotation(mine: Library) -> Annotation:
    return annotate(mine, note="我的")


@pytest.fixture
def theirs(mine: Library, annotation: Annotation) -> Library:
    """Return the library of another member, who takes part in a blind round with me."""
    (document,) = document_table.all_documents(mine)
    me = libraries.current_member(mine)
    join(mine, "周")
    member_table.make_current(mine, me.id)
    rounds.plan_opening(mine, [document], member_table.all_members(mine), me).apply(mine)
    theirs = fork(mine)
    zhou = next(one for one in member_table.all_members(mine) if one.name == "周")
    member_table.make_current(theirs, zhou.id)
    return theirs


def work_unseen(theirs: Library, annotation: Annotation) -> None:
    """Mark, tag and talk in the text of the round, also at an annotation of somebody else."""
    hidden = annotate(theirs, 7)
    write_note(theirs, hidden.id, "不给人看")
    zhou = libraries.current_member(theirs)
    tag_ids = [tag.id for tag in tag_table.codebook(theirs)]
    set_tags(theirs, [hidden.id, annotation.id], tag_ids, zhou.id).apply(theirs)
    reply(theirs, hidden.id, "自己的话")
    reply(theirs, annotation.id, "给林的话")
    change_state(hidden, AnchorState.TO_CHECK).apply(theirs)


def merge(mine: Library, theirs: Library, folder: Path, *, dry_run: bool = False) -> Merged:
    path = folder / "theirs.duidu"
    with Library.create(path) as file:
        theirs.db.backup(file.db)
    try:
        return merging.merge_all(mine, [path], dry_run=dry_run, report=lambda *_: None)
    finally:
        path.unlink()


def report_of(merged: Merged) -> MergeReport:
    (report,) = merged.reports.values()
    return report


@pytest.mark.parametrize("dry_run", [True, False])
def test_hidden_work_is_not_counted(
    mine: Library, theirs: Library, annotation: Annotation, tmp_path: Path, *, dry_run: bool
) -> None:
    work_unseen(theirs, annotation)

    told = report_of(merge(mine, theirs, tmp_path, dry_run=dry_run))

    assert {table: told.counts[table] for table in UNSEEN} == dict.fromkeys(
        UNSEEN, TableCount(0, 0)
    )
    assert (told.shares, told.conflicts, told.to_check) == ((), (), 0)
    assert told.is_empty
    assert told.is_blind


def test_a_merge_that_brought_only_hidden_work_is_undone_as_any_other(
    mine: Library, theirs: Library, annotation: Annotation, tmp_path: Path
) -> None:
    work_unseen(theirs, annotation)
    before = dump(mine)

    merged = merge(mine, theirs, tmp_path)

    assert merged.can_be_undone
    assert mine.rows("SELECT count(*) FROM annotation") == [(2,)]
    assert merging.undo(mine) == 0
    assert dump(mine) == before


def test_what_is_elsewhere_is_counted_and_hidden_work_beside_it_is_not(
    mine: Library, theirs: Library, annotation: Annotation, tmp_path: Path
) -> None:
    add_text(theirs, OTHER_SOURCE)
    work_unseen(theirs, annotation)
    for start in (0, 9):
        reply(theirs, annotate(theirs, start, source=OTHER_SOURCE).id, "看得见")

    told = report_of(merge(mine, theirs, tmp_path))

    assert [told.counts[table].new for table in UNSEEN] == [2, 0, 2, 0, 0]
    assert [share.annotations for share in told.shares] == [2]
    assert merging.undo(mine) == 5


def test_changes_of_hidden_work_are_not_counted(
    mine: Library, theirs: Library, annotation: Annotation, tmp_path: Path
) -> None:
    work_unseen(theirs, annotation)
    merge(mine, theirs, tmp_path)
    hidden = next(one for one in annotation_table.all_annotations(theirs) if one != annotation)
    change_state(hidden, AnchorState.OK).apply(theirs)

    assert report_of(merge(mine, theirs, tmp_path)).is_empty


def test_two_versions_of_a_note_are_told_when_the_round_is_over(
    mine: Library, theirs: Library, annotation: Annotation, tmp_path: Path
) -> None:
    annotation_table.set_note(theirs, annotation.id, "周的")
    write_note(mine, annotation.id, "林的")
    over = fork(mine)
    (document,) = document_table.all_documents(over)
    rounds.plan_ending(over, [document], libraries.current_member(over)).apply(over)

    assert report_of(merge(mine, theirs, tmp_path)).conflicts == ()
    with on_disk(over) as library:
        told = report_of(merge(library, theirs, tmp_path))
    assert told.conflicts == (annotation.id,)
    assert not told.is_blind


def test_my_own_work_from_another_computer_is_told(
    mine: Library, theirs: Library, tmp_path: Path
) -> None:
    twin = fork(mine)
    annotate(twin, 7)

    told = report_of(merge(mine, twin, tmp_path))

    assert told.counts["annotation"] == TableCount(1, 0)
    assert [share.annotations for share in told.shares] == [1]
