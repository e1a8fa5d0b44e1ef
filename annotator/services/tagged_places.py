"""Which tags the places of search hits have: those of the annotations that they lie in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from pathlib import Path

from annotator.core.annotation import Annotation
from annotator.core.codebook import Codebook, Tag
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan
from annotator.core.visibility import Visibility
from annotator.services import reading
from annotator.services.search import Hit
from annotator.storage import annotation_table
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class TaggedPassage:
    """A passage that somebody tagged."""

    document_id: str
    span: ReadingSpan
    tag_ids: tuple[str, ...]


def tagged_passages(
    annotations: Iterable[Annotation], text_of: Callable[[str], ReadingText]
) -> list[TaggedPassage]:
    """Return the tagged passages of these annotations that can be read."""
    passages = []
    for annotation in annotations:
        if annotation.tag_ids:
            span = text_of(annotation.document_id).to_reading(annotation.selector.span)
            if span is not None:
                passages.append(TaggedPassage(annotation.document_id, span, annotation.tag_ids))
    return passages


def tagged_passages_in(
    library_path: Path,
    document_ids: Sequence[str],
    seen: Visibility,
    report: Callable[[int, int, str], None],
) -> list[TaggedPassage]:
    """Return the tagged passages of these texts that are seen: for other threads."""
    passages = []
    with Library.open(library_path) as library:
        for number, document_id in enumerate(document_ids):
            report(number, len(document_ids), "")
            if annotations := annotation_table.in_document(library, document_id, seen):
                text = reading.reading_text(library, document_id)
                passages += tagged_passages(annotations, {document_id: text}.__getitem__)
    return passages


def under_tags(
    hits: Sequence[Hit], codebook: Codebook, passages: Iterable[TaggedPassage]
) -> list[tuple[Tag | None, list[Hit]]]:
    """Put hits under the tags of the passages that they lie in, in the order of the codebook.

    A hit with several tags stands under each. Those without a tag come last, under None; tags
    without hits are left out.
    """
    here: dict[str, list[TaggedPassage]] = defaultdict(list)
    for passage in passages:
        here[passage.document_id].append(passage)
    found: dict[str, list[Hit]] = defaultdict(list)
    by_document: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_document[hit.document.id].append(hit)
    for document_id, those in by_document.items():
        for hit, tag_ids in _with_tags(those, here[document_id]):
            for tag_id in tag_ids or {""}:
                found[tag_id].append(hit)
    groups: list[tuple[Tag | None, list[Hit]]] = [
        (tag, found[tag.id]) for tag in codebook if tag.id in found
    ]
    return [*groups, (None, found[""])] if "" in found else groups


def _with_tags(
    hits: Sequence[Hit], passages: Sequence[TaggedPassage]
) -> Iterable[tuple[Hit, set[str]]]:
    """Yield the hits of one text in its order, each with its tags."""
    waiting = sorted(passages, key=lambda passage: passage.span, reverse=True)
    begun: list[tuple[int, tuple[str, ...]]] = []
    for hit in sorted(hits, key=lambda hit: hit.span):
        while waiting and waiting[-1].span.start <= hit.span.start:
            passage = waiting.pop()
            heappush(begun, (passage.span.end, passage.tag_ids))
        while begun and begun[0][0] <= hit.span.start:
            heappop(begun)
        yield hit, {tag_id for end, ids in begun if end >= hit.span.end for tag_id in ids}
