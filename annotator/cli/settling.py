"""Commands for what members changed without knowing of each other: conflicts, settle."""

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import TypeVar

from annotator.cli import opening
from annotator.cli.argument_types import any_text, positive_number
from annotator.cli.commands import Commands
from annotator.cli.names import document_titles, member_names
from annotator.cli.output import Answer, as_json, in_line, iso_utc, lines
from annotator.core.revision import AnchorRevision, Revision
from annotator.core.talk_errors import NothingToSettleError, OnePlaceError, VersionNotFoundError
from annotator.services import lookup
from annotator.services.editing import Edit
from annotator.services.versions import (
    NoteConflict,
    PlaceConflict,
    note_conflicts,
    notes_of,
    place_conflicts,
    places_of,
    settle_note,
    settle_place,
)
from annotator.storage import annotation_table
from annotator.storage.library import Library

_Version = TypeVar("_Version")


def add_commands(commands: Commands) -> None:
    commands.add(
        "conflicts",
        "List the notes and places that members changed without knowing of each other.",
        list_conflicts,
    )
    settle = commands.add("settle", "Choose one version of such a note or place.", settle_version)
    settle.add_argument(
        "id", type=any_text, metavar="ID", help="of the annotation, or its beginning"
    )
    choice = settle.add_mutually_exclusive_group(required=True)
    choice.add_argument("--keep", type=positive_number, metavar="N", help="the note of this number")
    choice.add_argument("--note", type=any_text, metavar="TEXT", help="write this in their place")
    choice.add_argument(
        "--place", type=positive_number, metavar="N", help="the place of this number"
    )


def list_conflicts(arguments: Namespace) -> Answer:
    """List the notes and places in several versions, numbered from 1, the one shown now first."""
    with opening.to_show(arguments) as library:
        notes = note_conflicts(library)
        places = place_conflicts(library)
        names, titles = member_names(library), document_titles(library)
    conflicts: list[NoteConflict | PlaceConflict] = [*notes, *places]
    if arguments.json:
        return as_json([_values(one, names) for one in conflicts])
    shown = [line for one in conflicts for line in _lines(one, names, titles)]
    return lines(shown or ["Nothing was changed on both sides."])


def settle_version(arguments: Namespace) -> Answer:
    """Let one note or place stand for all its versions."""
    with opening.to_write(arguments) as library, library.transaction():
        annotation = lookup.find_annotation(library, arguments.id)
        _settlement(library, annotation.id, arguments).apply(library)
        (settled,) = annotation_table.with_ids(library, [annotation.id])
    if not arguments.json:
        return lines([settled.id])
    span = settled.selector.span
    return as_json(
        {
            "id": settled.id,
            "note": settled.note,
            "document": settled.document_id,
            "source_start": span.start,
            "source_end": span.end,
            "quotation": settled.selector.quotation,
        }
    )


def _settlement(library: Library, annotation_id: str, arguments: Namespace) -> Edit:
    if arguments.place is not None:
        places = places_of(library, annotation_id)
        if not places:
            raise OnePlaceError
        return settle_place(library, _numbered(places, arguments.place))
    note = arguments.note
    if note is None:
        notes = notes_of(library, annotation_id)
        if not notes:
            raise NothingToSettleError
        note = _numbered(notes, arguments.keep).note
    return settle_note(library, annotation_id, note.strip())


def _numbered(found: tuple[_Version, ...], number: int) -> _Version:
    if number > len(found):
        raise VersionNotFoundError(count=len(found), number=number)
    return found[number - 1]


def _values(conflict: NoteConflict | PlaceConflict, names: Mapping[str, str]) -> dict[str, object]:
    versions: tuple[Revision | AnchorRevision, ...] = conflict.versions
    return {
        "id": conflict.annotation.id,
        "kind": _kind(conflict),
        "document": conflict.annotation.document_id,
        "quotation": conflict.annotation.selector.quotation,
        "versions": [
            {
                "number": number,
                "member": names[version.member_id],
                "written": iso_utc(version.written_ms),
            }
            | _version_values(version)
            for number, version in enumerate(versions, start=1)
        ],
    }


def _version_values(version: Revision | AnchorRevision) -> dict[str, object]:
    if isinstance(version, Revision):
        return {"note": version.note}
    selector = version.selector
    return {
        "document": selector.document_id,
        "source_start": selector.span.start,
        "source_end": selector.span.end,
        "quotation": selector.quotation,
    }


def _kind(conflict: NoteConflict | PlaceConflict) -> str:
    return "note" if isinstance(conflict, NoteConflict) else "place"


def _lines(
    conflict: NoteConflict | PlaceConflict, names: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[str]:
    annotation = conflict.annotation
    versions: tuple[Revision | AnchorRevision, ...] = conflict.versions
    yield f"{annotation.id}  {_kind(conflict)}  {titles.get(annotation.document_id, '')}"
    yield f"    {in_line(annotation.selector.quotation)}"
    for number, version in enumerate(versions, start=1):
        said = f"{names[version.member_id]}, {iso_utc(version.written_ms)}"
        yield f"    {number}  {said}: {_told(version, titles)}"


def _told(version: Revision | AnchorRevision, titles: Mapping[str, str]) -> str:
    if isinstance(version, Revision):
        return in_line(version.note)
    selector = version.selector
    title = titles.get(selector.document_id, "")
    where = f"{selector.span.start}:{selector.span.end}"
    return f"{title} {where} {in_line(selector.quotation)}"
