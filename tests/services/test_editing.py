"""Edits: what each does to annotations, tags and documents."""

import sqlite3
from pathlib import Path

import pytest

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.codebook import Tag
from annotator.core.document import Document
from annotator.core.errors import TagNameEmptyError, TagNameTakenError, TagNameTooLongError
from annotator.core.identity import own_tag_id
from annotator.core.span import ReadingSpan
from annotator.services import anchoring, importing, libraries, lookup, reading
from annotator.services.editing import EditGroup, tag_edits
from annotator.services.editing.annotation_edits import (
    AddAnnotation,
    ChangeNote,
    DeleteAnnotations,
    MoveAnnotation,
    move,
    new_annotation,
    set_tags,
)
from annotator.storage import annotation_table, tag_table, tagging_table
from annotator.storage.library import Library


@pytest.fixture
def document(library: Library, tmp_path: Path) -> Document:
    path = tmp_path / "短文.txt"
    path.write_text("新质生产力是创新起主导作用的先进生产力质态。", encoding="utf-8")
    return importing.import_file(library, path).document


def annotate(library: Library, document: Document, start: int, end: int) -> Annotation:
    text = reading.reading_text(library, document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(start, end))
    annotation = new_annotation(selector, libraries.current_member(library).id)
    AddAnnotation(annotation).apply(library)
    return annotation


def tags_of(library: Library, annotation: Annotation) -> list[str]:
    (found,) = annotation_table.with_ids(library, [annotation.id])
    codebook = tag_table.codebook(library)
    return [tag.name for tag in codebook if tag.id in found.tag_ids]


def add_tag(library: Library, name: str) -> Tag:
    edit = tag_edits.add_tag(library, Tag("", name, "#123456"))
    edit.apply(library)
    return edit.tag


def names(library: Library) -> list[str]:
    return [tag.name for tag in tag_table.codebook(library)]


def test_annotations_may_overlap_and_have_several_tags(
    library: Library, document: Document
) -> None:
    passages = [annotate(library, document, *span) for span in [(0, 9), (0, 9), (3, 12), (2, 4)]]
    tag_ids = [tag.id for tag in tag_table.codebook(library)]

    set_tags(library, [passages[0].id], tag_ids, passages[0].member_id).apply(library)

    assert len(annotation_table.in_document(library, document.id)) == 4
    assert tags_of(library, passages[0]) == names(library)
    assert tags_of(library, passages[1]) == []


def test_annotation_that_is_done_again_keeps_its_id_and_what_it_had(
    library: Library, document: Document
) -> None:
    annotation = annotate(library, document, 0, 5)
    edit = AddAnnotation(annotation)

    edit.revert(library)
    gone = annotation_table.all_annotations(library)
    edit.apply(library)

    assert gone == []
    assert [one.id for one in annotation_table.all_annotations(library)] == [annotation.id]


def test_ends_that_a_reader_moves_are_sure(library: Library, document: Document) -> None:
    annotation = annotate(library, document, 0, 5)
    elsewhere = annotate(library, document, 6, 8).selector
    doubt = MoveAnnotation(
        annotation.id,
        (annotation.selector, AnchorState.OK),
        (annotation.selector, AnchorState.TO_CHECK),
    )
    doubt.apply(library)
    (doubtful,) = annotation_table.with_ids(library, [annotation.id])

    edit = move(doubtful, elsewhere)
    edit.apply(library)
    (moved,) = annotation_table.with_ids(library, [annotation.id])
    edit.revert(library)
    (back,) = annotation_table.with_ids(library, [annotation.id])

    assert (moved.selector, moved.state) == (elsewhere, AnchorState.OK)
    assert (back.selector, back.state) == (annotation.selector, AnchorState.TO_CHECK)


def test_tags_that_stay_keep_who_gave_them(library: Library, document: Document) -> None:
    annotation = annotate(library, document, 0, 5)
    other = libraries.add_member(library, "周")
    definition, measure = tag_table.codebook(library).tags[:2]
    set_tags(library, [annotation.id], [definition.id], annotation.member_id).apply(library)

    set_tags(library, [annotation.id], [definition.id, measure.id], other.id).apply(library)

    given = tagging_table.present(library, [annotation.id])
    assert {(one.tag_id, one.member_id) for one in given} == {
        (definition.id, annotation.member_id),
        (measure.id, other.id),
    }


