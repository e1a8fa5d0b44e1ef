"""Searching texts that are not in memory yet, and those that never shall be."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from pytestqt.qtbot import QtBot

from annotator.core.errors import DamagedLibraryError, DuiduError
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.qt import reading_texts, tasks
from annotator.qt.models.hit_groups import HitGroups
from annotator.qt.panels.hit_arranging import HitArranging
from annotator.qt.panels.search_options import Scope
from annotator.qt.panels.search_run import SearchRun
from annotator.qt.session import Session
from annotator.services import apart_search, libraries, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.search import Hit, Order, search
from annotator.text.queries import parse


@pytest.fixture
def run(session_on_disk: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchRun]:
    """A run over texts that all count as long."""
    monkeypatch.setattr(reading_texts, "_SHORT_TEXT", 0)
    yield SearchRun(session_on_disk)
    tasks.wait_for_all()


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """The threads that read texts in."""
    threads = []
    reading_text = reading.reading_text

    def note(*arguments: object) -> object:
        threads.append(threading.current_thread())
        return reading_text(*arguments)

    monkeypatch.setattr(reading, "reading_text", note)
    return threads


def scope(session: Session) -> Scope:
    return Scope(texts=tuple(session.documents()))


def found_by(run: SearchRun, words: str, session: Session, qtbot: QtBot) -> list[Hit]:
    found: list[Hit] = []
    run.found.connect(found.extend)
    with qtbot.waitSignal(run.ended) as ended:
        run.start(parse(words), scope(session))
    assert ended.args == [None]
    return found


def test_long_texts_are_read_in_off_the_gui_thread_and_kept(
    run: SearchRun,
    session_on_disk: Session,
    readers: list[threading.Thread],
    qtbot: QtBot,
) -> None:
    found = found_by(run, "创新", session_on_disk, qtbot)

    assert threading.main_thread() not in readers
    assert len(readers) == 2
    assert found == list(search(session_on_disk.library, parse("创新")))
    documents = session_on_disk.documents()
    assert all(session_on_disk.reading_texts.is_in_memory(each.id) for each in documents)


def test_a_new_search_goes_on_with_what_is_being_read_in(
    run: SearchRun,
    session_on_disk: Session,
    readers: list[threading.Thread],
    qtbot: QtBot,
) -> None:
    run.start(parse("别的"), scope(session_on_disk))

    found = found_by(run, "创新", session_on_disk, qtbot)

    assert {hit.match for hit in found} == {"创新"}
    assert len(readers) == 2


def test_a_text_that_cannot_be_read_ends_the_search_with_its_error(
    run: SearchRun, session_on_disk: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_: object) -> None:
        raise DamagedLibraryError(path=Path("a"), backups=Path("b"))

    monkeypatch.setattr(reading, "reading_text", fail)

    with qtbot.waitSignal(run.ended) as ended:
        run.start(parse("创新"), scope(session_on_disk))

    assert isinstance(ended.args[0], DuiduError)
    assert not run.is_running


@pytest.mark.parametrize("is_indexed", [False, True])
def test_texts_of_a_big_library_are_searched_without_being_kept(
    run: SearchRun,
    session_on_disk: Session,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    *,
    is_indexed: bool,
) -> None:
    monkeypatch.setattr(apart_search, "MOST_IN_MEMORY", 10)
    if is_indexed:
        apart_search.update_index(session_on_disk.library.path, lambda *_: None)

    found = found_by(run, "创新", session_on_disk, qtbot)

    assert found == list(search(session_on_disk.library, parse("创新")))
    documents = session_on_disk.documents()
    assert not any(session_on_disk.reading_texts.is_in_memory(each.id) for each in documents)


def test_a_search_that_was_stopped_says_nothing_more(
    run: SearchRun, session_on_disk: Session, qtbot: QtBot
) -> None:
    run.start(parse("创新"), scope(session_on_disk))

    with qtbot.assertNotEmitted(run.found), qtbot.assertNotEmitted(run.ended):
        run.stop()
        tasks.wait_for_all()


def test_a_search_off_the_gui_thread_ends_when_it_is_stopped(
    run: SearchRun, session_on_disk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart_search, "MOST_IN_MEMORY", 10)

    def go_on_for_ever(*arguments: object) -> None:
        while True:
            arguments[-1](0, 1, "")

    monkeypatch.setattr(apart_search, "search_apart", go_on_for_ever)
    run.start(parse("创新"), scope(session_on_disk))

    run.stop()

    tasks.wait_for_all()
    assert QThreadPool.globalInstance().activeThreadCount() == 0


def test_by_tag_the_hits_of_a_big_library_are_arranged_off_the_gui_thread(
    session_on_disk: Session,
    monkeypatch: pytest.MonkeyPatch,
    readers: list[threading.Thread],
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(apart_search, "MOST_IN_MEMORY", 10)
    monkeypatch.setattr(reading_texts, "_SHORT_TEXT", 0)
    session = session_on_disk
    member, tag = libraries.current_member(session.library), session.codebook.tags[0]
    [hit, *others] = search(session.library, parse("创新"))
    selector = Selector(hit.document.id, SourceSpan(hit.span.start, hit.span.end), "创新")
    AddAnnotation(new_annotation(selector, member.id, tag_ids=[tag.id])).apply(session.library)
    readers.clear()
    groups = HitGroups()
    arranging = HitArranging(session, groups, session)

    with qtbot.waitSignal(arranging.arranged) as arranged:
        arranging.arrange([hit, *others], Order.TAG)

    assert threading.main_thread() not in readers
    assert [(group.title, group.hits) for group in arranged.args[0]] == [
        ("Definition", [hit]),
        ("No tag", others),
    ]
