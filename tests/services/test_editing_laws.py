"""The laws of edits: any can be undone and done again, and says truly what it changed.

So what is kept in memory stays as it is in the library.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import repeat
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from annotator.core.annotation import Annotation
from annotator.core.changes import Changes
from annotator.core.codebook import Codebook, Tag, Underline
from annotator.core.document import About, Document, DocumentKind
from annotator.core.errors import (
    EmptyPassageError,
    TagNameTakenError,
)
from annotator.core.identity import source_hash
from annotator.core.reading_text import Paragraph, ReadingText, Run
from annotator.core.reply import Reply
from annotator.core.selector import Selector
from annotator.core.span import ReadingSpan
from annotator.core.visibility import Visibility
from annotator.services import anchoring, checking, libraries
from annotator.services.editing import Edit, tag_edits
from annotator.services.editing.annotation_edits import (
    AddAnnotation,
    DeleteAnnotations,
    change_note,
    move,
    new_annotation,
    set_tags,
)
from annotator.services.editing.document_edits import (
    ChangeAbout,
    RemoveDocument,
    change_completion,
)
from annotator.services.editing.reply_edits import DeleteReply, add_reply, change_reply
from annotator.services.known_annotations import KnownAnnotations
from annotator.storage import (
    annotation_table,
    completion_table,
    document_table,
    member_table,
    tag_table,
    tagging_table,
)
from annotator.storage.document_table import Origin, Source
from annotator.storage.library import Library
from annotator.storage.tagging_table import Tagging

TEXTS = ("新质生产力是什么？𠮷😀。科 技 创 新。", "另一篇文献，讲的是同样的事情。")
TEXT_OF = {source_hash(text): text for text in TEXTS}
NAMES = ("难点", " 难点 ", "ＡＩ", "ai", "定义", "疑问")


def furnished() -> Library:
    """Return a library with two documents and two members."""
    library = Library.in_memory()
    tag_table.insert_built_in(library, [built_in.tag for built_in in libraries.built_in_tags()])
    for number, text in enumerate(TEXTS):
        document = Document(source_hash(text), About(f"第{number}篇"), len(text), "", number)
        document_table.insert(library, document, Source(text), Origin("", "0" * 64, "utf-8"))
    for name in "甲乙":
        libraries.add_member(library, name)
    return library


def selector_of(text: str, start: int, end: int) -> Selector:
    reading_text = ReadingText(text, (Paragraph(0, len(text)),), (Run(0, len(text), 0),))
    return anchoring.describe(source_hash(text), reading_text, ReadingSpan(start, end))


@dataclass(frozen=True)
class Visible:
    """All that a reader sees of a library; times of change aside, which grow with every edit."""

    documents: dict[str, Document]
    codebook: Codebook
    annotations: dict[str, Annotation]
    taggings: frozenset[Tagging]
    finished: dict[str, frozenset[str]]

    @classmethod
    def of(cls, library: Library) -> "Visible":
        annotations = annotation_table.all_annotations(library)
        return cls(
            {document.id: document for document in document_table.all_documents(library)},
            tag_table.codebook(library),
            {one.id: _timeless(one) for one in annotations},
            tagging_table.present(library, [one.id for one in annotations]),
            completion_table.finished(library),
        )


def _timeless(annotation: Annotation) -> Annotation:
    replies = tuple(replace(reply, changed_ms=0) for reply in annotation.replies)
    return replace(annotation, modified_ms=0, replies=replies)


def assert_changes_are_told(before: Visible, after: Visible, changes: Changes) -> None:
    documents = changed_ids(before.documents, after.documents)
    tags = changed_ids(*({tag.id: tag for tag in state.codebook} for state in (before, after)))
    annotations = changed_ids(unordered(before.annotations), unordered(after.annotations))
    annotated = {
        state.annotations[one].document_id
        for state in (before, after)
        for one in annotations & state.annotations.keys()
    }
    gone_with_document = {
        one
        for one in annotations
        for state in (before, after)
        if one in state.annotations and state.annotations[one].document_id in documents
    }
    documents |= changed_ids(before.finished, after.finished)
    assert documents <= changes.documents
    assert tags <= changes.tags
    assert changes.tags or before.codebook == after.codebook
    assert annotated <= changes.annotated
    assert annotations - gone_with_document <= changes.annotations


def unordered(annotations: dict[str, Annotation]) -> dict[str, Any]:
    """Tell annotations apart but for the order of their tags, which is that of the codebook."""
    return {
        key: (
            replace(one, tag_ids=(), given_by=()),
            {*zip(one.tag_ids, one.given_by or repeat(()), strict=False)},
        )
        for key, one in annotations.items()
    }


def changed_ids(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


class Editing(RuleBasedStateMachine):
    """A reader who edits at random, undoes and redoes."""

    def __init__(self) -> None:
        super().__init__()
        self.library = furnished()
        self.members = [member.id for member in member_table.all_members(self.library)]
        self.states = [Visible.of(self.library)]
        self.known, self.known_in_one_text = (
            KnownAnnotations(self.library),
            KnownAnnotations(self.library),
        )
        self.done: list[Edit] = []
        self.undone: list[Edit] = []

    @property
    def now(self) -> Visible:
        return self.states[len(self.done)]

    def do(self, edit: Edit) -> None:
        before = self.now
        self.step(edit.apply, before, None)
        after = Visible.of(self.library)
        self.step(edit.revert, after, before)
        self.step(edit.apply, before, after)
        self.states[len(self.done) + 1 :] = [after]
        self.done.append(edit)
        self.undone.clear()

    def step(
        self, change: Callable[[Library], Changes], before: Visible, expected: Visible | None
    ) -> None:
        changes = change(self.library)
        after = Visible.of(self.library)
        assert expected in (None, after)
        assert_changes_are_told(before, after, changes)
        self.known.take(changes)
        assert list(self.known.all()) == annotation_table.all_annotations(self.library)
        document_id = source_hash(TEXTS[0])
        self.known_in_one_text.take(changes)
        assert list(self.known_in_one_text.in_document(document_id)) == (
            annotation_table.in_document(self.library, document_id)
        )

    def one_of(self, data: st.DataObject, choices: Any) -> Any:
        return data.draw(st.sampled_from(sorted(choices, key=str)))

    def some_of(self, data: st.DataObject, choices: Any) -> list[Any]:
        return sorted(data.draw(st.sets(st.sampled_from(sorted(choices))))) if choices else []

    @precondition(lambda self: self.now.documents)
    @rule(start=st.integers(0, 8), note=st.sampled_from(["", "笔记"]), data=st.data())
    def annotate(self, start: int, note: str, data: st.DataObject) -> None:
        text = TEXT_OF[self.one_of(data, self.now.documents)]
        end = data.draw(st.integers(start + 1, len(text)))
        tag_ids = self.some_of(data, [tag.id for tag in self.now.codebook])
        member = self.one_of(data, self.members)
        try:
            selector = selector_of(text, start, end)
        except EmptyPassageError:
            return
        self.do(AddAnnotation(new_annotation(selector, member, tag_ids=tag_ids, note=note)))

    @precondition(lambda self: self.now.annotations)
    @rule(data=st.data())
    def delete_annotations(self, data: st.DataObject) -> None:
        self.do(DeleteAnnotations(tuple(self.some_of(data, self.now.annotations))))

    @precondition(lambda self: self.now.annotations)
    @rule(note=st.sampled_from(["", "笔记", "另一条\n𠮷"]), data=st.data())
    def write_note(self, note: str, data: st.DataObject) -> None:
        self.do(change_note(self.one_of(data, self.now.annotations.values()), note))

    @property
    def replies(self) -> list[Reply]:
        return [reply for one in self.now.annotations.values() for reply in one.replies]

    @precondition(lambda self: self.now.annotations)
    @rule(content=st.sampled_from(["好", " 𠮷😀\n"]), data=st.data())
    def reply(self, content: str, data: st.DataObject) -> None:
        annotation_id = self.one_of(data, self.now.annotations)
        self.do(add_reply(annotation_id, self.one_of(data, self.members), content))

    @precondition(lambda self: self.replies)
    @rule(content=st.sampled_from(["好", "不好"]), data=st.data())
    def change_reply(self, content: str, data: st.DataObject) -> None:
        self.do(change_reply(self.one_of(data, self.replies), content))

    @precondition(lambda self: self.replies)
    @rule(data=st.data())
    def delete_reply(self, data: st.DataObject) -> None:
        self.do(DeleteReply(self.one_of(data, self.replies).id))

    @precondition(lambda self: self.now.annotations)
    @rule(start=st.integers(0, 5), data=st.data())
    def move_ends(self, start: int, data: st.DataObject) -> None:
        annotation = self.one_of(data, self.now.annotations.values())
        selector = selector_of(TEXT_OF[annotation.document_id], start, start + 3)
        self.do(move(annotation, selector))

    @precondition(lambda self: self.now.annotations)
    @rule(data=st.data())
    def give_tags(self, data: st.DataObject) -> None:
        ids = self.some_of(data, self.now.annotations)
        tag_ids = self.some_of(data, [tag.id for tag in self.now.codebook])
        member, seen = self.one_of(data, self.members), self.some_of(data, self.members)
        hidden = frozenset(self.members) - {*seen}
        before = {one for one in self.now.taggings if one.member_id in hidden - {member}}

        self.do(set_tags(self.library, ids, tag_ids, member, seen=Visibility(hidden)))

        after = self.now.taggings
        assert {one for one in after if one.member_id in hidden - {member}} == before
        shown = {one for one in after if one.annotation_id in ids and one.member_id in seen}
        assert {one.tag_id for one in shown} <= {*tag_ids}
        own = {one for one in after if one.member_id == member}
        given = {(one.annotation_id, one.tag_id) for one in shown | own}
        assert given >= {(id_, tag_id) for id_ in ids for tag_id in tag_ids}

    @rule(name=st.sampled_from(NAMES), underline=st.sampled_from(Underline))
    def add_tag(self, name: str, underline: Underline) -> None:
        try:
            edit = tag_edits.add_tag(self.library, Tag("", name, "#123456", underline))
        except TagNameTakenError:
            return
        self.do(edit)

    @precondition(lambda self: self.now.codebook)
    @rule(name=st.sampled_from(NAMES), definition=st.sampled_from(["", "说明"]), data=st.data())
    def change_tag(self, name: str, definition: str, data: st.DataObject) -> None:
        before = self.one_of(data, self.now.codebook)
        after = replace(before, name=name, definition=definition)
        try:
            edit = tag_edits.change_tag(self.library, before, after)
        except TagNameTakenError:
            return
        self.do(edit)

    @precondition(lambda self: self.now.codebook)
    @rule(data=st.data())
    def delete_tag(self, data: st.DataObject) -> None:
        self.do(tag_edits.DeleteTag(self.one_of(data, self.now.codebook).id))

    @precondition(lambda self: self.now.codebook)
    @rule(place=st.integers(0, 5), data=st.data())
    def move_tag(self, place: int, data: st.DataObject) -> None:
        tag = self.one_of(data, self.now.codebook)
        self.do(tag_edits.move_tag(self.now.codebook, tag.id, place))

    @precondition(lambda self: self.now.documents)
    @rule(
        title=st.sampled_from(["题目", "第0篇"]), kind=st.sampled_from(DocumentKind), data=st.data()
    )
    def change_about(self, title: str, kind: DocumentKind, data: st.DataObject) -> None:
        document = self.one_of(data, self.now.documents.values())
        self.do(ChangeAbout(document.id, document.about, About(title, kind=kind)))

    @precondition(lambda self: self.now.documents)
    @rule(data=st.data())
    def remove_document(self, data: st.DataObject) -> None:
        self.do(RemoveDocument(self.one_of(data, self.now.documents)))

    @precondition(lambda self: self.now.documents)
    @rule(finished=st.booleans(), data=st.data())
    def finish(self, finished: bool, data: st.DataObject) -> None:
        document_id = self.one_of(data, self.now.documents)
        member_id = self.one_of(data, self.members)
        self.do(change_completion(self.library, document_id, member_id, finished=finished))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        before, edit = self.now, self.done.pop()
        self.undone.append(edit)
        self.step(edit.revert, before, self.now)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        before, edit = self.now, self.undone.pop()
        self.done.append(edit)
        self.step(edit.apply, before, self.now)

    def teardown(self) -> None:
        while self.done:
            self.undo()
        assert checking.check(self.library) == []
        self.library.close()


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=150, stateful_step_count=30)
