"""The codebook's rows."""

import json
from collections.abc import Iterator, Sequence

from annotator.core.changes import Changes
from annotator.core.codebook import Codebook, Tag, Underline
from annotator.storage.library import Library


def codebook(library: Library) -> Codebook:
    """Return the tags that are not deleted."""
    rows = library.rows(
        "SELECT id, name, colour, underline, definition FROM present_tag ORDER BY position, id"
    )
    return Codebook(tuple(_tag(row) for row in rows))


def find_even_deleted(library: Library, tag_id: str) -> Tag | None:
    rows = library.rows(
        "SELECT id, name, colour, underline, definition FROM tag WHERE id = ?", (tag_id,)
    )
    return _tag(rows[0]) if rows else None


def insert(library: Library, tag: Tag) -> Changes:
    """Add a tag at the end of the codebook."""
    with library.transaction() as write:
        stamp = write.stamp
        _insert(library, tag, stamp)
    return Changes(tags=frozenset([tag.id]))


def insert_built_in(library: Library, tags: Sequence[Tag]) -> Changes:
    """Add the tags that every library has. Stamp 0: any change by a member is newer."""
    with library.transaction():
        for tag in tags:
            _insert(library, tag, 0)
    return Changes(tags=frozenset(tag.id for tag in tags))


def update(library: Library, tag: Tag) -> Changes:
    """Write the tag's name, look and definition; only groups that differ get a new stamp."""
    with library.transaction() as write:
        write.db.execute(
            """
            UPDATE tag SET
                name_stamp = iif(name IS :name, name_stamp, :stamp),
                look_stamp = iif((colour, underline) IS (:colour, :underline), look_stamp, :stamp),
                definition_stamp = iif(definition IS :definition, definition_stamp, :stamp),
                name = :name, colour = :colour, underline = :underline, definition = :definition,
                seq = :seq
            WHERE id = :id AND (name, colour, underline, definition)
                IS NOT (:name, :colour, :underline, :definition)
            """,
            {
                "id": tag.id,
                "name": tag.name,
                "colour": tag.colour,
                "underline": tag.underline,
                "definition": tag.definition,
                "stamp": write.stamp,
                "seq": write.seq,
            },
        )
    return Changes(tags=frozenset([tag.id]))


def set_deleted(library: Library, tag_id: str, *, deleted: bool) -> Changes:
    """Delete a tag or bring it back; its annotations and taggings stay."""
    with library.transaction() as write:
        write.db.execute(
            "UPDATE tag SET deleted = ?, deletion_stamp = ?, seq = ? WHERE id = ?",
            (int(deleted), write.stamp, write.seq, tag_id),
        )
    return _changes_of_use(library, tag_id)


def set_order(library: Library, tag_ids: Sequence[str]) -> Changes:
    """Put the tags in this order, at the positions that they have; others keep theirs."""
    with library.transaction() as write:
        for tag_id, position in zip(tag_ids, _positions(library, tag_ids), strict=True):
            write.db.execute(
                "UPDATE tag SET position = ?, position_stamp = ?, seq = ?"
                " WHERE id = ? AND position <> ?",
                (position, write.stamp, write.seq, tag_id, position),
            )
    return Changes(tags=frozenset(tag_ids))


def _insert(library: Library, tag: Tag, stamp: int) -> None:
    with library.transaction() as write:
        write.db.execute(
            """
            INSERT INTO tag (id, name, name_stamp, colour, underline, look_stamp, definition,
                definition_stamp, position, position_stamp, seq)
            SELECT :id, :name, :stamp, :colour, :underline, :stamp, :definition, :stamp,
                coalesce(max(position) + 1, 0), :stamp, :seq FROM tag
            """,
            {
                "id": tag.id,
                "name": tag.name,
                "colour": tag.colour,
                "underline": tag.underline,
                "definition": tag.definition,
                "stamp": stamp,
                "seq": write.seq,
            },
        )


def _positions(library: Library, tag_ids: Sequence[str]) -> Iterator[int]:
    """Yield the positions of the tags, made different where a merge has made them equal."""
    rows = library.rows(
        "SELECT position FROM tag WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position",
        (json.dumps(list(tag_ids)),),
    )
    last = None
    for (position,) in rows:
        last = position if last is None else max(position, last + 1)
        yield last


def _changes_of_use(library: Library, tag_id: str) -> Changes:
    """Return the changes that follow when a tag disappears from its annotations or comes back."""
    rows = library.rows(
        "SELECT annotation.id, document_id FROM tagging"
        " JOIN annotation ON annotation.id = annotation_id WHERE tag_id = ?",
        (tag_id,),
    )
    return Changes(
        tags=frozenset([tag_id]),
        annotations=frozenset(row[0] for row in rows),
        annotated=frozenset(row[1] for row in rows),
    )


def _tag(row: tuple[str, str, str, str, str]) -> Tag:
    tag_id, name, colour, underline, definition = row
    return Tag(tag_id, name, colour, Underline(underline), definition)
