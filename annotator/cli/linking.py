"""Commands about editions: editions, link, to-check."""

from argparse import Namespace
from typing import Any

from annotator.cli import opening
from annotator.cli.output import Answer, as_json, counted, lines
from annotator.cli.reading import SHOWN_OF_ID
from annotator.core.document import Document
from annotator.services import editions, lookup, reading
from annotator.services.editions import EditionLink, Unchecked
from annotator.storage.library import Library


def list_(arguments: Namespace) -> Answer:
    """List the texts that have several editions, the oldest edition first."""
    with opening.to_read(arguments) as library:
        found = editions.linked(library)
    if arguments.json:
        return as_json([[{"id": one.id, "title": one.title} for one in line] for line in found])
    shown = [" → ".join(_name(one) for one in line) for line in found]
    return lines(shown or ["No text has a newer edition. `duidu link` makes one known."])


def link(arguments: Namespace) -> Answer:
    """Link two editions and move the annotations whose place is certain."""
    with opening.to_write(arguments) as library:
        newer = lookup.find_document(library, arguments.newer)
        older = lookup.find_document(library, arguments.older)
        plan = editions.plan_link(library, newer, older)
        if not arguments.dry_run:
            plan.edit.apply(library)
    values = {"newer": newer.id, "older": older.id, "dry_run": arguments.dry_run}
    counts = {"moved": plan.moved, "to_check": plan.to_check, "orphans": plan.orphans}
    return as_json(values | counts) if arguments.json else lines([_told(plan, arguments.dry_run)])


def to_check(arguments: Namespace) -> Answer:
    """List the annotations that a link left at an older edition, with their likely places."""
    with opening.to_show(arguments) as library:
        found = [_values(library, one) for one in editions.unchecked(library)]
    if arguments.json:
        return as_json(found)
    shown = [
        f"{one['id']}  {one['state']}  {one['quote']}\n"
        + "\n".join(f"    {place['score']:.0%}  {place['quote']}" for place in one["places"])
        for one in found
    ]
    return lines([text.rstrip("\n") for text in shown] or ["There is nothing to check."])


def _told(plan: EditionLink, is_dry_run: bool) -> str:
    done = "would move" if is_dry_run else "moved"
    return (
        f"{counted(plan.moved, 'annotation')} {done} to {_name(plan.newer)}; at the older text "
        f"{plan.to_check} to check, {plan.orphans} without a likely place."
    )


def _name(document: Document) -> str:
    return f"{document.id[:SHOWN_OF_ID]} {document.title}"


def _values(library: Library, one: Unchecked) -> dict[str, Any]:
    text = reading.reading_text(library, one.newest.id).text
    return {
        "id": one.annotation.id,
        "state": one.annotation.state,
        "quote": one.annotation.selector.quotation,
        "older": one.older.id,
        "newest": one.newest.id,
        "places": [
            {
                "start": place.span.start,
                "end": place.span.end,
                "score": round(place.score, 3),
                "quote": place.span.slice_of(text),
            }
            for place in editions.places_for(library, one)
        ],
    }
