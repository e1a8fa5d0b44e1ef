"""Excerpts as a Markdown document; each line of a quotation or a note is a paragraph."""

from collections.abc import Sequence
from functools import partial

from annotator.exporters.citation import citation
from annotator.exporters.excerpt import Excerpt, Grouping, distinct_passages, grouped
from annotator.exporters.markdown_marks import as_paragraphs, in_line
from annotator.exporters.templates import environment
from annotator.exporters.wording import WORDINGS, Language


def to_markdown(
    excerpts: Sequence[Excerpt], grouping: Grouping, *, language: Language, title: str
) -> str:
    """Return the excerpts as a Markdown document in groups, each excerpt with its citation."""
    wording = WORDINGS[language]
    templates = environment()
    templates.filters |= {
        "in_line": in_line,
        "as_paragraphs": as_paragraphs,
        "distinct_passages": distinct_passages,
    }
    return templates.get_template("excerpts.md.jinja").render(
        title=title or wording.untitled,
        groups=grouped(excerpts, grouping),
        has_headings=grouping is not Grouping.READING_ORDER,
        nameless=wording.untagged if grouping is Grouping.TAG else wording.untitled,
        wording=wording,
        excerpts=excerpts,
        documents=len({excerpt.document_id for excerpt in excerpts}),
        citation=partial(_citation, language=language),
    )


def _citation(excerpt: Excerpt, *, language: Language) -> str:
    slants = WORDINGS[language].emphasises_titles
    return citation(
        excerpt,
        language,
        write=in_line,
        emphasise="*{}*".format if slants else str,
    )
