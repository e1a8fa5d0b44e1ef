"""Structure: what a file tells of its paragraphs where plain text would leave it to guessing."""

from dataclasses import dataclass

from annotator.core.reading_text import ParagraphKind


@dataclass(frozen=True, slots=True)
class ToldParagraph:
    """The paragraph that starts at this source offset is of this kind; `level` as in Paragraph."""

    start: int
    kind: ParagraphKind
    level: int = 0


@dataclass(frozen=True, slots=True)
class Structure:
    """Each line of the source text is a paragraph; these are more than body text, in order."""

    told: tuple[ToldParagraph, ...] = ()
