"""Sharing by a folder that a group keeps alike: everybody writes one bundle and reads the others'.

Nothing in the folder is ever changed or removed but this library's own bundle, and leftovers of
bundles that were never finished.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.errors import LibraryError, NotALibraryError
from annotator.core.merge_errors import (
    FolderMissingError,
    FolderNotWritableError,
    NoFolderError,
    UnreadableShareError,
)
from annotator.services.bundling import bundle_name
from annotator.services.libraries import current_member
from annotator.storage import backups, bundles, local_tables, seen_files
from annotator.storage.file_checks import is_library
from annotator.storage.library import Library

if TYPE_CHECKING:
    from annotator.services.matching import Match
    from annotator.services.merging import MergeReport

Report = Callable[[int, int, str], None]

_SETTING = "sharing"
_BUNDLE_SUFFIX = ".duidu"
_LEFTOVER_S = 60 * 60


@dataclass(slots=True)
class Synced:
    """What a look into the folder brought: reports of the files that were read, and why others
    were left alone. A file that waited for a text of another one is read twice; its last report
    stands. `written` is our own bundle where it was renewed; `not_written` says why that could not
    be done. `matched` has, by their ids, the texts that are nearly one of ours.
    """

    folder: Path
    reports: dict[Path, "MergeReport"] = field(default_factory=dict)
    refused: dict[Path, LibraryError] = field(default_factory=dict)
    written: Path | None = None
    not_written: LibraryError | None = None
    new_annotations: int = 0
    new_replies: int = 0
    matched: dict[str, "Match"] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[str, ...]:
        """Titles of texts for which annotations wait."""
        return tuple(sorted({one for each in self.reports.values() for one in each.missing}))

    @property
    def is_blind(self) -> bool:
        """Whether more may have come than is told: a blind round is open."""
        return any(report.is_blind for report in self.reports.values())


def shared_folder(library: Library) -> Path | None:
    """Return the folder that was chosen for this library."""
    state = _state(library)
    return Path(state["folder"]) if state.get("folder") else None


def shared_until(library: Library) -> int:
    """Return the change number of the last row that was shared by a folder."""
    return int(_state(library).get("seq", 0))


def choose_folder(library: Library, folder: Path | None) -> None:
    """Remember a folder; None ends the sharing. Raises a LibraryError."""
    if folder is not None and not folder.is_dir():
        raise FolderMissingError(path=folder)
    chosen = str(folder.absolute()) if folder else None
    if _state(library).get("folder") != chosen:
        state = {"id": bundles.share_id(library), "folder": chosen}
        local_tables.set_setting(library, _SETTING, state)


def folder_beside(library: Library, merged: Iterable[Path]) -> Path | None:
    """Return the shared folder where one of these files, merged by hand, lies outside of it.

    Everybody hands on their own work alone, so what came from such a file stays here: who gave it
    to one member may not have meant all of them, and a merge that is taken back has gone nowhere.
    """
    folder = shared_folder(library)
    is_outside = folder and any(path.absolute().parent != folder for path in merged)
    return folder if is_outside else None


def sync_in(library_path: Path, report: Report) -> Synced:
    """Look into the chosen folder over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return sync(library, report)


def sync(library: Library, report: Report) -> Synced:
    """Take in what the others share, and share what was written here.

    Files that did not change since the last time are not opened. Raises a LibraryError where the
    folder is not there, or this library cannot be written to.
    """
    folder = shared_folder(library)
    if folder is None:
        raise NoFolderError(path=library.path)
    found = Synced(folder)
    files = _files(folder)
    own = folder / bundle_name(library, current_member(library))
    own_is_as_written = seen_files.is_seen(library, own)
    _read_all(library, files, found, report)
    try:
        _sweep(folder)
        _share(library, own, found, own_is_as_written=own_is_as_written)
    except LibraryError as error:
        found.not_written = error
    return found


def _files(folder: Path) -> list[Path]:
    """Return the plain files of the folder by name. Raises FolderMissingError."""
    try:
        with os.scandir(folder) as entries:
            return sorted(
                folder / entry.name
                for entry in entries
                if not entry.name.startswith(".") and entry.is_file(follow_symlinks=False)
            )
    except OSError as error:
        raise FolderMissingError(path=folder) from error


