"""Changes: the ids that one edit touched. Views refresh from this and from nothing else."""

from dataclasses import dataclass, field
from typing import Self

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids by kind. `annotated` names the documents whose annotations changed, `repaired` those
    whose reading text did, `suggested` those whose suggestions were dismissed or brought back;
    `dictionary` says that other words count as words.

    `everything` is set when it is not known what changed: another program wrote to the library.
    `only_seen` says that nothing was written, but that other members are hidden than before: the
    annotations are those of which something else is seen.
    """

    documents: frozenset[str] = field(default=_NONE)
    annotations: frozenset[str] = field(default=_NONE)
    annotated: frozenset[str] = field(default=_NONE)
    tags: frozenset[str] = field(default=_NONE)
    members: frozenset[str] = field(default=_NONE)
    repaired: frozenset[str] = field(default=_NONE)
    suggested: frozenset[str] = field(default=_NONE)
    dictionary: bool = False
    everything: bool = False
    only_seen: bool = False

    def __or__(self, other: Self) -> "Changes":
        return Changes(
            documents=self.documents | other.documents,
            annotations=self.annotations | other.annotations,
            annotated=self.annotated | other.annotated,
            tags=self.tags | other.tags,
            members=self.members | other.members,
            repaired=self.repaired | other.repaired,
            suggested=self.suggested | other.suggested,
            dictionary=self.dictionary or other.dictionary,
            everything=self.everything or other.everything,
            only_seen=self.only_seen and other.only_seen,
        )

    def touch_annotations_in(self, document_id: str) -> bool:
        return self.everything or document_id in self.annotated
