"""Blind rounds: opening them, who is waited for, how they end, and what is hidden meanwhile."""

from pathlib import Path

import pytest

from annotator.core.document import Document
from annotator.core.member import Member
from annotator.core.merge_errors import BuiltOnMergeError
from annotator.core.round_errors import (
    AllFinishedError,
    InRoundError,
    NoRoundError,
    TooFewMembersError,
)
from annotator.core.span import ReadingSpan
from annotator.exporters.excerpt import Grouping
from annotator.exporters.wording import Language
from annotator.services import (
    agreement,
    anchoring,
    bundling,
    editions,
    exporting,
    importing,
    libraries,
    merging,
    reading,
    rounds,
)
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation, set_tags
from annotator.services.editing.document_edits import change_completion
from annotator.services.exporting import ExcerptStyle
from annotator.services.listing import AnnotationFilter, list_annotations
from annotator.storage import (
    annotation_table,
    document_table,
    member_table,
    merge_records,
    round_table,
    tag_table,
)
from annotator.storage.library import Library

NOTHING_ASKED = AnnotationFilter()


@pytest.fixture
def text(samples: Library) -> Document:
    return document_table.all_documents(samples)[0]


@pytest.fixture
def me(samples: Library) -> Member:
    return libraries.current_member(samples)


@pytest.fixture
def other(samples: Library) -> Member:
    return libraries.add_member(samples, "周")


def mark(library: Library, document: Document, member: Member, start: int) -> str:
    """Let a member mark ten letters with the first tag, and say so in a note."""
    text = reading.reading_text(library, document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(start, start + 10))
    tag_id = next(iter(tag_table.codebook(library))).id
    annotation = new_annotation(selector, member.id, tag_ids=[tag_id], note=f"{member.name}的笔记")
    AddAnnotation(annotation).apply(library)
    return annotation.id


def open_round(library: Library, document: Document, *members: Member) -> None:
    rounds.plan_opening(library, [document], members, members[0]).apply(library)


def finish(library: Library, document: Document, *members: Member) -> None:
    for member in members:
        change_completion(library, document.id, member.id, finished=True).apply(library)


