"""Commands by which members talk about what they marked: reply, conflicts, settle, unread."""

from argparse import Namespace
from collections.abc import Iterator, Mapping

from annotator.cli import opening
from annotator.cli.annotating import acting_member, reply_values
from annotator.cli.argument_types import any_text, member_name, positive_number
from annotator.cli.commands import Commands
from annotator.cli.output import Answer, as_json, iso_utc, lines
from annotator.core.news import News
from annotator.core.talk_errors import NothingToSettleError, VersionNotFoundError
from annotator.services import lookup, news, versions
from annotator.services.editing.reply_edits import DeleteReply, add_reply, change_reply
from annotator.services.versions import Conflict
from annotator.storage import document_table, member_table
from annotator.storage.library import Library
from annotator.storage.revision_table import Revision

_PAGE = 1_000


def add_commands(commands: Commands) -> None:
    reply = commands.add("reply", "Reply to an annotation, or change a reply.", answer_reply)
    reply.add_argument(
        "id", type=any_text, metavar="ID", help="of the annotation, or its beginning"
    )
    reply.add_argument("text", type=any_text, nargs="?", default="", metavar="TEXT")
    reply.add_argument(
        "--as",
        dest="member",
        type=member_name,
        metavar="MEMBER",
        help="reply in this name; a new one is added to the members",
    )
    ways = reply.add_mutually_exclusive_group()
    ways.add_argument(
        "--change", action="store_true", help="ID is that of a reply, which says TEXT from now on"
    )
    ways.add_argument(
        "--delete", action="store_true", help="ID is that of a reply, which is deleted"
    )
    commands.add(
        "conflicts",
        "List the notes that members changed without knowing of each other.",
        list_conflicts,
    )
    settle = commands.add("settle", "Choose one version of such a note.", settle_note)
    settle.add_argument(
        "id", type=any_text, metavar="ID", help="of the annotation, or its beginning"
    )
    choice = settle.add_mutually_exclusive_group(required=True)
    choice.add_argument(
        "--keep", type=positive_number, metavar="N", help="the version of this number"
    )
    choice.add_argument("--note", type=any_text, metavar="TEXT", help="write this in their place")
    unread = commands.add("unread", "List what came from others and is not read.", list_unread)
    unread.add_argument("--mark-read", action="store_true", help="say that all of it is read")


def answer_reply(arguments: Namespace) -> Answer:
    """Add, change or delete a reply; print its id."""
    with opening.to_write(arguments) as library, library.transaction():
        if arguments.delete or arguments.change:
            reply = lookup.find_reply(library, arguments.id)
            is_gone = arguments.delete
            edit = DeleteReply(reply.id) if is_gone else change_reply(reply, arguments.text)
            edit.apply(library)
        else:
            annotation = lookup.find_annotation(library, arguments.id)
            member = acting_member(library, arguments.member)
            added = add_reply(annotation.id, member.id, arguments.text)
            added.apply(library)
            reply, is_gone = added.reply, False
        if not arguments.json:
            return lines([reply.id])
        if is_gone:
            return as_json({"deleted": reply.id})
        told = lookup.find_reply(library, reply.id)
        return as_json(reply_values(told, _member_names(library)[told.member_id]))


def list_conflicts(arguments: Namespace) -> Answer:
    """List the notes in several versions, numbered from 1, the one that is shown first."""
    with opening.to_show(arguments) as library:
        found = versions.conflicts(library)
        names, titles = _member_names(library), _titles(library)
    if arguments.json:
        return as_json([_conflict_values(one, names) for one in found])
    shown = [line for one in found for line in _conflict_lines(one, names, titles)]
    return lines(shown or ["No note stands in several versions."])


def settle_note(arguments: Namespace) -> Answer:
    """Let one note stand in the place of all its versions."""
    with opening.to_write(arguments) as library, library.transaction():
        annotation = lookup.find_annotation(library, arguments.id)
        note = arguments.note
        if note is None:
            note = _version(versions.versions_of(library, annotation.id), arguments.keep).note
        versions.settle(library, annotation.id, note.strip()).apply(library)
    values = {"id": annotation.id, "note": note.strip()}
    return as_json(values) if arguments.json else lines([annotation.id])


def list_unread(arguments: Namespace) -> Answer:
    """List the news: replies, then notes, then annotations, the newest of each first."""
    opened = opening.to_write if arguments.mark_read else opening.to_show
    with opened(arguments) as library:
        found = list(_all_news(library))
        names, titles = _member_names(library), _titles(library)
        if arguments.mark_read:
            news.mark_all_read(library)
    if arguments.json:
        return as_json([_news_values(one, names, titles) for one in found])
    shown = [_news_line(one, names, titles) for one in found]
    return lines(shown or ["Nothing that came is unread."])


def _all_news(library: Library) -> Iterator[News]:
    after = None
    while True:
        page = news.unread(library, after=after, limit=_PAGE)
        yield from page.news
        if page.end is None:
            return
        after = page.end


def _version(found: tuple[Revision, ...], number: int) -> Revision:
    if not found:
        raise NothingToSettleError
    if number > len(found):
        raise VersionNotFoundError(count=len(found), number=number)
    return found[number - 1]


def _conflict_values(conflict: Conflict, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": conflict.annotation.id,
        "document": conflict.annotation.document_id,
        "quotation": conflict.annotation.selector.quotation,
        "versions": [
            {
                "number": number,
                "member": names[version.member_id],
                "written": iso_utc(version.written_ms),
                "note": version.note,
            }
            for number, version in enumerate(conflict.versions, start=1)
        ],
    }


def _conflict_lines(
    conflict: Conflict, names: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[str]:
    annotation = conflict.annotation
    yield f"{annotation.id}  {titles.get(annotation.document_id, '')}"
    yield f"    {_in_line(annotation.selector.quotation)}"
    for number, version in enumerate(conflict.versions, start=1):
        said = f"{names[version.member_id]}, {iso_utc(version.written_ms)}"
        yield f"    {number}  {said}: {_in_line(version.note)}"


def _news_values(
    one: News, names: Mapping[str, str], titles: Mapping[str, str]
) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "annotation": one.annotation_id,
        "document": one.document_id,
        "document_title": titles.get(one.document_id, ""),
        "member": names[one.member_id],
        "words": one.words,
        "quotation": one.quotation,
    }


def _news_line(one: News, names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    head = f"{one.annotation_id}  {one.kind}  {names[one.member_id]}"
    told = f"{head}  {titles.get(one.document_id, '')}: {_in_line(one.quotation)}"
    return f"{told}\n    * {_in_line(one.words)}" if one.words else told


def _member_names(library: Library) -> dict[str, str]:
    return {member.id: member.name for member in member_table.all_members(library)}


def _titles(library: Library) -> dict[str, str]:
    return {document.id: document.title for document in document_table.all_documents(library)}


def _in_line(text: str) -> str:
    return text.replace("\n", "⏎")
