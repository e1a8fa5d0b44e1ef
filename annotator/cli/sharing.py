"""Commands about a group's work: bundle, sync."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from annotator.cli import matching, opening
from annotator.cli.merging import hint_at_news, missing_texts, report_values, summary
from annotator.cli.output import DONE, FAILED, Answer, as_json, counted, lines
from annotator.services import bundling, lookup, sharing
from annotator.services.sharing import Synced


def bundle(arguments: Namespace) -> Answer:
    """Write a bundle; a file of this name is replaced."""
    with opening.to_read(arguments) as library:
        name = arguments.member
        member = lookup.find_member(library, name) if name else None
        written = bundling.write_bundle(
            library, arguments.output, member=member, has_texts=not arguments.without_texts
        )
    if arguments.json:
        return as_json({"file": str(arguments.output), "counts": written.counts})
    kinds = (("annotation", "annotation"), ("tagging", "tagging"), ("document", "text"))
    numbers = ", ".join(counted(written.counts[table], kind) for table, kind in kinds)
    return lines([f"{arguments.output}: {numbers}."])


def sync(arguments: Namespace) -> Answer:
    """Take in what is new in the shared folder, and share; what could not be done is a failure."""
    with opening.to_write(arguments) as library:
        if arguments.folder:
            sharing.choose_folder(library, arguments.folder)
        synced = sharing.sync(library, lambda *_: None)
        matched = synced.matched.values()
        if arguments.link:
            matching.link(library, matched)
    status = FAILED if synced.refused or synced.not_written else DONE
    if arguments.json:
        found = {"matched": matching.values(matched, is_linked=arguments.link)}
        return as_json(_values(synced) | found, status=status)
    told = matching.told(matched, is_linked=arguments.link, is_dry_run=False)
    return lines([*_told(synced), *told], status=status)


def _values(synced: Synced) -> dict[str, Any]:
    return {
        "folder": str(synced.folder),
        "files": [report_values(path, report) for path, report in synced.reports.items()],
        "missing_texts": synced.missing,
        "refused": [
            {"file": str(path), "reason": str(error)} for path, error in synced.refused.items()
        ],
        "written": str(synced.written) if synced.written else None,
        "not_written": str(synced.not_written) if synced.not_written else None,
    }


def _told(synced: Synced) -> Iterator[str]:
    for path, report in synced.reports.items():
        yield f"{path.name}: {summary(report)}"
        yield from missing_texts(report)
    for error in synced.refused.values():
        yield f"Left alone: {error}"
    if synced.not_written:
        yield f"Not shared: {synced.not_written}"
    if synced.written:
        yield f"Shared: {synced.written}"
    elif not synced.reports and not synced.not_written:
        yield "Nothing new."
    yield from hint_at_news(synced.reports.values())
