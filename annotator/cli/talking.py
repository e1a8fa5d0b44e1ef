"""Commands by which members talk about what they marked: reply, unread."""

from argparse import Namespace
from collections.abc import Iterator, Mapping

from annotator.cli import opening
from annotator.cli.annotating import acting_member, reply_values
from annotator.cli.argument_types import any_text, member_name
from annotator.cli.commands import Commands
from annotator.cli.names import document_titles, member_names
from annotator.cli.output import Answer, as_json, in_line, lines
from annotator.core.news import News
from annotator.services import lookup, news
from annotator.services.editing.reply_edits import DeleteReply, add_reply, change_reply
from annotator.storage.library import Library

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
    unread = commands.add(
        "unread",
        "List what came from others and is not read. Of what is gone, the member is whose it was.",
        list_unread,
    )
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
        return as_json(reply_values(told, member_names(library)[told.member_id]))


def list_unread(arguments: Namespace) -> Answer:
    """List the news, kind by kind, the newest of each first."""
    opened = opening.to_write if arguments.mark_read else opening.to_show
    with opened(arguments) as library:
        found = list(_all_news(library))
        names, titles = member_names(library), document_titles(library)
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
    whose = f"of {names[one.member_id]}" if one.is_gone else names[one.member_id]
    head = f"{one.annotation_id}  {one.kind.replace('_', ' ')}  {whose}"
    told = f"{head}  {titles.get(one.document_id, '')}: {in_line(one.quotation)}"
    return f"{told}\n    * {in_line(one.words)}" if one.words else told
