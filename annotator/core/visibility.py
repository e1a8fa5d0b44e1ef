"""Visibility: whose annotations a reader sees."""

from dataclasses import dataclass

from annotator.core.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Visibility:
    """What members wrote whose ids are among the hidden ones is not seen.

    What a blind round hides is seen by nobody, whatever this says.
    """

    hidden_members: frozenset[str] = frozenset()

    def shows(self, annotation: Annotation) -> bool:
        return annotation.member_id not in self.hidden_members


ALL = Visibility()
