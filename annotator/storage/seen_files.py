"""Which files were merged as they are now, so that they need not be opened again."""

from pathlib import Path

from annotator.storage.library import Library


def is_seen(library: Library, path: Path) -> bool:
    """Whether the file has the size and the time that it had when it was merged."""
    known = library.rows(
        "SELECT size, modified_ns FROM seen_file WHERE path = ?", (str(path.absolute()),)
    )
    return known == [signature(path)]


def remember(library: Library, path: Path, before: tuple[int, int]) -> None:
    """Remember a merged file by the signature that it had before it was read."""
    with library.transaction() as write:
        write.db.execute(
            "INSERT OR REPLACE INTO seen_file (path, size, modified_ns) VALUES (?, ?, ?)",
            (str(path.absolute()), *before),
        )


def signature(path: Path) -> tuple[int, int]:
    """Return size and time of change; zeros for what is not there."""
    try:
        status = path.lstat()
    except OSError:
        return 0, 0
    return status.st_size, status.st_mtime_ns
