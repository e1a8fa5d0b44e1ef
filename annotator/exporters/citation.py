"""Citations: where a passage stands, in one line that holds up in a paper."""

from dataclasses import dataclass

from annotator.exporters.excerpt import Excerpt
from annotator.exporters.wording import WORDINGS, Language


@dataclass(frozen=True, slots=True)
class Citation:
    """The three parts of a citation. The title is apart, because some kinds of file slant it."""

    before: str
    title: str
    after: str

    def __str__(self) -> str:
        return self.before + self.title + self.after


def citation(excerpt: Excerpt, language: Language) -> Citation:
    """Return the citation; what is not known of the document is left out."""
    wording = WORDINGS[language]
    parts = [
        excerpt.publisher,
        excerpt.document_date,
        wording.quoted.format(excerpt.section) if excerpt.section else "",
        wording.paragraph.format(excerpt.paragraph),
        wording.page.format(excerpt.page) if excerpt.page is not None else "",
    ]
    before, after = wording.citation
    known = "".join(wording.comma + part for part in parts if part)
    return Citation(before, excerpt.document_title or wording.untitled, after + known)


def excerpt_with_citation(excerpt: Excerpt, language: Language) -> str:
    """Return the quotation and its citation as plain text, for the clipboard."""
    quotation = WORDINGS[language].quoted.format(excerpt.quotation)
    return f"{quotation}\n{citation(excerpt, language)}"
