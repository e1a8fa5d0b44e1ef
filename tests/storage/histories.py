"""Random histories of a study group whose members annotate, change their minds and meet."""

import sqlite3
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any
from unittest.mock import patch

from annotator.core.annotation import AnchorState, Annotation
from annotator.core.blind_round import BlindRound
from annotator.core.clock import now_ms
from annotator.core.codebook import Tag, Underline
from annotator.core.corrections import Corrections
from annotator.core.document import About, Document
from annotator.core.identity import new_id, own_tag_id, source_hash
from annotator.core.member import Member
from annotator.core.reply import Reply
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.storage import (
    anchor_revision_table,
    annotation_table,
    completion_table,
    document_table,
    incoming,
    member_table,
    reply_table,
    revision_table,
    round_table,
    tag_table,
    tagging_table,
)
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.storage.merging import TableCount, merge_incoming
from annotator.storage.shared_tables import DOCUMENT, SHARED_TABLES
from annotator.storage.tagging_table import Tagging

SOURCE = "新质生产力是先进生产力质态。𠮷😀\n第二段说的是别的事情，也说到新质生产力。"
OTHER_SOURCE = "另一篇文献。" * 9
DAY_MS = 86_400_000
TAG_NAMES = ("难点", "疑问", "例子")

Rows = dict[str, list[tuple[Any, ...]]]


def group_library(source: str = SOURCE) -> Library:
    """Return a library with one text and one tag, such as a group begins with."""
    library = fork(_empty())
    join(library, "林")
    add_text(library, source)
    tag_table.insert(library, tag_named("难点"))
    return library


@cache
def _empty() -> Library:
    """Migrating an empty file takes longer than a history: it is done once."""
    return Library.in_memory()


def join(library: Library, name: str) -> None:
    """Let a new member annotate in this library."""
    member = Member(new_id(), name, "#4f7cac")
    member_table.insert(library, member)
    member_table.make_current(library, member.id)


def add_text(library: Library, source: str) -> None:
    document = Document(source_hash(source), About(source[:4]), len(source), "a.txt", now_ms())
    if not document_table.is_known(library, document.id):
        document_table.insert(library, document, Source(source), Origin("a.txt", "0" * 64))


def tag_named(name: str) -> Tag:
    return Tag(own_tag_id(name), name, "#cfe5fa", Underline.WAVE, "")


def fork(library: Library) -> Library:
    """Return a copy that goes its own way."""
    twin = Library(sqlite3.connect(":memory:", isolation_level=None), library.path)
    library.db.backup(twin.db)
    twin.db.execute("PRAGMA foreign_keys = ON")
    twin.db.execute("UPDATE library SET replica_id = ?", (new_id(),))
    return twin


def merge(into: Library, other: Library) -> dict[str, TableCount]:
    replica = incoming.replica_of(into, other.db)
    incoming.receive(into, other.db, replica, lambda *_: None)
    counts = merge_incoming(into, replica)
    incoming.forget(into)
    return counts


def merged(*libraries: Library) -> Library:
    """Return a copy of the first into which the others were merged, one after the other."""
    first = fork(libraries[0])
    for other in libraries[1:]:
        merge(first, other)
    return first


def shared_rows(library: Library) -> Rows:
    """Return all that members share, without the change numbers of this file."""
    rows: Rows = {}
    for table in SHARED_TABLES:
        columns = [c for c in table.columns if not (table is DOCUMENT and c == "source")]
        rows[table.name] = library.rows(
            f"SELECT {', '.join(columns)} FROM {table.name} ORDER BY {', '.join(table.key)}"
        )
    return rows


