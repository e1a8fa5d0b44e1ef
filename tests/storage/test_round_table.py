"""Blind rounds: who sees what while one is open, and when it is not open any more."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.core.annotation import Annotation
from annotator.core.blind_round import BlindRound
from annotator.core.changes import Changes
from annotator.core.identity import new_id, source_hash
from annotator.core.member import Member
from annotator.core.tag_uses import tag_uses
from annotator.storage import (
    annotation_table,
    completion_table,
    document_table,
    member_table,
    revision_table,
    round_table,
    tagging_table,
)
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging
from tests.storage.conftest import MEMBER, SOURCE, TAG

OTHER = Member("01930000-0000-7000-8000-000000000002", "周", "#c0605a")
DOCUMENT_ID = source_hash(SOURCE)

Make = Callable[[int, int], Annotation]


@pytest.fixture
def shared(library: Library, make_annotation: Make) -> Library:
    """Return a library in which two members have marked and tagged, each on their own."""
    member_table.insert(library, OTHER)
    for member, start in ((MEMBER, 0), (OTHER, 4)):
        annotation = replace(make_annotation(start, start + 4), member_id=member.id)
        annotation_table.insert(library, annotation)
        annotation_table.set_note(library, annotation.id, f"{member.name}的笔记")
        tagging = Tagging(annotation.id, TAG.id, member.id)
        tagging_table.set_present(library, [tagging], present=True)
    return library


def open_round(library: Library, *members: Member) -> BlindRound:
    ids = tuple(member.id for member in members or (MEMBER, OTHER))
    opened = BlindRound(new_id(), DOCUMENT_ID, MEMBER.id, 1, ids)
    round_table.insert(library, [opened])
    return opened


def finish(library: Library, *members: Member) -> None:
    for member in members:
        completion_table.set_finished(library, DOCUMENT_ID, member.id, finished=True)


def seen_members(library: Library) -> set[str]:
    return {annotation.member_id for annotation in annotation_table.all_annotations(library)}


def test_a_round_comes_back_as_it_was_opened(shared: Library) -> None:
    opened = open_round(shared)

    assert round_table.all_rounds(shared) == [opened]
    assert round_table.is_known(shared, opened.id)
    assert round_table.blind_documents(shared) == {DOCUMENT_ID}


def test_a_round_tells_whose_annotations_change(shared: Library) -> None:
    opened = BlindRound(new_id(), DOCUMENT_ID, MEMBER.id, 1, (MEMBER.id, OTHER.id))
    document = frozenset([DOCUMENT_ID])

    assert round_table.insert(shared, [opened]) == Changes(documents=document, annotated=document)
    changes = round_table.set_ended(shared, [opened.id], ended=True, member_id=MEMBER.id)
    assert changes == Changes(documents=document, annotated=document)


def test_in_an_open_round_everybody_sees_only_their_own(shared: Library) -> None:
    everything = annotation_table.all_annotations(shared)
    open_round(shared)

    for member in (MEMBER, OTHER):
        member_table.make_current(shared, member.id)
        own = [one for one in everything if one.member_id == member.id]
        assert annotation_table.all_annotations(shared) == own
        assert annotation_table.in_document(shared, DOCUMENT_ID) == own
        assert annotation_table.with_words(shared) == own
        assert annotation_table.with_ids(shared, [one.id for one in everything]) == own
        assert tag_uses(own)[TAG.id].annotations == len(own) == 1
        assert {mark[0] for mark in tagging_table.marks(shared, DOCUMENT_ID)} == {member.id}
        assert shared.rows("SELECT DISTINCT member FROM tagged_passage") == [(member.name,)]


def test_who_takes_no_part_sees_nothing_of_the_others(shared: Library) -> None:
    guest = Member(new_id(), "客", "#5b8c5a")
    member_table.insert(shared, guest)
    member_table.make_current(shared, guest.id)
    open_round(shared)

    assert annotation_table.all_annotations(shared) == []
    assert annotation_table.counts_by_member(shared) == {}


def test_tags_that_others_gave_to_ones_own_annotation_are_hidden(shared: Library) -> None:
    own = next(a for a in annotation_table.all_annotations(shared) if a.member_id == MEMBER.id)
    tagging_table.set_present(shared, [Tagging(own.id, TAG.id, MEMBER.id)], present=False)
    tagging_table.set_present(shared, [Tagging(own.id, TAG.id, OTHER.id)], present=True)
    opened = open_round(shared)

    assert annotation_table.with_ids(shared, [own.id])[0].tag_ids == ()
    assert tagging_table.present(shared, [own.id]) == frozenset()

    round_table.set_ended(shared, [opened.id], ended=True, member_id=OTHER.id)
    assert annotation_table.with_ids(shared, [own.id])[0].tag_ids == (TAG.id,)


def test_versions_of_hidden_notes_are_no_conflict_to_be_told_of(shared: Library) -> None:
    theirs = next(a for a in annotation_table.all_annotations(shared) if a.member_id == OTHER.id)
    with shared.transaction() as write:
        write.db.execute(
            "INSERT INTO revision (id, annotation_id, member_id, stamp, bases, note, seq)"
            " VALUES (?, ?, ?, 1, '[]', '另一版', 1)",
            (new_id(), theirs.id, MEMBER.id),
        )
    assert revision_table.conflicts(shared).keys() == {theirs.id}

    open_round(shared)

    assert revision_table.conflicts(shared) == {}


def test_a_round_is_over_when_all_of_its_members_have_finished(shared: Library) -> None:
    opened = open_round(shared)

    finish(shared, MEMBER)
    assert round_table.finished_rounds(shared) == []
    assert seen_members(shared) == {MEMBER.id}

    finish(shared, OTHER)
    assert round_table.finished_rounds(shared) == [opened.id]
    assert seen_members(shared) == {MEMBER.id, OTHER.id}
    assert round_table.all_rounds(shared) == [replace(opened, is_open=False)]


def test_an_end_that_is_recorded_outlives_a_member_who_goes_on(shared: Library) -> None:
    opened = open_round(shared)
    finish(shared, MEMBER, OTHER)
    round_table.set_ended(shared, [opened.id], ended=True)

    completion_table.set_finished(shared, DOCUMENT_ID, OTHER.id, finished=False)

    assert round_table.finished_rounds(shared) == []
    assert round_table.blind_documents(shared) == frozenset()


def test_who_ended_a_round_is_recorded_and_can_be_taken_back(shared: Library) -> None:
    opened = open_round(shared)

    round_table.set_ended(shared, [opened.id], ended=True, member_id=OTHER.id)
    ended = replace(opened, is_open=False, ended_by=OTHER.id)
    assert round_table.all_rounds(shared) == [ended]

    round_table.set_ended(shared, [opened.id], ended=False)
    assert round_table.all_rounds(shared) == [opened]


def test_a_text_is_blind_until_the_last_of_its_rounds_is_over(shared: Library) -> None:
    late = Member(new_id(), "后来", "#5b8c5a")
    member_table.insert(shared, late)
    open_round(shared)
    open_round(shared, late)

    finish(shared, MEMBER, OTHER)
    assert round_table.blind_documents(shared) == {DOCUMENT_ID}

    finish(shared, late)
    assert round_table.blind_documents(shared) == frozenset()


def test_rounds_on_a_text_that_left_the_library_are_not_listed(shared: Library) -> None:
    opened = open_round(shared)

    document_table.set_deleted(shared, DOCUMENT_ID, deleted=True)
    assert round_table.all_rounds(shared) == []

    document_table.set_deleted(shared, DOCUMENT_ID, deleted=False)
    assert round_table.all_rounds(shared) == [opened]
