"""A session over a small library, for everything that works on one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from annotator.core.document import About, Document, DocumentKind
from annotator.core.identity import source_hash
from annotator.core.reading_text import (
    OutlineEntry,
    Paragraph,
    ParagraphKind,
    ReadingText,
    Run,
)
from annotator.qt import tasks
from annotator.qt.session import Session
from annotator.services import libraries, reading
from annotator.storage import document_table, tag_table
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library

FIRST_TEXT = (
    "新质生产力",
    "新质生产力是创新起主导作用的先进生产力质态。",
    "怎样发展",
    "要因地制宜发展新质生产力。𠮷日😀科技创新是核心要素。",
)
SECOND_TEXT = ("科技创新能够催生新产业、新模式、新动能。", "二〇二三年，研发投入增长百分之八。")


def reading_text(*lines: str) -> ReadingText:
    """Return a text whose short lines are headings, on pages of two paragraphs each."""
    paragraphs, outline, start = [], [], 0
    for number, line in enumerate(lines):
        level = 0 if line.endswith("。") else 1 + bool(outline)
        kind = ParagraphKind.HEADING if level else ParagraphKind.BODY
        page = number // 2 + 1
        paragraphs.append(Paragraph(start, start + len(line), kind, level, page))
        if level:
            outline.append(OutlineEntry(line, level, start, page))
        start += len(line) + 1
    whole = "\n".join(lines)
    runs = (Run(0, len(whole), 0),)
    return ReadingText(whole, tuple(paragraphs), runs, outline=tuple(outline))


def add_document(library: Library, about: About, lines: tuple[str, ...], order: int) -> None:
    """Put a text into a library as it is, without repair."""
    text = reading_text(*lines)
    document = Document(source_hash(text.text), about, len(text.text), "text.txt", order)
    origin = Origin("text.txt", source_hash(text.text), "utf-8")
    document_table.insert(library, document, Source(text.text), origin)
    reading.remember(library, document.id, text)


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """Let names of built-in tags be English, whatever the desktop speaks."""
    locale = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(locale)


@pytest.fixture
def session(english: None) -> Iterator[Session]:
    """A session over two short texts, the built-in codebook, one member and no annotations."""
    library = Library.in_memory()
    tag_table.insert_built_in(library, [built_in.tag for built_in in libraries.built_in_tags()])
    yield from _session_over(library)


@pytest.fixture
def session_on_disk(english: None, tmp_path: Path) -> Iterator[Session]:
    """The same over a library that other threads can open."""
    yield from _session_over(libraries.create(tmp_path / "library.duidu"))


def _session_over(library: Library) -> Iterator[Session]:
    first = About("讲稿一", "某报", "2024-03", DocumentKind.ARTICLE)
    add_document(library, first, FIRST_TEXT, 1)
    add_document(library, About("讲稿二"), SECOND_TEXT, 2)
    session = Session(library)
    yield session
    tasks.wait_for_all()
    session.close()
