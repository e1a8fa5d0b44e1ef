"""Passage members: what a reader is told of each place of a shared passage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.core.document import Document
from annotator.core.passage import Family, Place
from annotator.qt.models.member_model import Member
from annotator.qt.session import Session

if TYPE_CHECKING:
    from annotator.services.passage_index import PassageIndex


def members_of(
    session: Session, index: "PassageIndex", family: Family, here: Place | None
) -> list[Member]:
    """Return the members, each compared with the one that is here, or else with the first."""
    first = index.first_said(family)
    compared = here or first or family.members[0]
    return [
        Member(
            document_id=index.comparison.document(place).id,
            span=place.span,
            title=index.comparison.document(place).title,
            where=_where(session, index.comparison.document(place), place),
            words=index.comparison.words(place),
            marked=tuple(index.differing(compared, place)),
            is_first_said=place == first,
            is_here=place == compared,
        )
        for place in family.members
    ]


def _where(session: Session, document: Document, place: Place) -> str:
    """Return section, page and date as far as they are known without a wait."""
    section, page = "", ""
    if session.reading_texts.is_at_hand(document):
        text = session.reading_text(document.id)
        entry = text.section_at(place.span.start)
        section = entry.title if entry and entry.title != document.title else ""
        number = text.paragraphs[text.paragraph_at(place.span.start)].page
        if number is not None:
            page = QCoreApplication.translate("Margin", "p. {page}").format(page=number)
    return " · ".join(part for part in (section, page, document.about.date) if part)
