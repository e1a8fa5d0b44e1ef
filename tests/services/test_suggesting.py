"""Suggestions in a library: what waits for an answer, and what an answer does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.corrections import Corrections, Rule
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services import libraries, reading, suggesting
from annotator.services.editing.annotation_edits import (
    AddAnnotation,
    AddAnnotations,
    new_annotation,
)
from annotator.services.editing.document_edits import CorrectDocument
from annotator.services.editing.suggestion_edits import ChangeDismissals, Dismissal, dismissals
from annotator.services.editing.tag_edits import DeleteTag
from annotator.services.suggesting import PlacedSuggestion, suggestions
from annotator.services.suggestion_answers import DismissedSpans, TaggedSpans
from annotator.storage import annotation_table, document_table, tag_table
from annotator.storage.library import Library
from annotator.text.suggestions import SuggestionKind


def accept(library: Library, *chosen: PlacedSuggestion) -> AddAnnotations:
    edit = suggesting.accepted(library, chosen, lambda id_: reading.reading_text(library, id_))
    edit.apply(library)
    return edit


def test_nothing_is_annotated_by_looking_for_suggestions(samples: Library) -> None:
    found = suggestions(samples)

    assert {one.kind for one in found} == set(SuggestionKind)
    assert annotation_table.all_annotations(samples) == []
    for one in found[::20]:
        text = reading.reading_text(samples, one.document.id)
        assert one.span.slice_of(text.text) == one.quotation
        assert text.to_reading(one.source_span) == one.span


def test_accepted_suggestion_is_an_annotation_of_the_member_with_its_tag(samples: Library) -> None:
    one = next(one for one in suggestions(samples) if one.kind is SuggestionKind.STATISTIC)

    edit = accept(samples, one)

    (annotation,) = annotation_table.all_annotations(samples)
    tag = tag_table.codebook(samples).get(annotation.tag_ids[0])
    assert tag is not None
    assert tag.name == "数据"
    assert annotation.selector.quotation == one.quotation
    assert annotation.selector.span == one.source_span
    assert annotation.member_id == libraries.current_member(samples).id
    assert one not in suggestions(samples)
    edit.revert(samples)
    assert annotation_table.all_annotations(samples) == []
    assert one in suggestions(samples)


def test_many_are_accepted_and_taken_back_together(samples: Library) -> None:
    found = suggestions(samples)

    edit = accept(samples, *found)

    assert len(annotation_table.all_annotations(samples)) == len(found)
    assert suggestions(samples) == []
    edit.revert(samples)
    assert suggestions(samples) == found


def test_passage_that_has_the_tag_already_is_not_suggested(samples: Library) -> None:
    first, second = [one for one in suggestions(samples) if one.kind is SuggestionKind.DEFINITION][
        :2
    ]
    accept(samples, first)
    (annotation,) = annotation_table.all_annotations(samples)
    shorter = SourceSpan(second.source_span.start + 2, second.source_span.end - 2)
    selector = replace(annotation.selector, document_id=second.document.id, span=shorter)
    other = tuple(tag.id for tag in tag_table.codebook(samples) if tag.name == "实例")

    AddAnnotation(replace(annotation, id="x" * 36, selector=selector, tag_ids=other)).apply(samples)
    assert second in suggestions(samples)

    with_tag = replace(annotation, id="y" * 36, selector=selector)
    AddAnnotation(with_tag).apply(samples)
    assert second not in suggestions(samples)


def test_dismissed_suggestions_stay_away_until_they_are_brought_back(samples: Library) -> None:
    found = suggestions(samples)
    edit = ChangeDismissals(frozenset(one.dismissal for one in found[:3]))

    changes = edit.apply(samples)

    assert changes.suggested == {one.document.id for one in found[:3]}
    assert suggestions(samples) == found[3:]
    assert annotation_table.all_annotations(samples) == []
    edit.revert(samples)
    assert suggestions(samples) == found
    edit.apply(samples)
    ChangeDismissals(frozenset(dismissals(samples)), dismissed=False).apply(samples)
    assert suggestions(samples) == found


def test_another_repair_does_not_bring_dismissed_suggestions_back(samples: Library) -> None:
    found = suggestions(samples)
    ChangeDismissals(frozenset(one.dismissal for one in found)).apply(samples)

    for document in document_table.all_documents(samples):
        before = document_table.corrections(samples, document.id)
        other = Corrections(off=frozenset({Rule.PAGE_EDGES}))
        CorrectDocument(document.id, before, other).apply(samples)

    back = suggestions(samples)
    assert len(back) <= len(found) / 50


def test_kind_whose_tag_was_deleted_is_not_suggested(samples: Library) -> None:
    tag = suggesting.tags_by_kind(tag_table.codebook(samples))[SuggestionKind.EXAMPLE]

    DeleteTag(tag.id).apply(samples)

    assert SuggestionKind.EXAMPLE not in {one.kind for one in suggestions(samples)}


def test_suggestions_of_one_text_are_those_of_all_texts_that_stand_in_it(samples: Library) -> None:
    document = document_table.all_documents(samples)[1]

    found = suggestions(samples, [document])

    assert found == [one for one in suggestions(samples) if one.document.id == document.id]


def test_threads_find_what_the_library_has(samples: Library) -> None:
    documents = document_table.all_documents(samples)
    told: list[tuple[int, int]] = []

    found = suggesting.find_in(samples.path, documents, lambda *done: told.append(done))

    assert [one for each in found.values() for one in each] == suggestions(samples)
    assert told == [(number, len(documents)) for number in range(len(documents))]


@given(st.integers(0, 20), st.integers(1, 20), st.integers(0, 20), st.integers(1, 20))
def test_dismissal_covers_what_is_the_same_by_half(
    start: int, length: int, other_start: int, other_length: int
) -> None:
    span = SourceSpan(start, start + length)
    other = SourceSpan(other_start, other_start + other_length)
    shared = set(range(span.start, span.end)) & set(range(other.start, other.end))

    covers = Dismissal("d", "example", span).covers("example", other)

    assert covers == (2 * len(shared) >= max(length, other_length))
    assert not Dismissal("d", "example", span).covers("statistic", other)


SPANS = st.builds(
    lambda start, length: SourceSpan(start, start + length), st.integers(0, 12), st.integers(1, 6)
)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_looking_up_is_the_same_as_asking_each(spans: list[SourceSpan], span: SourceSpan) -> None:
    kinds = [Dismissal("d", "example", one) for one in spans]
    selector = Selector("d", SourceSpan(0, 1), "字", "", "")
    tagged = [new_annotation(replace(selector, span=one), "m", tag_ids=["t"]) for one in spans]

    covers = DismissedSpans(kinds).covers(Dismissal("d", "example", span))
    meets = TaggedSpans(tagged).meets("t", span)

    assert covers == any(one.covers("example", span) for one in kinds)
    assert meets == any(one.overlaps(span) for one in spans)


@pytest.mark.parametrize("name", ["", "新"])
def test_library_without_texts_has_no_suggestions(library: Library, name: str) -> None:
    assert suggestions(library) == [] == suggesting.waiting(library, name, [], annotations=[])
