"""Hit groups: under which headings the hits of a search stand, and in what order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from PySide6.QtCore import QObject

from annotator.core.codebook import Codebook
from annotator.qt.tag_names import shown_name
from annotator.services.note_search import NoteHit, TagHit
from annotator.services.search import Hit, Order, in_order
from annotator.services.tagged_places import TaggedPassage, under_tags

AnyHit: TypeAlias = Hit | NoteHit | TagHit


@dataclass
class HitGroup:
    """Hits under one heading."""

    title: str
    hits: list[AnyHit] = field(default_factory=list)


class HitGroups(QObject):
    """Groups hits: those in texts by text or as the reader wishes, then those in notes and tags."""

    def title_of(self, hit: AnyHit) -> str:
        """Return the heading under which a hit stands in the order in which it was found."""
        match hit:
            case NoteHit():
                return self.tr("In notes")
            case TagHit():
                return self.tr("In tags")
        return hit.document.title

    def as_found(self, hits: Iterable[AnyHit]) -> list[HitGroup]:
        """Group hits that follow one another in the same text, or in notes, or in tags."""
        return [
            HitGroup(self.title_of(those[0]), those)
            for those in (list(group) for _, group in groupby(hits, key=place_of))
        ]

    def sorted(self, hits: Sequence[AnyHit], order: Order) -> list[HitGroup]:
        """Put the hits of all texts together, by what stands before or after them."""
        in_texts, others = _apart(hits)
        together = HitGroup(self.tr("All texts"), list(in_order(in_texts, order)))
        return [*([together] if in_texts else []), *self.as_found(others)]

    def under_tags(
        self, hits: Sequence[AnyHit], codebook: Codebook, passages: Iterable[TaggedPassage]
    ) -> list[HitGroup]:
        """Put the hits in texts under the tags of the passages that they lie in."""
        in_texts, others = _apart(hits)
        tagged = [
            HitGroup(shown_name(tag) if tag else self.tr("No tag"), list(those))
            for tag, those in under_tags(in_texts, codebook, passages)
        ]
        return [*tagged, *self.as_found(others)]


def place_of(hit: AnyHit) -> str:
    """Return what tells the groups of hits apart: the id of a text, or the kind of another hit."""
    return hit.document.id if isinstance(hit, Hit) else type(hit).__name__


def _apart(hits: Sequence[AnyHit]) -> tuple[list[Hit], list[AnyHit]]:
    in_texts = [hit for hit in hits if isinstance(hit, Hit)]
    return in_texts, [hit for hit in hits if not isinstance(hit, Hit)]
