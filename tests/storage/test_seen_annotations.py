"""Seen annotations: with members hidden, all is as if these had never written anything."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation
from annotator.core.blind_round import BlindRound
from annotator.core.codebook import TagUse
from annotator.core.document import About, Document
from annotator.core.identity import new_id, source_hash
from annotator.core.member import Member
from annotator.core.reply import Reply
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.tag_uses import tag_uses
from annotator.core.visibility import ALL, Visibility
from annotator.storage import (
    annotation_table,
    completion_table,
    document_table,
    member_table,
    reply_table,
    round_table,
    tag_table,
    tagging_table,
)
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging
from tests.storage.conftest import TAG

TEXTS = ("𠮷野家在东京。😀", "另一篇文献。")
MEMBERS = tuple(Member(new_id(), name, "#4f7cac") for name in ("甲", "乙", "丙"))
DOCUMENTS = tuple(source_hash(text) for text in TEXTS)
TAGS = (TAG, replace(TAG, id="01930000-0000-7000-8000-0000000000aa", name="另"))
IDS = [new_id() for _ in range(3)]

member_ids = st.sampled_from([member.id for member in MEMBERS])
visibilities = st.builds(Visibility, st.frozensets(member_ids))


@dataclass(frozen=True)
class Marking:
    """Somebody annotates a text; the annotation has the same id in every library."""

    member_id: str
    number: int
    document: int
    note: str


@dataclass(frozen=True)
class Giving:
    """Somebody gives a tag, or takes their own away again."""

    member_id: str
    number: int
    tag: int
    present: bool


@dataclass(frozen=True)
class Replying:
    member_id: str
    number: int
    id: str


numbers = st.integers(0, len(IDS) - 1)
givings = st.builds(Giving, member_ids, numbers, st.integers(0, 1), st.booleans())
replyings = st.builds(Replying, member_ids, numbers, st.builds(new_id))


@st.composite
def histories(draw: st.DrawFn) -> list[Marking | Giving | Replying]:
    """Return what happens to annotations: each is made, then given tags and replies."""
    made: list[Marking | Giving | Replying] = [
        Marking(
            draw(member_ids), number, draw(st.integers(0, 1)), draw(st.sampled_from(["", "注"]))
        )
        for number in range(len(IDS))
    ]
    return made + draw(st.lists(givings | replyings, max_size=20))


def library_with_texts() -> Library:
    library = Library.in_memory()
    for tag in TAGS:
        tag_table.insert(library, tag)
    for member in MEMBERS:
        member_table.insert(library, member)
    for order, (document_id, text) in enumerate(zip(DOCUMENTS, TEXTS, strict=True)):
        document = Document(document_id, About(f"文献{order}"), len(text), "a.txt", order)
        document_table.insert(
            library, document, Source(text), Origin("a.txt", document_id, "utf-8")
        )
    return library


def play(
    library: Library, history: list[Marking | Giving | Replying], without: frozenset[str]
) -> None:
    """Write what this history tells, but for what these members did, and others to their work."""
    made: set[int] = set()
    for time, step in enumerate(history):
        if step.member_id in without:
            continue
        annotation_id = IDS[step.number]
        match step:
            case Marking(member_id, number, document, note):
                made.add(number)
                selector = Selector(DOCUMENTS[document], SourceSpan(number, number + 1), "字")
                annotation = Annotation(annotation_id, selector, member_id, 1, 1, note=note)
                annotation_table.insert(library, annotation)
            case Giving(member_id, number, tag, present) if number in made:
                tagging = Tagging(annotation_id, TAGS[tag].id, member_id)
                tagging_table.set_present(library, [tagging], present=present)
            case Replying(member_id, number, id_) if number in made:
                reply = Reply(id_, annotation_id, member_id, time, time, "答")
                reply_table.insert(library, reply)


def timeless(annotations: list[Annotation]) -> list[Annotation]:
    return [
        replace(
            one,
            modified_ms=0,
            replies=tuple(replace(reply, changed_ms=0) for reply in one.replies),
        )
        for one in annotations
    ]


@given(history=histories(), seen=visibilities)
def test_what_hidden_members_wrote_is_read_as_if_it_had_never_been_written(
    history: list[Marking | Giving | Replying], seen: Visibility
) -> None:
    with library_with_texts() as everybodys, library_with_texts() as others:
        play(everybodys, history, frozenset())
        play(others, history, seen.hidden_members)

        wanted = timeless(annotation_table.all_annotations(others))
        found = annotation_table.all_annotations(everybodys, seen)
        assert timeless(found) == wanted
        assert tag_uses(found) == tag_uses(wanted)
        with_ids = annotation_table.with_ids(everybodys, IDS, seen)
        assert {one.id: one for one in timeless(with_ids)} == {one.id: one for one in wanted}
        for document_id in DOCUMENTS:
            here = annotation_table.in_document(everybodys, document_id, seen)
            assert timeless(here) == [one for one in wanted if one.document_id == document_id]


@given(history=histories(), before=visibilities, after=visibilities)
def test_just_that_changes_of_which_something_else_is_seen(
    history: list[Marking | Giving | Replying], before: Visibility, after: Visibility
) -> None:
    with library_with_texts() as library:
        play(library, history, frozenset())
        everything = annotation_table.all_annotations(library)

    changed = list(after.changed_from(before, everything))

    assert changed == [one for one in everything if before.seen([one]) != after.seen([one])]


def test_a_tag_that_a_seen_member_gave_as_well_stays() -> None:
    first, second, third = (member.id for member in MEMBERS)
    history = [
        Marking(first, 0, 0, ""),
        Giving(second, 0, 0, True),
        Giving(third, 0, 0, True),
        Giving(third, 0, 1, True),
    ]
    with library_with_texts() as library:
        play(library, history, frozenset())

        (annotation,) = annotation_table.all_annotations(library, Visibility(frozenset([third])))

        assert annotation.tag_ids == (TAGS[0].id,)
        assert annotation.given_by == ((second,),)


@pytest.fixture(scope="module")
def shelf() -> Iterator[Library]:
    """A library in which each of three members marked each of two texts twice, with a note."""
    with library_with_texts() as library:
        for document_id in DOCUMENTS:
            for member in MEMBERS:
                for start in (0, 3):
                    _mark(library, member, document_id, SourceSpan(start, start + 2))
        yield library


def _mark(library: Library, member: Member, document_id: str, span: SourceSpan) -> None:
    quotation = span.slice_of(TEXTS[DOCUMENTS.index(document_id)])
    selector = Selector(document_id, span, quotation)
    annotation = Annotation(new_id(), selector, member.id, 1, 1, note="笔记")
    annotation_table.insert(library, annotation)
    tagging_table.set_present(library, [Tagging(annotation.id, TAG.id, member.id)], present=True)


rounds = st.builds(
    BlindRound,
    id=st.builds(new_id),
    document_id=st.sampled_from(DOCUMENTS),
    opened_by=member_ids,
    opened_ms=st.just(1),
    member_ids=st.lists(member_ids, unique=True).map(tuple),
    is_open=st.booleans(),
)


@given(
    rounds=st.lists(rounds, max_size=3),
    finished=st.frozensets(st.tuples(st.sampled_from(DOCUMENTS), member_ids)),
    me=member_ids,
    seen=visibilities,
)
def test_a_blind_round_hides_the_others_until_it_is_over(
    shelf: Library,
    rounds: list[BlindRound],
    finished: frozenset[tuple[str, str]],
    me: str,
    seen: Visibility,
) -> None:
    for table in ("blind_round", "completion"):
        shelf.db.execute(f"DELETE FROM {table}")
    everything = annotation_table.all_annotations(shelf)
    round_table.insert(shelf, rounds)
    over = [one.id for one in rounds if not one.is_open]
    round_table.set_ended(shelf, over, ended=True, member_id=me)
    for document_id, member_id in finished:
        completion_table.set_finished(shelf, document_id, member_id, finished=True)
    member_table.make_current(shelf, me)

    blind = {
        one.document_id
        for one in rounds
        if one.is_open and any((one.document_id, id_) not in finished for id_ in one.member_ids)
    }
    shown = [
        one
        for one in everything
        if one.member_id not in seen.hidden_members
        and (one.member_id == me or one.document_id not in blind)
    ]
    assert round_table.blind_documents(shelf) == blind
    assert annotation_table.all_annotations(shelf, seen) == shown
    uses = {TAG.id: TagUse(len(shown), len(shown))} if shown else {}
    assert tag_uses(annotation_table.all_annotations(shelf, seen)) == uses
    shelf.db.execute("DELETE FROM blind_round")


def test_nobody_is_hidden_at_first(shelf: Library) -> None:
    assert len(annotation_table.all_annotations(shelf, ALL)) == 12
