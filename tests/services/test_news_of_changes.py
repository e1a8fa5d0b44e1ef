"""News of what others changed: tags that they gave or took, annotations that they deleted."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.news import ALL_NEWS, News, NewsFilter, NewsKind
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.visibility import Visibility
from annotator.services import libraries, news, rounds
from annotator.services.editing.annotation_edits import (
    BringBackAnnotations,
    DeleteAnnotations,
    change_state,
    move,
    set_tags,
)
from annotator.storage import (
    annotation_table,
    arrivals,
    document_table,
    member_table,
    merge_records,
    tag_table,
)
from annotator.storage.library import Library
from tests.storage.histories import (
    SOURCE,
    History,
    fork,
    group,
    group_library,
    join,
    merge,
    tag_named,
)
from tests.storage.test_merge_laws import HISTORIES
from tests.storage.unmerge_laws import merge_recorded, on_disk

from .members_at_work import annotate, found, reply, write_note

FIRST, SECOND = tag_named("难点"), tag_named("疑问")


@pytest.fixture
def mine() -> Library:
    library = group_library()
    tag_table.insert(library, SECOND)
    return library


@pytest.fixture
def annotation(mine: Library) -> Annotation:
    return annotate(mine, note="我的话")


@pytest.fixture
def theirs(mine: Library, annotation: Annotation) -> Library:
    theirs = fork(mine)
    join(theirs, "周")
    return theirs


def unread(library: Library, wanted: NewsFilter = ALL_NEWS) -> list[News]:
    return list(news.unread(library, wanted, limit=1000).news)


def told(library: Library) -> list[tuple[NewsKind, str]]:
    return [(one.kind, one.words) for one in unread(library)]


def put(library: Library, annotation: Annotation, start: int, end: int) -> None:
    """Move an annotation to other letters of its text."""
    span = SourceSpan(start, end)
    selector = Selector(annotation.document_id, span, span.slice_of(SOURCE))
    move(found(library, annotation.id), selector).apply(library)


def test_ones_own_annotation_that_another_moved_is_news_also_if_the_place_lost(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    put(theirs, annotation, 3, 9)
    put(theirs, annotation, 2, 6)
    put(mine, annotation, 4, 8)
    merge(mine, theirs)

    (one,) = unread(mine)

    assert (one.kind, one.annotation_id) == (NewsKind.PLACE, annotation.id)
    assert one.words == SOURCE[2:6]
    assert one.member_id == libraries.current_member(theirs).id
    news.mark_read(mine, one)
    assert unread(mine) == []


def test_a_new_edition_that_moves_annotations_is_no_news_of_each(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    change_state(annotation, AnchorState.MOVED).apply(theirs)
    merge(mine, theirs)

    assert unread(mine) == []


def test_what_others_moved_of_their_own_is_news_once(mine: Library, theirs: Library) -> None:
    own = annotate(theirs, 6)
    merge(mine, theirs)
    news.mark_all_read(mine)
    put(theirs, own, 2, 6)
    merge(mine, theirs)

    assert [one.kind for one in unread(mine)] == [NewsKind.ANNOTATION]


def tag(library: Library, annotation_id: str, *names: str) -> None:
    """Let who works here give an annotation exactly these tags."""
    me = libraries.current_member(library).id
    tag_ids = [tag_named(name).id for name in names]
    set_tags(library, [annotation_id], tag_ids, me).apply(library)


def delete(library: Library, annotation_id: str) -> None:
    DeleteAnnotations((annotation_id,)).apply(library)


def test_a_tag_that_another_member_gives_is_news(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    tag(theirs, annotation.id, "难点")

    merge(mine, theirs)

    (one,) = unread(mine)
    zhou = libraries.current_member(theirs).id
    assert (one.kind, one.words, one.tag_id, one.member_id) == (
        NewsKind.TAG,
        "难点",
        FIRST.id,
        zhou,
    )
    assert (one.annotation_id, one.quotation) == (annotation.id, annotation.selector.quotation)
    assert not one.is_gone
    assert news.count_unread(mine) == 1
    assert unread(theirs) == []


def test_tags_of_a_new_annotation_are_part_of_it(mine: Library, theirs: Library) -> None:
    new = annotate(theirs, 7)
    tag(theirs, new.id, "难点", "疑问")

    merge(mine, theirs)

    assert [one.kind for one in unread(mine)] == [NewsKind.ANNOTATION]


def test_a_tag_on_an_old_annotation_is_news_beside_new_ones(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    new = annotate(theirs, 7)
    tag(theirs, new.id, "难点")
    write_note(theirs, annotation.id, "周的话")
    tag(theirs, annotation.id, "疑问")

    merge(mine, theirs)

    assert told(mine) == [
        (NewsKind.NOTE, "周的话"),
        (NewsKind.ANNOTATION, ""),
        (NewsKind.TAG, "疑问"),
    ]


def test_a_tag_given_later_to_what_came_before_is_news(mine: Library, theirs: Library) -> None:
    new = annotate(theirs, 7)
    merge(mine, theirs)
    news.mark_all_read(mine)
    tag(theirs, new.id, "难点")

    merge(mine, theirs)
    write_note(theirs, new.id, "后来又变")
    merge(mine, theirs)

    assert told(mine) == [(NewsKind.NOTE, "后来又变"), (NewsKind.TAG, "难点")]


def test_a_tag_of_mine_that_another_member_takes_is_news_of_mine(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    tag(mine, annotation.id, "难点")
    merge(theirs, mine)
    tag(theirs, annotation.id)

    merge(mine, theirs)

    (one,) = unread(mine)
    assert (one.kind, one.words, one.member_id) == (
        NewsKind.TAG_REMOVED,
        "难点",
        annotation.member_id,
    )
    assert one.is_gone


def test_a_tag_in_place_of_another_is_two_news(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    tag(theirs, annotation.id, "难点")
    merge(mine, theirs)
    news.mark_all_read(mine)
    tag(theirs, annotation.id, "疑问")

    merge(mine, theirs)

    assert sorted(told(mine)) == [(NewsKind.TAG, "疑问"), (NewsKind.TAG_REMOVED, "难点")]


def test_a_tag_that_came_and_went_unseen_is_no_news(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    tag(theirs, annotation.id, "难点")
    tag(theirs, annotation.id)

    merge(mine, theirs)

    assert unread(mine) == []


def test_a_tag_that_is_deleted_is_no_news(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    tag(theirs, annotation.id, "疑问")
    merge(mine, theirs)

    tag_table.set_deleted(mine, SECOND.id, deleted=True)

    assert unread(mine) == []


def test_my_own_annotation_that_somebody_deleted_is_news_without_a_name(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    delete(theirs, annotation.id)

    merge(mine, theirs)

    (one,) = unread(mine)
    assert (one.kind, one.id, one.words) == (NewsKind.DELETION, annotation.id, "我的话")
    assert (one.member_id, one.is_gone) == (annotation.member_id, True)
    assert one.quotation == annotation.selector.quotation


def test_an_annotation_of_others_that_was_here_and_is_deleted_is_news(
    mine: Library, theirs: Library
) -> None:
    new = annotate(theirs, 7)
    merge(mine, theirs)
    delete(theirs, new.id)

    merge(mine, theirs)

    assert [(one.kind, one.id) for one in unread(mine)] == [(NewsKind.DELETION, new.id)]


def test_what_was_made_and_deleted_elsewhere_is_no_news(mine: Library, theirs: Library) -> None:
    new = annotate(theirs, 7)
    tag(theirs, new.id, "难点")
    delete(theirs, new.id)

    merge(mine, theirs)

    assert unread(mine) == []


def test_what_is_deleted_here_is_no_news(mine: Library, theirs: Library) -> None:
    new = annotate(theirs, 7)
    merge(mine, theirs)
    news.mark_all_read(mine)

    delete(mine, new.id)

    assert unread(mine) == []
    merge(mine, theirs)
    assert unread(mine) == []


def test_a_deleted_annotation_that_is_brought_back_is_no_news_any_more(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    delete(theirs, annotation.id)
    merge(mine, theirs)
    edit = BringBackAnnotations((annotation.id,))

    edit.apply(mine)

    assert unread(mine) == []
    assert [one.note for one in annotation_table.all_annotations(mine)] == ["我的话"]
    edit.revert(mine)
    assert annotation_table.all_annotations(mine) == []
    merge(theirs, mine)
    assert annotation_table.all_annotations(theirs) == []


def test_changes_are_read_one_by_one_and_all_together(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    other = annotate(mine, 5)
    merge(theirs, mine)
    tag(theirs, annotation.id, "难点", "疑问")
    delete(theirs, other.id)
    merge(mine, theirs)

    for left in (2, 1, 0):
        news.mark_read(mine, unread(mine)[0])
        assert news.count_unread(mine) == len(unread(mine)) == left
    tag(theirs, annotation.id, "难点")
    merge(mine, theirs)
    assert told(mine) == [(NewsKind.TAG_REMOVED, "疑问")]
    news.mark_all_read(mine)

    assert unread(mine) == []


def test_changes_are_narrowed_by_member_and_text(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    tag(theirs, annotation.id, "难点")
    merge(mine, theirs)
    zhou = libraries.current_member(theirs).id

    assert len(unread(mine, NewsFilter(member_id=zhou))) == 1
    assert unread(mine, NewsFilter(member_id=annotation.member_id)) == []
    assert len(unread(mine, NewsFilter(document_id=annotation.document_id))) == 1
    assert unread(mine, NewsFilter(document_id="0" * 64)) == []
    hidden = NewsFilter(seen=Visibility(hidden_members=frozenset({zhou})))
    assert news.count_unread(mine, hidden) == 0


def test_changes_in_a_blind_round_are_told_when_it_is_over(mine: Library, theirs: Library) -> None:
    hidden = annotate(theirs, 7)
    shown = annotate(mine, 3)
    merge(mine, theirs)
    merge(theirs, mine)
    news.mark_all_read(mine)
    (document,) = document_table.all_documents(mine)
    me = libraries.current_member(mine)
    rounds.plan_opening(mine, [document], member_table.all_members(mine), me).apply(mine)
    tag(theirs, hidden.id, "难点")
    tag(theirs, shown.id, "疑问")
    gone = annotate(theirs, 9)
    merge(mine, theirs)
    delete(theirs, gone.id)
    merge(mine, theirs)

    assert unread(mine) == []
    news.mark_all_read(mine)
    rounds.plan_ending(mine, [document], me).apply(mine)
    assert sorted(told(mine)) == [
        (NewsKind.DELETION, ""),
        (NewsKind.TAG, "疑问"),
        (NewsKind.TAG, "难点"),
    ]


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_of_changes_put_together_are_the_whole(
    mine: Library, theirs: Library, limit: int
) -> None:
    known = [annotate(mine, start) for start in range(8)]
    merge(theirs, mine)
    for number, one in enumerate(known):
        reply(theirs, one.id, str(number))
        tag(theirs, one.id, "难点", "疑问")
        if number % 2:
            merge(mine, theirs)
    for one in known[:3]:
        tag(theirs, one.id)
    for one in known[3:]:
        delete(theirs, one.id)
    merge(mine, theirs)
    whole = unread(mine)

    pages, after = [], None
    while True:
        page = news.unread(mine, after=after, limit=limit)
        pages += page.news
        if (after := page.end) is None:
            break

    assert pages == whole
    assert len({one.key for one in whole}) == len(whole) == 3 + 6 + 5


def test_merge_that_is_taken_back_leaves_no_news() -> None:
    mine = group_library()
    annotation = annotate(mine)
    theirs = fork(mine)
    join(theirs, "周")
    tag(theirs, annotation.id, "难点")
    with on_disk(mine) as library:
        merge_recorded(library, [theirs])
        assert len(unread(library)) == 1

        merge_records.take_back_last(library)
        assert unread(library) == []
        merge_recorded(library, [theirs])

        assert told(library) == [(NewsKind.TAG, "难点")]


def test_only_so_many_merges_are_remembered(
    mine: Library, theirs: Library, annotation: Annotation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "_KEPT", 2)
    for names in (("难点",), ("疑问",), ()):
        tag(theirs, annotation.id, *names)
        merge(mine, theirs)

    assert len(arrivals.latest_first(mine, 0)) == 2
    assert told(mine) == [(NewsKind.TAG_REMOVED, "疑问"), (NewsKind.TAG_REMOVED, "难点")]


@settings(max_examples=HISTORIES // 2, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_what_a_merge_took_and_gave_is_told(seed: int) -> None:
    """As a look at all rows before and after it finds."""
    random = Random(seed)
    theirs, mine = group(random, members=2, steps=6)
    mine.db.execute("UPDATE blind_round SET ended = 1")
    news.mark_all_read(mine)
    History(theirs, random).go_on(12)
    known, present, tags = ids(mine, "annotation"), ids(mine, "present_annotation"), taggings(mine)

    merge(mine, theirs)
    mine.db.execute("UPDATE blind_round SET ended = 1")

    found = unread(mine)
    gone = {one.id for one in found if one.kind is NewsKind.DELETION}
    still_present, in_texts = ids(mine, "present_annotation"), in_present_texts(mine)
    assert gone & present == (present - still_present) & in_texts
    told_of, ((me,),) = known & still_present & in_texts, mine.rows("SELECT member_id FROM library")
    given_now = {one for one in taggings(mine) - tags if is_told(mine, one, told_of)}
    assert keys_of(found, NewsKind.TAG) - tags == {one for one in given_now if one[2] != me}
    taken_now = {one for one in tags - taggings(mine) if is_told(mine, one, told_of)}
    assert keys_of(found, NewsKind.TAG_REMOVED) & tags == taken_now


def ids(library: Library, table: str) -> set[str]:
    return {row[0] for row in library.rows(f"SELECT id FROM {table}")}


def in_present_texts(library: Library) -> set[str]:
    rows = library.rows(
        "SELECT id FROM annotation WHERE document_id IN (SELECT id FROM present_document)"
    )
    return {row[0] for row in rows}


def taggings(library: Library) -> set[tuple[str, str, str]]:
    return set(
        library.rows(
            "SELECT annotation_id, tag_id, member_id FROM tagging WHERE causal_length % 2 = 1"
        )
    )


def is_told(library: Library, key: tuple[str, str, str], told_of: set[str]) -> bool:
    return key[0] in told_of and key[1] in ids(library, "present_tag")


def keys_of(found: list[News], kind: NewsKind) -> set[tuple[str, str, str]]:
    return {(one.id, one.tag_id, one.member_id) for one in found if one.kind is kind}
