"""Commands about other libraries: merge, unmerge."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.cli import matching, opening
from annotator.cli.output import DONE, FAILED, Answer, as_json, counted, lines
from annotator.services import merging, sharing
from annotator.services.merging import Merged, MergeReport

_KINDS = {
    "member": "member",
    "document": "text",
    "tag": "tag",
    "annotation": "annotation",
    "tagging": "tagging",
    "reply": "reply",
    "completion": "finished text",
    "blind_round": "blind round",
}


def merge(arguments: Namespace) -> Answer:
    """Merge other libraries into this one; a file that is refused is a failure."""
    with opening.to_write(arguments) as library:
        merged = merging.merge_all(
            library, arguments.files, dry_run=arguments.dry_run, report=lambda *_: None
        )
        is_linked = arguments.link and not arguments.dry_run
        if is_linked:
            matching.link(library, merged.matched)
        folder = sharing.folder_beside(library, merged.reports)
    status = FAILED if merged.refused else DONE
    if arguments.json:
        found = _values(merged, is_dry_run=arguments.dry_run)
        matched = matching.values(merged.matched, is_linked=is_linked)
        return as_json(found | {"matched": matched}, status=status)
    told = [*_told(merged, is_dry_run=arguments.dry_run)]
    told += matching.told(merged.matched, is_linked=is_linked, is_dry_run=arguments.dry_run)
    if folder:
        told.append(f"To share what came in with everybody, put the file into {folder}, too.")
    return lines(told, status=status)


def unmerge(arguments: Namespace) -> Answer:
    """Undo the last merge; one that cannot be undone is a failure."""
    with opening.to_write(arguments) as library:
        count = merging.undo(library)
    if arguments.json:
        return as_json({"taken_back": count})
    taken_back = f": {counted(count, 'change')} taken back" if count else ""
    return lines([f"The last merge is undone{taken_back}."])


def _values(merged: Merged, *, is_dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": is_dry_run,
        "backup": str(merged.backup) if merged.backup else None,
        "files": [report_values(path, report) for path, report in merged.reports.items()],
        "conflicts": sorted({one for each in merged.reports.values() for one in each.conflicts}),
        "missing_texts": sorted({one for each in merged.reports.values() for one in each.missing}),
        "to_check": sum(report.to_check for report in merged.reports.values()),
        "refused": [
            {"file": str(path), "reason": str(error)} for path, error in merged.refused.items()
        ],
    }


def report_values(path: Path, report: MergeReport) -> dict[str, Any]:
    return {
        "file": str(path),
        "counts": {
            name: {"new": count.new, "changed": count.changed}
            for name, count in report.counts.items()
        },
        "shares": [
            {"member": one.member, "document": one.document, "annotations": one.annotations}
            for one in report.shares
        ],
    }


def _told(merged: Merged, *, is_dry_run: bool) -> Iterator[str]:
    for path, report in merged.reports.items():
        yield f"{path}: {summary(report, is_dry_run=is_dry_run)}"
        for share in report.shares:
            brought = counted(share.annotations, "annotation")
            yield f"    {share.member}, {share.document}: {brought}"
        yield from missing_texts(report)
        for annotation_id in report.conflicts:
            yield f"    {annotation_id} was changed on both sides"
    for error in merged.refused.values():
        yield f"Not merged: {error}"
    if merged.backup:
        yield f"The library as it was before: {merged.backup}"
    if not is_dry_run:
        yield from hint_at_news(merged.reports.values())


def hint_at_news(reports: Iterable[MergeReport]) -> Iterator[str]:
    """Yield where to read what came in, if there is something to read."""
    told = [report.counts for report in reports if report.counts]
    has_more = any(each[name].new for each in told for name in ("reply", "revision"))
    if has_more or any(
        each[name].new or each[name].changed for each in told for name in ("annotation", "tagging")
    ):
        yield "`duidu unread` lists what there is to read."


def missing_texts(report: MergeReport) -> Iterator[str]:
    """Yield a line for each text for which a part of a bundle waits."""
    for title in report.missing:
        yield f"    waits for the text {title}: import it, or ask for a bundle with texts"


def summary(report: MergeReport, *, is_dry_run: bool = False) -> str:
    if report.is_empty:
        return "nothing new that may be seen now" if report.is_blind else "nothing new"
    verb = "would come" if is_dry_run else "came"
    new = [
        counted(report.counts[name].new, kind)
        for name, kind in _KINDS.items()
        if report.counts[name].new
    ]
    changed = sum(count.changed for count in report.counts.values())
    parts = [f"{', '.join(new)} {verb} in"] if new else []
    if changed:
        parts.append(f"{changed:,} of ours {'would change' if is_dry_run else 'changed'}")
    return "; ".join(parts)
