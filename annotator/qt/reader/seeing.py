"""Seeing: which highlights are seen of those that a text has, and by what they are coloured."""

from dataclasses import dataclass

from annotator.core.visibility import ALL, Visibility


@dataclass(frozen=True, slots=True)
class Seeing:
    """What a Visibility shows; colours tell tags apart, or else members.

    To see otherwise costs nothing where nobody looks: a highlight is asked when it is painted.
    """

    visibility: Visibility = ALL
    is_by_member: bool = False

    @property
    def is_usual(self) -> bool:
        """Whether every highlight is seen as it is."""
        return not self.is_by_member and not self.visibility.hidden_members

    def colours(
        self, member_id: str, tag_ids: tuple[str, ...], given_by: tuple[tuple[str, ...], ...]
    ) -> tuple[str, ...] | None:
        """Return the ids whose colours a highlight bears, None if it is not seen."""
        if member_id in self.visibility.hidden_members:
            return None
        return (member_id,) if self.is_by_member else self.visibility.seen_tags(tag_ids, given_by)
