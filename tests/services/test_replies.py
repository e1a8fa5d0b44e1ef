"""Replies: what members answer to an annotation is read back, refused, brought back and merged."""

from itertools import count

import pytest

from annotator.core.annotation import Annotation
from annotator.core.talk_errors import ReplyEmptyError, ReplyTooLongError
from annotator.core.visibility import Visibility
from annotator.services import checking, libraries, rounds
from annotator.services.editing import reply_edits
from annotator.services.editing.annotation_edits import DeleteAnnotations
from annotator.services.editing.reply_edits import (
    LONGEST_REPLY,
    DeleteReply,
    add_reply,
    change_reply,
)
from annotator.services.listing import AnnotationFilter, list_annotations
from annotator.storage import annotation_table, document_table, member_table
from annotator.storage.library import Library
from tests.storage.histories import fork, group_library, join, merge

from .members_at_work import annotate, found, reply


@pytest.fixture
def library() -> Library:
    return group_library()


@pytest.fixture
def annotation(library: Library) -> Annotation:
    return annotate(library)


def said(library: Library, annotation: Annotation) -> list[str]:
    return [one.content for one in found(library, annotation.id).replies]


def test_replies_stand_in_the_order_in_which_they_were_written(
    library: Library, annotation: Annotation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply_edits, "now_ms", count(1).__next__)
    written = ["一", "二\n第二行", "𠮷😀"]
    for words in written:
        reply(library, annotation.id, words)

    assert said(library, annotation) == written
    by_all_ways = (
        annotation_table.all_annotations(library),
        annotation_table.in_document(library, annotation.document_id),
        annotation_table.with_words(library),
    )
    assert [[len(one.replies) for one in way] for way in by_all_ways] == [[3], [3], [3]]


@pytest.mark.parametrize("words", ["", " \n　"])
def test_a_reply_without_words_is_refused(annotation: Annotation, words: str) -> None:
    with pytest.raises(ReplyEmptyError):
        add_reply(annotation.id, annotation.member_id, words)


def test_a_reply_may_be_long_but_not_too_long(library: Library, annotation: Annotation) -> None:
    whole = reply(library, annotation.id, "长" * LONGEST_REPLY)

    with pytest.raises(ReplyTooLongError):
        change_reply(whole, "长" * (LONGEST_REPLY + 1))

    assert said(library, annotation) == ["长" * LONGEST_REPLY]


def test_replies_go_and_come_back_with_their_annotation(
    library: Library, annotation: Annotation
) -> None:
    reply(library, annotation.id, "好")
    edit = DeleteAnnotations((annotation.id,))

    edit.apply(library)
    assert annotation_table.with_words(library) == []
    edit.revert(library)

    assert said(library, annotation) == ["好"]


def test_a_change_that_is_later_than_the_deletion_brings_a_reply_back(
    library: Library, annotation: Annotation
) -> None:
    first = reply(library, annotation.id, "好")
    other = fork(library)
    DeleteReply(first.id).apply(library)
    with other.transaction() as write:  # so that the clock of the other library is ahead
        write.db.execute("UPDATE library SET clock = clock + 1000000")
    change_reply(first, "更好").apply(other)

    merge(library, other)

    assert said(library, annotation) == ["更好"]


def test_replies_of_two_members_stand_in_one_thread_on_both_sides(
    library: Library, annotation: Annotation
) -> None:
    other = fork(library)
    join(other, "周")
    reply(library, annotation.id, "我说")
    reply(other, annotation.id, "周说")

    merge(library, other)
    merge(other, library)

    assert said(library, annotation) == said(other, annotation)
    assert sorted(said(library, annotation)) == ["周说", "我说"]
    assert checking.check(library) == []


def test_an_annotation_is_listed_by_the_words_of_its_replies(
    library: Library, annotation: Annotation
) -> None:
    annotate(library, 7)
    reply(library, annotation.id, "不 同意")

    (listed,) = list_annotations(library, AnnotationFilter(text="不同意"))

    assert listed.annotation.id == annotation.id
    assert listed.replied_by == ("林",)


def test_replies_of_a_hidden_member_are_not_seen(library: Library, annotation: Annotation) -> None:
    reply(library, annotation.id, "我说")
    join(library, "周")
    reply(library, annotation.id, "周说")
    zhou = libraries.current_member(library).id

    hidden = Visibility(hidden_members=frozenset({zhou}))
    (read,) = annotation_table.with_ids(library, [annotation.id], hidden)
    assert [one.content for one in read.replies] == ["我说"]


def test_replies_of_others_are_not_seen_in_a_blind_round(
    library: Library, annotation: Annotation
) -> None:
    mine = libraries.current_member(library)
    reply(library, annotation.id, "我说")
    join(library, "周")
    reply(library, annotation.id, "周说")
    document = document_table.all_documents(library)[0]
    members = member_table.all_members(library)
    rounds.plan_opening(library, [document], members, mine).apply(library)
    member_table.make_current(library, mine.id)

    (read,) = annotation_table.with_ids(library, [annotation.id])

    assert [one.content for one in read.replies] == ["我说"]


def test_a_reply_to_nothing_is_found_by_the_check(library: Library, annotation: Annotation) -> None:
    reply(library, annotation.id, "好")
    library.db.execute("PRAGMA foreign_keys = OFF")
    library.db.execute("UPDATE reply SET annotation_id = ?", ("0" * 36,))

    findings = checking.check(library)

    assert ["refers to a missing annotation" in one.what for one in findings] == [True]
