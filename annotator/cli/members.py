"""The command about who annotates: members."""

from argparse import ArgumentParser, Namespace

from annotator.cli import opening
from annotator.cli.argument_types import any_text
from annotator.cli.output import Answer, as_json, counted, lines
from annotator.core.member import Member
from annotator.services import libraries, lookup
from annotator.services.editing.member_edits import change_colour, change_name, free_name
from annotator.storage import annotation_table, member_table
from annotator.storage.library import Library


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--add", type=any_text, metavar="NAME", help="add a member")
    parser.add_argument(
        "--rename",
        nargs=2,
        type=any_text,
        metavar=("OLD", "NEW"),
        help="give a member another name; what the member annotated stays the member's",
    )
    parser.add_argument(
        "--colour",
        nargs=2,
        type=any_text,
        metavar=("MEMBER", "#RRGGBB"),
        help="give a member this colour",
    )
    parser.add_argument(
        "--use", type=any_text, metavar="MEMBER", help="let this member annotate from now on"
    )


def members(arguments: Namespace) -> Answer:
    """List the members, after all the changes that are asked for or none of them."""
    wishes = (arguments.add, arguments.rename, arguments.colour, arguments.use)
    if not any(wish is not None for wish in wishes):
        with opening.to_show(arguments) as library:
            return _listed(library, arguments)
    with opening.to_write(arguments) as library:
        with library.transaction():
            _change(library, arguments)
        return _listed(library, arguments)


def _change(library: Library, arguments: Namespace) -> None:
    if arguments.add is not None:
        libraries.add_member(library, free_name(library, arguments.add))
    if arguments.rename is not None:
        old, new = arguments.rename
        change_name(library, lookup.find_member(library, old), new).apply(library)
    if arguments.colour is not None:
        name, colour = arguments.colour
        change_colour(lookup.find_member(library, name), colour).apply(library)
    if arguments.use is not None:
        member_table.make_current(library, lookup.find_member(library, arguments.use).id)


def _listed(library: Library, arguments: Namespace) -> Answer:
    everybody, current = member_table.all_members(library), member_table.current(library)
    counts = annotation_table.counts_by_member(library)
    if arguments.json:
        return as_json(
            [
                _values(one, counts.get(one.id, 0)) | {"annotates_here": one == current}
                for one in everybody
            ]
        )
    return lines(
        f"{'*' if one == current else ' '} {one.name}  "
        f"{counted(counts.get(one.id, 0), 'annotation')}"
        for one in everybody
    )


def _values(member: Member, annotations: int) -> dict[str, object]:
    return {
        "id": member.id,
        "name": member.name,
        "colour": member.colour,
        "annotations": annotations,
    }
