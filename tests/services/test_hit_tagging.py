from dataclasses import replace

import pytest

from annotator.core.annotation import Annotation
from annotator.core.document import Document
from annotator.core.span import ReadingSpan
from annotator.core.visibility import Visibility
from annotator.services import libraries, reading
from annotator.services.anchoring import describe
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.hit_tagging import Unit, Wish, plan, widened
from annotator.services.search import Hit, search
from annotator.storage import annotation_table, tag_table
from annotator.storage.library import Library
from annotator.text import words
from annotator.text.queries import parse

from .texts import put_text

TEXT = "科技创新，是核心要素；𠮷😀创新要快。创新！\n没有别的。\n创新"


@pytest.fixture
def document(library: Library) -> Document:
    return put_text(library, "甲", TEXT)


def hits(library: Library, query: str = "创新") -> list[Hit]:
    return list(search(library, parse(query, is_pattern=query.startswith("["))))


def wish(library: Library, *numbers: int, unit: Unit = Unit.HIT) -> Wish:
    tags = list(tag_table.codebook(library))
    member = libraries.current_member(library)
    return Wish(tuple(tags[number].id for number in numbers), member.id, unit)


def tagged(library: Library) -> list[tuple[str, int]]:
    annotations = annotation_table.all_annotations(library)
    return [(each.selector.quotation, len(each.tag_ids)) for each in annotations]


def annotate(library: Library, document: Document, span: ReadingSpan, wanted: Wish) -> Annotation:
    text = reading.reading_text(library, document.id)
    selector = describe(document.id, text, span)
    made = new_annotation(selector, wanted.member_id, tag_ids=wanted.tag_ids)
    AddAnnotation(made).apply(library)
    return made


@pytest.mark.usefixtures("document")
def test_all_hits_are_tagged_in_one_edit_that_can_be_undone(library: Library) -> None:
    planned = plan(library, hits(library), wish(library, 0, 1))

    changes = planned.edit.apply(library)
    after = tagged(library)
    planned.edit.revert(library)
    reverted = tagged(library)
    planned.edit.apply(library)

    assert (planned.tagged, planned.already) == (4, 0)
    assert after == [("创新", 2)] * 4 == tagged(library)
    assert reverted == []
    assert len(changes.annotations) == 4


@pytest.mark.usefixtures("document")
def test_hits_in_the_same_sentence_give_one_annotation(library: Library) -> None:
    planned = plan(library, hits(library), wish(library, 0, unit=Unit.SENTENCE))
    planned.edit.apply(library)

    assert [quotation for quotation, _ in tagged(library)] == [
        "科技创新，是核心要素；𠮷😀创新要快。",
        "创新！",
        "创新",
    ]


def test_what_has_the_tags_already_is_left_and_what_has_some_gets_the_others(
    library: Library, document: Document
) -> None:
    first, second, *_ = hits(library)
    annotate(library, document, first.span, wish(library, 0, 1, 2))
    partly = annotate(library, document, second.span, wish(library, 0))

    planned = plan(library, hits(library), wish(library, 0, 1))
    planned.edit.apply(library)

    assert (planned.tagged, planned.already) == (3, 1)
    assert [count for _, count in tagged(library)] == [3, 2, 2, 2]
    planned.edit.revert(library)
    assert annotation_table.with_ids(library, [partly.id])[0].tag_ids == wish(library, 0).tag_ids


@pytest.mark.usefixtures("document")
def test_what_has_no_letter_is_left_out(library: Library) -> None:
    planned = plan(library, hits(library, "[！要]+"), wish(library, 0))

    assert (planned.tagged, planned.without_letters) == (2, 1)


@pytest.mark.usefixtures("document")
def test_no_hits_change_nothing(library: Library) -> None:
    planned = plan(library, [], wish(library, 0))

    assert planned.tagged == 0
    assert not planned.edit.apply(library).annotations


def widest(passage: str, unit: Unit) -> str:
    start = TEXT.index(passage)
    return widened(TEXT, ReadingSpan(start, start + len(passage)), unit).slice_of(TEXT)


def test_a_hit_is_widened_to_the_unit_that_it_stands_in() -> None:
    words.load()

    assert widest("技创", Unit.HIT) == "技创"
    assert widest("技创", Unit.WORD) == "科技创新"
    assert widest("技", Unit.CLAUSE) == "科技创新，"
    assert widest("𠮷", Unit.SENTENCE) == "科技创新，是核心要素；𠮷😀创新要快。"
    assert widest("要快", Unit.PARAGRAPH) == TEXT.partition("\n")[0]
    assert widest("有", Unit.PARAGRAPH) == "没有别的。"


def test_a_hit_over_two_units_takes_both() -> None:
    assert widest("快。创", Unit.SENTENCE) == TEXT.partition("\n")[0]
    assert widest("新！\n没", Unit.PARAGRAPH) == TEXT.rpartition("\n")[0]


def test_annotation_of_a_hidden_member_is_neither_changed_nor_counted(
    library: Library, document: Document
) -> None:
    other = libraries.add_member(library, "周")
    theirs = Wish(wish(library, 0).tag_ids, other.id)
    annotation = annotate(library, document, ReadingSpan(2, 4), theirs)
    hiding = Visibility(frozenset([other.id]))

    planned = plan(library, hits(library), replace(wish(library, 0, 1), seen=hiding))
    planned.edit.apply(library)

    assert (planned.tagged, planned.already) == (4, 0)
    (after,) = annotation_table.with_ids(library, [annotation.id])
    assert (after.tag_ids, after.given_by) == (theirs.tag_ids, ())
    assert len(annotation_table.all_annotations(library, hiding)) == 4
