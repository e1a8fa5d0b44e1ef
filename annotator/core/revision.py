"""Revisions: what members made of a note or of the place of an annotation, one after the other."""

from dataclasses import dataclass

from annotator.core.annotation import AnchorState
from annotator.core.clock import stamp_ms
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a note; `stamp` is that of the note when it was written.

    `bases` are the ids of the versions it replaced.
    """

    id: str
    annotation_id: str
    member_id: str
    stamp: int
    bases: tuple[str, ...]
    note: str

    @property
    def written_ms(self) -> int:
        return stamp_ms(self.stamp)


@dataclass(frozen=True, slots=True)
class AnchorRevision:
    """One place that an annotation was given; `stamp` is that of the anchor when it was.

    `bases` are the ids of the places it replaced.
    """

    id: str
    annotation_id: str
    member_id: str
    stamp: int
    bases: tuple[str, ...]
    selector: Selector
    state: AnchorState

    @property
    def written_ms(self) -> int:
        return stamp_ms(self.stamp)

    @property
    def place(self) -> tuple[str, SourceSpan]:
        """Which passage of which text: what members may differ about."""
        return self.selector.document_id, self.selector.span
