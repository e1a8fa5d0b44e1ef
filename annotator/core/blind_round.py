"""Blind round: members annotate a text on their own, and see one another's work afterwards."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BlindRound:
    """One round on one document, open until all of its members have finished it or one ends it.

    `ended_by` is the id of the member who ended it, "" where nobody did.
    """

    id: str
    document_id: str
    opened_by: str
    opened_ms: int
    member_ids: tuple[str, ...]
    is_open: bool = True
    ended_by: str = ""
