"""What an edit is."""

from dataclasses import dataclass
from typing import Protocol

from annotator.core.changes import Changes
from annotator.storage.library import Library


class Edit(Protocol):
    """One undoable change. Reverting is itself a new change to the library, later than applying."""

    def apply(self, library: Library) -> Changes:
        """Make the change; also to make it again after `revert`, with the same ids."""

    def revert(self, library: Library) -> Changes:
        """Take the change back."""


@dataclass(frozen=True, slots=True)
class EditGroup:
    """Several edits that are done and undone together or not at all."""

    edits: tuple[Edit, ...]

    def apply(self, library: Library) -> Changes:
        changes = Changes()
        with library.transaction():
            for edit in self.edits:
                changes |= edit.apply(library)
        return changes

    def revert(self, library: Library) -> Changes:
        changes = Changes()
        with library.transaction():
            for edit in reversed(self.edits):
                changes |= edit.revert(library)
        return changes
