"""Finding documents, tags, members, annotations and passages by what a reader calls them."""

from collections.abc import Sequence
from typing import TypeVar

from annotator.core.annotation import Annotation
from annotator.core.codebook import Tag
from annotator.core.document import Document
from annotator.core.errors import (
    AmbiguousDocumentError,
    AmbiguousError,
    AmbiguousMemberError,
    AmbiguousQuotationError,
    DocumentNotFoundError,
    MemberNotFoundError,
    NotFoundError,
    QuotationNotFoundError,
    TagNotFoundError,
)
from annotator.core.identity import tag_name_key
from annotator.core.member import Member
from annotator.core.reading_text import ReadingText
from annotator.core.reply import Reply
from annotator.core.span import ReadingSpan
from annotator.core.talk_errors import (
    AmbiguousIdError,
    AnnotationNotFoundError,
    ReplyNotFoundError,
)
from annotator.services.libraries import built_in_tags
from annotator.storage import (
    annotation_table,
    document_table,
    member_table,
    reply_table,
    tag_table,
)
from annotator.storage.library import Library
from annotator.text.normal_form import NormalForm

_SHOWN_OF_QUOTE = 40

_Found = TypeVar("_Found")


def find_document(library: Library, name: str) -> Document:
    """Return the document with this id, beginning of an id, title or file name.

    Raises DocumentNotFoundError, or AmbiguousDocumentError where several answer to the name.
    """
    documents = document_table.all_documents(library)
    exact = [d for d in documents if name in (d.id, d.title, d.file_name)]
    found = exact or [d for d in documents if name and d.id.startswith(name.casefold())]
    return _only_one(found, name, missing=DocumentNotFoundError, several=AmbiguousDocumentError)


def find_tag(library: Library, name: str) -> Tag:
    """Return the tag of this name; built-in tags answer to their names in both languages.

    Raises TagNotFoundError.
    """
    codebook = tag_table.codebook(library)
    if tag := codebook.named(name):
        return tag
    key = tag_name_key(name)
    for built_in in built_in_tags():
        tag = codebook.get(built_in.tag.id)
        if tag and key in map(tag_name_key, built_in.names.values()):
            return tag
    raise TagNotFoundError(name=name, known=", ".join(tag.name for tag in codebook))


def find_member(library: Library, name: str) -> Member:
    """Return the member with this name or id.

    Raises MemberNotFoundError, or AmbiguousMemberError where several have the name.
    """
    members = member_table.all_members(library)
    found = [member for member in members if name in (member.name, member.id)]
    return _only_one(found, name, missing=MemberNotFoundError, several=AmbiguousMemberError)


def find_annotation(library: Library, name: str) -> Annotation:
    """Return the annotation with this id or beginning of an id.

    Raises AnnotationNotFoundError, or AmbiguousIdError where several ids begin so.
    """
    found = annotation_table.beginning_with(library, name.casefold()) if name else []
    return _only_one(found, name, missing=AnnotationNotFoundError, several=AmbiguousIdError)


def find_reply(library: Library, name: str) -> Reply:
    """Return the reply with this id or beginning of an id.

    Raises ReplyNotFoundError, or AmbiguousIdError where several ids begin so.
    """
    found = reply_table.beginning_with(library, name.casefold()) if name else []
    return _only_one(found, name, missing=ReplyNotFoundError, several=AmbiguousIdError)


def find_quotation(document: Document, reading_text: ReadingText, quote: str) -> ReadingSpan:
    """Return the only place of these words; blanks, line ends, width and case do not count.

    Raises QuotationNotFoundError, or AmbiguousQuotationError where they stand more than once.
    """
    text = reading_text.text
    shown = quote if len(quote) <= _SHOWN_OF_QUOTE else quote[:_SHOWN_OF_QUOTE] + "…"
    first = next(NormalForm(text).find_all(quote), None)
    if first is None:
        raise QuotationNotFoundError(quote=shown, document=document.title)
    start, end = first
    # Searched again from the next character on, so that 人人 is not sure of its place in 人人人.
    others = list(NormalForm(text[start + 1 :]).find_all(quote))
    if others:
        raise AmbiguousQuotationError(quote=shown, count=1 + len(others), document=document.title)
    return ReadingSpan(start, end)


def _only_one(
    found: Sequence[_Found],
    name: str,
    *,
    missing: type[NotFoundError],
    several: type[AmbiguousError],
) -> _Found:
    if not found:
        raise missing(name=name)
    if len(found) > 1:
        raise several(name=name, count=len(found))
    return found[0]
