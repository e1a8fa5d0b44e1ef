"""Annotations as excerpts with their sources, and the files made of them."""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from annotator.core.annotation import AnchorState
from annotator.core.document import About, Document
from annotator.core.errors import FileNotWritableError
from annotator.core.identity import source_hash
from annotator.core.reading_text import (
    DroppedPiece,
    OutlineEntry,
    Paragraph,
    ParagraphKind,
    ReadingText,
    Run,
)
from annotator.core.selector import Selector
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.exporters.excerpt import Grouping
from annotator.exporters.markdown import to_markdown
from annotator.exporters.wording import Language
from annotator.services import anchoring, exporting, libraries, lookup, reading
from annotator.services.editing.annotation_edits import AddAnnotation, change_state, new_annotation
from annotator.services.exporting import ExcerptStyle
from annotator.services.listing import AnnotationFilter, list_annotations
from annotator.storage import document_table, tag_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library

SOURCE = "对读\n内部资料\n第一节\n甲说😀。乙说𠮷。\n"
TEXT = "对读\n第一节\n甲说😀。乙说𠮷。"
ABOUT = About("对读", publisher="读书社", date="2024-03")
EVERYTHING = AnnotationFilter()


@pytest.fixture
def library() -> Iterator[Library]:
    """Return a library with one document: a title, a header that is dropped, a heading, a body."""
    with Library.in_memory() as made:
        tag_table.insert_built_in(made, [built_in.tag for built_in in libraries.built_in_tags()])
        document = Document(source_hash(SOURCE), ABOUT, len(SOURCE), "对读.txt", 1_700_000_000_000)
        document_table.insert(made, document, Source(SOURCE), Origin("对读.txt", "0" * 64, "utf-8"))
        reading.remember(made, document.id, _reading_text())
        yield made


def _reading_text() -> ReadingText:
    return ReadingText(
        text=TEXT,
        paragraphs=(
            Paragraph(0, 2, ParagraphKind.TITLE, 1, page=1),
            Paragraph(3, 6, ParagraphKind.HEADING, 2, page=1),
            Paragraph(7, 15, page=2),
        ),
        runs=(Run(0, 2, 0), Run(3, 3, 8), Run(7, 8, 12)),
        dropped=(DroppedPiece(SourceSpan(3, 7), "header"),),
        outline=(OutlineEntry("对读", 1, 0, 1), OutlineEntry("第一节", 2, 3, 1)),
    )


def _annotate(library: Library, passage: str, *tags: str, note: str = "") -> None:
    start = TEXT.index(passage)
    span = ReadingSpan(start, start + len(passage))
    _add(library, anchoring.describe(source_hash(SOURCE), _reading_text(), span), *tags, note=note)


def _add(library: Library, selector: Selector, *tags: str, note: str = "") -> None:
    member = libraries.current_member(library)
    tag_ids = [lookup.find_tag(library, tag).id for tag in tags]
    annotation = new_annotation(selector, member.id, tag_ids=tag_ids, note=note)
    AddAnnotation(annotation).apply(library)


def test_an_excerpt_says_where_its_passage_stands(library: Library) -> None:
    _annotate(library, "乙说𠮷。", "数据", "定义", note="一\n二")

    [excerpt] = exporting.excerpts(library, EVERYTHING)

    assert excerpt.quotation == "乙说𠮷。"
    assert (excerpt.document_title, excerpt.publisher) == ("对读", "读书社")
    assert excerpt.document_date == "2024-03"
    assert (excerpt.section, excerpt.paragraph, excerpt.page) == ("第一节", 3, 2)
    assert excerpt.start == TEXT.index("乙")
    assert excerpt.tags == ("定义", "数据")
    assert excerpt.note == "一\n二"


def test_an_excerpt_says_who_marked_it_and_on_which_day(library: Library) -> None:
    today = datetime.now().date()
    _annotate(library, "甲说")

    [excerpt] = exporting.excerpts(library, EVERYTHING)

    assert excerpt.member == libraries.current_member(library).name
    assert today.isoformat() <= excerpt.date <= datetime.now().date().isoformat()


def test_the_documents_own_title_is_no_section(library: Library) -> None:
    _annotate(library, "对读")

    [excerpt] = exporting.excerpts(library, EVERYTHING)

    assert excerpt.section is None