def _read_all(library: Library, files: list[Path], found: Synced, report: Report) -> None:
    """Read what is new; once more where a text came in for which an earlier file waited."""
    unread = list(_unread(library, files, found))
    if unread and backups.is_due(library.path):
        library.back_up()
    while unread:
        new_texts = _read(library, unread, found, report)
        again = _unread(library, files, found) if new_texts else ()
        unread = [path for path in again if path not in found.refused]


def _read(library: Library, paths: list[Path], found: Synced, report: Report) -> int:
    """Merge these files; return how many texts came in."""
    # The window, which asks whether there is a folder to share by, need not wait for it.
    from annotator.services import merging

    texts = 0
    for number, path in enumerate(paths):
        report(number, len(paths), path.name)
        before = seen_files.signature(path)
        try:
            came = merging.merge(library, path, report=report)
        except LibraryError as error:
            found.refused[path] = error
            seen_files.remember_refusal(library, path, before, error)
            continue
        found.reports[path] = came
        found.matched |= {one.theirs.id: one for one in came.matched}
        if came.counts:
            texts += came.counts["document"].new
            found.new_annotations += sum(share.annotations for share in came.shares)
            found.new_replies += came.counts["reply"].new
    return texts


def _unread(library: Library, files: list[Path], found: Synced) -> Iterator[Path]:
    """Yield the libraries and bundles, by content, that are not as they were read before."""
    for path in files:
        if seen_files.is_seen(library, path):
            continue
        if known := seen_files.refusal(library, path):
            found.refused[path] = known
            continue
        before = seen_files.signature(path)
        try:
            if library.path.samefile(path):
                continue
            is_one = is_library(path)
        except FileNotFoundError:  # renamed or removed meanwhile
            continue
        except OSError:
            found.refused[path] = UnreadableShareError(path=path)
            continue
        if is_one:
            yield path
        elif path.suffix.casefold() == _BUNDLE_SUFFIX:
            found.refused[path] = NotALibraryError(path=path)
            seen_files.remember_refusal(library, path, before, found.refused[path])
        else:
            seen_files.remember(library, path, before)


def _share(library: Library, own: Path, found: Synced, *, own_is_as_written: bool) -> None:
    """Write our bundle where there is something new to share, or where it is not as we left it."""
    state, seq = _state(library), bundles.last_written(library)
    is_there = own_is_as_written and state.get("name") == own.name
    if not seq or (is_there and state.get("seq") == seq):
        return
    bundle = bundles.write(library, own, known=state.get("hash", "") if is_there else "")
    _remove_former(library, own, state.get("name", own.name))
    state |= {"name": own.name, "seq": seq}
    with library.transaction():
        if bundle is not None:
            state["hash"] = bundle.content_hash
            seen_files.remember(library, own, bundle.signature)
            found.written = own
        local_tables.set_setting(library, _SETTING, state)


def _remove_former(library: Library, own: Path, name: str) -> None:
    """Remove our bundle of another name, from before the member was renamed, if it is as it was."""
    former = own.with_name(name)
    if former != own and seen_files.is_seen(library, former):
        with suppress(OSError):
            former.unlink()


def _sweep(folder: Path) -> None:
    """Remove what a program that was killed left more than an hour ago."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if (
                    entry.name.startswith(".")
                    and entry.name.endswith(bundles.UNFINISHED)
                    and entry.is_file(follow_symlinks=False)
                    and time.time() - entry.stat().st_mtime > _LEFTOVER_S
                ):
                    with suppress(FileNotFoundError):
                        os.unlink(entry)
    except OSError as error:
        raise FolderNotWritableError(path=folder) from error


def _state(library: Library) -> dict[str, Any]:
    """Return what is remembered of the folder; a copy of a library shares by none."""
    state: dict[str, Any] = local_tables.setting(library, _SETTING) or {}
    return state if state.get("id") == bundles.share_id(library) else {}