def test_tag_that_is_deleted_and_comes_back_stands_on_its_annotations_again(
    library: Library, document: Document
) -> None:
    annotation = annotate(library, document, 0, 5)
    tag = add_tag(library, "难点")
    definition = lookup.find_tag(library, "定义")
    set_tags(library, [annotation.id], [tag.id], annotation.member_id).apply(library)

    tag_edits.DeleteTag(tag.id).apply(library)
    set_tags(library, [annotation.id], [definition.id], annotation.member_id).apply(library)
    meanwhile = tags_of(library, annotation)
    add_tag(library, "难点")

    assert meanwhile == ["定义"]
    assert tags_of(library, annotation) == ["定义", "难点"]


def test_group_that_fails_does_nothing(library: Library, document: Document) -> None:
    annotation = annotate(library, document, 0, 5)
    unknown = new_annotation(annotation.selector, "nobody")
    group = EditGroup((DeleteAnnotations((annotation.id,)), AddAnnotation(unknown)))

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        group.apply(library)

    assert [one.id for one in annotation_table.all_annotations(library)] == [annotation.id]


def test_group_is_undone_from_its_end(library: Library, document: Document) -> None:
    annotation = annotate(library, document, 0, 5)
    group = EditGroup((ChangeNote(annotation.id, "", "一"), ChangeNote(annotation.id, "一", "二")))

    group.apply(library)
    (done,) = annotation_table.with_ids(library, [annotation.id])
    group.revert(library)
    (undone,) = annotation_table.with_ids(library, [annotation.id])

    assert (done.note, undone.note) == ("二", "")


def test_new_tag_stands_at_the_end_under_an_id_that_follows_from_its_name(
    library: Library,
) -> None:
    tag = add_tag(library, "  治理   难点 ")

    assert names(library)[-1] == "治理 难点"
    assert tag.id == own_tag_id("治理 难点")


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("", TagNameEmptyError),
        (" \u3000\t", TagNameEmptyError),
        ("定义", TagNameTakenError),
        (" 定义 ", TagNameTakenError),
        ("ａＩ", TagNameTakenError),
        ("长" * 201, TagNameTooLongError),
    ],
)
def test_name_that_no_tag_can_have_is_refused(
    name: str, error: type[Exception], library: Library
) -> None:
    ai = add_tag(library, "AI")
    other = add_tag(library, "长" * 200)
    before = names(library)

    with pytest.raises(error):
        tag_edits.add_tag(library, Tag("", name, "#123456"))
    with pytest.raises(error):
        tag_edits.change_tag(library, other, Tag(other.id, name, other.colour))

    assert names(library) == before
    assert tag_edits.change_tag(library, ai, Tag(ai.id, "ai", ai.colour)).after.name == "ai"


def test_deleted_tag_that_is_added_again_has_its_old_id_and_its_new_look(
    library: Library,
) -> None:
    first = add_tag(library, "难点")
    tag_edits.DeleteTag(first.id).apply(library)

    edit = tag_edits.add_tag(library, Tag("", "难点", "#654321", definition="新的说明"))
    edit.apply(library)

    assert edit.tag.id == first.id
    assert tag_table.codebook(library).get(first.id) == edit.tag


def test_deleted_built_in_tag_comes_back_as_the_built_in_one(library: Library) -> None:
    built_in = lookup.find_tag(library, "数据")
    tag_edits.DeleteTag(built_in.id).apply(library)

    assert add_tag(library, "数据").id == built_in.id


def test_tag_that_takes_the_old_name_of_another_is_another(library: Library) -> None:
    renamed = add_tag(library, "难点")
    tag_edits.change_tag(library, renamed, Tag(renamed.id, "疑点", "#123456")).apply(library)

    second = add_tag(library, "难点")
    tag_edits.change_tag(library, second, Tag(second.id, "问题", "#123456")).apply(library)
    third = add_tag(library, "难点")

    assert len({renamed.id, second.id, third.id}) == 3
    assert names(library)[-3:] == ["疑点", "问题", "难点"]


def test_built_in_name_that_became_free_makes_an_own_tag(library: Library) -> None:
    built_in = lookup.find_tag(library, "数据")
    tag_edits.change_tag(library, built_in, Tag(built_in.id, "数字", "#123456")).apply(library)

    assert add_tag(library, "数据").id == own_tag_id("数据")


@pytest.mark.parametrize(
    ("position", "order"),
    [
        (0, ["实例", "定义", "政策措施", "数据"]),
        (1, ["定义", "实例", "政策措施", "数据"]),
        (2, ["定义", "政策措施", "实例", "数据"]),
        (3, ["定义", "政策措施", "数据", "实例"]),
        (9, ["定义", "政策措施", "数据", "实例"]),
    ],
)
def test_tag_moves_to_a_place_among_the_others(
    position: int, order: list[str], library: Library
) -> None:
    tag = lookup.find_tag(library, "实例")

    tag_edits.move_tag(tag_table.codebook(library), tag.id, position).apply(library)

    assert names(library) == order
