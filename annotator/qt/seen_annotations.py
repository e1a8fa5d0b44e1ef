"""Seen annotations: those that the reader has not hidden. Every view takes them from here."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.codebook import TagUse
from annotator.core.revision import AnchorRevision, Revision
from annotator.core.visibility import Visibility
from annotator.services import versions
from annotator.storage import annotation_table, tagging_table
from annotator.storage.library import Library


class SeenAnnotations:
    """Reads the annotations that a Visibility shows; what it keeps is good until `forget`."""

    def __init__(self, library: Library, visibility: Visibility) -> None:
        self._library = library
        self._visibility = visibility
        self._known: dict[str, Annotation | None] = {}
        self._notes: dict[str, tuple[Revision, ...]] = {}
        self._places: dict[str, tuple[AnchorRevision, ...]] = {}
        self._counts: dict[str, int] | None = None

    @property
    def visibility(self) -> Visibility:
        return self._visibility

    def see(self, visibility: Visibility) -> Changes:
        """Show what this one shows; return what came into view or left it."""
        before, self._visibility = self._visibility, visibility
        members = before.hidden_members ^ visibility.hidden_members
        touched = annotation_table.seen_otherwise(self._library, before, visibility)
        return touched | Changes(members=members)

    def all(self) -> list[Annotation]:
        return annotation_table.all_annotations(self._library, self._visibility)

    def in_document(self, document_id: str) -> list[Annotation]:
        return annotation_table.in_document(self._library, document_id, self._visibility)

    def with_words(self) -> list[Annotation]:
        """Return those with a note or a reply."""
        return annotation_table.with_words(self._library, self._visibility)

    def with_ids(self, annotation_ids: Iterable[str]) -> list[Annotation]:
        return annotation_table.with_ids(self._library, annotation_ids, self._visibility)

    def get(self, annotation_id: str) -> Annotation | None:
        """Return one that is seen; asked again and again, it is read once."""
        if annotation_id not in self._known:
            self._known[annotation_id] = next(iter(self.with_ids([annotation_id])), None)
        return self._known[annotation_id]

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
            self._counts = annotation_table.counts(self._library, self._visibility)
        return self._counts

    def counts_by_member(self) -> dict[str, int]:
        """Return annotations per member id, those of hidden members too."""
        seen = replace(self._visibility, hidden_members=frozenset())
        return annotation_table.counts_by_member(self._library, seen)

    def tag_uses(self) -> dict[str, TagUse]:
        """Return by tag id how tags are used; those without any annotation are absent."""
        return tagging_table.uses(self._library, self._visibility)

    def forget(self) -> None:
        """Read anew what was kept: annotations have changed."""
        self._known.clear()
        self._notes.clear()
        self._places.clear()
        self._counts = None
