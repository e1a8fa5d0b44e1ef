"""Visibility: whose annotations a reader sees."""

from dataclasses import dataclass

from annotator.core.annotation import Annotation

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Visibility:
    """The annotations of hidden members are not seen; in a blind document only one's own are.

    Members and documents are told by their ids.
    """

    hidden_members: frozenset[str] = _NONE
    blind_documents: frozenset[str] = _NONE
    own_member: str = ""

    def shows(self, annotation: Annotation) -> bool:
        member_id = annotation.member_id
        is_blind = annotation.document_id in self.blind_documents
        return member_id not in self.hidden_members and (
            member_id == self.own_member or not is_blind
        )


ALL = Visibility()
