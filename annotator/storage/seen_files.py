"""Which files were merged as they are now, so that they need not be opened again."""

import json
import time
from collections.abc import Iterable
from pathlib import Path

from annotator.storage.library import Library

_SECOND_NS = 1_000_000_000
_COARSEST_NS = 3 * _SECOND_NS


def is_seen(library: Library, path: Path) -> bool:
    """Whether the file has the size and the time that it had when it was merged.

    One that waits for texts is to be looked at again when one of them has come.
    """
    known = library.rows(
        "SELECT size, modified_ns FROM seen_file WHERE path = ? AND NOT EXISTS"
        " (SELECT 1 FROM json_each(missing) JOIN document ON document.id = json_each.value)",
        (str(path.absolute()),),
    )
    return known == [signature(path)]


def remember(
    library: Library, path: Path, before: tuple[int, int], missing: Iterable[str] = ()
) -> None:
    """Remember a merged file by the signature that it had before it was read.

    `missing` are the ids of the texts for which a part of it waits.
    """
    with library.transaction() as write:
        write.db.execute(
            "INSERT OR REPLACE INTO seen_file (path, size, modified_ns, missing)"
            " VALUES (?, ?, ?, ?)",
            (str(path.absolute()), *before, json.dumps(list(missing))),
        )


def may_change_unseen(before: tuple[int, int]) -> bool:
    """Whether the file could change once more without another size or time.

    So it is on disks that keep whole seconds, for a file written a moment ago.
    """
    modified_ns = before[1]
    return modified_ns % _SECOND_NS == 0 and time.time_ns() - modified_ns < _COARSEST_NS


def signature(path: Path) -> tuple[int, int]:
    """Return size and time of change; zeros for what is not there."""
    try:
        status = path.lstat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns
