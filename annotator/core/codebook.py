"""Codebook: the tags of a library, in the order in which the keys 1 to 9 give them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.identity import tag_name_key


class Underline(StrEnum):
    """How a tag is told apart without its colour."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"
    WAVE = "wave"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Tag:
    """A name and colour (`#rrggbb`, on light paper) that classifies annotations."""

    id: str
    name: str
    colour: str
    underline: Underline = Underline.SOLID
    definition: str = ""


@dataclass(frozen=True, slots=True)
class TagUse:
    """How many annotations have a tag, and on how many passages: repeats of one count once."""

    annotations: int
    passages: int


@dataclass(frozen=True, slots=True)
class Codebook:
    """The tags that are not deleted, in the reader's order."""

    tags: tuple[Tag, ...] = ()

    def __iter__(self) -> Iterator[Tag]:
        return iter(self.tags)

    def __len__(self) -> int:
        return len(self.tags)

    def get(self, tag_id: str) -> Tag | None:
        return next((tag for tag in self.tags if tag.id == tag_id), None)

    def named(self, name: str) -> Tag | None:
        """Return the tag of this name; width, case and blanks do not count."""
        key = tag_name_key(name)
        return next((tag for tag in self.tags if tag_name_key(tag.name) == key), None)

    def in_order(self, tag_ids: frozenset[str]) -> tuple[str, ...]:
        return tuple(tag.id for tag in self.tags if tag.id in tag_ids)
