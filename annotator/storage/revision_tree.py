"""Revision trees: what members made of one thing, and which versions each version replaced.

A tree with more than one leaf was changed by members who did not know of each other.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from annotator.core.visibility import Visibility
from annotator.storage.library import Library
from annotator.storage.seen_annotations import parameters, seen_from
from annotator.storage.shared_tables import SharedTable


class _Revision(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def annotation_id(self) -> str: ...
    @property
    def bases(self) -> tuple[str, ...]: ...


Some = TypeVar("Some", bound=_Revision)


def leaves(tree: Iterable[Some]) -> list[Some]:
    """Return the versions that nothing replaces, in the order in which they come."""
    versions = list(tree)
    replaced = {base for version in versions for base in version.bases}
    return [version for version in versions if version.id not in replaced]


def leaves_by_annotation(revisions: Iterable[Some]) -> dict[str, list[Some]]:
    """Return the leaves of each of several trees."""
    trees: dict[str, list[Some]] = defaultdict(list)
    for revision in revisions:
        trees[revision.annotation_id].append(revision)
    return {annotation_id: leaves(tree) for annotation_id, tree in trees.items()}


def has_several(table: SharedTable) -> str:
    """Return the condition for revisions of annotations that are seen and have more than one."""
    return (
        f"annotation_id IN (SELECT annotation_id FROM {table.name} GROUP BY annotation_id"
        " HAVING count(*) > 1) AND annotation_id IN (SELECT id FROM visible_annotation)"
    )


def seen_among(
    library: Library, table: SharedTable, revisions: Sequence[Some], seen: Visibility
) -> list[Some]:
    """Return those of these versions whose members are seen."""
    rows = library.rows(
        f"SELECT {table.name}.id FROM {table.name}"
        " CROSS JOIN annotation ON annotation.id = annotation_id"
        f" WHERE {table.name}.id IN (SELECT value FROM json_each(:ids))"
        f" AND {seen_from(f'{table.name}.member_id')}",
        parameters(seen) | {"ids": json.dumps([revision.id for revision in revisions])},
    )
    ids = {row[0] for row in rows}
    return [revision for revision in revisions if revision.id in ids]