def test_a_passage_over_two_paragraphs_stands_where_it_begins(library: Library) -> None:
    _annotate(library, "一节\n甲说")

    [excerpt] = exporting.excerpts(library, EVERYTHING)

    assert (excerpt.quotation, excerpt.paragraph) == ("一节\n甲说", 2)


def test_a_passage_that_is_no_longer_shown_keeps_its_quotation_and_place(library: Library) -> None:
    _add(library, Selector(source_hash(SOURCE), SourceSpan(3, 7), "内部资料"))

    [excerpt] = exporting.excerpts(library, EVERYTHING)

    assert (excerpt.quotation, excerpt.paragraph) == ("内部资料", 2)


def test_excerpts_follow_the_text_and_the_filter(library: Library) -> None:
    _annotate(library, "乙说", "数据")
    _annotate(library, "甲说", "定义")

    everything = exporting.excerpts(library, EVERYTHING)
    data = exporting.excerpts(library, AnnotationFilter(tag_id=lookup.find_tag(library, "数据").id))

    assert [excerpt.quotation for excerpt in everything] == ["甲说", "乙说"]
    assert [excerpt.quotation for excerpt in data] == ["乙说"]


@pytest.mark.parametrize(("language", "title"), [(Language.ZH, "摘录"), (Language.EN, "Excerpts")])
def test_the_markdown_document_holds_the_excerpts(
    library: Library, language: Language, title: str
) -> None:
    _annotate(library, "甲说", "定义")

    document = exporting.export_markdown(library, EVERYTHING, ExcerptStyle(Grouping.TAG, language))

    assert document == to_markdown(
        exporting.excerpts(library, EVERYTHING, language=language),
        Grouping.TAG,
        language=language,
        title=title,
    )
    assert document.startswith(f"# {title}\n")


def test_built_in_tags_are_named_in_the_language_of_the_excerpts(library: Library) -> None:
    _annotate(library, "乙说𠮷。", "数据", "定义")

    [chinese] = exporting.excerpts(library, EVERYTHING, language=Language.ZH)
    [english] = exporting.excerpts(library, EVERYTHING, language=Language.EN)

    assert chinese.tags == ("定义", "数据")
    assert english.tags == ("Definition", "Statistic")


def test_a_tag_that_the_reader_named_keeps_its_name_in_every_language(library: Library) -> None:
    _annotate(library, "甲说", "定义")
    tag_table.update(library, replace(lookup.find_tag(library, "定义"), name="概念😀"))

    [excerpt] = exporting.excerpts(library, EVERYTHING, language=Language.EN)

    assert excerpt.tags == ("概念😀",)


@pytest.mark.parametrize("state", AnchorState)
def test_an_excerpt_says_what_a_newer_edition_did_to_it(
    library: Library, state: AnchorState
) -> None:
    _annotate(library, "甲说")
    [listed] = list_annotations(library, EVERYTHING)
    change_state(listed.annotation, state).apply(library)

    document = exporting.export_markdown(
        library, EVERYTHING, ExcerptStyle(Grouping.TAG, Language.EN)
    )

    told = {
        AnchorState.MOVED: "moved from an older edition",
        AnchorState.TO_CHECK: "to be checked in the newer edition",
        AnchorState.ORPHAN: "not found in the newer edition",
    }
    assert [words for words in told.values() if words in document] == [
        words for key, words in told.items() if key is state
    ]


def test_a_file_is_written_as_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    exporting.write_file(tmp_path / "摘录.md", "𠮷😀\n二\n")

    assert (tmp_path / "摘录.md").read_bytes() == "𠮷😀\n二\n".encode()
    assert os.listdir(tmp_path) == ["摘录.md"]


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    exporting.write_file(tmp_path / "a.md", "text")
    (tmp_path / "b.md").write_text("text", encoding="utf-8")

    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "b.md").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "private.md"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)

    exporting.write_file(file, "new")

    assert file.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "file.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("file.md")

    exporting.write_file(tmp_path / "link.md", "new")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "file.md").read_text(encoding="utf-8") == "new"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "摘录.md"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(FileNotWritableError):
        exporting.write_file(file, "new")

    assert file.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["摘录.md"]


def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "摘录.md"
    file.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(FileNotWritableError, match="cannot be written"):
        exporting.write_file(file, "new")

    assert file.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("place", ["", "missing/a.md", "file/a.md", "名" * 300])
def test_a_place_that_cannot_hold_a_file_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(FileNotWritableError):
        exporting.write_file(tmp_path / place, "text")

    assert os.listdir(tmp_path) == ["file"]
