"""Seen annotations: what SQL finds is what Visibility shows."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import Annotation
from annotator.core.blind_round import BlindRound
from annotator.core.codebook import TagUse
from annotator.core.document import About, Document
from annotator.core.identity import new_id, source_hash
from annotator.core.member import Member
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.visibility import ALL, Visibility
from annotator.storage import (
    annotation_table,
    completion_table,
    document_table,
    member_table,
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

visibilities = st.builds(
    Visibility,
    st.frozensets(st.sampled_from([member.id for member in MEMBERS])),
)


@pytest.fixture(scope="module")
def shelf() -> Iterator[Library]:
    """A library in which each of three members marked each of two texts twice, with a note."""
    with Library.in_memory() as library:
        tag_table.insert(library, TAG)
        for member in MEMBERS:
            member_table.insert(library, member)
        for order, (document_id, text) in enumerate(zip(DOCUMENTS, TEXTS, strict=True)):
            document = Document(document_id, About(f"文献{order}"), len(text), "a.txt", order)
            origin = Origin("a.txt", document_id, "utf-8")
            document_table.insert(library, document, Source(text), origin)
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


@given(seen=visibilities)
def test_what_is_read_is_what_is_shown(shelf: Library, seen: Visibility) -> None:
    everything = annotation_table.all_annotations(shelf)
    shown = [annotation for annotation in everything if seen.shows(annotation)]

    ids = [annotation.id for annotation in everything]
    assert annotation_table.all_annotations(shelf, seen) == shown
    assert annotation_table.with_words(shelf, seen) == shown
    assert set(annotation_table.with_ids(shelf, ids, seen)) == set(shown)
    assert annotation_table.counts(shelf, seen) == Counter(a.document_id for a in shown)
    uses = {TAG.id: TagUse(len(shown), len(shown))} if shown else {}
    assert tagging_table.uses(shelf, seen) == uses
    for document_id in DOCUMENTS:
        here = [annotation for annotation in shown if annotation.document_id == document_id]
        assert annotation_table.in_document(shelf, document_id, seen) == here


@given(before=visibilities, after=visibilities)
def test_only_what_comes_into_view_or_leaves_it_is_touched(
    shelf: Library, before: Visibility, after: Visibility
) -> None:
    changes = annotation_table.seen_otherwise(shelf, before, after)

    everything = annotation_table.all_annotations(shelf)
    touched = [a for a in everything if before.shows(a) != after.shows(a)]
    assert changes.annotations == {annotation.id for annotation in touched}
    assert changes.annotated == {annotation.document_id for annotation in touched}


member_ids = st.sampled_from([member.id for member in MEMBERS])
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
        if seen.shows(one) and (one.member_id == me or one.document_id not in blind)
    ]
    assert round_table.blind_documents(shelf) == blind
    assert annotation_table.all_annotations(shelf, seen) == shown
    assert annotation_table.counts(shelf, seen) == Counter(a.document_id for a in shown)
    uses = {TAG.id: TagUse(len(shown), len(shown))} if shown else {}
    assert tagging_table.uses(shelf, seen) == uses
    shelf.db.execute("DELETE FROM blind_round")


def test_nobody_is_hidden_at_first(shelf: Library) -> None:
    assert all(map(ALL.shows, annotation_table.all_annotations(shelf)))
    assert len(annotation_table.all_annotations(shelf, ALL)) == 12
