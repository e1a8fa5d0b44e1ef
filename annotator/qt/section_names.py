"""How sections are named to the reader."""

from annotator.core.reading_text import ReadingText
from annotator.text.sections import Section

_FIRST_WORDS = 18


def shown_title(section: Section, text: ReadingText) -> str:
    """Return the title without the periodical; of a section without one its first words, quoted."""
    if section.title:
        return section.name
    first = text.paragraphs[text.paragraph_at(section.start)]
    words = text.text[first.start : min(first.end, first.start + _FIRST_WORDS)]
    return f"“{words}…”" if first.start + len(words) < first.end else f"“{words}”"


def shown_origin(section: Section) -> str:
    """Return author, source and date as far as they are known, else the words that tell of them."""
    credit = section.credit
    known = (credit.author, credit.publisher, credit.date)
    return " ".join(part for part in known if part) or credit.words
