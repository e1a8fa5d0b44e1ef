"""Tagging what a search has found, all of it in one edit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from annotator.core.annotation import Annotation
from annotator.core.errors import EmptyPassageError
from annotator.core.selector import Selector
from annotator.core.span import ReadingSpan
from annotator.core.visibility import ALL, Visibility
from annotator.services import reading
from annotator.services.anchoring import describe
from annotator.services.editing import Edit, EditGroup
from annotator.services.editing.annotation_edits import (
    AddAnnotations,
    ChangeTaggings,
    new_annotation,
)
from annotator.services.search import Hit
from annotator.storage import annotation_table
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging
from annotator.text import words
from annotator.text.boundaries import clause_at, sentence_at

_Report = Callable[[int, int, str], None]


class Unit(StrEnum):
    """What is tagged at a hit: itself, or what it stands in."""

    HIT = "hit"
    WORD = "word"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which tags a member gives, and to what; `passage_id` is the annotation that hits repeat.

    What others annotated and tagged counts as far as it is `seen`.
    """

    tag_ids: tuple[str, ...]
    member_id: str
    unit: Unit = Unit.HIT
    passage_id: str = ""
    seen: Visibility = ALL


@dataclass(frozen=True, slots=True)
class HitTagging:
    """What is to be done: the passages that the edit tags, those that have all of the tags already,
    and those without any letter, which cannot be tagged.
    """

    edit: Edit
    tagged: int
    already: int
    without_letters: int


def plan_in(library_path: Path, hits: Sequence[Hit], wish: Wish, report: _Report) -> HitTagging:
    """Return how these hits are tagged, over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return plan(library, hits, wish, report)


def plan(
    library: Library, hits: Sequence[Hit], wish: Wish, report: _Report = lambda *_: None
) -> HitTagging:
    """Return how these hits, text by text, are tagged.

    Hits in the same passage give one annotation. Where somebody has annotated just this passage,
    that annotation gets the tags that it lacks.
    """
    if wish.unit is Unit.WORD:
        words.load()
    seen = wish.seen.showing(wish.member_id)
    added: list[Annotation] = []
    taggings: list[Tagging] = []
    already = without_letters = done = 0
    for document_id, group in groupby(hits, key=lambda hit: hit.document.id):
        here = annotation_table.in_document(library, document_id, seen)
        there = {annotation.selector.span: annotation for annotation in reversed(here)}
        for selector in _selectors(library, document_id, list(group), wish.unit):
            done += 1
            report(done, len(hits), "")
            if selector is None:
                without_letters += 1
            elif (annotation := there.get(selector.span)) is None:
                added.append(_made(selector, wish))
            elif lacking := set(wish.tag_ids) - set(annotation.tag_ids):
                taggings += [Tagging(annotation.id, tag_id, wish.member_id) for tag_id in lacking]
            else:
                already += 1
    edits = AddAnnotations(tuple(added)), ChangeTaggings(frozenset(taggings), present=True)
    changed = len({tagging.annotation_id for tagging in taggings})
    return HitTagging(EditGroup(edits), len(added) + changed, already, without_letters)


def _made(selector: Selector, wish: Wish) -> Annotation:
    return new_annotation(
        selector, wish.member_id, tag_ids=wish.tag_ids, passage_id=wish.passage_id
    )


def widened(text: str, span: ReadingSpan, unit: Unit) -> ReadingSpan:
    """Return the passage that is tagged at a hit; one over several units takes all of them."""
    unit_at: Callable[[str, int], tuple[int, int]]
    match unit:
        case Unit.HIT:
            return span
        case Unit.WORD:
            unit_at = words.word_at
        case Unit.CLAUSE:
            unit_at = clause_at
        case Unit.SENTENCE:
            unit_at = sentence_at
        case Unit.PARAGRAPH:
            unit_at = _paragraph_at
    start, end = unit_at(text, span.start)[0], unit_at(text, span.end - 1)[1]
    return ReadingSpan(min(start, span.start), max(end, span.end))


def _selectors(
    library: Library, document_id: str, hits: Sequence[Hit], unit: Unit
) -> Iterator[Selector | None]:
    """Yield the selector of each passage once, None for one without letters."""
    text = reading.reading_text(library, document_id)
    for span in dict.fromkeys(widened(text.text, hit.span, unit) for hit in hits):
        try:
            yield describe(document_id, text, span)
        except EmptyPassageError:
            yield None


def _paragraph_at(text: str, offset: int) -> tuple[int, int]:
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end
