"""Merging libraries: what would come in, and letting it in."""

import dataclasses
from collections.abc import Callable, Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from annotator.core.clock import now_ms
from annotator.core.errors import LibraryError
from annotator.core.merge_errors import OwnLibraryError
from annotator.services import matching
from annotator.services.matching import Match
from annotator.storage import (
    anchor_revision_table,
    bundles,
    foreign_files,
    incoming,
    merge_records,
    revision_table,
    round_table,
    seen_files,
)
from annotator.storage.library import Library
from annotator.storage.merging import TableCount, merge_incoming
from annotator.storage.shared_tables import ANNOTATION, DOCUMENT, MEMBER

Report = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Share:
    """How many annotations one member's work on one text brings."""

    member: str
    document: str
    annotations: int


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came in, or would come in: rows by table, annotations by member and text, and ids of the
    annotations whose notes or places were changed on both sides. Nothing is told of annotations
    that a blind round hides, but for the rows.

    `missing` has the titles of texts for which a part of the file waits: they are not here.
    `matched` has the texts that are nearly one of ours; nothing was done about them.
    """

    counts: dict[str, TableCount]
    shares: tuple[Share, ...]
    conflicts: tuple[str, ...]
    to_check: int
    missing: tuple[str, ...] = ()
    matched: tuple[Match, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(count.new or count.changed for count in self.counts.values())


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of several files: reports of those that came in, and why others did not.

    `backup` is the library as it was before, None where nothing was merged. `can_be_undone` is
    false where nothing came in, or another program wrote between backup and merge.
    """

    reports: dict[Path, MergeReport]
    refused: dict[Path, LibraryError]
    backup: Path | None = None
    can_be_undone: bool = False

    @property
    def matched(self) -> tuple[Match, ...]:
        """What is nearly one of our texts, in any of the files, as the last one has it."""
        found = {one.theirs.id: one for report in self.reports.values() for one in report.matched}
        return tuple(found.values())


class _DryRun(Exception):  # noqa: N818  (it is no error)
    """Ends a transaction without keeping what was done in it."""


def merge_all(
    library: Library, paths: Iterable[Path], *, dry_run: bool = False, report: Report
) -> Merged:
    """Merge files one after the other, each all or nothing, after a backup of the library.

    Whatever `report` raises leaves the library as it was. Raises a LibraryError where no backup can
    be made.
    """
    merged = Merged({}, {}, None if dry_run else library.back_up())
    try:
        for path in paths:
            try:
                merged.reports[path] = merge(
                    library, path, dry_run=dry_run, backup=merged.backup, report=report
                )
            except LibraryError as error:
                merged.refused[path] = error
    except BaseException:
        if _is_recorded(library, merged):
            undo(library)
        raise
    return dataclasses.replace(merged, can_be_undone=_is_recorded(library, merged))


def _is_recorded(library: Library, merged: Merged) -> bool:
    record = merge_records.last(library)
    return record is not None and record.backup == str(merged.backup)


def merge_all_in(
    library_path: Path, paths: Iterable[Path], *, dry_run: bool, report: Report
) -> Merged:
    """Merge over a connection of its own: for other threads. Raises a LibraryError."""
    with Library.open(library_path) as library:
        return merge_all(library, paths, dry_run=dry_run, report=report)


def undo(library: Library) -> int:
    """Take back the last merge that had a backup; return how many rows it had brought or changed.

    What was written since stays. Raises an UnmergeError and leaves all as it was.
    """
    return merge_records.take_back_last(library)


def merge(
    library: Library,
    path: Path,
    *,
    dry_run: bool = False,
    backup: Path | None = None,
    report: Report,
) -> MergeReport:
    """Take in what another library has and this one has not; a dry run only tells what would come.

    With a backup of the library as it is, the merge can be undone.

    All or nothing. Raises a LibraryError and leaves both files as they were.
    """
    if library.path.exists() and path.exists() and library.path.samefile(path):
        raise OwnLibraryError(path=path)
    if seen_files.is_seen(library, path):
        return MergeReport({}, (), (), 0)
    before = seen_files.signature(path)
    with ExitStack() as stack:
        foreign = stack.enter_context(foreign_files.opened(path))
        stack.callback(incoming.forget, library)
        replica = incoming.replica_of(library, foreign)
        bundles.check_hash(foreign, path)
        incoming.receive(library, foreign, replica, report)
        if missing := incoming.set_aside(library):
            replica = dataclasses.replace(replica, seq=replica.known)
        incoming.check(library, path, now_ms())
        found = _merge(library, replica, path, dry_run=dry_run, backup=backup)
    if not dry_run and not seen_files.may_change_unseen(before):
        seen_files.remember(library, path, before, missing)
    return dataclasses.replace(found, missing=tuple(missing.values()))


def _merge(
    library: Library, replica: incoming.Replica, path: Path, *, dry_run: bool, backup: Path | None
) -> MergeReport:
    shares, before = _shares(library), _conflicts(library)
    new_texts, annotated = incoming.new_texts(library), incoming.annotated_texts(library)
    found: MergeReport | None = None
    with suppress(_DryRun), incoming.sound_rows(path), library.transaction():
        record = merge_records.begin(library, backup) if backup else None
        counts = merge_incoming(library, replica)
        blind = round_table.blind_documents(library)
        seen = tuple(share for document_id, share in shares if document_id not in blind)
        conflicts = tuple(sorted(_conflicts(library) - before))
        matched = matching.matches(library, new_texts, annotated)
        found = MergeReport(counts, seen, conflicts, _to_check(library), matched=matched)
        if record and not found.is_empty:
            merge_records.add(library, record)
        if dry_run:
            raise _DryRun
    assert found is not None
    return found


def _shares(library: Library) -> list[tuple[str, Share]]:
    """Return what each member's work brings, with the ids of the texts that it is on."""
    rows = library.rows(
        f"""
        SELECT annotation.document_id, coalesce(theirs.name, member.name),
            coalesce(document.title, text.title), count(*)
        FROM {ANNOTATION.incoming} AS annotation
        LEFT JOIN {MEMBER.incoming} AS theirs ON theirs.id = annotation.member_id
        LEFT JOIN member ON member.id = annotation.member_id
        LEFT JOIN document ON document.id = annotation.document_id
        LEFT JOIN {DOCUMENT.incoming} AS text ON text.id = annotation.document_id
        LEFT JOIN main.annotation AS ours ON ours.id = annotation.id
        WHERE ours.id IS NULL AND annotation.deleted = 0
        GROUP BY 1, 2 ORDER BY 2, 3, 1
        """
    )
    return [(document_id, Share(*told)) for document_id, *told in rows]


def _conflicts(library: Library) -> set[str]:
    """Return the ids of annotations whose notes or places wait for somebody to settle them."""
    return {*revision_table.conflicts(library), *anchor_revision_table.conflicts(library)}


def _to_check(library: Library) -> int:
    (count,) = library.rows(
        f"SELECT count(*) FROM {ANNOTATION.incoming} WHERE state = 'to_check' AND deleted = 0"
    )[0]
    return int(count)
