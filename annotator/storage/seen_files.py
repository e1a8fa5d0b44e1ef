"""Which files were merged, or refused, as they are now: they need not be opened again."""

import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.core.errors import LibraryError, NewerLibraryError, NotALibraryError
from annotator.core.merge_errors import DamagedShareError, ForeignSchemaError, ShareTooLargeError
from annotator.storage import local_tables
from annotator.storage.file_format import SCHEMA_VERSION
from annotator.storage.library import Library

_REFUSED = "refused_files"

# What is wrong with the file itself: no other time, and nothing that comes here, will mend it.
_LASTING: dict[str, type[LibraryError]] = {
    kind.__name__: kind
    for kind in (
        DamagedShareError,
        ForeignSchemaError,
        NewerLibraryError,
        NotALibraryError,
        ShareTooLargeError,
    )
}

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


def refusal(library: Library, path: Path) -> LibraryError | None:
    """Return why the file was refused when it had the size and the time that it has now."""
    known = _refused(library).get(str(path.absolute()))
    if known is None or known["file"] != [*signature(path), SCHEMA_VERSION]:
        return None
    return _LASTING[known["kind"]](**known["details"])


def remember_refusal(
    library: Library, path: Path, before: tuple[int, int], error: LibraryError
) -> None:
    """Remember why a file was refused, if that is sure to last while the file stays as it is."""
    kind = type(error).__name__
    if kind in _LASTING and not may_change_unseen(before):
        known = {"file": [*before, SCHEMA_VERSION], "kind": kind, "details": error.details}
        refused = _refused(library)
        refused[str(path.absolute())] = known
        local_tables.set_setting(
            library, _REFUSED, {name: one for name, one in refused.items() if Path(name).exists()}
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


def _refused(library: Library) -> dict[str, Any]:
    refused: dict[str, Any] = local_tables.setting(library, _REFUSED) or {}
    return refused
