"""Make the library that later versions must still read: `make_old_library.py`, once a version.

It writes version_N.duidu beside itself, and version_N.json with what must be read from it.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from annotator.core.annotation import AnchorState
from annotator.core.blind_round import BlindRound
from annotator.core.codebook import Tag, Underline
from annotator.core.corrections import NO_CORRECTIONS, Rule
from annotator.core.document import About, Document, DocumentKind
from annotator.core.identity import own_tag_id, source_hash
from annotator.core.member import Member
from annotator.core.reading_text import ParagraphKind
from annotator.core.selector import Selector
from annotator.core.span import SourceSpan
from annotator.core.structure import Structure, ToldParagraph
from annotator.services.editing.annotation_edits import (
    AddAnnotation,
    DeleteAnnotations,
    new_annotation,
    set_tags,
)
from annotator.services.editing.tag_edits import AddTag, DeleteTag
from annotator.storage import (
    anchor_revision_table,
    annotation_table,
    document_table,
    member_table,
    round_table,
    tag_table,
)
from annotator.storage.document_table import Origin, Source
from annotator.storage.file_format import SCHEMA_VERSION
from annotator.storage.library import Library

MEMBERS = (
    Member("018e5f00-0000-7000-8000-000000000001", "甲", "#4f7cac"),
    Member("018e5f00-0000-7000-8000-000000000002", "乙", "#c0605a"),
)
BUILT_IN = Tag("0044a435-b5cc-4a13-b023-86434334b8bf", "定义", "#ffe9a8", Underline.SOLID, "是什么")
OWN = Tag(own_tag_id("待查 𠮷"), "待查 𠮷", "#cfe5fa", Underline.WAVE)
DELETED = Tag(own_tag_id("旧标签"), "旧标签", "#f9d5e1")
ROUND_IDS = ("018e5f00-0000-7000-8000-000000000004", "018e5f00-0000-7000-8000-000000000005")
PASSAGE_ID = "018e5f00-0000-7000-8000-000000000003"
TEXTS = {
    "一篇短文.txt": "  关于创新\n\n创新是引领发展的第一动力。\n  要 把 握 机 遇，不要错过😀。\n",
    "另一篇.txt": "第二篇短文也很短。\n其中有𠮷字。\n",
}


def make(library: Library) -> None:
    first, second = MEMBERS
    for member in MEMBERS:
        member_table.insert(library, member)
    member_table.make_current(library, first.id)
    tag_table.insert_built_in(library, [BUILT_IN])
    for tag in (OWN, DELETED):
        AddTag(tag).apply(library)
    for name, text in TEXTS.items():
        about = About(name.removesuffix(".txt"), "某出版社", "2024-03", DocumentKind.ARTICLE)
        document = Document(source_hash(text), about, len(text), name, 1_711_000_000_000)
        document_table.insert(library, document, Source(text), Origin(name, "0" * 64, "utf-8"))
    one, other = TEXTS.values()
    newer = insert_newer_edition(library, of=source_hash(other))
    read_blind(library, source_hash(one), newer)
    correct(library, source_hash(one))
    definition = annotate(library, one, "创新是引领发展的第一动力", first)
    annotate(library, one, "要 把 握 机 遇，不要错过😀", second, PASSAGE_ID)
    moved = annotate(library, other, "𠮷字", first, PASSAGE_ID)
    move_apart(library, moved, other)
    deleted = annotate(library, other, "第二篇", second)
    set_tags(library, [definition], [BUILT_IN.id, OWN.id, DELETED.id], first.id).apply(library)
    DeleteAnnotations((deleted,)).apply(library)
    DeleteTag(DELETED.id).apply(library)


def insert_newer_edition(library: Library, of: str) -> str:
    """Add a text from a Word file that tells its heading, as the newer edition of another; return
    its id.
    """
    text = "第二篇短文\n第二篇短文如今长了一点。\n"
    told = Structure((ToldParagraph(0, ParagraphKind.HEADING, 2),))
    about = About("第二篇短文", date="2025")
    document = Document(source_hash(text), about, len(text), "另一篇.docx", 1_711_000_000_001)
    origin = Origin("另一篇.docx", "1" * 64, "", "docx", 1_710_000_000_000)
    document_table.insert(library, document, Source(text, told), origin)
    document_table.set_predecessor(library, document.id, of)
    return document.id


def read_blind(library: Library, *document_ids: str) -> None:
    """Open a round on each text; the first is ended by the other member, the second goes on."""
    first, second = (member.id for member in MEMBERS)
    rounds = [
        BlindRound(round_id, document_id, first, 1_711_000_000_002, (first, second))
        for round_id, document_id in zip(ROUND_IDS, document_ids, strict=True)
    ]
    round_table.insert(library, rounds)
    round_table.set_ended(library, ROUND_IDS[:1], ended=True, member_id=second)


def correct(library: Library, document_id: str) -> None:
    corrections = NO_CORRECTIONS.with_rule(Rule.BLANKS, on=False).with_break(13).with_join(24)
    document_table.set_corrections(library, document_id, corrections)


def annotate(
    library: Library, source: str, passage: str, member: Member, passage_id: str = ""
) -> str:
    selector = selector_of(source, passage)
    annotation = new_annotation(selector, member.id, note=f"关于“{selector.quotation}”\n\n的笔记")
    AddAnnotation(replace(annotation, passage_id=passage_id)).apply(library)
    return annotation.id


def selector_of(source: str, passage: str) -> Selector:
    start = source.index(passage)
    span = SourceSpan(start, start + len(passage))
    return Selector(source_hash(source), span, "".join(passage.split()), source[:start].strip())


def move_apart(library: Library, annotation_id: str, source: str) -> None:
    """Let two members give an annotation two places, of which neither replaces the other."""
    for member, passage in zip(MEMBERS, ("其中有𠮷字", "有𠮷字"), strict=True):
        member_table.make_current(library, member.id)
        selector = selector_of(source, passage)
        annotation_table.set_anchors(library, {annotation_id: (selector, AnchorState.OK)})
    with library.transaction() as write:
        write.db.execute("UPDATE anchor_revision SET bases = '[]'")
    member_table.make_current(library, MEMBERS[0].id)


def contents(library: Library) -> Iterator[tuple[str, Any]]:
    """Yield what a reader has in a library, as JSON can hold it."""
    documents = document_table.all_documents(library)
    yield "documents", [asdict(document) for document in documents]
    yield "sources", [document_table.source_text(library, document.id) for document in documents]
    structures = (document_table.structure(library, document.id) for document in documents)
    yield "structures", [told and asdict(told) for told in structures]
    yield (
        "corrections",
        [
            {name: sorted(values) for name, values in asdict(corrections).items()}
            for corrections in (
                document_table.corrections(library, document.id) for document in documents
            )
        ],
    )
    yield "codebook", [asdict(tag) for tag in tag_table.codebook(library)]
    yield "members", [asdict(member) for member in member_table.all_members(library)]
    yield "rounds", [asdict(one) for one in round_table.all_rounds(library)]
    yield (
        "places",
        {
            annotation_id: [place.selector.quotation for place in places]
            for annotation_id, places in anchor_revision_table.conflicts(library).items()
        },
    )
    yield "annotations", [asdict(one) for one in annotation_table.all_annotations(library)]


if __name__ == "__main__":
    target = Path(__file__).with_name(f"version_{SCHEMA_VERSION}.duidu")
    with Library.create(target, make) as made:
        told = json.dumps(dict(contents(made)), ensure_ascii=False, indent=1)
    target.with_suffix(".json").write_text(told + "\n", encoding="utf-8")
