"""Versions: what was changed on both sides stands side by side until somebody settles it."""

import pytest

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.errors import NoteTooLongError
from annotator.core.identity import source_hash
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.talk_errors import NothingToSettleError, OnePlaceError
from annotator.core.visibility import Visibility
from annotator.services import libraries, versions
from annotator.services.editing.annotation_edits import LONGEST_NOTE, change_state, move
from annotator.storage import anchor_revision_table, annotation_table, document_table
from annotator.storage.library import Library
from tests.storage.histories import (
    OTHER_SOURCE,
    SOURCE,
    add_text,
    fork,
    group_library,
    join,
    merge,
    shared_rows,
)

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
    return [one.note for one in versions.notes_of(library, annotation.id)]


def test_both_versions_stand_on_both_sides(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    assert versions.note_conflicts(mine) == []

    merge(mine, theirs)
    merge(theirs, mine)

    assert notes(mine, annotation) == notes(theirs, annotation)
    assert sorted(notes(mine, annotation)) == ["周的话", "我的话"]
    assert found(mine, annotation.id).note == notes(mine, annotation)[0]
    (conflict,) = versions.note_conflicts(mine)
    assert (conflict.annotation.id, list(conflict.versions)) == (
        annotation.id,
        list(versions.notes_of(mine, annotation.id)),
    )


def test_the_same_words_are_no_conflict(mine: Library, annotation: Annotation) -> None:
    theirs = fork(mine)
    for library in (mine, theirs):
        write_note(library, annotation.id, "同样的话𠮷")

    merge(mine, theirs)

    assert versions.notes_of(mine, annotation.id) == ()
    with pytest.raises(NothingToSettleError):
        versions.settle_note(mine, annotation.id, "一")


def test_what_is_settled_is_settled_for_everybody(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    versions.settle_note(mine, annotation.id, "我和周的话").apply(mine)

    merge(theirs, mine)

    for library in (mine, theirs):
        assert versions.note_conflicts(library) == []
        assert found(library, annotation.id).note == "我和周的话"


def test_settling_can_be_undone_and_done_again(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    before = [(one.note, one.member_id) for one in versions.notes_of(mine, annotation.id)]
    edit = versions.settle_note(mine, annotation.id, "")

    for _ in range(2):
        edit.apply(mine)
        assert versions.note_conflicts(mine) == []
        assert found(mine, annotation.id).note == ""
        edit.revert(mine)
        now = [(one.note, one.member_id) for one in versions.notes_of(mine, annotation.id)]
        assert now == before
        assert found(mine, annotation.id).note == before[0][0]

    merge(theirs, mine)
    assert notes(theirs, annotation) == notes(mine, annotation)


def test_two_who_settle_apart_have_a_new_conflict(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    merge(theirs, mine)
    versions.settle_note(mine, annotation.id, "甲").apply(mine)
    versions.settle_note(theirs, annotation.id, "乙").apply(theirs)

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
        versions.settle_note(mine, annotation.id, "长" * (LONGEST_NOTE + 1))


def test_versions_of_hidden_members_are_not_seen(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    merge(mine, theirs)
    hidden = Visibility(frozenset({libraries.current_member(theirs).id}))

    assert versions.notes_of(mine, annotation.id, hidden) == ()
    assert versions.note_conflicts(mine, hidden) == []


def put(library: Library, annotation: Annotation, start: int, end: int) -> None:
    """Move an annotation to another passage of its text, in source offsets."""
    span = SourceSpan(start, end)
    selector = Selector(annotation.document_id, span, span.slice_of(SOURCE))
    move(found(library, annotation.id), selector).apply(library)


def places(library: Library, annotation: Annotation) -> list[tuple[int, int]]:
    spans = [one.selector.span for one in versions.places_of(library, annotation.id)]
    return [(span.start, span.end) for span in spans]


@pytest.fixture
def moved_apart(mine: Library, annotation: Annotation) -> Library:
    """A library of another member, who moved the same annotation without knowing of it."""
    theirs = fork(mine)
    join(theirs, "周")
    put(mine, annotation, 2, 6)
    put(theirs, annotation, 3, 9)
    return theirs


def test_an_annotation_moved_on_both_sides_has_both_places(
    mine: Library, moved_apart: Library, annotation: Annotation
) -> None:
    assert versions.place_conflicts(mine) == []

    merge(mine, moved_apart)
    merge(moved_apart, mine)

    (conflict,) = versions.place_conflicts(mine)
    assert conflict.annotation.id == annotation.id
    assert places(mine, annotation) == places(moved_apart, annotation)
    assert sorted(places(mine, annotation)) == [(2, 6), (3, 9)]
    assert found(mine, annotation.id).selector == conflict.versions[0].selector
    assert shared_rows(mine) == shared_rows(moved_apart)


def test_the_same_place_is_no_conflict_however_sure(mine: Library, annotation: Annotation) -> None:
    theirs = fork(mine)
    put(mine, annotation, 2, 6)
    put(theirs, annotation, 2, 6)
    change_state(found(theirs, annotation.id), AnchorState.TO_CHECK).apply(theirs)

    merge(mine, theirs)

    assert versions.place_conflicts(mine) == []
    (place,) = anchor_revision_table.leaves(mine, annotation.id)[:1]
    with pytest.raises(OnePlaceError):
        versions.settle_place(mine, place)


def test_who_moves_it_on_from_there_replaces_the_place(
    mine: Library, annotation: Annotation
) -> None:
    put(mine, annotation, 2, 6)
    theirs = fork(mine)
    put(theirs, annotation, 3, 9)

    merge(mine, theirs)

    assert versions.place_conflicts(mine) == []
    assert found(mine, annotation.id).selector.span == SourceSpan(3, 9)


def test_a_place_that_lost_can_be_chosen_by_all_undone_and_chosen_again(
    mine: Library, moved_apart: Library, annotation: Annotation
) -> None:
    merge(mine, moved_apart)
    shown, lost = versions.places_of(mine, annotation.id)
    edit = versions.settle_place(mine, lost)

    for _ in range(2):
        edit.apply(mine)
        assert versions.place_conflicts(mine) == []
        assert found(mine, annotation.id).selector == lost.selector
        edit.revert(mine)
        now = versions.places_of(mine, annotation.id)
        assert [(one.selector, one.member_id) for one in now] == [
            (one.selector, one.member_id) for one in (shown, lost)
        ]
        assert found(mine, annotation.id).selector == shown.selector
    edit.apply(mine)

    merge(moved_apart, mine)
    assert versions.place_conflicts(moved_apart) == []
    assert found(moved_apart, annotation.id).selector == lost.selector


def test_a_place_in_a_text_that_was_removed_brings_the_text_back(
    mine: Library, annotation: Annotation
) -> None:
    add_text(mine, OTHER_SOURCE)
    theirs = fork(mine)
    put(mine, annotation, 2, 6)
    other, span = source_hash(OTHER_SOURCE), SourceSpan(0, 5)
    elsewhere = Selector(other, span, span.slice_of(OTHER_SOURCE))
    move(found(theirs, annotation.id), elsewhere).apply(theirs)
    document_table.set_deleted(mine, other, deleted=True)
    merge(mine, theirs)
    lost = next(one for one in versions.places_of(mine, annotation.id) if one.selector == elsewhere)

    edit = versions.settle_place(mine, lost)
    changes = edit.apply(mine)

    assert other in changes.documents
    assert [one.document_id for one in annotation_table.all_annotations(mine)] == [other]


def test_places_that_hidden_members_gave_are_not_seen(
    mine: Library, moved_apart: Library, annotation: Annotation
) -> None:
    merge(mine, moved_apart)
    hidden = Visibility(frozenset({libraries.current_member(moved_apart).id}))

    assert versions.places_of(mine, annotation.id, hidden) == ()
    assert versions.place_conflicts(mine, hidden) == []
