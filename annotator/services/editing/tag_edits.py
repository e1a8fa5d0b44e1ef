"""Edits of the codebook: add, change, delete and order tags."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from annotator.core.changes import Changes
from annotator.core.codebook import Codebook, Tag, Underline
from annotator.core.errors import TagNameEmptyError, TagNameTakenError, TagNameTooLongError
from annotator.core.identity import own_tag_id, tag_name_key
from annotator.services.libraries import built_in_tags
from annotator.storage import tag_table
from annotator.storage.library import Library

TAG_COLOURS = (
    "#ffe9a8",
    "#cdebd3",
    "#cfe5fa",
    "#f9d5e1",
    "#e4d8f5",
    "#fadcc0",
    "#cdeceb",
    "#e6e6b8",
    "#e9ddd0",
    "#dcdfe6",
)

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class AddTag:
    """A new tag at the end of the codebook, or one that was deleted and comes back.

    `deleted_before` is what the tag was when it was deleted, None for a new one.
    """

    tag: Tag
    deleted_before: Tag | None = None

    def apply(self, library: Library) -> Changes:
        if tag_table.find_even_deleted(library, self.tag.id) is None:
            return tag_table.insert(library, self.tag)
        with library.transaction():
            changes = tag_table.set_deleted(library, self.tag.id, deleted=False)
            return changes | tag_table.update(library, self.tag)

    def revert(self, library: Library) -> Changes:
        with library.transaction():
            changes = tag_table.set_deleted(library, self.tag.id, deleted=True)
            if self.deleted_before is not None:
                changes |= tag_table.update(library, self.deleted_before)
            return changes


@dataclass(frozen=True, slots=True)
class ChangeTag:
    """Another name, look or definition."""

    before: Tag
    after: Tag

    def apply(self, library: Library) -> Changes:
        return tag_table.update(library, self.after)

    def revert(self, library: Library) -> Changes:
        return tag_table.update(library, self.before)


@dataclass(frozen=True, slots=True)
class DeleteTag:
    """A tag disappears from the codebook and from its annotations, which stay."""

    tag_id: str

    def apply(self, library: Library) -> Changes:
        return tag_table.set_deleted(library, self.tag_id, deleted=True)

    def revert(self, library: Library) -> Changes:
        return tag_table.set_deleted(library, self.tag_id, deleted=False)


@dataclass(frozen=True, slots=True)
class OrderTags:
    """Another order of the codebook, as tag ids."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def apply(self, library: Library) -> Changes:
        return tag_table.set_order(library, self.after)

    def revert(self, library: Library) -> Changes:
        return tag_table.set_order(library, self.before)


def new_tag(codebook: Codebook, name: str) -> Tag:
    """Return a tag of this name whose look no tag of the codebook has, as far as looks reach."""
    used = {tag.colour for tag in codebook}
    colour = next(
        (c for c in TAG_COLOURS if c not in used), TAG_COLOURS[len(codebook) % len(TAG_COLOURS)]
    )
    underlines = list(Underline)
    return Tag("", name, colour, underlines[len(codebook) % len(underlines)])


def add_tag(library: Library, wanted: Tag) -> AddTag:
    """Return the edit that adds a tag with the name, look and definition of `wanted`.

    Its id follows from its first name; one that was deleted under this name comes back, also a
    built-in one. Raises TagNameTakenError, TagNameEmptyError or TagNameTooLongError.
    """
    name = _free_name(tag_table.codebook(library), wanted.name, but=None)
    for tag_id in _ids_for(name):
        known = tag_table.find_even_deleted(library, tag_id)
        if known is None or tag_name_key(known.name) == tag_name_key(name):
            break
    return AddTag(replace(wanted, id=tag_id, name=name), known)


def change_tag(library: Library, before: Tag, after: Tag) -> ChangeTag:
    """Return the edit that changes a tag.

    Raises TagNameTakenError, TagNameEmptyError or TagNameTooLongError.
    """
    name = _free_name(tag_table.codebook(library), after.name, but=before.id)
    return ChangeTag(before, replace(after, name=name))


def move_tag(codebook: Codebook, tag_id: str, position: int) -> OrderTags:
    """Return the edit that puts a tag at this place among the others."""
    before = tuple(tag.id for tag in codebook)
    others = [other for other in before if other != tag_id]
    return OrderTags(before, (*others[:position], tag_id, *others[position:]))


def _ids_for(first_name: str) -> Iterator[str]:
    """Yield the ids that tags of this first name have, as far as they are needed."""
    for built_in in built_in_tags():
        if tag_name_key(built_in.tag.name) == tag_name_key(first_name):
            yield built_in.tag.id
    for ordinal in count():
        yield own_tag_id(first_name, ordinal)


def _free_name(codebook: Codebook, name: str, *, but: str | None) -> str:
    name = " ".join(name.split())
    if not name:
        raise TagNameEmptyError
    if len(name) > _LONGEST_NAME:
        raise TagNameTooLongError(limit=_LONGEST_NAME)
    other = codebook.named(name)
    if other is not None and other.id != but:
        raise TagNameTakenError(name=name)
    return name
