"""A reading text as plain text, its annotations as notes below it."""

from annotator.exporters.annotated_text import AnnotatedText
from annotator.exporters.citation import source_line
from annotator.exporters.templates import environment
from annotator.exporters.wording import WORDINGS, Language


def to_plain_text(text: AnnotatedText, language: Language) -> str:
    """Return the text, a paragraph a line; without footnotes and pages it is the text itself."""
    templates = environment()
    templates.filters["indented"] = _indented
    return templates.get_template("reading_text.txt.jinja").render(
        text=text, wording=WORDINGS[language], source=source_line(text.about, language)
    )


def _indented(words: str) -> str:
    return words.replace("\n", "\n    ")
