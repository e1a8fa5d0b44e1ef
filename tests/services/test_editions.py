"""Editions: annotations go to the newer text where that is certain, and nothing is ever lost."""

from pathlib import Path

import pytest

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.document import About, Document
from annotator.core.errors import EditionCircleError, OtherEditionError
from annotator.core.identity import source_hash
from annotator.services import anchoring, editions, importing, libraries, lookup, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.storage import annotation_table, document_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library

KEPT = "甲方代表指出，今年的工作重点是乡村振兴，这一点谁也不怀疑。"
GONE = "乙方代表认为，明年的工作难点在于人口流失，需要大家来想办法。"
CHANGED = "丙方代表强调，后年要把科技创新摆在国家发展全局的核心位置。"
REWORDED = "丙方补充，科技进步与创新摆到了发展核心之位。"
ENDING = "会议最后通过了决议，全体起立，奏国歌，会议闭幕。"
OLDER = "\n\n".join(("会议记录", KEPT, GONE, CHANGED, ENDING))
NEWER = "\n\n".join(
    ("会议记录（修订）", "新加的开场白，一字一句都是后来写的。", KEPT, REWORDED, ENDING)
)


def add(
    library: Library,
    text: str,
    title: str,
    *,
    date: str = "",
    imported_ms: int = 1,
    file_hash: str = "",
) -> Document:
    document = Document(source_hash(text), About(title, date=date), len(text), title, imported_ms)
    origin = Origin(title, file_hash or source_hash(text), "utf-8")
    document_table.insert(library, document, Source(text), origin)
    return document


def annotate(library: Library, document: Document, quote: str) -> Annotation:
    text = reading.reading_text(library, document.id)
    span = lookup.find_quotation(document, text, quote)
    selector = anchoring.describe(document.id, text, span)
    annotation = new_annotation(selector, libraries.current_member(library).id)
    AddAnnotation(annotation).apply(library)
    return annotation


def now(library: Library, annotation: Annotation) -> Annotation:
    (found,) = annotation_table.with_ids(library, [annotation.id])
    return found


@pytest.fixture
def older(library: Library) -> Document:
    return add(library, OLDER, "会议记录")


@pytest.fixture
def newer(library: Library) -> Document:
    return add(library, NEWER, "会议记录（修订）", imported_ms=2)


def test_link_moves_what_is_certain_and_leaves_the_rest(
    library: Library, older: Document, newer: Document
) -> None:
    kept = annotate(library, older, "乡村振兴")
    changed = annotate(library, older, "把科技创新摆在国家发展全局的核心位置")
    gone = annotate(library, older, "人口流失")

    link = editions.plan_link(library, newer, older)
    link.edit.apply(library)

    assert (link.moved, link.to_check, link.orphans) == (1, 1, 1)
    assert now(library, kept).state == AnchorState.MOVED
    assert now(library, kept).document_id == newer.id
    assert now(library, kept).selector.span.slice_of(NEWER) == "乡村振兴"
    assert (now(library, changed).state, now(library, changed).document_id) == (
        AnchorState.TO_CHECK,
        older.id,
    )
    assert (now(library, gone).state, now(library, gone).selector) == (
        AnchorState.ORPHAN,
        gone.selector,
    )


def test_planning_a_link_changes_nothing(
    library: Library, older: Document, newer: Document
) -> None:
    annotate(library, older, "乡村振兴")
    reading.reading_text(library, newer.id)
    before = list(library.db.iterdump())

    editions.plan_link(library, newer, older)

    assert list(library.db.iterdump()) == before


def test_undoing_a_link_brings_everything_back(
    library: Library, older: Document, newer: Document
) -> None:
    annotations = [annotate(library, older, quote) for quote in ("乡村振兴", "人口流失")]
    edit = editions.plan_link(library, newer, older).edit

    edit.apply(library)
    edit.revert(library)

    assert [now(library, one).selector for one in annotations] == [
        one.selector for one in annotations
    ]
    assert {now(library, one).state for one in annotations} == {AnchorState.OK}
    assert editions.linked(library) == []


