"""Rows: what is written is read back, and only what changed gets a new stamp."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.codebook import Tag, TagUse, Underline
from annotator.core.document import About, Document, DocumentKind
from annotator.core.errors import DocumentGoneError
from annotator.core.identity import new_id, own_tag_id, source_hash
from annotator.core.member import Member
from annotator.core.page import Page
from annotator.core.reading_text import (
    ContentsEntry,
    DroppedPiece,
    Mark,
    OutlineEntry,
    PageTurn,
    Paragraph,
    ParagraphKind,
    ReadingText,
    Run,
)
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.structure import Structure, ToldParagraph
from annotator.core.tag_uses import tag_uses
from annotator.storage import (
    annotation_table,
    document_table,
    local_tables,
    member_table,
    tag_table,
    tagging_table,
)
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging

Maker = Callable[[int, int], Annotation]


@pytest.fixture
def document_id(library: Library) -> str:
    return document_table.all_documents(library)[0].id


@pytest.fixture
def tag(library: Library) -> Tag:
    return tag_table.codebook(library).tags[0]


@pytest.fixture
def annotation(library: Library, make_annotation: Maker) -> Annotation:
    annotation = make_annotation(2, 7)
    annotation_table.insert(library, annotation)
    return annotation


def stamps(library: Library, table: str) -> dict[str, int]:
    """Return the stamps of the table's only row by group."""
    columns = [
        row[0]
        for row in library.rows("SELECT name FROM pragma_table_info(?)", (table,))
        if row[0].endswith("_stamp")
    ]
    values = library.rows(f"SELECT {', '.join(columns)} FROM {table}")[0]
    return dict(zip(columns, values, strict=True))


def test_annotation_is_read_back_as_it_was_written(
    library: Library, make_annotation: Maker
) -> None:
    made = make_annotation(14, 16)
    written = replace(
        made,
        selector=replace(made.selector, quotation="𠮷😀", prefix="质态。\n", suffix=""),
        note="多行\n\n笔记 😀\t",
        state=AnchorState.TO_CHECK,
        passage_id=new_id(),
    )

    changes = annotation_table.insert(library, written)

    (read,) = annotation_table.all_annotations(library)
    assert replace(read, modified_ms=written.modified_ms) == written
    assert changes.annotations == {written.id}
    assert changes.annotated == {written.document_id}


def test_annotations_stand_in_the_order_of_the_text(
    library: Library, make_annotation: Maker
) -> None:
    spans = [(5, 9), (0, 3), (5, 6), (0, 9), (5, 6)]
    ids = {}
    for span in spans:
        made = make_annotation(*span)
        annotation_table.insert(library, made)
        ids[made.id] = span

    read = annotation_table.all_annotations(library)

    assert [(ids[one.id], one.id) for one in read] == sorted(
        (span, id_) for id_, span in ids.items()
    )
    assert read == annotation_table.in_document(library, read[0].document_id)
    some = annotation_table.with_ids(library, [read[2].id, read[1].id, "unknown"])
    assert sorted(some, key=read.index) == read[1:3]


def test_note_and_anchor_have_stamps_of_their_own(library: Library, annotation: Annotation) -> None:
    before = stamps(library, "annotation")

    annotation_table.set_note(library, annotation.id, "新的笔记")

    after = stamps(library, "annotation")
    assert after["note_stamp"] > before["note_stamp"]
    assert after["anchor_stamp"] == before["anchor_stamp"]
    assert after["deletion_stamp"] == before["deletion_stamp"]


def test_anchor_may_move_to_another_passage(library: Library, make_annotation: Maker) -> None:
    annotation = replace(make_annotation(2, 7), passage_id=new_id())
    annotation_table.insert(library, annotation)
    selector = replace(annotation.selector, span=SourceSpan(0, 2), quotation="新质")

    changes = annotation_table.set_anchors(library, {annotation.id: (selector, AnchorState.MOVED)})

    (read,) = annotation_table.all_annotations(library)
    assert (read.selector, read.state) == (selector, AnchorState.MOVED)
    assert read.passage_id == annotation.passage_id
    assert changes.annotated == {annotation.document_id}


