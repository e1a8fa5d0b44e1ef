"""Importing: the same text once, whatever its name; a failed import leaves no trace."""

import re
import sqlite3
from pathlib import Path

import pytest

from annotator.core.corrections import NO_CORRECTIONS
from annotator.core.errors import (
    BinaryFileError,
    DocumentGoneError,
    EmptyFileError,
    FileMissingError,
    FileTooLargeError,
    FileUnreadableError,
    TextFileError,
    UnknownEncodingError,
)
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.importers.incoming import LIMIT_MB
from annotator.services import anchoring, importing, libraries, previewing, reading
from annotator.services.editing.annotation_edits import AddAnnotation, new_annotation
from annotator.services.editing.document_edits import RemoveDocument
from annotator.services.importing import Wanted
from annotator.services.listing import AnnotationFilter
from annotator.services.text_export import TextStyle, export_text
from annotator.storage import annotation_table, document_table
from annotator.storage.library import Library
from annotator.text import repair
from tests.importers.labelled import labelled_pdf

TEXT = "关于创新\n\n创新是引领发展的第一动力。\n\n抓创新就是抓发展，谋创新就是谋未来。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "关于创新.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def content(library: Library) -> list[str]:
    """Return every row of a library, as SQL."""
    return list(library.db.iterdump())


def test_imported_text_can_be_read(library: Library, file: Path) -> None:
    imported = importing.import_file(library, file)

    document = imported.document
    assert not imported.already_there
    assert document_table.all_documents(library) == [document]
    assert (document.file_name, document.characters) == ("关于创新.txt", len(TEXT))
    assert document_table.source_text(library, document.id) == TEXT
    assert "创新是引领发展的第一动力。" in reading.reading_text(library, document.id).text


def test_same_file_is_imported_once(library: Library, file: Path) -> None:
    first = importing.import_file(library, file)
    before = content(library)

    second = importing.import_file(library, file)

    assert (second.document, second.already_there) == (first.document, True)
    assert content(library) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_same_text_under_another_name_is_recognised(
    encoding: str, line_end: str, library: Library, file: Path
) -> None:
    first = importing.import_file(library, file)
    other = file.with_name("副本.txt")
    other.write_bytes(TEXT.replace("\n", line_end).encode(encoding))

    second = importing.import_file(library, other)

    assert (second.document, second.already_there) == (first.document, True)


def test_other_text_under_the_same_name_is_another_document(library: Library, file: Path) -> None:
    first = importing.import_file(library, file)
    file.write_text(TEXT.replace("第一", "首要"), encoding="utf-8")

    second = importing.import_file(library, file)

    assert second.document.id != first.document.id
    assert len(document_table.all_documents(library)) == 2


def test_removed_document_comes_back_with_its_annotations(library: Library, file: Path) -> None:
    document = importing.import_file(library, file).document
    text = reading.reading_text(library, document.id)
    selector = anchoring.describe(document.id, text, ReadingSpan(5, 9))
    me = libraries.current_member(library).id
    AddAnnotation(new_annotation(selector, me, note="笔记")).apply(library)
    before = annotation_table.all_annotations(library)
    RemoveDocument(document.id).apply(library)

    back = importing.import_file(library, file)

    assert (back.document, back.already_there) == (document, False)
    assert annotation_table.all_annotations(library) == before


def test_text_is_read_in_the_encoding_that_its_reader_names(library: Library, file: Path) -> None:
    file.write_bytes("創新是引領發展的第一動力。".encode("big5"))

    document = importing.import_file(library, file, encoding="big5").document

    assert library.rows("SELECT encoding FROM document") == [("big5",)]
    assert document_table.source_text(library, document.id) == "創新是引領發展的第一動力。"


