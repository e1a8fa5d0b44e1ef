"""Structure: what a file tells of its paragraphs where plain text would leave it to guessing."""

from dataclasses import dataclass

from annotator.core.page import Page
from annotator.core.reading_text import ParagraphKind


@dataclass(frozen=True, slots=True)
class ToldParagraph:
    """The paragraph that starts at this source offset is of this kind; `level` as in Paragraph."""

    start: int
    kind: ParagraphKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Structure:
    """What a file tells of its paragraphs, in order of the source text, and of its pages.

    Each line is a paragraph, those that are not told are body text. Where `is_typeset`, lines end
    where a column ended, and only what is told is sure: where headings and what follows them start.
    `pages` are what its pages are called, None for one without a name; () if they are counted.
    """

    told: tuple[ToldParagraph, ...] = ()
    is_typeset: bool = False
    pages: tuple[Page | None, ...] = ()


def tells_lines(structure: Structure | None) -> bool:
    """Whether each line is told to be a paragraph."""
    return structure is not None and not structure.is_typeset
