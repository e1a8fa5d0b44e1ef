"""Known annotations: those of a library in memory, everybody's, kept in step with its changes.

Whoever asks for them again, or only for a part of them, does not wait for the file.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.storage import annotation_table, document_table, tag_table
from annotator.storage.library import Library

# Beyond this it is quicker to read the annotations of a text anew than to change them.
_MOST_ONE_BY_ONE = 1000


class KnownAnnotations:
    """Reads the annotations of a text when it is first asked for them.

    They are those that the current member may see, in the order of the text; what is returned is
    never changed.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts: dict[str, _Text] = {}
        self._order: list[str] | None = None

    def all(self) -> Iterator[Annotation]:
        """Yield them text by text."""
        return chain.from_iterable(self.in_document(id_) for id_ in self.document_ids())

    def document_ids(self) -> Sequence[str]:
        """Return the ids of the documents in their order."""
        if self._order is None:
            documents = document_table.all_documents(self._library)
            self._order = [document.id for document in documents]
            if not self._texts:
                self._read_all()
        return self._order

    def in_document(self, document_id: str) -> Sequence[Annotation]:
        if document_id not in self._texts:
            found = annotation_table.in_document(self._library, document_id)
            self._texts[document_id] = _Text(found)
        return self._texts[document_id].in_order

    def get(self, annotation_id: str) -> Annotation | None:
        for text in self._texts.values():
            if annotation_id in text.by_id:
                return text.by_id[annotation_id]
        if self._order is not None and self._texts.keys() >= set(self._order):
            return None
        found = annotation_table.with_ids(self._library, [annotation_id])
        return found[0] if found else None

    def take(self, changes: Changes) -> None:
        """Follow changes of the library."""
        if changes.everything or changes.documents:
            self._order = None
        if changes.everything:
            self._texts.clear()
        for document_id in changes.documents:
            self._texts.pop(document_id, None)
        if changes.tags:
            self._put_tags_in_order()
        if changes.only_seen:
            return
        if 0 < len(changes.annotations) <= _MOST_ONE_BY_ONE:
            self._read_again(changes)
        else:
            for document_id in changes.annotated:
                self._texts.pop(document_id, None)

    def _read_all(self) -> None:
        texts: defaultdict[str, list[Annotation]] = defaultdict(list)
        for annotation in annotation_table.all_annotations(self._library):
            texts[annotation.document_id].append(annotation)
        self._texts = {id_: _Text(texts[id_]) for id_ in self._order or ()}

    def _read_again(self, changes: Changes) -> None:
        known = {id_: self._texts[id_] for id_ in changes.annotated if id_ in self._texts}
        found: defaultdict[str, list[Annotation]] = defaultdict(list)
        if known:
            for annotation in annotation_table.with_ids(self._library, changes.annotations):
                found[annotation.document_id].append(annotation)
        for document_id, text in known.items():
            text.change(changes.annotations, found[document_id])

    def _put_tags_in_order(self) -> None:
        ranks = {tag.id: rank for rank, tag in enumerate(tag_table.codebook(self._library))}
        for text in self._texts.values():
            text.put_tags_in_order(ranks)


class _Text:
    """The annotations of one text, in its order and by id."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self.in_order = list(annotations)
        self.by_id = {annotation.id: annotation for annotation in self.in_order}

    def change(self, annotation_ids: Iterable[str], present: Iterable[Annotation]) -> None:
        """Take those that are present now in place of all that had these ids."""
        former = {id_ for id_ in annotation_ids if self.by_id.pop(id_, None)}
        kept = (
            [one for one in self.in_order if one.id not in former] if former else [*self.in_order]
        )
        for annotation in present:
            kept.insert(bisect(kept, _place(annotation), key=_place), annotation)
            self.by_id[annotation.id] = annotation
        self.in_order = kept

    def put_tags_in_order(self, ranks: dict[str, int]) -> None:
        changed = {
            one.id: other
            for one in self.in_order
            if len(one.tag_ids) > 1 and (other := _with_tags_in_order(one, ranks)) is not one
        }
        if changed:
            self.by_id |= changed
            self.in_order = [changed.get(one.id, one) for one in self.in_order]


def _with_tags_in_order(annotation: Annotation, ranks: dict[str, int]) -> Annotation:
    """Return an annotation with its tags as they are ranked; those without a rank come last."""
    tag_ids = annotation.tag_ids
    order = sorted(range(len(tag_ids)), key=lambda at: ranks.get(tag_ids[at], len(ranks)))
    if order == list(range(len(tag_ids))):
        return annotation
    given_by = annotation.given_by
    return replace(
        annotation,
        tag_ids=tuple(tag_ids[at] for at in order),
        given_by=tuple(given_by[at] for at in order) if given_by else (),
    )


def _place(annotation: Annotation) -> tuple[int, int, str]:
    span = annotation.selector.span
    return span.start, span.end, annotation.id