@dataclass
class History:
    """One member's evening on one library, with a clock that may be days off."""

    library: Library
    random: Random
    skew_ms: int = 0
    made: int = field(default=0)

    def go_on(self, steps: int) -> None:
        acts = (
            self._annotate,
            self._annotate,
            self._note,
            self._tag,
            self._untag,
            self._move,
            self._move,
            self._settle_place,
            self._undo_settling_place,
            self._delete,
            self._bring_back,
            self._rename_tag,
            self._delete_tag,
            self._correct,
            self._describe,
            self._remove_text,
            self._finish,
            self._open_round,
            self._end_round,
            self._import,
            self._settle,
            self._undo_settling,
            self._reply,
            self._reply,
            self._change_reply,
            self._delete_reply,
        )
        with patch("annotator.storage.library.now_ms", self._now_ms):
            for _ in range(steps):
                self.random.choice(acts)()

    def _now_ms(self) -> int:
        # A coarse clock, so that members write at the same moment now and then.
        return 1_700_000_000_000 + self.random.randrange(5) + self.skew_ms

    def _selector(self) -> Selector:
        start = self.random.randrange(len(SOURCE) - 1)
        span = SourceSpan(start, self.random.randrange(start + 1, len(SOURCE)))
        return Selector(source_hash(SOURCE), span, span.slice_of(SOURCE))

    def _one_of(self, column: str, table: str) -> Any:
        rows = self.library.rows(f"SELECT {column} FROM {table} ORDER BY id")
        return self.random.choice(rows)[0] if rows else None

    def _annotate(self) -> None:
        (member_id,) = self.library.rows("SELECT member_id FROM library")[0]
        annotation = Annotation(new_id(), self._selector(), member_id, 1, 1)
        annotation_table.insert(self.library, annotation)

    def _note(self) -> None:
        if annotation_id := self._one_of("id", "present_annotation"):
            annotation_table.set_note(self.library, annotation_id, self.random.choice("一二三四"))

    def _settle(self) -> None:
        if annotation_id := self._one_of("id", "present_annotation"):
            note = self.random.choice("一二三四")
            annotation_table.set_note(self.library, annotation_id, note, settles=True)

    def _undo_settling(self) -> None:
        annotation_id = self._one_of("id", "present_annotation")
        if annotation_id and (versions := revision_table.leaves(self.library, annotation_id)):
            self._settle()
            annotation_table.bring_back_versions(self.library, annotation_id, versions)

    def _reply(self) -> None:
        (member_id,) = self.library.rows("SELECT member_id FROM library")[0]
        if annotation_id := self._one_of("id", "annotation"):
            reply = Reply(new_id(), annotation_id, member_id, 1, 1, self.random.choice("甲乙𠮷😀"))
            reply_table.insert(self.library, reply)

    def _change_reply(self) -> None:
        if reply_id := self._one_of("id", "reply"):
            reply_table.set_content(self.library, reply_id, self.random.choice("甲乙𠮷😀"))

    def _delete_reply(self) -> None:
        if reply_id := self._one_of("id", "reply"):
            deleted = self.random.random() < 0.7
            reply_table.set_deleted(self.library, reply_id, deleted=deleted)

    def _tag(self, *, present: bool = True) -> None:
        annotation_id = self._one_of("id", "present_annotation")
        tag_id = self._one_of("id", "present_tag")
        (member_id,) = self.library.rows("SELECT member_id FROM library")[0]
        if annotation_id and tag_id:
            tagging = Tagging(annotation_id, tag_id, member_id)
            tagging_table.set_present(self.library, [tagging], present=present)

    def _untag(self) -> None:
        self._tag(present=False)

    def _move(self) -> None:
        if annotation_id := self._one_of("id", "present_annotation"):
            state = self.random.choice(list(AnchorState))
            annotation_table.set_anchors(self.library, {annotation_id: (self._selector(), state)})

    def _settle_place(self) -> None:
        if annotation_id := self._one_of("id", "present_annotation"):
            annotation_table.set_anchors(
                self.library, {annotation_id: (self._selector(), AnchorState.OK)}, settles=True
            )

    def _undo_settling_place(self) -> None:
        annotation_id = self._one_of("id", "present_annotation")
        if annotation_id and (places := anchor_revision_table.leaves(self.library, annotation_id)):
            self._settle_place()
            annotation_table.bring_back_places(self.library, annotation_id, places)

    def _delete(self) -> None:
        if annotation_id := self._one_of("id", "present_annotation"):
            annotation_table.set_deleted(self.library, [annotation_id], deleted=True)

    def _bring_back(self) -> None:
        if annotation_id := self._one_of("id", "annotation"):
            annotation_table.set_deleted(self.library, [annotation_id], deleted=False)

    def _rename_tag(self) -> None:
        tag = tag_named(self.random.choice(TAG_NAMES))
        if tag_table.find_even_deleted(self.library, tag.id) is None:
            tag_table.insert(self.library, tag)
        else:
            definition = self.random.choice("甲乙丙")
            renamed = Tag(tag.id, tag.name + definition, "#aabbcc", Underline.SOLID, definition)
            tag_table.update(self.library, renamed)

    def _delete_tag(self) -> None:
        if tag_id := self._one_of("id", "tag"):
            tag_table.set_deleted(self.library, tag_id, deleted=self.random.random() < 0.5)

    def _correct(self) -> None:
        corrections = Corrections(breaks=frozenset([self.random.randrange(9)]))
        document_table.set_corrections(self.library, source_hash(SOURCE), corrections)

    def _describe(self) -> None:
        about = About(self.random.choice(("题", "名")), date="2024")
        document_table.set_about(self.library, source_hash(SOURCE), about)

    def _finish(self) -> None:
        member_id, document_id = self._one_of("id", "member"), self._one_of("id", "document")
        if document_id:
            finished = self.random.random() < 0.7
            completion_table.set_finished(self.library, document_id, member_id, finished=finished)

    def _open_round(self) -> None:
        members = [row[0] for row in self.library.rows("SELECT id FROM member ORDER BY id")]
        if document_id := self._one_of("id", "document"):
            taking_part = tuple(self.random.sample(members, self.random.randint(1, len(members))))
            opened = BlindRound(new_id(), document_id, members[0], now_ms(), taking_part)
            round_table.insert(self.library, [opened])

    def _end_round(self) -> None:
        if round_id := self._one_of("id", "blind_round"):
            member_id = self.random.choice(("", self._one_of("id", "member")))
            ended = self.random.random() < 0.7
            round_table.set_ended(self.library, [round_id], ended=ended, member_id=member_id)

    def _remove_text(self) -> None:
        if document_id := self._one_of("id", "document"):
            deleted = self.random.random() < 0.5
            document_table.set_deleted(self.library, document_id, deleted=deleted)

    def _import(self) -> None:
        add_text(self.library, OTHER_SOURCE)


def group(random: Random, *, members: int, steps: int) -> list[Library]:
    """Return the libraries of a group that began with one, worked apart, and met now and then."""
    first = group_library()
    libraries = [fork(first) for _ in range(members)]
    for number, library in enumerate(libraries):
        join(library, f"读者{number}")
    for _ in range(3):
        for library in libraries:
            skew_ms = random.choice((-3, -1, 0, 0, 0, 2)) * DAY_MS
            History(library, random, skew_ms).go_on(random.randrange(steps + 1))
        if random.random() < 0.5:
            merge(*random.sample(libraries, 2))
        if random.random() < 0.3:
            number = random.randrange(members)
            libraries[number] = fork(libraries[number])
    return libraries
