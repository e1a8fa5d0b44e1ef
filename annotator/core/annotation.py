"""Annotation: selector, tags, note, replies, member and times."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.reply import Reply
from annotator.core.selector import Selector


class AnchorState(StrEnum):
    """How sure it is that an annotation stands where its member put it."""

    OK = "ok"
    MOVED = "moved"
    TO_CHECK = "to_check"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation of one member; `tag_ids` stand in the order of the codebook, `replies` in that
    in which they were written.

    `given_by` tells for each tag who gave it; it is empty where nobody but the annotation's member
    gave any. `modified_ms` is when anybody changed it last, whoever is seen. One that was made on a
    repeat of another's passage has the id of that one as `passage_id`.
    """

    id: str
    selector: Selector
    member_id: str
    created_ms: int
    modified_ms: int
    tag_ids: tuple[str, ...] = ()
    note: str = ""
    state: AnchorState = AnchorState.OK
    passage_id: str = ""
    replies: tuple[Reply, ...] = ()
    given_by: tuple[tuple[str, ...], ...] = ()

    @property
    def document_id(self) -> str:
        return self.selector.document_id

    @property
    def passage(self) -> str:
        """What it stands on: the same for all annotations on repeats of one passage."""
        return self.passage_id or self.id

    @property
    def has_note(self) -> bool:
        return bool(self.note)

    @property
    def has_words(self) -> bool:
        """Whether anybody wrote about it: a note, or a reply."""
        return bool(self.note or self.replies)