def test_file_name_that_is_no_text_is_no_obstacle(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "报告\udcff.txt"
    path.write_text("只有一段，没有题目。", encoding="utf-8")

    document = importing.import_file(library, path).document

    assert document.file_name.startswith("报告")
    assert document.file_name.encode()


def test_preview_is_what_an_import_would_give(library: Library, file: Path) -> None:
    seen = previewing.preview(file)

    document = importing.import_file(library, file).document

    assert seen.reading_text == reading.reading_text(library, document.id)
    assert (seen.title, seen.document_id) == (document.title, document.id)


def test_page_comes_in_with_its_structure_and_origin(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "网页.html"
    path.write_text("<title>题目</title><h1>题目</h1><p>一段话。<h2>小标题</h2>", encoding="utf-8")

    document = importing.import_file(library, path).document

    text = reading.reading_text(library, document.id)
    assert document.title == "题目"
    assert [(entry.title, entry.level) for entry in text.outline] == [("题目", 1), ("小标题", 2)]
    assert document_table.origin(library, document.id).file_format == "html"
    with pytest.raises(DocumentGoneError):
        document_table.origin(library, "no such document")


def test_reading_of_a_file_can_be_cancelled(library: Library, tmp_path: Path) -> None:
    class Stop(BaseException):
        pass

    path = tmp_path / "网页.html"
    path.write_text("<p>正文。", encoding="utf-8")
    before = content(library)

    def report(*_: object) -> None:
        raise Stop

    with pytest.raises(Stop):
        importing.import_all(library.path, [Wanted(path)], report)

    assert content(library) == before


def spoiled(path: Path, spoil: str) -> tuple[Path, type[TextFileError]]:
    """Make a file that cannot be imported; return it with the error that says why."""
    if spoil == "missing":
        return path, FileMissingError
    if spoil == "folder":
        path.mkdir()
        return path, FileUnreadableError
    if spoil == "too large":
        with path.open("wb") as file:
            file.truncate(LIMIT_MB * 1_000_000 + 1)
        return path, FileTooLargeError
    data, error = {
        "empty": (b"", EmptyFileError),
        "blank": ("\u3000\n \t\n".encode(), EmptyFileError),
        "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, BinaryFileError),
        "zeros": (bytes(5000), BinaryFileError),
        "letter soup": (bytes(range(128, 256)) * 20, UnknownEncodingError),
    }[spoil]
    path.write_bytes(data)
    return path, error


@pytest.mark.parametrize(
    "spoil",
    ["missing", "folder", "too large", "empty", "blank", "picture", "zeros", "letter soup"],
)
def test_file_that_cannot_be_imported_leaves_the_library_as_it_was(
    spoil: str, library: Library, tmp_path: Path
) -> None:
    path, error = spoiled(tmp_path / "文件.txt", spoil)
    before = content(library)

    with pytest.raises(error) as caught:
        importing.import_file(library, path)

    assert "文件.txt" in str(caught.value)
    assert content(library) == before


def test_import_that_fails_in_the_middle_leaves_the_library_as_it_was(
    library: Library, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise sqlite3.IntegrityError

    monkeypatch.setattr(reading, "remember", fail)
    before = content(library)

    with pytest.raises(sqlite3.IntegrityError):
        importing.import_file(library, file)

    assert content(library) == before


def test_text_of_which_nothing_is_shown_is_not_imported(
    library: Library, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(repair, "repair", lambda *_, **__: ReadingText("", (), ()))

    with pytest.raises(EmptyFileError):
        importing.import_file(library, file)

    assert document_table.all_documents(library) == []


def test_pages_of_a_book_keep_their_labels(library: Library, tmp_path: Path) -> None:
    (tmp_path / "书.pdf").write_bytes(labelled_pdf("0<</S/r>>1<</P(A-)/S/D>>"))

    document = importing.import_file(library, tmp_path / "书.pdf").document

    text = reading.reading_text(library, document.id)
    again = reading.corrected(library, document.id, NO_CORRECTIONS)
    exported = export_text(library, document, AnnotationFilter(), TextStyle(has_pages=True))
    assert text.page_at(0) == "i"
    assert text.page_at(len(text.text) - 1) == "A-2"
    assert again == text
    assert re.findall("〔第 (.*?) 页〕", exported) == ["i", "A-1", "A-2"]
