"""Citations: where a passage stands, in one line that holds up in a paper."""

from collections.abc import Callable

from annotator.core.document import About
from annotator.exporters.excerpt import Excerpt
from annotator.exporters.wording import WORDINGS, Language, Wording

_Writing = Callable[[str], str]


def citation(
    excerpt: Excerpt, language: Language, *, write: _Writing = str, emphasise: _Writing = str
) -> str:
    """Return the citation; what is not known of the document is left out.

    An article is cited with its own origin, then with the document that holds it. `write` sets
    what comes from a text or a reader for the kind of file, `emphasise` titles set by it.
    """
    wording = WORDINGS[language]
    article = excerpt.article
    host = wording.title.format(emphasise(write(excerpt.document_title or wording.untitled)))
    parts = [host, write(excerpt.publisher), write(excerpt.document_date)]
    before = wording.dash
    if article is not None:
        before += wording.author.format(write(article.author)) if article.author else ""
        parts[0] = wording.contained.format(host)
        title = wording.title.format(emphasise(write(article.title)))
        parts = [title, write(article.publisher), write(article.date), *parts]
    parts += [
        wording.quoted.format(write(excerpt.section)) if excerpt.section else "",
        wording.spoken.format(write(excerpt.speaker)) if excerpt.speaker else "",
        wording.paragraph.format(excerpt.paragraph),
        _pages(excerpt, wording),
        *(wording.quoted_with[note] for note in excerpt.editor_notes),
    ]
    return before + wording.comma.join(part for part in parts if part)


def _pages(excerpt: Excerpt, wording: Wording) -> str:
    if excerpt.page is None:
        return ""
    if excerpt.last_page is None:
        return wording.page.format(excerpt.page)
    return wording.pages.format(excerpt.page, excerpt.last_page)


def source_line(
    about: About, language: Language, *, write: _Writing = str, emphasise: _Writing = str
) -> str:
    """Return from which document a text was taken; `write` and `emphasise` as in `citation`."""
    wording = WORDINGS[language]
    title = wording.title.format(emphasise(write(about.title or wording.untitled)))
    known = [part for part in (title, write(about.publisher), write(about.date)) if part]
    return wording.taken_from.format(wording.comma.join(known))


def excerpt_with_citation(excerpt: Excerpt, language: Language) -> str:
    """Return the quotation and its citation as plain text, for the clipboard."""
    quotation = WORDINGS[language].quoted.format(excerpt.quotation)
    return f"{quotation}\n{citation(excerpt, language)}"