@pytest.mark.parametrize("is_typeset", [True, False])
def test_structure_is_kept_as_it_was_told(library: Library, is_typeset: bool) -> None:
    structure = Structure((ToldParagraph(0, ParagraphKind.HEADING, 2),), is_typeset)
    document = Document(source_hash("另一篇"), About("另一篇"), 3, "", 2)

    source = Source("另一篇", structure)
    document_table.insert(library, document, source, Origin("", "0" * 64, "utf-8"))

    assert document_table.structure(library, document.id) == structure


def test_pages_are_called_as_they_were(library: Library) -> None:
    structure = Structure(is_typeset=True, pages=("iv", None, 1, "附录-3"))
    document = Document(source_hash("另一篇"), About("另一篇"), 3, "", 2)

    source = Source("另一篇", structure)
    document_table.insert(library, document, source, Origin("", "0" * 64, "utf-8"))

    assert document_table.structure(library, document.id) == structure


@pytest.mark.parametrize(
    ("stored", "pages"),
    [
        ('{"typeset":[]}', ()),
        ('{"typeset":[],"pages":["i",2,null]}', ("i", 2, None)),
        ('{"typeset":[],"pages":["\\u202e1","' + "9" * 99 + '",[],{"a":1}]}', (None,) * 4),
        ('{"typeset":[],"pages":7}', ()),
    ],
)
def test_labels_from_elsewhere_are_read_with_care(
    library: Library, stored: str, pages: tuple[Page | None, ...]
) -> None:
    document = Document(source_hash("另一篇"), About("另一篇"), 3, "", 2)
    document_table.insert(library, document, Source("另一篇"), Origin("", "0" * 64, "utf-8"))
    library.db.execute("UPDATE document SET structure = ? WHERE id = ?", (stored, document.id))

    assert document_table.structure(library, document.id) == Structure((), True, pages)


def test_annotation_that_moves_to_another_document_changes_both(
    library: Library, annotation: Annotation
) -> None:
    other = Document(source_hash("另一篇"), About("另一篇"), 3, "", 2)
    document_table.insert(library, other, Source("另一篇"), Origin("", "0" * 64, "utf-8"))
    selector = Selector(other.id, SourceSpan(0, 3), "另一篇")

    changes = annotation_table.set_anchors(library, {annotation.id: (selector, AnchorState.OK)})

    assert changes.annotated == {annotation.document_id, other.id}
    assert [one.id for one in annotation_table.in_document(library, other.id)] == [annotation.id]


def test_deleted_annotation_is_gone_and_comes_back_with_all_that_it_had(
    library: Library, annotation: Annotation, tag: Tag
) -> None:
    tagging_table.set_present(
        library, [Tagging(annotation.id, tag.id, annotation.member_id)], present=True
    )
    annotation_table.set_note(library, annotation.id, "笔记")

    annotation_table.set_deleted(library, [annotation.id], deleted=True)
    gone = annotation_table.all_annotations(library)
    annotation_table.set_deleted(library, [annotation.id], deleted=False)

    assert gone == []
    (back,) = annotation_table.all_annotations(library)
    assert (back.selector, back.note, back.tag_ids) == (annotation.selector, "笔记", (tag.id,))


def test_annotations_go_and_come_back_with_their_document(
    library: Library, annotation: Annotation
) -> None:
    document_table.set_deleted(library, annotation.document_id, deleted=True)
    gone = annotation_table.all_annotations(library), document_table.all_documents(library)
    document_table.set_deleted(library, annotation.document_id, deleted=False)

    assert gone == ([], [])
    assert len(annotation_table.all_annotations(library)) == 1


