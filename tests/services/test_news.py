"""News: what came from others is told until it is read, and nothing else is."""

import pytest

from annotator.core.annotation import Annotation
from annotator.core.news import ALL_NEWS, News, NewsFilter, NewsKind
from annotator.core.visibility import Visibility
from annotator.services import libraries, news, rounds
from annotator.services.editing.annotation_edits import DeleteAnnotations
from annotator.services.editing.reply_edits import DeleteReply, change_reply
from annotator.storage import document_table, member_table
from annotator.storage.library import Library
from tests.storage.histories import OTHER_SOURCE, add_text, fork, group_library, join, merge

from .members_at_work import annotate, reply, write_note


@pytest.fixture
def mine() -> Library:
    return group_library()


@pytest.fixture
def annotation(mine: Library) -> Annotation:
    return annotate(mine, note="原来的")


@pytest.fixture
def theirs(mine: Library, annotation: Annotation) -> Library:
    theirs = fork(mine)
    join(theirs, "周")
    return theirs


def unread(library: Library, wanted: NewsFilter = ALL_NEWS) -> list[News]:
    return list(news.unread(library, wanted, limit=1000).news)


def told(library: Library) -> list[tuple[NewsKind, str]]:
    return [(one.kind, one.words) for one in unread(library)]


def test_what_is_written_here_is_no_news(mine: Library, annotation: Annotation) -> None:
    reply(mine, annotation.id, "好")
    write_note(mine, annotation.id, "改了")

    assert unread(mine) == []
    assert news.count_unread(mine) == 0