def test_unlinking_leaves_what_moved_and_clears_what_was_left(
    library: Library, older: Document, newer: Document
) -> None:
    kept, gone = (annotate(library, older, quote) for quote in ("乡村振兴", "人口流失"))
    editions.plan_link(library, newer, older).edit.apply(library)

    linked = document_table.find(library, newer.id)
    assert linked is not None
    editions.plan_unlink(library, linked).apply(library)

    assert editions.linked(library) == []
    assert now(library, kept).document_id == newer.id
    assert (now(library, gone).document_id, now(library, gone).state) == (older.id, AnchorState.OK)


def test_what_a_link_left_is_offered_with_its_likely_places(
    library: Library, older: Document, newer: Document
) -> None:
    changed = annotate(library, older, "把科技创新摆在国家发展全局的核心位置")
    editions.plan_link(library, newer, older).edit.apply(library)

    (one,) = editions.unchecked(library)
    place = editions.places_for(library, one)[0]

    text = reading.reading_text(library, newer.id).text
    assert (one.annotation.id, one.older.id, one.newest.id) == (changed.id, older.id, newer.id)
    assert "科技进步与创新摆到了发展核心" in place.span.slice_of(text)
    assert 0.5 <= place.score < 1


def test_confirmed_place_is_sure_and_no_longer_to_check(
    library: Library, older: Document, newer: Document
) -> None:
    changed = annotate(library, older, "把科技创新摆在国家发展全局的核心位置")
    editions.plan_link(library, newer, older).edit.apply(library)
    (one,) = editions.unchecked(library)
    span = editions.places_for(library, one)[0].span

    edit = editions.accept(library, one, span)
    edit.apply(library)

    assert (now(library, changed).document_id, now(library, changed).state) == (
        newer.id,
        AnchorState.OK,
    )
    assert editions.unchecked(library) == []
    edit.revert(library)
    assert now(library, changed).state == AnchorState.TO_CHECK


def test_reader_can_say_that_a_passage_is_gone(
    library: Library, older: Document, newer: Document
) -> None:
    changed = annotate(library, older, "把科技创新摆在国家发展全局的核心位置")
    editions.plan_link(library, newer, older).edit.apply(library)
    (one,) = editions.unchecked(library)

    editions.leave_as_orphan(one).apply(library)

    assert now(library, changed).state == AnchorState.ORPHAN


def test_third_edition_takes_up_what_the_second_had_dropped(
    library: Library, older: Document, newer: Document
) -> None:
    kept, gone = (annotate(library, older, quote) for quote in ("乡村振兴", "人口流失"))
    editions.plan_link(library, newer, older).edit.apply(library)
    third_text = "\n\n".join(("会议记录（定稿）", "𠮷😀全新的题记。", KEPT, GONE, ENDING))
    third = add(library, third_text, "会议记录（定稿）", imported_ms=3)

    second = document_table.find(library, newer.id)
    assert second is not None
    editions.plan_link(library, third, second).edit.apply(library)

    for annotation, quote in ((kept, "乡村振兴"), (gone, "人口流失")):
        found = now(library, annotation)
        assert (found.document_id, found.state) == (third.id, AnchorState.MOVED)
        assert found.selector.span.slice_of(third_text) == quote
    assert [one.id for one in editions.editions(library, older)] == [older.id, newer.id, third.id]


def test_editions_form_no_circle_and_no_fork(
    library: Library, older: Document, newer: Document
) -> None:
    editions.plan_link(library, newer, older).edit.apply(library)
    linked = document_table.find(library, newer.id)
    assert linked is not None
    other = add(library, "另一篇文章，讲的是另一件事情。", "另一篇")

    for wrong in ((older, linked), (older, older)):
        with pytest.raises(EditionCircleError):
            editions.plan_link(library, *wrong)
    for wrong in ((other, older), (linked, other)):
        with pytest.raises(OtherEditionError):
            editions.plan_link(library, *wrong)


