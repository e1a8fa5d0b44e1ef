"""The feed of suggestions keeps in step with the library, and looks only where it must."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.changes import Changes
from annotator.core.visibility import Visibility
from annotator.qt.session import Session
from annotator.qt.suggestion_feed import SuggestionFeed
from annotator.services import libraries, suggesting
from annotator.services.editing.document_edits import ChangeAbout
from annotator.services.editing.suggestion_edits import ChangeDismissals


@pytest.fixture
def feed(session_on_disk: Session, qtbot: QtBot) -> SuggestionFeed:
    feed = SuggestionFeed(session_on_disk, session_on_disk)
    feed.switch(True)
    qtbot.waitUntil(lambda: not feed.is_looking)
    return feed


def test_feed_has_what_the_library_suggests(session_on_disk: Session, feed: SuggestionFeed) -> None:
    assert feed.waiting() == suggesting.suggestions(session_on_disk.library)
    assert {one.kind.value for one in feed.waiting()} == {
        "definition",
        "policy_measure",
        "statistic",
    }


def test_feed_that_is_off_has_nothing(feed: SuggestionFeed, qtbot: QtBot) -> None:
    with qtbot.waitSignal(feed.changed):
        feed.switch(False)

    assert feed.waiting() == []
    assert not feed.has_dismissed


def test_answers_are_noticed_without_a_new_search(
    session_on_disk: Session, feed: SuggestionFeed
) -> None:
    first, *others = feed.waiting()

    session_on_disk.do(ChangeDismissals(frozenset([first.dismissal])), "")

    assert not feed.is_looking
    assert feed.waiting() == others
    assert feed.has_dismissed
    session_on_disk.undo()
    assert feed.waiting() == [first, *others]


def test_new_title_of_a_text_is_told(session_on_disk: Session, feed: SuggestionFeed) -> None:
    document = feed.waiting()[0].document

    about = replace(document.about, title="新标题")
    session_on_disk.do(ChangeAbout(document.id, document.about, about), "")

    assert feed.waiting()[0].document.title == "新标题"
    assert not feed.is_looking


def test_search_is_not_begun_anew_by_what_it_writes_itself(
    session_on_disk: Session, qtbot: QtBot
) -> None:
    feed = SuggestionFeed(session_on_disk, session_on_disk)
    feed.switch(True)
    task = feed._task

    session_on_disk.announce(Changes(everything=True))

    assert feed._task is task
    qtbot.waitUntil(lambda: bool(feed.waiting()))


def test_repaired_text_is_looked_through_again(
    session_on_disk: Session, feed: SuggestionFeed, qtbot: QtBot
) -> None:
    document = feed.waiting()[0].document

    session_on_disk.announce(Changes(repaired=frozenset([document.id])))

    assert feed.is_looking
    qtbot.waitUntil(lambda: not feed.is_looking)
    assert feed.waiting() == suggesting.suggestions(session_on_disk.library)


def test_library_that_is_gone_is_told_and_not_asked_again(
    session_on_disk: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(
        session_on_disk.library, "path", session_on_disk.library.path.with_name("gone.duidu")
    )
    feed = SuggestionFeed(session_on_disk, session_on_disk)

    feed.switch(True)

    qtbot.waitUntil(lambda: bool(feed.problem))
    session_on_disk.announce(Changes(everything=True))
    assert not feed.is_looking
    assert feed.waiting() == []


def test_what_only_a_hidden_member_tagged_is_suggested(
    session_on_disk: Session, feed: SuggestionFeed
) -> None:
    session, (first, *others) = session_on_disk, feed.waiting()
    me, other = session.member, libraries.add_member(session_on_disk.library, "周")
    session.become(other.id)
    session.do(suggesting.accepted(session.library, [first], session.reading_text), "")
    session.become(me.id)
    assert feed.waiting() == others

    session.see(Visibility(frozenset([other.id])))
    assert feed.waiting() == [first, *others]
    session.see(Visibility())

    assert feed.waiting() == others
