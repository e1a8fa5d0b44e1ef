"""Texts that are put into a library as they are, without repair."""

from annotator.core.document import About, Document
from annotator.core.identity import source_hash
from annotator.core.reading_text import Paragraph, ParagraphKind, ReadingText, Run
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library


def put_text(library: Library, title: str, text: str) -> Document:
    """Put a text of these lines in, each a paragraph."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(start, start + len(line), ParagraphKind.BODY))
        start += len(line) + 1
    reading_text = ReadingText(text, tuple(paragraphs), (Run(0, len(text), 0),))
    order = len(document_table.all_documents(library))
    document = Document(source_hash(text), About(title), len(text), "text.txt", order)
    origin = Origin("text.txt", source_hash(text), "utf-8")
    document_table.insert(library, document, Source(text), origin)
    reading.remember(library, document.id, reading_text)
    return document
