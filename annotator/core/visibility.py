"""Visibility: whose work a reader sees. What is seen of an annotation is asked of nobody else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from annotator.core.annotation import Annotation


@dataclass(frozen=True, slots=True)
class Visibility:
    """What members wrote whose ids are among the hidden ones is not seen: their annotations, and
    the tags and replies that they gave to those of others.

    What a blind round hides is seen by nobody, whatever this says.
    """

    hidden_members: frozenset[str] = frozenset()

    def showing(self, member_id: str) -> "Visibility":
        """Return this with what one more member wrote."""
        return Visibility(self.hidden_members - {member_id})

    def seen(self, annotations: Iterable[Annotation]) -> list[Annotation]:
        """Return these annotations as if the hidden members had never written any of them."""
        hidden = self.hidden_members
        if not hidden:
            return list(annotations)
        return [
            self._part(one) if one.given_by or one.replies else one
            for one in annotations
            if one.member_id not in hidden
        ]

    def seen_tags(
        self, tag_ids: tuple[str, ...], given_by: tuple[tuple[str, ...], ...]
    ) -> tuple[str, ...]:
        """Return the tags that at least one seen member gave."""
        if not self.hidden_members or not given_by:
            return tag_ids
        pairs = zip(tag_ids, given_by, strict=True)
        return tuple(
            tag_id for tag_id, givers in pairs if not self.hidden_members.issuperset(givers)
        )

    def changed_from(
        self, before: "Visibility", annotations: Iterable[Annotation]
    ) -> list[Annotation]:
        """Return those of these annotations of which something else is seen than before."""
        toggled, hidden = before.hidden_members ^ self.hidden_members, self.hidden_members
        return [
            one
            for one in annotations
            if one.member_id in toggled
            or (
                (one.given_by or one.replies)
                and one.member_id not in hidden
                and not toggled.isdisjoint(_contributors(one))
            )
        ]

    def _part(self, annotation: Annotation) -> Annotation:
        """Return an annotation of a seen member without the tags and replies of the hidden ones."""
        hidden = self.hidden_members
        if hidden.isdisjoint(_contributors(annotation)):
            return annotation
        seen = (tuple(id_ for id_ in ids if id_ not in hidden) for ids in annotation.given_by)
        return replace(
            annotation,
            replies=tuple(one for one in annotation.replies if one.member_id not in hidden),
            tag_ids=self.seen_tags(annotation.tag_ids, annotation.given_by),
            given_by=told_givers(annotation.member_id, filter(None, seen)),
        )


ALL = Visibility()


def told_givers(member_id: str, givers: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return who gave the tags of an annotation as it tells them: nobody where all are its own."""
    told = tuple(givers)
    return () if all(ids == (member_id,) for ids in told) else told


def _contributors(annotation: Annotation) -> Iterator[str]:
    """Yield who gave tags and replies to an annotation that is not all its member's own work."""
    yield from chain.from_iterable(annotation.given_by)
    for reply in annotation.replies:
        yield reply.member_id
