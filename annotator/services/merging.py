"""Merging libraries: what would come in, and letting it in."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from annotator.core.clock import now_ms
from annotator.core.errors import LibraryBusyError, LibraryError
from annotator.core.merge_errors import OwnLibraryError
from annotator.core.visibility import ALL
from annotator.services import matching, sharing, versions
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
from annotator.storage.merging import TableCount, merge_incoming, told_counts
from annotator.storage.seen_annotations import SEEN, parameters
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
    annotations whose notes or places were changed on both sides. Nothing is told of what a blind
    round hides, not even how much it is.

    `missing` has the titles of texts for which a part of the file waits: they are not here.
    `matched` has the texts that are nearly one of ours; nothing was done about them. `is_blind` is
    true while a round is open: more may have come in than is told.
    """

    counts: dict[str, TableCount]
    shares: tuple[Share, ...]
    conflicts: tuple[str, ...]
    to_check: int
    missing: tuple[str, ...] = ()
    matched: tuple[Match, ...] = ()
    is_blind: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell of; hidden rows may have come in."""
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


def merge_all(
    library: Library, paths: Iterable[Path], *, dry_run: bool = False, report: Report
) -> Merged:
    """Merge files one after the other, each all or nothing, after a backup of the library.

    A dry run merges them into a copy of it. Whatever `report` raises leaves the library as it was.
    Raises a LibraryError where no backup can be made.
    """
    if dry_run:
        with library.copied() as copy:
            return _merge_each(copy, paths, Merged({}, {}), report)
    merged = Merged({}, {}, library.back_up())
    try:
        _merge_each(library, paths, merged, report)
    except BaseException:
        if _is_recorded(library, merged):
            undo(library)
        raise
    return dataclasses.replace(merged, can_be_undone=_is_recorded(library, merged))


def _merge_each(library: Library, paths: Iterable[Path], merged: Merged, report: Report) -> Merged:
    for path in paths:
        try:
            merged.reports[path] = merge(library, path, backup=merged.backup, report=report)
        except LibraryError as error:
            merged.refused[path] = error
    return merged


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
    """Take back the last merge that had a backup; return how many rows it had brought or changed,
    but for those that a blind round hides.

    What was written since stays. Raises an UnmergeError and leaves all as it was.
    """
    return merge_records.take_back_last(library, sharing.shared_until(library))


def merge(
    library: Library, path: Path, *, backup: Path | None = None, report: Report
) -> MergeReport:
    """Take in what another library has and this one has not.

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
        new_texts, annotated = incoming.new_texts(library), incoming.annotated_texts(library)
        found = _merge(library, replica, path, backup)
    if not seen_files.may_change_unseen(before):
        seen_files.remember(library, path, before, missing)
    matched = _matched(library, new_texts, annotated)
    return dataclasses.replace(found, missing=tuple(missing.values()), matched=matched)


def _merge(
    library: Library, replica: incoming.Replica, path: Path, backup: Path | None
) -> MergeReport:
    shares, before = _shares(library), _conflicts(library)
    with incoming.sound_rows(path), library.transaction():
        record = merge_records.begin(library, backup) if backup else None
        counts = merge_incoming(library, replica)
        if record and any(count.new or count.changed for count in counts.values()):
            merge_records.add(library, record)
        blind = round_table.blind_documents(library)
        seen = tuple(share for share, document_id in shares if document_id not in blind)
        conflicts = (one for one in _conflicts(library) - before if _is_seen(library, one))
        return MergeReport(
            told_counts(library, counts),
            seen,
            tuple(sorted(conflicts)),
            _to_check(library),
            is_blind=bool(blind),
        )


def _matched(
    library: Library, new_texts: Sequence[str], annotated: Sequence[str]
) -> tuple[Match, ...]:
    """Compare texts that came in with ours, which takes seconds: others can write meanwhile.

    Where one of them holds the library just then, nothing is matched: what came in is in.
    """
    try:
        return matching.matches(library, new_texts, annotated)
    except LibraryBusyError:
        return ()


def _shares(library: Library) -> list[tuple[Share, str]]:
    """Return what each member's work brings, with the id of its text, but "" for our member's:
    that is seen in a blind round too.
    """
    rows = library.rows(
        f"""
        SELECT coalesce(theirs.name, member.name), coalesce(document.title, text.title), count(*),
            iif(annotation.member_id IS (SELECT member_id FROM library), '', annotation.document_id)
        FROM {ANNOTATION.incoming} AS annotation
        LEFT JOIN {MEMBER.incoming} AS theirs ON theirs.id = annotation.member_id
        LEFT JOIN member ON member.id = annotation.member_id
        LEFT JOIN document ON document.id = annotation.document_id
        LEFT JOIN {DOCUMENT.incoming} AS text ON text.id = annotation.document_id
        LEFT JOIN main.annotation AS ours ON ours.id = annotation.id
        WHERE ours.id IS NULL AND annotation.deleted = 0
        GROUP BY annotation.document_id, 1, 4 ORDER BY 1, 2, annotation.document_id
        """
    )
    return [(Share(*told), document_id) for *told, document_id in rows]


def _conflicts(library: Library) -> set[str]:
    """Return the ids of annotations whose notes or places wait for somebody to settle them."""
    return {*revision_table.conflicts(library), *anchor_revision_table.conflicts(library)}


def _is_seen(library: Library, annotation_id: str) -> bool:
    """Whether what waits to be settled is seen, for a blind round may hide the other side."""
    notes = versions.notes_of(library, annotation_id)
    return bool(notes or versions.places_of(library, annotation_id))


def _to_check(library: Library) -> int:
    (count,) = library.rows(
        f"SELECT count(*) FROM {ANNOTATION.incoming} AS annotation"
        f" WHERE state = 'to_check' AND deleted = 0 AND {SEEN}",
        parameters(ALL),
    )[0]
    return int(count)
