"""What a session shows when members are hidden, or a text is in a blind round."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from annotator.core.annotation import Annotation
from annotator.core.blind_round import BlindRound
from annotator.core.changes import Changes
from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.qt.session import Session
from annotator.services import libraries
from annotator.services.anchoring import describe
from annotator.services.editing.annotation_edits import (
    AddAnnotation,
    new_annotation,
    set_tags,
)
from annotator.services.editing.member_edits import ChangeMember
from annotator.storage import member_table, round_table, tagging_table
from annotator.storage.library import Library


def _other(session: Session) -> tuple[Member, Annotation]:
    """Let another member annotate the first text."""
    member = libraries.add_member(session.library, "周")
    document_id = session.documents()[0].id
    selector = describe(document_id, session.reading_text(document_id), ReadingSpan(0, 5))
    tag = session.codebook.tags[0]
    annotation = new_annotation(selector, member.id, tag_ids=[tag.id], note="周的笔记")
    session.announce(AddAnnotation(annotation).apply(session.library))
    return member, annotation


def test_annotations_of_a_hidden_member_are_nowhere_and_come_back(
    session: Session, qtbot: QtBot
) -> None:
    member, annotation = _other(session)
    own = session.annotate(annotation.document_id, ReadingSpan(6, 11), tag_ids=[], note="我的")
    hiding = replace(session.visibility, hidden_members=frozenset([member.id]))

    with qtbot.waitSignal(session.changed) as changed:
        session.see(hiding)

    (changes,) = changed.args or []
    assert changes == Changes(
        annotations=frozenset([annotation.id]),
        annotated=frozenset([annotation.document_id]),
        only_seen=True,
    )
    for listed in (
        session.annotations(),
        session.annotations_in(annotation.document_id),
        session.annotations_with_words(),
        session.annotations_with([annotation.id, own.id]),
    ):
        assert [one.id for one in listed] == [own.id]
    assert session.annotation(annotation.id) is None
    assert session.annotation_counts() == {annotation.document_id: 1}
    assert session.tag_uses() == {}

    session.see(replace(session.visibility, hidden_members=frozenset()))

    assert session.annotation(annotation.id) is not None
    assert session.annotation_counts() == {annotation.document_id: 2}


def _open_round(session: Session, document_id: str) -> None:
    members = tuple(member.id for member in session.members())
    opened = BlindRound(new_id(), document_id, session.member.id, 1, members)
    session.announce(round_table.insert(session.library, [opened]))


def test_in_a_blind_round_only_own_annotations_are_seen(session: Session) -> None:
    member, annotation = _other(session)
    own = session.annotate(annotation.document_id, ReadingSpan(6, 11), tag_ids=[])

    _open_round(session, annotation.document_id)

    assert [one.id for one in session.annotations()] == [own.id]
    assert session.member.id != member.id


def test_who_is_hidden_stays_hidden_when_the_library_is_opened_again(
    session_on_disk: Session,
) -> None:
    member, _annotation = _other(session_on_disk)
    session_on_disk.see(replace(session_on_disk.visibility, hidden_members=frozenset([member.id])))

    again = Session(Library.open(session_on_disk.library.path))

    assert again.visibility.hidden_members == {member.id}
    assert again.annotations() == []
    again.close()


def test_who_annotates_changes_with_what_is_seen_blindly(session: Session, qtbot: QtBot) -> None:
    member, annotation = _other(session)
    document_id = annotation.document_id
    own = session.annotate(document_id, ReadingSpan(6, 11), tag_ids=[])
    _open_round(session, document_id)

    with qtbot.waitSignal(session.changed) as changed:
        session.become(member.id)

    (changes,) = changed.args or []
    assert session.member == member
    assert [one.id for one in session.annotations()] == [annotation.id]
    assert own.id != annotation.id
    assert changes.annotated == changes.documents == {document_id}
    assert member.id in changes.members


def test_member_who_was_chosen_elsewhere_annotates_here_too(session_on_disk: Session) -> None:
    with Library.open(session_on_disk.library.path) as library:
        member = libraries.add_member(library, "周")
        member_table.make_current(library, member.id)

    session_on_disk.look_for_others()

    assert session_on_disk.member == member
    document_id = session_on_disk.documents()[0].id
    assert session_on_disk.annotate(document_id, ReadingSpan(0, 5), tag_ids=[]).member_id == (
        member.id
    )


def test_tag_that_another_member_gave_stays_the_others(session: Session) -> None:
    member, annotation = _other(session)
    first, second = session.codebook.tags[:2]

    edit = set_tags(session.library, [annotation.id], [first.id, second.id], session.member.id)
    session.do(edit, "Change tags")

    given = {
        one.tag_id: one.member_id for one in tagging_table.present(session.library, [annotation.id])
    }
    assert given == {first.id: member.id, second.id: session.member.id}


def test_new_name_and_colour_are_undone_and_redone(session: Session) -> None:
    before = session.member
    after = replace(before, name="周敏", colour="#5b8c5a")

    session.do(ChangeMember(before, after), "Change member")
    assert (session.member, session.members()) == (after, [after])
    session.undo()
    assert (session.member, session.members()) == (before, [before])
    session.redo()

    assert session.member == after
