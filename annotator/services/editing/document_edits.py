"""Edits of documents: what is known of them, corrections, editions, leaving the library."""

from dataclasses import dataclass

from annotator.core.changes import Changes
from annotator.core.corrections import Corrections
from annotator.core.document import About
from annotator.storage import document_table
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
class RemoveDocument:
    """A document leaves the library; its annotations go and come back with it."""

    document_id: str

    def apply(self, library: Library) -> Changes:
        return document_table.set_deleted(library, self.document_id, deleted=True)

    def revert(self, library: Library) -> Changes:
        return document_table.set_deleted(library, self.document_id, deleted=False)