def test_same_words_with_other_line_ends_are_the_same_text(
    library: Library, older: Document
) -> None:
    annotations = [
        annotate(library, older, quote) for quote in ("乡村振兴", "人口流失", "核心位置")
    ]
    rows = [line[at : at + 17] for line in OLDER.split("\n\n") for at in range(0, len(line), 17)]
    typeset = add(library, "\n".join(f"  {row} " for row in rows), "会议记录 PDF", imported_ms=2)

    link = editions.plan_link(library, typeset, older)

    assert link.moved == len(annotations)


def test_likely_edition_is_found_and_its_age_told(library: Library) -> None:
    older = add(library, OLDER, "会议记录", date="2025")
    add(library, "另一篇文章，讲的是另一件事情，与会议毫无关系。", "另一篇")
    newer = add(library, OLDER.replace("乡村", "城市"), "会议记录", date="2026")

    for document in (older, newer):
        (found,) = editions.likely_editions(library, document.id)
        assert (found.newer.id, found.older.id) == (newer.id, older.id)
        assert found.likeness.of_first > 0.6


def test_text_that_came_out_of_the_same_file_is_offered_first(library: Library) -> None:
    file_hash = source_hash("one file")
    garbled = add(library, "锘夸竴鏂囩珷", "会议记录", file_hash=file_hash)
    add(library, OLDER.replace("乡村", "城市"), "会议记录")
    newer = add(library, OLDER, "会议记录", imported_ms=2, file_hash=file_hash)

    first, second = editions.likely_editions(library, newer.id)

    assert (first.newer.id, first.older.id) == (newer.id, garbled.id)
    assert garbled.id not in {second.newer.id, second.older.id}


def test_linked_editions_are_not_offered_again(
    library: Library, older: Document, newer: Document
) -> None:
    editions.plan_link(library, newer, older).edit.apply(library)

    assert editions.likely_editions(library, newer.id) == []


def test_sample_texts_are_no_editions_of_each_other(samples: Library) -> None:
    for document in document_table.all_documents(samples):
        assert editions.likely_editions(samples, document.id) == []


def test_imported_revision_is_noticed(library: Library, tmp_path: Path) -> None:
    for name, text in (("甲.txt", OLDER), ("乙.txt", OLDER + "\n\n附记：此后又开了一次会。")):
        Path(tmp_path, name).write_text(text, encoding="utf-8")
        document = importing.import_file(library, Path(tmp_path, name)).document

    found = editions.likely_edition_in(library.path, [document.id], lambda *_: None)

    assert found is not None
    assert {found.newer.file_name, found.older.file_name} == {"甲.txt", "乙.txt"}


def test_text_before_all_editions_gives_its_annotations_to_the_newest(
    library: Library, older: Document, newer: Document
) -> None:
    editions.plan_link(library, newer, older).edit.apply(library)
    draft = add(library, f"{OLDER}\n\n草稿", "会议记录（草稿）")
    kept = annotate(library, draft, "乡村振兴")

    link = editions.plan_link(library, older, draft)
    link.edit.apply(library)

    assert link.newer.id == newer.id
    assert (now(library, kept).document_id, now(library, kept).state) == (
        newer.id,
        AnchorState.MOVED,
    )


def test_linking_again_takes_along_what_came_to_the_older_text_since(
    library: Library, older: Document, newer: Document
) -> None:
    editions.plan_link(library, newer, older).edit.apply(library)
    late = annotate(library, older, "乡村振兴")
    linked = document_table.find(library, newer.id)
    assert linked is not None

    link = editions.plan_link(library, linked, older)
    link.edit.apply(library)

    assert (link.moved, now(library, late).document_id) == (1, newer.id)
    assert editions.plan_link(library, linked, older).moved == 0
