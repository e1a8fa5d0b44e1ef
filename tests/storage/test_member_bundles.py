"""A bundle of one member's work: what belongs to it though it is written in other names."""

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from annotator.core.annotation import AnchorState
from annotator.core.identity import source_hash
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.storage import anchor_revision_table, annotation_table, bundles, revision_table
from annotator.storage.library import Library
from tests.services.members_at_work import annotate
from tests.storage.bundle_laws import take
from tests.storage.histories import SOURCE, fork, group_library, join, merge


@pytest.fixture
def third() -> Library:
    """Return a library in which two members changed a note without knowing of each other."""
    third = group_library()
    annotation = annotate(third)
    others = {name: fork(third) for name in ("周", "吴")}
    for name, other in others.items():
        join(other, name)
        annotation_table.set_note(other, annotation.id, f"{name}的𠮷")
    for other in others.values():
        merge(third, other)
    return third


def notes(library: Library) -> list[str]:
    ((annotation_id,),) = library.rows("SELECT id FROM annotation")
    return [version.note for version in revision_table.leaves(library, annotation_id)]


def bring_bundle(giver: Library, taker: Library, folder: Path) -> None:
    """Let one take in what the other's member wrote."""
    ((me,),) = giver.rows("SELECT member_id FROM library")
    path = folder / "bundle.duidu"
    bundles.write(giver, path, member_id=me)
    with closing(connect(path)) as made:
        take(taker, made)


def settle(library: Library, note: str) -> None:
    ((annotation_id,),) = library.rows("SELECT id FROM annotation")
    annotation_table.set_note(library, annotation_id, note, settles=True)


def test_a_settlement_that_is_undone_leaves_all_versions_with_others(
    third: Library, tmp_path: Path
) -> None:
    mine, theirs = fork(third), fork(third)
    before = notes(mine)
    assert len(before) == 2
    join(mine, "郑")
    ((annotation_id,),) = mine.rows("SELECT id FROM annotation")
    versions = revision_table.leaves(mine, annotation_id)
    settle(mine, "说定了")
    bring_bundle(mine, theirs, tmp_path)
    assert notes(theirs) == ["说定了"]

    annotation_table.bring_back_versions(mine, annotation_id, versions)
    bring_bundle(mine, theirs, tmp_path)

    assert notes(theirs) == notes(mine) == before
    assert theirs.rows("SELECT note FROM annotation") == [(before[0],)]


def test_places_that_stand_again_go_with_the_settlement_that_is_undone(tmp_path: Path) -> None:
    mine = group_library()
    annotation = annotate(mine)
    others = {name: fork(mine) for name in ("周", "吴")}
    for start, (name, other) in enumerate(others.items(), start=2):
        join(other, name)
        annotation_table.set_anchors(other, {annotation.id: place(start)})
    for other in others.values():
        merge(mine, other)
    theirs = fork(mine)
    join(mine, "郑")
    places = anchor_revision_table.leaves(mine, annotation.id)
    assert len(places) == 2
    annotation_table.set_anchors(mine, {annotation.id: place(7)}, settles=True)
    bring_bundle(mine, theirs, tmp_path)

    annotation_table.bring_back_places(mine, annotation.id, places)
    bring_bundle(mine, theirs, tmp_path)

    assert [one.selector for one in anchor_revision_table.leaves(theirs, annotation.id)] == [
        one.selector for one in places
    ]


def place(start: int) -> tuple[Selector, AnchorState]:
    span = SourceSpan(start, start + 4)
    return Selector(source_hash(SOURCE), span, span.slice_of(SOURCE)), AnchorState.OK


def test_what_another_member_wrote_at_the_same_computer_stays_out(
    third: Library, tmp_path: Path
) -> None:
    mine, theirs = fork(third), fork(third)
    join(mine, "郑")
    settle(mine, "说定了")
    ((zheng,),) = mine.rows("SELECT member_id FROM library")
    join(mine, "王")
    settle(mine, "王另有话")
    mine.db.execute("UPDATE library SET member_id = ?", (zheng,))

    bring_bundle(mine, theirs, tmp_path)

    assert notes(theirs) == ["说定了"]