def test_replies_notes_and_annotations_of_others_are_news(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    reply(theirs, annotation.id, "周的回复𠮷")
    write_note(theirs, annotation.id, "周改了")
    write_note(theirs, annotation.id, "周又改了")
    new = annotate(theirs, 7, "新的")

    merge(mine, theirs)

    assert told(mine) == [
        (NewsKind.REPLY, "周的回复𠮷"),
        (NewsKind.NOTE, "周又改了"),
        (NewsKind.ANNOTATION, "新的"),
    ]
    assert news.count_unread(mine) == 3
    last = unread(mine)[-1]
    assert (last.id, last.annotation_id, last.quotation) == (
        new.id,
        new.id,
        new.selector.quotation,
    )
    assert unread(theirs) == []


def test_an_annotation_whose_note_came_later_is_told_once(mine: Library, theirs: Library) -> None:
    new = annotate(theirs, 7)
    write_note(theirs, new.id, "后来写的")

    merge(mine, theirs)

    assert told(mine) == [(NewsKind.NOTE, "后来写的")]


def test_my_own_work_from_another_computer_is_no_news(mine: Library) -> None:
    twin = fork(mine)
    new = annotate(twin, 7)
    reply(twin, new.id, "自言自语")

    merge(mine, twin)

    assert unread(mine) == []


def test_what_is_read_is_no_news_until_it_changes(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    first = reply(theirs, annotation.id, "一")
    reply(theirs, annotation.id, "二")
    merge(mine, theirs)
    (one,) = (one for one in unread(mine) if one.words == "一")

    news.mark_read(mine, one)
    news.mark_read(mine, one)
    assert told(mine) == [(NewsKind.REPLY, "二")]
    change_reply(first, "一，改过").apply(theirs)
    merge(mine, theirs)

    assert sorted(words for _, words in told(mine)) == ["一，改过", "二"]


def test_all_can_be_marked_and_what_comes_later_is_news_again(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    reply(theirs, annotation.id, "一")
    merge(mine, theirs)

    news.mark_all_read(mine)
    assert unread(mine) == []
    reply(theirs, annotation.id, "二")
    merge(mine, theirs)

    assert told(mine) == [(NewsKind.REPLY, "二")]


def test_a_reply_that_is_gone_is_no_news(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    first = reply(theirs, annotation.id, "一")
    merge(mine, theirs)
    assert len(unread(mine)) == 1

    DeleteReply(first.id).apply(theirs)
    merge(mine, theirs)

    assert unread(mine) == []


def test_replies_to_what_is_gone_are_no_news(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    reply(theirs, annotation.id, "一")
    DeleteAnnotations((annotation.id,)).apply(mine)

    merge(mine, theirs)

    assert unread(mine) == []


def test_news_are_narrowed_by_member_and_text(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    reply(theirs, annotation.id, "周")
    join(theirs, "吴")
    reply(theirs, annotation.id, "吴")
    merge(mine, theirs)
    wu = next(one.id for one in member_table.all_members(mine) if one.name == "吴")

    by_wu = unread(mine, NewsFilter(member_id=wu))

    assert [one.words for one in by_wu] == ["吴"]
    assert len(unread(mine, NewsFilter(document_id=annotation.document_id))) == 2
    assert unread(mine, NewsFilter(document_id="0" * 64)) == []


def test_news_of_hidden_members_are_not_told(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    reply(theirs, annotation.id, "周")
    annotate(theirs, 7)
    merge(mine, theirs)
    zhou = libraries.current_member(theirs).id

    wanted = NewsFilter(seen=Visibility(hidden_members=frozenset({zhou})))

    assert news.count_unread(mine, wanted) == 0
    assert news.unread(mine, wanted, limit=9).news == ()


def test_news_of_a_text_in_a_blind_round_are_told_when_it_is_over(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    reply(theirs, annotation.id, "周")
    annotate(theirs, 7)
    merge(mine, theirs)
    me, document = libraries.current_member(mine), document_table.all_documents(mine)[0]
    rounds.plan_opening(mine, [document], member_table.all_members(mine), me).apply(mine)

    assert news.count_unread(mine, NewsFilter()) == 0
    assert unread(mine) == []

    rounds.plan_ending(mine, [document], me).apply(mine)
    assert len(unread(mine)) == 2


def test_what_a_blind_round_hides_is_not_read_with_the_rest(
    mine: Library, theirs: Library, annotation: Annotation
) -> None:
    first = document_table.all_documents(mine)[0]
    merge(mine, theirs)
    members = member_table.all_members(mine)
    rounds.plan_opening(mine, [first], members, members[0]).apply(mine)
    annotate(theirs, 7)
    merge(mine, theirs)
    add_text(theirs, OTHER_SOURCE)
    elsewhere = annotate(theirs, 0, source=OTHER_SOURCE)
    merge(mine, theirs)
    assert [one.annotation_id for one in unread(mine)] == [elsewhere.id]

    news.mark_all_read(mine)

    assert unread(mine) == []
    me = libraries.current_member(mine)
    rounds.plan_ending(mine, [first], me).apply(mine)
    assert len(unread(mine)) == 1
    news.mark_all_read(mine)
    assert unread(mine) == []


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_put_together_are_the_whole(mine: Library, theirs: Library, limit: int) -> None:
    for start in range(6):
        one = annotate(theirs, start)
        reply(theirs, one.id, f"回复{start}")
        if start % 2:
            write_note(theirs, one.id, f"笔记{start}")
        merge(mine, theirs)
    whole = unread(mine)

    pages, after = [], None
    while True:
        page = news.unread(mine, after=after, limit=limit)
        pages += page.news
        if (after := page.end) is None:
            break

    assert pages == whole
    assert len({one.key for one in whole}) == len(whole) == 12


def test_reading_one_by_one_remembers_only_so_much(
    mine: Library, theirs: Library, annotation: Annotation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "MOST_READ_ONE_BY_ONE", 3)
    for number in range(5):
        reply(theirs, annotation.id, str(number))
    merge(mine, theirs)

    for one in unread(mine):
        news.mark_read(mine, one)

    assert len(news.read_so_far(mine).keys) == 3
    assert news.count_unread(mine) == 2


def test_more_than_can_be_counted_is_told_as_so_much(
    mine: Library, theirs: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(news, "MOST_COUNTED", 4)
    for start in range(5):
        reply(theirs, annotate(theirs, start).id, "好")
    merge(mine, theirs)

    assert news.count_unread(mine) == 4
