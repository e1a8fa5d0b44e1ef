"""What merge and sync tell of texts that are nearly one of ours, and linking them."""

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.cli.output import counted
from annotator.cli.reading import SHOWN_OF_ID
from annotator.services import editions
from annotator.services.matching import Match
from annotator.storage.library import Library


def add_link(command: ArgumentParser) -> None:
    command.add_argument(
        "--link",
        action="store_true",
        help="make texts that are nearly one of ours older editions of it, so that their "
        "annotations go there; uncertain ones wait for `duidu to-check`",
    )


def link(library: Library, matched: Iterable[Match]) -> None:
    """Make each of these texts an older edition of ours, and move what has a certain place."""
    for match in matched:
        editions.plan_joining(library, match.ours, match.theirs).edit.apply(library)


def values(matched: Iterable[Match], *, is_linked: bool) -> list[dict[str, Any]]:
    return [
        {
            "text": match.theirs.id,
            "title": match.theirs.title,
            "ours": match.ours.id,
            "ours_title": match.ours.title,
            "placed": match.placed,
            "to_check": match.to_check,
            "not_found": match.not_found,
            "linked": is_linked,
        }
        for match in matched
    ]


def told(matched: Iterable[Match], *, is_linked: bool, is_dry_run: bool) -> Iterator[str]:
    for match in matched:
        theirs, ours = match.theirs, match.ours
        kinship = "an older edition of" if match.is_joined else "nearly"
        yield f"{theirs.title} is {kinship} our {ours.title}:"
        placed = counted(match.placed, "annotation")
        went = "went there" if is_linked else "would go there"
        yield f"    {placed} {went}, {match.to_check} to check, {match.not_found} not found"
        if not is_linked:
            newer = ours if match.is_joined else match.oldest
            ids = f"{newer.id[:SHOWN_OF_ID]} --newer-than {theirs.id[:SHOWN_OF_ID]}"
            yield "    --link links them" if is_dry_run else f"    duidu link {ids}"
