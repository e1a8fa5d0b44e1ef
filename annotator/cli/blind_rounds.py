"""The commands of a blind round: open, end, status."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from annotator.cli import opening
from annotator.cli.argument_types import any_text
from annotator.cli.commands import Commands
from annotator.cli.output import Answer, as_json, iso_utc, lines
from annotator.core.document import Document
from annotator.services import libraries, lookup, rounds
from annotator.services.rounds import RoundStatus
from annotator.storage import document_table, member_table
from annotator.storage.library import Library


def add(commands: Commands) -> None:
    blind_round = commands.add(
        "round",
        "Let members annotate texts on their own, and show their work when all have finished.",
        None,
        has_json=False,
    )
    kinds = Commands(blind_round, "kind", required=True)
    open_ = kinds.add("open", "Hide the others' work in these texts, from everybody.", open_round)
    open_.add_argument(
        "--member",
        dest="members",
        action="extend",
        nargs="+",
        type=any_text,
        metavar="MEMBER",
        help="who takes part; else everybody whom the library knows",
    )
    end = kinds.add("end", "Show all work in these texts, whoever has finished.", end_round)
    status = kinds.add("status", "Tell who has finished, and how rounds ended.", tell_status)
    for parser in (open_, end, status):
        _add_documents(parser)


def open_round(arguments: Namespace) -> Answer:
    """Open a round on each of the texts, or add members to the one that is open."""
    with opening.to_write(arguments) as library:
        documents = _documents(library, arguments)
        names = arguments.members
        members = (
            [lookup.find_member(library, name) for name in names]
            if names
            else member_table.all_members(library)
        )
        opener = libraries.current_member(library)
        rounds.plan_opening(library, documents, members, opener).apply(library)
        return _told(library, documents, arguments)


def end_round(arguments: Namespace) -> Answer:
    """End the rounds on these texts, in the name of who annotates here."""
    with opening.to_write(arguments) as library:
        documents = _documents(library, arguments)
        member = libraries.current_member(library)
        rounds.plan_ending(library, documents, member).apply(library)
        return _told(library, documents, arguments)


def tell_status(arguments: Namespace) -> Answer:
    with opening.to_read(arguments) as library:
        return _told(library, _documents(library, arguments), arguments)


def _add_documents(parser: ArgumentParser) -> None:
    parser.add_argument(
        "documents",
        nargs="*",
        type=any_text,
        metavar="DOC",
        help="title, file name, id or the beginning of an id; none for all texts",
    )


def _documents(library: Library, arguments: Namespace) -> list[Document]:
    names = arguments.documents
    found = [lookup.find_document(library, name) for name in names]
    return found or document_table.all_documents(library)


def _told(library: Library, documents: list[Document], arguments: Namespace) -> Answer:
    ids = {document.id for document in documents}
    told = [one for one in rounds.statuses(library) if one.document.id in ids]
    if arguments.json:
        return as_json([_values(one) for one in told])
    shown = [line for one in told for line in _lines(one)]
    return lines(shown or ["There was no blind round on these texts."])


def _lines(one: RoundStatus) -> Iterator[str]:
    if one.is_open:
        state = "open"
    elif one.ended_by is None:
        state = "over, all had finished"
    else:
        state = f"ended by {one.ended_by.name}"
    yield f"{one.document.title}: {state}; opened by {one.opened_by.name}"
    for label, members in (("finished", one.finished), ("awaited", one.awaited)):
        if members:
            yield f"    {label}: {', '.join(member.name for member in members)}"


def _values(one: RoundStatus) -> dict[str, object]:
    return {
        "id": one.id,
        "document": one.document.id,
        "opened_by": one.opened_by.name,
        "opened": iso_utc(one.opened_ms),
        "open": one.is_open,
        "ended_by": one.ended_by.name if one.ended_by else None,
        "finished": [member.name for member in one.finished],
        "awaited": [member.name for member in one.awaited],
    }
