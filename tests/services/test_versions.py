"""Versions: notes changed on both sides stand side by side until somebody settles them."""

import pytest

from annotator.core.annotation import Annotation
from annotator.core.errors import NoteTooLongError
from annotator.core.talk_errors import NothingToSettleError
from annotator.core.visibility import Visibility
from annotator.services import libraries, versions
from annotator.services.editing.annotation_edits import LONGEST_NOTE
from annotator.storage.library import Library
from tests.storage.histories import fork, group_library, join, merge, shared_rows

from .members_at_work import annotate, found, write_note


@pytest.fixture
def mine() -> Library:
    return group_library()


@pytest.fixture
def annotation(mine: Library) -> Annotation:
    return annotate(mine, note="原来的")


@pytest.fixture
def theirs(mine: Library, annotation: Annotation) -> Library:
    """A library of another member, who changed the same note without knowing of it."""
    theirs = fork(mine)
    join(theirs, "周")
    write_note(mine, annotation.id, "我的话")
    write_note(theirs, annotation.id, "周的话")
    return theirs


def notes(library: Library, annotation: Annotation) -> list[str]:
    return [one.note for one in versions.versions_of(library, annotation.id)]


def test_both_versions_stand_on_both_sides(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    assert versions.conflicts(mine) == []

    merge(mine, theirs)
    merge(theirs, mine)

    assert notes(mine, annotation) == notes(theirs, annotation)
    assert sorted(notes(mine, annotation)) == ["周的话", "我的话"]
    assert found(mine, annotation.id).note == notes(mine, annotation)[0]
    (conflict,) = versions.conflicts(mine)
    assert (conflict.annotation.id, list(conflict.versions)) == (
        annotation.id,
        list(versions.versions_of(mine, annotation.id)),
    )


def test_the_same_words_are_no_conflict(mine: Library, annotation: Annotation) -> None:
    theirs = fork(mine)
    for library in (mine, theirs):
        write_note(library, annotation.id, "同样的话𠮷")

    merge(mine, theirs)

    assert versions.versions_of(mine, annotation.id) == ()
    with pytest.raises(NothingToSettleError):
        versions.settle(mine, annotation.id, "一")


def test_what_is_settled_is_settled_for_everybody(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    versions.settle(mine, annotation.id, "我和周的话").apply(mine)

    merge(theirs, mine)

    for library in (mine, theirs):
        assert versions.conflicts(library) == []
        assert found(library, annotation.id).note == "我和周的话"


def test_settling_can_be_undone_and_done_again(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    before = [(one.note, one.member_id) for one in versions.versions_of(mine, annotation.id)]
    edit = versions.settle(mine, annotation.id, "")

    for _ in range(2):
        edit.apply(mine)
        assert versions.conflicts(mine) == []
        assert found(mine, annotation.id).note == ""
        edit.revert(mine)
        now = [(one.note, one.member_id) for one in versions.versions_of(mine, annotation.id)]
        assert now == before
        assert found(mine, annotation.id).note == before[0][0]

    merge(theirs, mine)
    assert notes(theirs, annotation) == notes(mine, annotation)


def test_two_who_settle_apart_have_a_new_conflict(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    merge(theirs, mine)
    versions.settle(mine, annotation.id, "甲").apply(mine)
    versions.settle(theirs, annotation.id, "乙").apply(theirs)

    merge(mine, theirs)
    merge(theirs, mine)

    assert sorted(notes(mine, annotation)) == ["乙", "甲"]
    assert shared_rows(mine) == shared_rows(theirs)


def test_an_ordinary_change_leaves_the_other_version_to_be_settled(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    shown, other = notes(mine, annotation)

    write_note(mine, annotation.id, f"{shown}，再加一句")

    assert notes(mine, annotation) == [f"{shown}，再加一句", other]


def test_a_note_that_is_too_long_settles_nothing(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)

    with pytest.raises(NoteTooLongError):
        versions.settle(mine, annotation.id, "长" * (LONGEST_NOTE + 1))


def test_versions_of_hidden_members_are_not_seen(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    hidden = Visibility(frozenset({libraries.current_member(theirs).id}))

    assert versions.versions_of(mine, annotation.id, hidden) == ()
    assert versions.conflicts(mine, hidden) == []
