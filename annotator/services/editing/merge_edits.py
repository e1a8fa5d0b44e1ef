"""Edit of a whole library: a merge of others into it."""

from dataclasses import dataclass
from pathlib import Path

from annotator.core.changes import Changes
from annotator.storage.library import Library


@dataclass(frozen=True, slots=True)
class MergeLibraries:
    """The work of others comes in; reverting takes back what came, and leaves all else.

    Both take a while: other threads do them over a connection of their own.
    """

    paths: tuple[Path, ...]

    def apply(self, library: Library) -> Changes:
        """Merge, also once more. Raises a LibraryError for the first file that is refused."""
        from annotator.services import merging  # the window need not wait for it

        merged = merging.merge_all(library, self.paths, report=lambda *_: None)
        for error in merged.refused.values():
            raise error
        return Changes(everything=True)

    def revert(self, library: Library) -> Changes:
        from annotator.services import merging

        merging.undo(library)
        return Changes(everything=True)

    def apply_in(self, library_path: Path) -> None:
        with Library.open(library_path) as library:
            self.apply(library)

    def revert_in(self, library_path: Path) -> None:
        with Library.open(library_path) as library:
            self.revert(library)
