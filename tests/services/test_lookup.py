"""Finding documents, tags, members and passages by what a reader calls them."""

import pytest

from annotator.core.codebook import Tag
from annotator.core.document import About, Document
from annotator.core.errors import (
    AmbiguousDocumentError,
    AmbiguousMemberError,
    AmbiguousQuotationError,
    DocumentNotFoundError,
    MemberNameError,
    MemberNotFoundError,
    QuotationNotFoundError,
    TagNotFoundError,
)
from annotator.core.reading_text import Paragraph, ReadingText
from annotator.core.span import ReadingSpan
from annotator.services import libraries, lookup
from annotator.services.editing import tag_edits
from annotator.storage import document_table, tag_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library

DOCUMENT = Document("ab12" + "0" * 60, About("短文"), 9, "短文.txt", 1)


def add_document(library: Library, document_id: str, title: str, file_name: str) -> Document:
    document = Document(document_id, About(title), 1, file_name, 1)
    document_table.insert(library, document, Source("文"), Origin(file_name, "0" * 64, "utf-8"))
    return document


@pytest.mark.parametrize("name", ["ab12" + "0" * 60, "ab12", "AB1", "短文", "短文.txt"])
def test_document_is_found_by_id_title_or_file_name(name: str, library: Library) -> None:
    document = add_document(library, "ab12" + "0" * 60, "短文", "短文.txt")
    add_document(library, "cd34" + "0" * 60, "短文集", "短文集.txt")

    assert lookup.find_document(library, name) == document


@pytest.mark.parametrize("name", ["", "短", "ef", "*", "ab12" + "0" * 61])
def test_document_that_nobody_knows_is_not_found(name: str, library: Library) -> None:
    add_document(library, "ab12" + "0" * 60, "短文", "短文.txt")

    with pytest.raises(DocumentNotFoundError, match="lists them"):
        lookup.find_document(library, name)


def test_name_that_fits_two_documents_is_refused(library: Library) -> None:
    add_document(library, "ab12" + "0" * 60, "短文", "1.txt")
    add_document(library, "ab34" + "0" * 60, "短文", "2.txt")

    for name in ("短文", "ab"):
        with pytest.raises(AmbiguousDocumentError, match="fits 2 documents"):
            lookup.find_document(library, name)


def test_title_is_stronger_than_the_beginning_of_an_id(library: Library) -> None:
    add_document(library, "ab12" + "0" * 60, "短文", "1.txt")
    titled = add_document(library, "cd34" + "0" * 60, "ab", "2.txt")

    assert lookup.find_document(library, "ab") == titled


def test_removed_document_is_not_found(library: Library) -> None:
    document = add_document(library, "ab12" + "0" * 60, "短文", "短文.txt")
    document_table.set_deleted(library, document.id, deleted=True)

    with pytest.raises(DocumentNotFoundError):
        lookup.find_document(library, "短文")


@pytest.mark.parametrize("name", ["政策措施", " 政策措施 ", "Policy measure", "POLICY  MEASURE"])
def test_built_in_tag_answers_in_both_languages(name: str, library: Library) -> None:
    assert lookup.find_tag(library, name).name == "政策措施"


def test_own_tag_is_stronger_than_a_built_in_one_in_another_language(library: Library) -> None:
    edit = tag_edits.add_tag(library, Tag("", "Definition", "#000000"))
    edit.apply(library)

    assert lookup.find_tag(library, "definition") == edit.tag


def test_unknown_tag_is_refused_with_those_that_are_known(library: Library) -> None:
    with pytest.raises(TagNotFoundError, match="定义, 政策措施, 实例, 数据"):
        lookup.find_tag(library, "难点")


def test_deleted_tag_is_not_found(library: Library) -> None:
    tag = lookup.find_tag(library, "定义")
    tag_table.set_deleted(library, tag.id, deleted=True)

    for name in ("定义", "Definition"):
        with pytest.raises(TagNotFoundError):
            lookup.find_tag(library, name)


def test_member_is_found_by_name_or_id(library: Library) -> None:
    member = libraries.add_member(library, "周")

    assert lookup.find_member(library, "周") == member
    assert lookup.find_member(library, member.id) == member
    with pytest.raises(MemberNotFoundError):
        lookup.find_member(library, "吴")


def test_two_members_of_one_name_are_told_apart_by_id(library: Library) -> None:
    members = [libraries.add_member(library, "周") for _ in range(2)]

    with pytest.raises(AmbiguousMemberError, match="2 members"):
        lookup.find_member(library, "周")

    assert lookup.find_member(library, members[1].id) == members[1]


@pytest.mark.parametrize("name", ["", "  ", "周" * 201])
def test_member_without_a_proper_name_is_refused(library: Library, name: str) -> None:
    with pytest.raises(MemberNameError, match="1 to 200"):
        libraries.add_member(library, name)


def text_of(text: str) -> ReadingText:
    return ReadingText(text, (Paragraph(0, len(text)),), ())


@pytest.mark.parametrize("quote", ["AI 治理𠮷", "ＡＩ治理𠮷", "a i治\n理𠮷"])
def test_passage_is_found_whatever_blanks_width_and_case(quote: str) -> None:
    text = text_of("谈谈AI 治理𠮷的问题，AI 的问题。")

    assert lookup.find_quotation(DOCUMENT, text, quote) == ReadingSpan(2, 8)


@pytest.mark.parametrize("quote", ["", "  ", "没有的话"])
def test_passage_that_does_not_occur_is_not_found(quote: str) -> None:
    with pytest.raises(QuotationNotFoundError, match="短文"):
        lookup.find_quotation(DOCUMENT, text_of("谈谈治理。"), quote)


@pytest.mark.parametrize(("text", "quote"), [("治理，治理。", "治理"), ("人人人", "人人")])
def test_passage_that_occurs_more_than_once_is_refused(text: str, quote: str) -> None:
    with pytest.raises(AmbiguousQuotationError, match="2 times"):
        lookup.find_quotation(DOCUMENT, text_of(text), quote)
