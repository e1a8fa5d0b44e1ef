"""Reading texts with their annotations, from the library to a file."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from annotator.exporters.wording import Language
from annotator.services import libraries, reading, samples
from annotator.services.editing.reply_edits import add_reply
from annotator.services.listing import AnnotationFilter, list_annotations
from annotator.services.text_export import TextFormat, TextStyle, export_text
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.repair import MarkKind

EVERYTHING = AnnotationFilter()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with samples.create_demo(tmp_path_factory.mktemp("demo") / "demo.duidu") as library:
        yield library


def test_each_annotation_of_the_text_is_a_footnote(demo: Library) -> None:
    for document in document_table.all_documents(demo):
        listed = list_annotations(demo, AnnotationFilter(document_id=document.id))

        text = export_text(demo, document, EVERYTHING, TextStyle())

        assert text.count("（注") == 2 * len(listed) > 0
        assert all(one.annotation.note.split("\n")[0] in text for one in listed)
        assert all(tag in text for one in listed for tag in one.tags)


def test_built_in_tags_are_named_in_the_language_of_the_footnotes(demo: Library) -> None:
    names = {"Definition", "Policy measure", "Example", "Statistic"}
    for document in document_table.all_documents(demo):
        written = export_text(demo, document, EVERYTHING, TextStyle(language=Language.EN))

        lines = [line for line in written.splitlines() if line.startswith("    Tags: ")]
        assert lines
        assert {name for line in lines for name in line[10:].split(", ")} <= names


@pytest.mark.parametrize("text_format", TextFormat)
def test_replies_come_with_their_annotations_if_they_are_wanted(
    demo: Library, text_format: TextFormat
) -> None:
    annotated = list_annotations(demo, EVERYTHING)[0]
    me, document = libraries.current_member(demo), annotated.document
    edit = add_reply(annotated.annotation.id, me.id, "同意𠮷😀\n再议")

    with demo.transaction():
        edit.apply(demo)
        without = export_text(demo, document, EVERYTHING, TextStyle(text_format))
        style = TextStyle(text_format, has_replies=True)
        written = export_text(demo, document, EVERYTHING, style)
        edit.revert(demo)

    day = datetime.now().date().isoformat()
    assert f"{me.name}（{day}）：" in written
    assert "同意𠮷😀" in written
    assert "回复：" in written
    assert "回复：" not in without


def test_text_without_its_footnotes_is_the_reading_text(demo: Library) -> None:
    for document in document_table.all_documents(demo):
        style = TextStyle(has_annotations=False, has_editor_notes=False)

        written = export_text(demo, document, EVERYTHING, style)

        assert written == reading.reading_text(demo, document.id).text + "\n"


@pytest.mark.parametrize("text_format", TextFormat)
def test_gaps_of_the_compilation_are_told(demo: Library, text_format: TextFormat) -> None:
    document = next(d for d in document_table.all_documents(demo) if "160" in d.title)
    marks = reading.reading_text(demo, document.id).marks

    written = export_text(demo, document, EVERYTHING, TextStyle(text_format))

    kinds = [mark.kind for mark in marks]
    assert written.count("〔原件此处有缺文〕") == kinds.count(MarkKind.PAGE_MISSING) > 10
    assert written.count("〔正文中未见此篇〕") == kinds.count(MarkKind.LISTED_NOT_FOUND) == 2
    assert written.count("〔原件自此有乱码〕") == kinds.count(MarkKind.GARBLED) == 1


@pytest.mark.parametrize("text_format", TextFormat)
def test_pages_of_the_compilation_are_told(demo: Library, text_format: TextFormat) -> None:
    document = next(d for d in document_table.all_documents(demo) if "160" in d.title)

    written = export_text(demo, document, EVERYTHING, TextStyle(text_format, has_pages=True))

    assert "〔第 42 页〕" in written
    assert written.count("〔第 7 页〕") == 1
