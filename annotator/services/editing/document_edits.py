"""Edits of documents: what is known of them, corrections, editions, completion, removal."""

from dataclasses import dataclass

from annotator.core.changes import Changes
from annotator.core.corrections import Corrections
from annotator.core.document import About
from annotator.storage import completion_table, document_table
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class ChangeAbout:
    document_id: str
    before: About
    after: About

    def apply(self, library: Library) -> Changes:
        return document_table.set_about(library, self.document_id, self.after)

    def revert(self, library: Library) -> Changes:
        return document_table.set_about(library, self.document_id, self.before)


@dataclass(frozen=True, slots=True)
class CorrectDocument:
    """Repair makes another reading text; annotations stay on their letters of the source."""

    document_id: str
    before: Corrections
    after: Corrections

    def apply(self, library: Library) -> Changes:
        return document_table.set_corrections(library, self.document_id, self.after)

    def revert(self, library: Library) -> Changes:
        return document_table.set_corrections(library, self.document_id, self.before)


@dataclass(frozen=True, slots=True)
class ChangePredecessor:
    """The document becomes a newer edition of another one; "" is of none."""

    document_id: str
    before: str
    after: str

    def apply(self, library: Library) -> Changes:
        return document_table.set_predecessor(library, self.document_id, self.after)

    def revert(self, library: Library) -> Changes:
        return document_table.set_predecessor(library, self.document_id, self.before)


@dataclass(frozen=True, slots=True)
class ChangeCompletion:
    """A member has finished annotating the document, or has not after all."""

    document_id: str
    member_id: str
    before: bool
    after: bool

    def apply(self, library: Library) -> Changes:
        return self._set(library, finished=self.after)

    def revert(self, library: Library) -> Changes:
        return self._set(library, finished=self.before)

    def _set(self, library: Library, *, finished: bool) -> Changes:
        return completion_table.set_finished(
            library, self.document_id, self.member_id, finished=finished
        )


@dataclass(frozen=True, slots=True)
class RemoveDocument:
    """A document leaves the library; its annotations go and come back with it."""

    document_id: str

    def apply(self, library: Library) -> Changes:
        return document_table.set_deleted(library, self.document_id, deleted=True)

    def revert(self, library: Library) -> Changes:
        return document_table.set_deleted(library, self.document_id, deleted=False)


def change_completion(
    library: Library, document_id: str, member_id: str, *, finished: bool
) -> ChangeCompletion:
    """Return the edit that says whether a member has finished a document."""
    before = member_id in completion_table.finished(library).get(document_id, ())
    return ChangeCompletion(document_id, member_id, before, finished)
