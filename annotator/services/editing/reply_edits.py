"""Edits of replies: add, change, delete."""

from dataclasses import dataclass

from annotator.core.changes import Changes
from annotator.core.clock import now_ms
from annotator.core.identity import new_id
from annotator.core.reply import Reply
from annotator.core.talk_errors import ReplyEmptyError, ReplyTooLongError
from annotator.storage import reply_table
from annotator.storage.library import Library

LONGEST_REPLY = 1_000_000


@dataclass(frozen=True, slots=True)
class AddReply:
    reply: Reply

    def apply(self, library: Library) -> Changes:
        if reply_table.is_known(library, self.reply.id):
            return reply_table.set_deleted(library, self.reply.id, deleted=False)
        return reply_table.insert(library, self.reply)

    def revert(self, library: Library) -> Changes:
        return reply_table.set_deleted(library, self.reply.id, deleted=True)


@dataclass(frozen=True, slots=True)
class ChangeReply:
    reply_id: str
    before: str
    after: str

    def apply(self, library: Library) -> Changes:
        return reply_table.set_content(library, self.reply_id, self.after)

    def revert(self, library: Library) -> Changes:
        return reply_table.set_content(library, self.reply_id, self.before)


@dataclass(frozen=True, slots=True)
class DeleteReply:
    """A reply goes to the bin; what it says stays in the library."""

    reply_id: str

    def apply(self, library: Library) -> Changes:
        return reply_table.set_deleted(library, self.reply_id, deleted=True)

    def revert(self, library: Library) -> Changes:
        return reply_table.set_deleted(library, self.reply_id, deleted=False)


def add_reply(annotation_id: str, member_id: str, content: str) -> AddReply:
    """Return the edit by which somebody replies now. Raises ReplyEmptyError, ReplyTooLongError."""
    made_ms = now_ms()
    content = _checked(content)
    return AddReply(Reply(new_id(), annotation_id, member_id, made_ms, made_ms, content))


def change_reply(reply: Reply, content: str) -> ChangeReply:
    """Return the edit that changes a reply. Raises ReplyEmptyError or ReplyTooLongError."""
    return ChangeReply(reply.id, reply.content, _checked(content))


def _checked(content: str) -> str:
    content = content.strip()
    if not content:
        raise ReplyEmptyError
    if len(content) > LONGEST_REPLY:
        raise ReplyTooLongError(limit=LONGEST_REPLY)
    return content
