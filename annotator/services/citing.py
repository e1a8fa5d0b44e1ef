"""Where a passage stands, and in which article, as citations tell it."""

from annotator.core.document import Document
from annotator.core.page import Page
from annotator.core.reading_text import ReadingText
from annotator.exporters.editor_notes import notes_within
from annotator.exporters.excerpt import Article, Excerpt
from annotator.text.credits import NO_CREDIT, Credit
from annotator.text.sections import Section, Sections
from annotator.text.speakers import speaker_of


def passage_excerpt(
    document: Document, text: ReadingText, start: int, quotation: str, *, sections: Sections
) -> Excerpt:
    """Return a passage that starts at this reading offset with its source; nobody annotated it."""
    paragraph, end = text.paragraph_at(start), start + len(quotation)
    # What was quoted from a former text may be of another length here.
    is_here = text.text[start:end] == quotation
    article = sections.article_at(start)
    origin = article.credit if article else _own_credit(sections)
    return Excerpt(
        quotation=quotation,
        document_id=document.id,
        document_title=document.about.title,
        start=start,
        paragraph=paragraph + 1,
        publisher=document.about.publisher or ("" if article else origin.publisher),
        document_date=document.about.date or ("" if article else origin.date),
        article=_article(article) if article and article.title else None,
        section=_heading(sections, start, but=document.about.title),
        speaker=speaker_of(text, start),
        page=text.page_at(start),
        last_page=_last_page(text, start, end) if is_here else None,
        editor_notes=notes_within(text, start, end) if is_here else (),
    )


def _last_page(text: ReadingText, start: int, end: int) -> Page | None:
    """Return the later page on which a passage ends, None where there is none to name."""
    page, last_page = text.page_at(start), text.page_at(end - 1)
    return None if page is None or page == last_page else last_page


def _article(section: Section) -> Article:
    credit = section.credit
    return Article(section.name, credit.author, credit.publisher, credit.date)


def _own_credit(sections: Sections) -> Credit:
    """Return what a text that is one article tells of its own origin."""
    is_compilation = any(section.is_article for section in sections)
    return NO_CREDIT if is_compilation or not sections else sections[0].credit


def _heading(sections: Sections, start: int, *, but: str) -> str | None:
    """Return the heading above; the title of the document or article would say the same."""
    section = sections.at(start)
    return (
        section.title if section and not section.is_article and section.title not in but else None
    )
