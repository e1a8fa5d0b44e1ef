"""Hidden rows: in texts with an open blind round, what others marked and wrote.

They come in and are handed on like all others; counts that a reader is told leave them out.
"""

from annotator.core.visibility import ALL
from annotator.storage.library import Library
from annotator.storage.round_table import blind_documents
from annotator.storage.seen_annotations import parameters, seen_from
from annotator.storage.shared_tables import (
    ANCHOR_REVISION,
    ANNOTATION,
    REPLY,
    REVISION,
    TAGGING,
    SharedTable,
)

_CAN_BE_HIDDEN = (ANNOTATION, TAGGING, REPLY, REVISION, ANCHOR_REVISION)


def count(library: Library, table: SharedTable, condition: str, **known: str) -> int:
    """Count the hidden rows of a table for which this is true."""
    if table not in _CAN_BE_HIDDEN or not blind_documents(library):
        return 0
    on = "" if table is ANNOTATION else "CROSS JOIN annotation ON annotation.id = annotation_id"
    ((number,),) = library.rows(
        f"SELECT count(*) FROM {table.name} {on}"
        f" WHERE {condition} AND NOT {seen_from(f'{table.name}.member_id')}",
        parameters(ALL) | known,
    )
    return int(number)
