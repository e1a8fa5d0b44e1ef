"""Excerpts: passages as they are exported, and the groups in which a reader wants them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.annotation import AnchorState
from annotator.core.page import Page
from annotator.text.repair import MarkKind


class Grouping(StrEnum):
    """Under what excerpts are put together. READING_ORDER is one list without headings."""

    TAG = "tag"
    DOCUMENT = "document"
    READING_ORDER = "reading_order"


@dataclass(frozen=True, slots=True)
class Article:
    """An article that a document took from elsewhere, and its origin; "" is unknown."""

    title: str
    author: str = ""
    publisher: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class ExcerptReply:
    """What a member replied, and the ISO day on which it was."""

    member: str
    date: str
    content: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage with its source, its tags and what a member wrote about it; "" is unknown.

    `date` is the ISO day on which it was annotated, `document_date` that of the document.
    `article` is the one in the document that it stands in, `section` the heading under which it
    stands, `speaker` whose words it quotes; `paragraph` counts from 1 and `page` as printed in the
    source. `last_page` is that on which it ends, None where it is the same or not known. `start` is
    its reading offset. The quotation's paragraphs are divided by `\\n`. Excerpts of one `passage`
    are repeats of it; "" is a passage of its own. `editor_notes` tell what is wrong in the source
    within the passage.
    """

    quotation: str
    document_id: str
    document_title: str
    start: int
    paragraph: int
    publisher: str = ""
    document_date: str = ""
    article: Article | None = None
    section: str | None = None
    speaker: str = ""
    page: Page | None = None
    last_page: Page | None = None
    editor_notes: tuple[MarkKind, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    member: str = ""
    date: str = ""
    state: AnchorState = AnchorState.OK
    replies: tuple[ExcerptReply, ...] = ()
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Excerpts in reading order under a name: a tag, a document, "" where they have neither."""

    name: str
    excerpts: tuple[Excerpt, ...]


def distinct_passages(excerpts: Iterable[Excerpt]) -> int:
    """Return how many passages these are, each counted once however often it is repeated."""
    passages = [excerpt.passage for excerpt in excerpts]
    return passages.count("") + len({*passages} - {""})


def grouped(excerpts: Sequence[Excerpt], grouping: Grouping) -> list[Group]:
    """Return the groups; tags and documents stand in the order in which they first occur.

    An excerpt is in the group of each of its tags; those without any make the last group.
    """
    in_order = _in_reading_order(excerpts)
    if not in_order:
        return []
    match grouping:
        case Grouping.TAG:
            return _by_tag(excerpts, in_order)
        case Grouping.DOCUMENT:
            return _by_document(in_order)
        case Grouping.READING_ORDER:
            return [Group("", tuple(in_order))]


def _in_reading_order(excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    place = {id_: rank for rank, id_ in enumerate(_once(e.document_id for e in excerpts))}
    return sorted(excerpts, key=lambda excerpt: (place[excerpt.document_id], excerpt.start))


def _by_tag(excerpts: Sequence[Excerpt], in_order: list[Excerpt]) -> list[Group]:
    groups = [
        Group(tag, tuple(excerpt for excerpt in in_order if tag in excerpt.tags))
        for tag in _once(tag for excerpt in excerpts for tag in excerpt.tags)
    ]
    untagged = tuple(excerpt for excerpt in in_order if not excerpt.tags)
    return [*groups, Group("", untagged)] if untagged else groups


def _by_document(in_order: list[Excerpt]) -> list[Group]:
    members: dict[str, list[Excerpt]] = {}
    for excerpt in in_order:
        members.setdefault(excerpt.document_id, []).append(excerpt)
    return [Group(those[0].document_title, tuple(those)) for those in members.values()]


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
