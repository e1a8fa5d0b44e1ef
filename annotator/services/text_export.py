"""A reading text as a file of its own, with its annotations as footnotes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.codebook import Tag
from annotator.core.document import Document
from annotator.exporters import reading_text_html, reading_text_markdown, reading_text_plain
from annotator.exporters.annotated_text import AnnotatedText, Footnote
from annotator.exporters.excerpt import ExcerptReply
from annotator.exporters.wording import Language
from annotator.services import libraries, reading
from annotator.services.exporting import Pulse, day_of, no_pulse, replies_to
from annotator.services.listing import AnnotationFilter, ListedAnnotation, list_annotations
from annotator.storage import tag_table
from annotator.storage.library import Library


class TextFormat(StrEnum):
    """What kind of file a reading text becomes; the values are endings of file names."""

    PLAIN = "txt"
    MARKDOWN = "md"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a reading text is exported; `language` is that of its notes and built-in tags.

    Editor's notes say where the source has gaps and garbled letters.
    """

    format: TextFormat = TextFormat.PLAIN
    language: Language = Language.ZH
    has_annotations: bool = True
    has_pages: bool = False
    has_replies: bool = False
    has_editor_notes: bool = True


_WRITERS: Mapping[TextFormat, Callable[[AnnotatedText, Language], str]] = {
    TextFormat.PLAIN: reading_text_plain.to_plain_text,
    TextFormat.MARKDOWN: reading_text_markdown.to_markdown,
    TextFormat.HTML: reading_text_html.to_html,
}


def export_text(
    library: Library,
    document: Document,
    wanted: AnnotationFilter,
    style: TextStyle,
    pulse: Pulse = no_pulse,
) -> str:
    """Return the reading text of the document, with those of its annotations that are wanted.

    `pulse` is told how many paragraphs are set, and of how many; what it raises breaks off.
    """
    footnotes = []
    if style.has_annotations:
        tags = {
            tag.id: replace(tag, name=libraries.name_in(tag, style.language))
            for tag in tag_table.codebook(library)
        }
        for listed in list_annotations(library, replace(wanted, document_id=document.id)):
            here = [tags[tag_id] for tag_id in listed.annotation.tag_ids]
            replies = tuple(replies_to(listed)) if style.has_replies else ()
            footnotes.append(_footnote(listed, tags=tuple(here), replies=replies))
    text = AnnotatedText.of(
        document.about,
        reading.reading_text(library, document.id),
        footnotes,
        has_pages=style.has_pages,
        has_editor_notes=style.has_editor_notes,
    )
    return _WRITERS[style.format](replace(text, pulse=pulse), style.language)


def _footnote(
    listed: ListedAnnotation, *, tags: tuple[Tag, ...], replies: tuple[ExcerptReply, ...]
) -> Footnote:
    return Footnote(
        span=listed.span,
        quotation=listed.quote,
        tags=tags,
        note=listed.annotation.note,
        member=listed.member,
        date=day_of(listed.annotation.created_ms),
        state=listed.annotation.state,
        replies=replies,
    )
