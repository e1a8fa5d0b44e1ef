"""Seen annotations: those that the reader has not hidden. Every view takes them from here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.codebook import TagUse
from annotator.core.revision import AnchorRevision, Revision
from annotator.core.tag_uses import tag_uses
from annotator.core.visibility import Visibility
from annotator.services import versions
from annotator.services.known_annotations import KnownAnnotations
from annotator.storage.library import Library


class SeenAnnotations:
    """Takes from a library's annotations those that a Visibility shows, as it shows them."""

    def __init__(self, library: Library, visibility: Visibility) -> None:
        self._library = library
        self._visibility = visibility
        self._known = KnownAnnotations(library)
        self._seen: dict[str, Sequence[Annotation]] = {}
        self._notes: dict[str, tuple[Revision, ...]] = {}
        self._places: dict[str, tuple[AnchorRevision, ...]] = {}
        self._counts: dict[str, int] | None = None
        self._counts_by_member: dict[str, int] | None = None

    @property
    def visibility(self) -> Visibility:
        return self._visibility

    @property
    def everybodys(self) -> KnownAnnotations:
        """The annotations as they were if nobody were hidden."""
        return self._known

    def see(self, visibility: Visibility) -> Changes:
        """Show what this one shows; return what came into view or left it."""
        before, self._visibility = self._visibility, visibility
        touched = {
            id_: visibility.changed_from(before, self._known.in_document(id_))
            for id_ in self._known.document_ids()
        }
        return Changes(
            annotations=frozenset([one.id for found in touched.values() for one in found]),
            annotated=frozenset(id_ for id_, found in touched.items() if found),
            only_seen=True,
        )

    def all(self) -> list[Annotation]:
        """Return them text by text."""
        return list(chain.from_iterable(map(self.in_document, self._known.document_ids())))

    def in_document(self, document_id: str) -> Sequence[Annotation]:
        if document_id not in self._seen:
            everybodys = self._known.in_document(document_id)
            is_all = not self._visibility.hidden_members
            seen = everybodys if is_all else self._visibility.seen(everybodys)
            self._seen[document_id] = seen
        return self._seen[document_id]

    def with_words(self) -> list[Annotation]:
        """Return those with a note or a reply."""
        return [annotation for annotation in self.all() if annotation.has_words]

    def with_ids(self, annotation_ids: Iterable[str]) -> list[Annotation]:
        return list(filter(None, map(self.get, annotation_ids)))

    def get(self, annotation_id: str) -> Annotation | None:
        """Return one that is seen."""
        annotation = self._known.get(annotation_id)
        return next(iter(self._visibility.seen([annotation])), None) if annotation else None

    def notes_of(self, annotation_id: str) -> tuple[Revision, ...]:
        """Return the versions of a note that nobody has settled; asked again, as they were."""
        if annotation_id not in self._notes:
            found = versions.notes_of(self._library, annotation_id, self._visibility)
            self._notes[annotation_id] = found
        return self._notes[annotation_id]

    def places_of(self, annotation_id: str) -> tuple[AnchorRevision, ...]:
        """Return the places of an annotation that nobody has settled; asked again, as they were."""
        if annotation_id not in self._places:
            found = versions.places_of(self._library, annotation_id, self._visibility)
            self._places[annotation_id] = found
        return self._places[annotation_id]

    def counts(self) -> dict[str, int]:
        """Return annotations per document id; documents without any are absent."""
        if self._counts is None:
            counts = {id_: len(self.in_document(id_)) for id_ in self._known.document_ids()}
            self._counts = {id_: count for id_, count in counts.items() if count}
        return self._counts

    def counts_by_member(self) -> dict[str, int]:
        """Return annotations per member id, those of hidden members too."""
        if self._counts_by_member is None:
            self._counts_by_member = Counter(one.member_id for one in self._known.all())
        return self._counts_by_member

    def tag_uses(self) -> dict[str, TagUse]:
        """Return by tag id how tags are used; those without any annotation are absent."""
        return tag_uses(self.all())

    def take(self, changes: Changes) -> None:
        """Follow changes of the library, or of what is seen of it."""
        self._known.take(changes)
        self._forget_versions(changes)
        self._counts = None
        if not changes.only_seen:
            self._counts_by_member = None
        if changes.everything or changes.tags:
            self._seen.clear()
        for document_id in changes.annotated | changes.documents:
            self._seen.pop(document_id, None)

    def _forget_versions(self, changes: Changes) -> None:
        if changes.everything or changes.only_seen or changes.documents:
            self._notes.clear()
            self._places.clear()
        for annotation_id in changes.annotations:
            self._notes.pop(annotation_id, None)
            self._places.pop(annotation_id, None)