@given(st.lists(st.booleans(), max_size=12))
def test_tagging_stands_if_it_was_added_last(steps: list[bool]) -> None:
    tagging = Tagging("0" * 36, "1" * 36, "2" * 36)
    with closing(Library.in_memory()) as library:
        library.db.execute("PRAGMA foreign_keys = OFF")
        library.db.execute(
            "INSERT INTO tag VALUES (?, 'x', 0, '#000000', 'wave', 0, '', 0, 0, 0, 0, 0, 0, 0)",
            (tagging.tag_id,),
        )
        for present in steps:
            tagging_table.set_present(library, [tagging], present=present)

        found = tagging_table.present(library, [tagging.annotation_id])
        rows = library.rows("SELECT causal_length FROM tagging")

    changed = sum(before != after for before, after in pairwise([False, *steps]))
    assert found == ({tagging} if steps and steps[-1] else set())
    assert rows == ([(changed,)] if changed else [])


def test_each_member_adds_and_removes_a_tag_alone(
    library: Library, annotation: Annotation, tag: Tag
) -> None:
    other = Member("01930000-0000-7000-8000-000000000002", "周", "#c0605a")
    member_table.insert(library, other)
    taggings = {Tagging(annotation.id, tag.id, who) for who in (other.id, annotation.member_id)}

    tagging_table.set_present(library, taggings, present=True)
    tagging_table.set_present(library, [Tagging(annotation.id, tag.id, other.id)], present=False)

    assert annotation_table.all_annotations(library)[0].tag_ids == (tag.id,)
    assert tag_uses(annotation_table.all_annotations(library)) == {tag.id: TagUse(1, 1)}


def test_counts_leave_out_what_is_deleted(
    library: Library, annotation: Annotation, tag: Tag
) -> None:
    tagging_table.set_present(
        library, [Tagging(annotation.id, tag.id, annotation.member_id)], present=True
    )
    counts = [tag_uses(annotation_table.all_annotations(library))]
    annotation_table.set_deleted(library, [annotation.id], deleted=True)
    counts.append(tag_uses(annotation_table.all_annotations(library)))

    assert counts == [{tag.id: TagUse(1, 1)}, {}]


@pytest.mark.parametrize(
    ("changed", "group"),
    [
        ({"name": "疑点"}, "name_stamp"),
        ({"colour": "#000000"}, "look_stamp"),
        ({"underline": Underline.DOUBLE}, "look_stamp"),
        ({"definition": ""}, "definition_stamp"),
    ],
)
def test_only_the_group_of_a_tag_that_changed_gets_a_new_stamp(
    changed: dict[str, str], group: str, library: Library, tag: Tag
) -> None:
    before = stamps(library, "tag")
    after = replace(tag, **changed)

    tag_table.update(library, after)

    assert tag_table.codebook(library).tags == (after,)
    assert {name for name, stamp in stamps(library, "tag").items() if stamp > before[name]} == {
        group
    }


def test_built_in_tags_are_older_than_any_change() -> None:
    built_in = Tag(own_tag_id("定义"), "定义", "#ffe9a8")
    with closing(Library.in_memory()) as library:
        tag_table.insert_built_in(library, [built_in])

        assert set(stamps(library, "tag").values()) == {0}


@given(st.permutations("abcd"), st.sets(st.sampled_from("abcd")), st.data())
def test_order_of_tags_can_be_changed_and_changed_back(
    order: list[str], deleted: set[str], data: st.DataObject
) -> None:
    with closing(Library.in_memory()) as library:
        ids = {name: own_tag_id(name) for name in order}
        for name in order:
            tag_table.insert(library, Tag(ids[name], name, "#000000"))
        for name in sorted(deleted):
            tag_table.set_deleted(library, ids[name], deleted=True)
        before = [tag.id for tag in tag_table.codebook(library)]
        wanted = data.draw(st.permutations(before))

        tag_table.set_order(library, wanted)
        after = [tag.id for tag in tag_table.codebook(library)]
        tag_table.set_order(library, before)
        for name in sorted(deleted):
            tag_table.set_deleted(library, ids[name], deleted=False)

        assert after == wanted
        assert [tag.name for tag in tag_table.codebook(library)] == order