def test_a_round_tells_who_has_finished_and_for_whom_it_waits(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    open_round(samples, text, me, other)
    finish(samples, text, other)

    (status,) = rounds.statuses(samples)
    assert (status.finished, status.awaited) == ((other,), (me,))
    assert (status.opened_by, status.is_open, status.ended_by) == (me, True, None)
    assert rounds.blind_texts(samples).keys() == {text.id}


def test_a_round_that_all_have_finished_is_over_and_that_is_recorded(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    open_round(samples, text, me, other)
    assert rounds.record_finished(samples) == []

    finish(samples, text, me, other)

    assert rounds.record_finished(samples) == [text]
    assert rounds.record_finished(samples) == []
    change_completion(samples, text.id, me.id, finished=False).apply(samples)
    assert rounds.blind_texts(samples) == {}


def test_anybody_can_end_a_round_and_is_remembered(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    open_round(samples, text, me, other)

    ending = rounds.plan_ending(samples, [text], other)
    ending.apply(samples)
    assert rounds.statuses(samples)[0].ended_by == other
    assert rounds.blind_texts(samples) == {}

    ending.revert(samples)
    assert rounds.blind_texts(samples).keys() == {text.id}
    ending.apply(samples)
    with pytest.raises(NoRoundError):
        rounds.plan_ending(samples, [text], me)


def test_opening_can_be_undone_and_done_again(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    opening = rounds.plan_opening(samples, [text], [me, other], me)

    opening.apply(samples)
    opening.revert(samples)
    assert rounds.blind_texts(samples) == {}

    opening.apply(samples)
    assert rounds.blind_texts(samples).keys() == {text.id}
    assert len(rounds.statuses(samples)) == 1


def test_a_round_needs_two_members(samples: Library, text: Document, me: Member) -> None:
    with pytest.raises(TooFewMembersError):
        rounds.plan_opening(samples, [text], [me], me)


def test_a_text_that_all_have_finished_needs_no_round(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    finish(samples, text, me, other)

    with pytest.raises(AllFinishedError, match=text.title):
        rounds.plan_opening(samples, [text], [me, other], me)
    everything = document_table.all_documents(samples)
    opened = rounds.plan_opening(samples, everything, [me, other], me).rounds
    assert {one.document_id for one in opened} == {one.id for one in everything} - {text.id}


def test_who_joins_later_is_added_and_waited_for(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    open_round(samples, text, me, other)
    late = libraries.add_member(samples, "后来")
    with pytest.raises(InRoundError):
        rounds.plan_opening(samples, [text], [me, other], me)

    rounds.plan_opening(samples, [text], [late], other).apply(samples)
    finish(samples, text, me, other)

    assert rounds.record_finished(samples) == []
    assert rounds.blind_texts(samples)[text.id].awaited == (late,)
    finish(samples, text, late)
    assert rounds.record_finished(samples) == [text]


def test_a_round_hides_the_others_from_lists_exports_and_agreement(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    third = libraries.add_member(samples, "吴")
    mine = mark(samples, text, me, 0)
    mark(samples, text, other, 5)
    finish(samples, text, other, third)
    open_round(samples, text, me, other, third)

    listed = list_annotations(samples, NOTHING_ASKED)
    assert [one.annotation.id for one in listed] == [mine]
    exported = exporting.export_markdown(
        samples, NOTHING_ASKED, ExcerptStyle(Grouping.READING_ORDER, Language.ZH)
    )
    assert f"{me.name}的笔记" in exported
    assert "周的笔记" not in exported
    found = agreement.compare(samples)
    assert (found.texts, found.blind) == ((), 1)

    finish(samples, text, me)

    assert len(list_annotations(samples, NOTHING_ASKED)) == 2
    assert len(agreement.compare(samples).texts) == 1


def test_a_tag_that_somebody_else_gave_unseen_can_be_given_too(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    """Or the key for the tag would seem to do nothing."""
    mine = mark(samples, text, me, 0)
    tag_id = list(tag_table.codebook(samples))[1].id
    set_tags(samples, [mine], [tag_id], other.id).apply(samples)
    open_round(samples, text, me, other)

    set_tags(samples, [mine], [tag_id], me.id).apply(samples)

    assert annotation_table.with_ids(samples, [mine])[0].tag_ids == (tag_id,)


def test_a_text_in_a_round_is_linked_to_no_edition(
    samples: Library, text: Document, me: Member, other: Member
) -> None:
    another = document_table.all_documents(samples)[1]
    open_round(samples, text, me, other)

    for newer, older in ((text, another), (another, text)):
        with pytest.raises(InRoundError):
            editions.plan_link(samples, newer, older)


def test_a_round_comes_with_a_bundle_and_with_what_it_hides(
    samples: Library, text: Document, me: Member, other: Member, tmp_path: Path
) -> None:
    """Data are never refused; they are shown when the round is over."""
    theirs = Path(tmp_path, "theirs.duidu")
    mark(samples, text, other, 5)
    open_round(samples, text, me, other)
    member_table.make_current(samples, other.id)
    bundling.write_bundle(samples, theirs)
    with libraries.create(tmp_path / "mine.duidu") as mine:
        assert libraries.current_member(mine).id not in {me.id, other.id}
        told = merging.merge(mine, theirs, report=lambda *_: None)

        assert (told.counts["annotation"].new, told.counts["blind_round"].new) == (0, 1)
        assert told.shares == ()
        assert annotation_table.all_annotations(mine) == []
        assert {member.name for member in rounds.statuses(mine)[0].awaited} == {me.name, "周"}

        finish(mine, text, me, other)
        assert len(annotation_table.all_annotations(mine)) == 1


def test_a_round_travels_with_one_members_bundle_and_everybody_in_it(
    samples: Library, text: Document, me: Member, other: Member, tmp_path: Path
) -> None:
    silent = libraries.add_member(samples, "未动笔")
    open_round(samples, text, me, other, silent)

    bundling.write_bundle(samples, tmp_path / "one.duidu", member=other)

    with Library.open(tmp_path / "one.duidu") as bundle:
        assert {one.name for one in member_table.all_members(bundle)} >= {me.name, "周", "未动笔"}
        assert len(round_table.all_rounds(bundle)) == 1


def test_a_text_in_a_round_matches_none_that_comes_in(
    samples: Library, text: Document, me: Member, other: Member, tmp_path: Path
) -> None:
    """A merge goes on as ever; linking waits until the round is over."""
    path = tmp_path / "another printing.txt"
    source = document_table.source_text(samples, text.id)
    path.write_text(source.replace("的", "的 ", 40), encoding="utf-8")
    with libraries.create(tmp_path / "theirs.duidu") as theirs:
        importing.import_file(theirs, path)
    open_round(samples, text, me, other)

    told = merging.merge_all(
        samples, [tmp_path / "theirs.duidu"], report=lambda *_: None, dry_run=True
    )
    assert told.matched == ()

    rounds.plan_ending(samples, [text], me).apply(samples)
    told = merging.merge(samples, tmp_path / "theirs.duidu", report=lambda *_: None)
    assert [match.ours.id for match in told.matched] == [text.id]


def test_a_merge_is_not_undone_that_brought_a_member_who_takes_part(
    samples: Library, text: Document, me: Member, tmp_path: Path
) -> None:
    with libraries.create(tmp_path / "theirs.duidu") as theirs:
        newcomer = libraries.add_member(theirs, "新来")
    merging.merge_all(samples, [tmp_path / "theirs.duidu"], report=lambda *_: None)
    open_round(samples, text, me, newcomer)

    with pytest.raises(BuiltOnMergeError):
        merge_records.take_back_last(samples)

    assert {member.name for member in member_table.all_members(samples)} >= {"新来"}
