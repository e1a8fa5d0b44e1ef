"""The table of figures: what the texts of a library state in numbers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.core.document import Document
from annotator.core.page import Page
from annotator.core.reading_text import ParagraphKind, ReadingText
from annotator.core.span import ReadingSpan
from annotator.exporters.csv_table import Cell
from annotator.services import reading
from annotator.storage import document_table
from annotator.storage.library import Library
from annotator.text.figures import Figure, figures

Pulse = Callable[[int, int], object]

COLUMNS = ("number", "unit", "value", "upper_value", "what", "year", "sentence", "text", "page")

_PASSED_OVER = {ParagraphKind.CONTENTS, ParagraphKind.SOURCE}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in a document, with the sentence in which it stands at `span`."""

    document: Document
    figure: Figure
    sentence: str
    page: Page | None = None

    @property
    def span(self) -> ReadingSpan:
        return ReadingSpan(self.figure.start, self.figure.end)

    @property
    def cells(self) -> list[Cell]:
        """What stands in the COLUMNS."""
        figure = self.figure
        return [
            figure.number,
            figure.unit,
            float(figure.value),
            float(figure.high),
            figure.what,
            figure.year,
            self.sentence,
            self.document.title,
            self.page,
        ]


def rows_of(document: Document, text: ReadingText) -> list[FigureRow]:
    """Return the figures of one text in order. Takes less than 1 µs a letter."""
    rows = []
    for figure in figures(text.text):
        paragraph = text.paragraphs[text.paragraph_at(figure.start)]
        if paragraph.kind not in _PASSED_OVER:
            sentence = text.text[figure.sentence_start : figure.sentence_end]
            rows.append(FigureRow(document, figure, sentence, paragraph.page))
    return rows


def rows_in(library_path: Path, documents: Sequence[Document], pulse: Pulse) -> list[FigureRow]:
    """Return the figures of these texts, over a connection of its own: for other threads.

    `pulse` is told how many texts are done, and of how many; what it raises breaks off.
    """
    rows = []
    with Library.open(library_path) as library:
        for number, document in enumerate(documents):
            pulse(number, len(documents))
            rows += rows_of(document, reading.reading_text(library, document.id))
    return rows


def rows(library: Library, documents: Iterable[Document] | None = None) -> list[FigureRow]:
    """Return the figures of these texts, or of all, text by text."""
    if documents is None:
        documents = document_table.all_documents(library)
    return [row for d in documents for row in rows_of(d, reading.reading_text(library, d.id))]
