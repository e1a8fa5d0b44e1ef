"""Backups: whole copies of a library, kept beside it."""

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from glob import escape
from pathlib import Path

from annotator.storage.file_checks import backup_folder

KEPT = 10
_UNFINISHED = ".unfinished"
_LEFTOVER_S = 60 * 60


def back_up(db: sqlite3.Connection, path: Path) -> Path:
    """Copy the library as it is now; return the copy. Only the newest ten are kept.

    The copy is written under another name first and gets a new replica id when it is opened.
    """
    folder = backup_folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, path.stem)
    unfinished = target.with_suffix(_UNFINISHED)
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute("UPDATE library SET file_identity = ''")
            copy.commit()
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in [*newest_first(path)[KEPT:], *_leftovers(path)]:
        old.unlink(missing_ok=True)
    return target


def is_due(path: Path) -> bool:
    """Whether no backup was made today."""
    today = f"{path.stem}-{datetime.now(UTC):%Y%m%d}"
    return not any(backup.name.startswith(today) for backup in newest_first(path))


def newest_first(path: Path) -> list[Path]:
    """Return the backups of this library."""
    return sorted(backup_folder(path).glob(f"{escape(path.stem)}-*.duidu"), reverse=True)


def _leftovers(path: Path) -> list[Path]:
    """Return what programs that were killed more than an hour ago did not finish."""
    unfinished = backup_folder(path).glob(f"{escape(path.stem)}-*{_UNFINISHED}*")
    latest = time.time() - _LEFTOVER_S
    return [one for one in unfinished if one.stat().st_mtime < latest]


def _free_name(folder: Path, stem: str) -> Path:
    """Name a backup by its UTC time, down to the microsecond, so that names sort by age."""
    return folder / f"{stem}-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.duidu"
