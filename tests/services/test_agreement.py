"""Agreement of members on texts: who counts, what counts, and where it stands."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.member import Member
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.services import importing, libraries, lookup, reading
from annotator.services.agreement import Agreement, Scope, TagAgreement, compare
from annotator.services.editing.annotation_edits import (
    AddAnnotation,
    DeleteAnnotations,
    change_state,
    new_annotation,
    set_tags,
)
from annotator.services.editing.document_edits import RemoveDocument, change_completion
from annotator.storage.library import Library
from annotator.text.agreement import Undefined

TEXT = "一二三四五六七八九十。\n\n甲乙 丙丁戊己庚辛壬癸𠮷😀。\n"
LETTERS = 24


@pytest.fixture
def group(library: Library, tmp_path: Path) -> Library:
    """Return a library with one text, which 林 and 周 have finished, and 吴 has not."""
    add_text(library, tmp_path / "甲.txt", TEXT)
    for name in ("林", "周", "吴"):
        libraries.add_member(library, name)
    finish(library, "林")
    finish(library, "周")
    return library


def add_text(library: Library, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    importing.import_file(library, path)


def member(library: Library, name: str) -> Member:
    return lookup.find_member(library, name)


def finish(library: Library, name: str, text: str = "甲.txt", *, finished: bool = True) -> None:
    document = lookup.find_document(library, text)
    edit = change_completion(library, document.id, member(library, name).id, finished=finished)
    edit.apply(library)


def mark(
    library: Library, name: str, passage: str, *, tags: Sequence[str] = ("定义",)
) -> Annotation:
    document = lookup.find_document(library, "甲.txt")
    start = TEXT.index(passage)
    selector = Selector(document.id, SourceSpan(start, start + len(passage)), passage)
    tag_ids = [lookup.find_tag(library, tag).id for tag in tags]
    made = new_annotation(selector, member(library, name).id, tag_ids=tag_ids)
    AddAnnotation(made).apply(library)
    return made


def on(found: Agreement, tag: str | None) -> TagAgreement:
    return next(one for one in found.tags if (one.tag.name if one.tag else None) == tag)


def test_members_who_finished_a_text_are_compared_letter_by_letter(group: Library) -> None:
    mark(group, "林", "一二三四五六")
    mark(group, "周", "三四五六七八")
    mark(group, "吴", "甲乙")

    found = compare(group)

    assert {one.name for one in found.members.values()} == {"林", "周"}
    figures = on(found, "定义").figures
    assert figures.letters == LETTERS
    assert figures.prevalence == 12 / 48
    assert figures.per_cent == 20 / 24
    assert on(found, None).figures.pairs == figures.pairs
    assert on(found, "数据").figures.alpha is Undefined.NOTHING_MARKED


def test_nothing_is_compared_before_two_have_finished(group: Library) -> None:
    mark(group, "林", "一二")
    finish(group, "周", finished=False)

    found = compare(group)

    assert (found.texts, found.members) == ((), {})
    assert on(found, None).figures.alpha is Undefined.NOTHING_TO_COMPARE


def test_member_has_a_say_only_in_the_texts_they_finished(group: Library, tmp_path: Path) -> None:
    add_text(group, tmp_path / "乙.txt", "另一篇文献的十二个字。")
    finish(group, "吴", "乙.txt")
    finish(group, "林", "乙.txt")

    found = compare(group)

    pairs = {frozenset(pair): one.letters for pair, one in on(found, None).figures.pairs.items()}
    ids = {name: member(group, name).id for name in ("林", "周", "吴")}
    assert pairs == {frozenset([ids["林"], ids["周"]]): 24, frozenset([ids["林"], ids["吴"]]): 11}


def test_scope_names_a_text_and_members(group: Library, tmp_path: Path) -> None:
    add_text(group, tmp_path / "乙.txt", "另一篇文献的十二个字。")
    for name in ("林", "周", "吴"):
        finish(group, name, "乙.txt")
    document = lookup.find_document(group, "乙.txt")
    two = frozenset(member(group, name).id for name in ("周", "吴"))

    assert on(compare(group, Scope(document.id)), None).figures.letters == 11
    found = compare(group, Scope(member_ids=two))
    assert [text.document.id for text in found.texts] == [document.id]
    assert found.members.keys() == two


def test_blanks_at_the_ends_of_a_passage_make_no_difference(group: Library) -> None:
    mark(group, "林", "甲乙")
    mark(group, "周", "甲乙 ")

    found = on(compare(group), "定义")

    assert (found.figures.exact_f1, found.figures.alpha) == (1, 1)
    assert found.disputed == ()


def test_tag_is_marked_by_who_gave_it(group: Library) -> None:
    theirs = mark(group, "林", "一二三", tags=())
    definition = lookup.find_tag(group, "定义").id
    set_tags(group, [theirs.id], [definition], member(group, "周").id).apply(group)

    found = compare(group)

    (dispute,) = on(found, "定义").disputed
    assert {one.name: share for one, share in dispute.shares} == {"林": 0, "周": 1}
    assert on(found, None).figures.alpha == 1


def test_deleted_annotations_do_not_count(group: Library) -> None:
    mark(group, "林", "一二三")
    gone = mark(group, "周", "七八九")
    DeleteAnnotations((gone.id,)).apply(group)

    (dispute,) = on(compare(group), "定义").disputed

    assert dispute.passage == "一二三"


@pytest.mark.parametrize("state", [AnchorState.TO_CHECK, AnchorState.ORPHAN])
def test_annotations_whose_place_is_not_sure_are_left_out_and_told(
    group: Library, state: AnchorState
) -> None:
    mark(group, "林", "一二三")
    unsure = mark(group, "周", "一二三")
    change_state(unsure, state).apply(group)

    found = compare(group)

    assert found.left_out == 1
    assert [pair.kappa for pair in on(found, "定义").figures.pairs.values()] == [0]


def test_moved_annotations_count(group: Library) -> None:
    mark(group, "林", "一二三")
    change_state(mark(group, "周", "一二三"), AnchorState.MOVED).apply(group)

    assert on(compare(group), "定义").figures.alpha == 1


def test_disputed_passages_begin_with_what_was_marked_in_common_least(group: Library) -> None:
    mark(group, "林", "一二三四")
    mark(group, "周", "一二三")
    mark(group, "周", "𠮷😀")

    first, second = on(compare(group), "定义").disputed

    assert (first.passage, first.overlap) == ("𠮷😀", 0.5)
    assert (second.passage, second.overlap) == ("一二三四", 7 / 8)
    text = reading.reading_text(group, first.document.id).text
    assert first.span.slice_of(text) == "𠮷😀"


def test_marked_spans_tell_how_many_marked_each_part(group: Library) -> None:
    mark(group, "林", "一二三四")
    mark(group, "周", "三四五六")

    (text,) = compare(group).texts
    spans = text.marked[lookup.find_tag(group, "定义").id]

    assert [(one.span.start, one.span.end, one.count) for one in spans] == [
        (0, 2, 1), (2, 4, 2), (4, 6, 1),
    ]  # fmt: skip


def test_text_that_left_the_library_is_not_compared(group: Library) -> None:
    RemoveDocument(lookup.find_document(group, "甲.txt").id).apply(group)

    assert compare(group).texts == ()
