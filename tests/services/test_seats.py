"""Who annotates at which seat of a library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.identity import new_id
from annotator.core.member import Member
from annotator.core.span import ReadingSpan
from annotator.services import anchoring, libraries, reading, seats
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import document_table
from annotator.storage.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with libraries.create_with_samples(tmp_path / "library.duidu") as library:
        yield library


def test_nobody_sits_in_a_fresh_library(library: Library) -> None:
    assert seats.is_fresh(library)
    assert seats.member_at(library, "here", None) is None
    assert seats.member_at(library, "here", Member(new_id(), "周", "#4f7cac")) is None


def test_each_seat_has_its_member(library: Library) -> None:
    me, other = libraries.current_member(library), libraries.add_member(library, "周")
    seats.take(library, "here", me.id)
    seats.take(library, "there", other.id)

    assert seats.member_at(library, "here", other) == me
    assert seats.member_at(library, "there", None) == other
    assert seats.member_at(library, "elsewhere", None) is None
    assert not seats.is_fresh(library)


def test_reader_who_came_in_by_a_merge_is_known_at_once(library: Library) -> None:
    other = libraries.add_member(library, "周")

    assert seats.member_at(library, "elsewhere", other) == other


def test_library_in_which_somebody_annotated_is_not_fresh(library: Library) -> None:
    document = document_table.all_documents(library)[0]
    text = reading.reading_text(library, document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(0, 5))
    member = libraries.current_member(library)

    AddAnnotation(new_annotation(selector, member.id)).apply(library)

    assert not seats.is_fresh(library)


def test_seat_of_a_member_who_is_not_there_is_free(library: Library) -> None:
    seats.take(library, "here", new_id())

    assert seats.member_at(library, "here", None) is None


def test_new_library_of_a_known_reader_has_that_reader_for_a_member(tmp_path: Path) -> None:
    reader = Member(new_id(), "𠮷野", "#3f8f8f")

    with libraries.create(tmp_path / "new.duidu", reader) as library:
        assert libraries.current_member(library) == reader
        assert seats.member_at(library, "anywhere", reader) == reader
