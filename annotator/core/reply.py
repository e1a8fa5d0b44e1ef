"""Reply: what a member answers to an annotation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer in the thread under an annotation; `changed_ms` is when its words last changed."""

    id: str
    annotation_id: str
    member_id: str
    created_ms: int
    changed_ms: int
    content: str