def test_tags_that_a_merge_put_at_the_same_place_can_be_ordered(library: Library) -> None:
    for name in "abc":
        tag_table.insert(library, Tag(own_tag_id(name), name, "#000000"))
    library.db.execute("UPDATE tag SET position = 7")
    wanted = [tag.id for tag in tag_table.codebook(library)][::-1]

    tag_table.set_order(library, wanted)

    assert [tag.id for tag in tag_table.codebook(library)] == wanted


def test_what_is_known_of_a_document_can_be_changed(library: Library, document_id: str) -> None:
    about = About("新题目", "出版社", "2024-03", DocumentKind.NEWSPAPER)

    changes = document_table.set_about(library, document_id, about)

    found = document_table.find(library, document_id)
    assert found
    assert found.about == about
    assert changes.documents == {document_id}


def test_kind_of_a_later_version_reads_as_unknown(library: Library, document_id: str) -> None:
    library.db.execute("UPDATE document SET kind = 'podcast'")

    found = document_table.find(library, document_id)

    assert found
    assert found.about.kind is DocumentKind.UNKNOWN


def test_text_of_an_unknown_document_is_asked_for_in_vain(library: Library) -> None:
    with pytest.raises(DocumentGoneError):
        document_table.source_text(library, "unknown")


def test_reading_text_is_remembered_whole(library: Library, document_id: str) -> None:
    text = ReadingText(
        "题目\n正文𠮷。",
        (Paragraph(0, 2, ParagraphKind.TITLE, 1, 3), Paragraph(3, 7)),
        (Run(0, 2, 1), Run(3, 4, 9)),
        (DroppedPiece(SourceSpan(0, 1), "blank"),),
        (OutlineEntry("题目", 1, 0, 3),),
        (ContentsEntry("题目", 3),),
        (Mark(3, "garbled", "A letter cannot be read."),),
        (PageTurn(4, 4), PageTurn(5, None)),
    )

    local_tables.cache_reading_text(library, document_id, 5, text)

    assert local_tables.cached_reading_text(library, document_id, 5) == text


def test_reading_text_is_forgotten_when_repair_or_corrections_change(
    library: Library, document_id: str
) -> None:
    local_tables.cache_reading_text(library, document_id, 5, ReadingText("", (), ()))

    other_version = local_tables.cached_reading_text(library, document_id, 6)
    library.db.execute("UPDATE document SET corrections_stamp = 1")
    other_corrections = local_tables.cached_reading_text(library, document_id, 5)

    assert other_version is None
    assert other_corrections is None


def test_damaged_copy_of_a_reading_text_counts_as_none(library: Library, document_id: str) -> None:
    local_tables.cache_reading_text(library, document_id, 5, ReadingText("", (), ()))
    library.db.execute("UPDATE reading_text SET content = zeroblob(length(content))")

    assert local_tables.cached_reading_text(library, document_id, 5) is None


def test_reading_place_is_the_last_one(library: Library, document_id: str) -> None:
    places = [local_tables.reading_place(library, document_id)]
    for offset in (17, 5):
        local_tables.set_reading_place(library, document_id, offset)
        places.append(local_tables.reading_place(library, document_id))

    assert places == [0, 17, 5]


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_settings_are_read_back(value: object) -> None:
    with closing(Library.in_memory()) as library:
        local_tables.set_setting(library, "panes", value)

        assert local_tables.setting(library, "panes") == value
        assert local_tables.setting(library, "other") is None


def test_only_one_member_annotates_here(library: Library) -> None:
    other = Member("01930000-0000-7000-8000-000000000002", "周", "#c0605a")
    member_table.insert(library, other)

    member_table.make_current(library, other.id)

    assert member_table.current(library) == other
    assert {member.name for member in member_table.all_members(library)} == {"林", "周"}
