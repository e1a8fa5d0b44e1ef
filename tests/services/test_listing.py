"""Listing: annotations as readers look for them."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.services import anchoring, importing, libraries, lookup, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.editing.document_edits import RemoveDocument
from annotator.services.listing import AnnotationFilter, ListedAnnotation, list_annotations
from annotator.storage import tag_table
from annotator.storage.library import Library

TEXTS = {"甲.txt": "新质生产力是先进生产力质态。", "乙.txt": "科技创新 AI 催生新产业、新模式。"}
EVERYTHING = AnnotationFilter()


@pytest.fixture
def annotated(library: Library, tmp_path: Path) -> Library:
    """Return a library with four annotations, made in another order than they stand."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        importing.import_file(library, tmp_path / name)
    me, other = libraries.current_member(library).id, libraries.add_member(library, "周").id
    annotate(library, "乙.txt", "新模式", me, note="什么是 AI 模式？")
    annotate(library, "甲.txt", "先进生产力", other, tags=["定义", "数据"])
    annotate(library, "甲.txt", "新质生产力", me, tags=["定义"], note="要点")
    annotate(library, "乙.txt", "科技创新 AI", other, tags=["实例"])
    return library


def annotate(
    library: Library,
    name: str,
    passage: str,
    member: str,
    *,
    tags: Sequence[str] = (),
    note: str = "",
) -> None:
    document = lookup.find_document(library, name)
    text = reading.reading_text(library, document.id)
    start = text.text.index(passage)
    span = ReadingSpan(start, start + len(passage))
    selector = anchoring.describe(document.id, text, span)
    tag_ids = [lookup.find_tag(library, tag).id for tag in tags]
    AddAnnotation(new_annotation(selector, member, tag_ids=tag_ids, note=note)).apply(library)


def quotes(found: list[ListedAnnotation]) -> list[str]:
    return [one.quote for one in found]


def test_annotations_are_listed_in_the_order_of_the_texts(annotated: Library) -> None:
    found = list_annotations(annotated, EVERYTHING)

    assert quotes(found) == ["新质生产力", "先进生产力", "科技创新 AI", "新模式"]


def test_annotation_is_told_with_names(annotated: Library) -> None:
    found = list_annotations(annotated, EVERYTHING)[1]

    assert found.tags == ("定义", "数据")
    assert found.member == "周"
    assert found.document.file_name == "甲.txt"
    assert found.span == ReadingSpan(6, 11)


def test_list_is_filtered_by_document_tag_and_member(annotated: Library) -> None:
    document = lookup.find_document(annotated, "甲.txt").id
    tag = lookup.find_tag(annotated, "定义").id
    member = lookup.find_member(annotated, "周").id

    def listed(**wanted: str) -> list[str]:
        return quotes(list_annotations(annotated, AnnotationFilter(**wanted)))

    assert listed(document_id=document) == ["新质生产力", "先进生产力"]
    assert listed(tag_id=tag) == ["新质生产力", "先进生产力"]
    assert listed(member_id=member) == ["先进生产力", "科技创新 AI"]
    assert listed(document_id=document, tag_id=tag, member_id=member) == ["先进生产力"]
    assert listed(tag_id="unknown") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("生产力", ["新质生产力", "先进生产力"]),
        ("要点", ["新质生产力"]),
        ("创新ai", ["科技创新 AI"]),
        ("a I", ["科技创新 AI", "新模式"]),
        (" \n", ["新质生产力", "先进生产力", "科技创新 AI", "新模式"]),
        ("没有", []),
    ],
)
def test_list_is_filtered_by_words_in_passage_or_note(
    text: str, found: list[str], annotated: Library
) -> None:
    assert quotes(list_annotations(annotated, AnnotationFilter(text=text))) == found


def test_deleted_tags_and_removed_documents_are_not_listed(annotated: Library) -> None:
    tag = lookup.find_tag(annotated, "定义")
    tag_table.set_deleted(annotated, tag.id, deleted=True)
    RemoveDocument(lookup.find_document(annotated, "乙.txt").id).apply(annotated)

    found = list_annotations(annotated, EVERYTHING)

    assert [one.tags for one in found] == [(), ("数据",)]
    assert list_annotations(annotated, AnnotationFilter(tag_id=tag.id)) == []


def test_passage_that_is_no_longer_shown_is_listed_as_it_was_quoted(
    annotated: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "reading_text", lambda *_: ReadingText("", (), ()))

    found = list_annotations(annotated, EVERYTHING)

    assert [one.span for one in found] == [None] * 4
    assert quotes(found) == ["新质生产力", "先进生产力", "科技创新 AI", "新模式"]
