"""Agreement of the members of a library, on the texts that they have finished.

A text is compared by those who finished it, if these are two or more; where somebody has not
finished a text, it is unknown what they would have marked. A text in an open blind round is not
compared, as nobody may see what the others marked. A member marked what they annotated, and
marked it with the tags that they gave themselves, whoever made the annotation. Deleted annotations
and those whose place in their edition is to check, or lost, do not count; the latter are told of.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from annotator.core.annotation import AnchorState
from annotator.core.codebook import Tag
from annotator.core.document import Document
from annotator.core.member import Member
from annotator.core.page import Page
from annotator.core.reading_text import ReadingText
from annotator.core.span import ReadingSpan, SourceSpan
from annotator.exporters.agenda import AgendaItem, to_markdown
from annotator.exporters.wording import Language
from annotator.services import reading
from annotator.storage import (
    completion_table,
    document_table,
    member_table,
    round_table,
    tag_table,
    tagging_table,
)
from annotator.storage.library import Library
from annotator.storage.tagging_table import Mark
from annotator.text.agreement import Figures, Interval, Tally, disputes, stretches, united
from annotator.text.letter_places import LetterPlaces

Pulse: TypeAlias = Callable[[int, int, str], None]

_SURE = (AnchorState.OK, AnchorState.MOVED)
WHATEVER_TAG = ""

_Marks: TypeAlias = dict[str, dict[str, list[Interval]]]


def _no_pulse(_done: int, _total: int, _what: str) -> None:
    """Tell nobody how it goes."""


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A passage and the ids of those of a text's readers who marked it, from end to end."""

    span: ReadingSpan
    marked_by: frozenset[str]

    @property
    def count(self) -> int:
        return len(self.marked_by)


@dataclass(frozen=True, slots=True)
class DisputedPassage:
    """A passage that its readers did not mark alike; `shares` tells how much of it each marked.

    `overlap` is the mean of the shares.
    """

    document: Document
    span: ReadingSpan
    passage: str
    page: Page | None
    shares: tuple[tuple[Member, float], ...]
    overlap: float


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A text with the members who finished it, and for each tag what any of them marked."""

    document: Document
    characters: int
    members: tuple[Member, ...]
    marked: Mapping[str, tuple[MarkedSpan, ...]]


@dataclass(frozen=True, slots=True)
class TagAgreement:
    """Agreement on one tag; `tag` is None for what was marked at all, with a tag or without.

    `disputed` begins with what was marked in common least.
    """

    tag: Tag | None
    figures: Figures
    disputed: tuple[DisputedPassage, ...]

    @property
    def key(self) -> str:
        """What `ComparedText.marked` calls the tag."""
        return _key(self.tag)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of members on texts, first on what was marked at all, then tag by tag.

    `left_out` counts annotations whose place is not sure, `blind` texts in an open blind round.
    """

    members: Mapping[str, Member]
    texts: tuple[ComparedText, ...]
    tags: tuple[TagAgreement, ...]
    left_out: int
    blind: int = 0

    def text(self, document_id: str | None) -> ComparedText | None:
        """Return the comparison of this text, None where it was not compared."""
        return next((one for one in self.texts if one.document.id == document_id), None)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which text and which members are compared; None asks for all."""

    document_id: str | None = None
    member_ids: frozenset[str] | None = None


EVERYTHING = Scope()


class _Comparison:
    """Adds up texts, one after the other."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._tags = [None, *tag_table.codebook(library)]
        self._tallies = {_key(tag): Tally() for tag in self._tags}
        self._disputed: dict[str, list[DisputedPassage]] = defaultdict(list)
        self._texts: list[ComparedText] = []
        self._left_out = 0

    def add(self, document: Document, members: Mapping[str, Member]) -> None:
        """Compare what these members marked in a text."""
        text = _Text(document, reading.reading_text(self._library, document.id), members)
        rows = [row for row in tagging_table.marks(self._library, document.id) if row[0] in members]
        self._left_out += sum(
            tag == WHATEVER_TAG and state not in _SURE for _, tag, state, *_ in rows
        )
        found = text.marks(rows)
        marked = {}
        for key, tally in self._tallies.items():
            marks = {member_id: united(found[key][member_id]) for member_id in members}
            tally.add(text.places.count, marks)
            self._disputed[key] += text.disputed(marks)
            marked[key] = tuple(text.marked(marks))
        length = len(text.text.text)
        self._texts.append(ComparedText(document, length, tuple(members.values()), marked))

    def result(self, blind: int) -> Agreement:
        members = {member.id: member for text in self._texts for member in text.members}
        rows = [
            TagAgreement(
                tag,
                self._tallies[_key(tag)].figures(),
                tuple(sorted(self._disputed[_key(tag)], key=lambda one: one.overlap)),
            )
            for tag in self._tags
        ]
        return Agreement(members, tuple(self._texts), tuple(rows), self._left_out, blind)


@dataclass(frozen=True)
class _Text:
    """One text, and the members who read it, by id."""

    document: Document
    text: ReadingText
    members: Mapping[str, Member]

    @cached_property
    def places(self) -> LetterPlaces:
        return LetterPlaces(self.text.text)

    def marks(self, rows: Iterable[Mark]) -> _Marks:
        """Return the letters that each member marked, by tag; what is not shown has no letters."""
        found: _Marks = defaultdict(lambda: defaultdict(list))
        for member_id, tag_id, state, start, end in rows:
            span = self.text.to_reading(SourceSpan(start, end))
            if span is None or state not in _SURE:
                continue
            before = self.places.letters_before
            letters = before(span.start), before(span.end)
            for key in {WHATEVER_TAG, tag_id}:
                found[key][member_id].append(letters)
        return found

    def marked(self, marks: Mapping[str, Sequence[Interval]]) -> Iterator[MarkedSpan]:
        for one in stretches(marks):
            span = ReadingSpan(*self.places.span(one.start, one.end))
            yield MarkedSpan(span, one.marked_by)

    def disputed(self, marks: Mapping[str, Sequence[Interval]]) -> Iterator[DisputedPassage]:
        for one in disputes(marks):
            span = ReadingSpan(*self.places.span(one.start, one.end))
            length = one.end - one.start
            yield DisputedPassage(
                document=self.document,
                span=span,
                passage=span.slice_of(self.text.text),
                page=self._page(span),
                shares=tuple(
                    (member, one.letters[member.id] / length) for member in self.members.values()
                ),
                overlap=one.overlap,
            )

    def _page(self, span: ReadingSpan) -> Page | None:
        paragraphs = self.text.paragraphs
        return paragraphs[self.text.paragraph_at(span.start)].page if paragraphs else None


def compare(library: Library, scope: Scope = EVERYTHING, pulse: Pulse = _no_pulse) -> Agreement:
    """Compare what members marked. `pulse` is told how many texts are done, of how many."""
    members = {member.id: member for member in member_table.all_members(library)}
    finished = completion_table.finished(library)
    wanted = members.keys() if scope.member_ids is None else scope.member_ids
    blind, compared = round_table.blind_documents(library), []
    for document in document_table.all_documents(library):
        ids = finished.get(document.id, frozenset()) & wanted
        if len(ids) > 1 and document.id not in blind and scope.document_id in (None, document.id):
            compared.append((document, {id_: one for id_, one in members.items() if id_ in ids}))
    comparison = _Comparison(library)
    for number, (document, readers) in enumerate(compared):
        pulse(number, len(compared), document.title)
        comparison.add(document, readers)
    return comparison.result(len(blind))


def compare_in(library_path: Path, scope: Scope, pulse: Pulse) -> Agreement:
    """Compare over a connection of its own: for other threads."""
    with Library.open(library_path) as library:
        return compare(library, scope, pulse)


def agenda(row: TagAgreement, heading: str, language: Language) -> str:
    """Return the disputed passages as a Markdown document, to talk them through."""
    items = [
        AgendaItem(
            one.document.title,
            one.page,
            one.passage,
            tuple((member.name, share) for member, share in one.shares),
        )
        for one in row.disputed
    ]
    return to_markdown(heading, items, language)


def _key(tag: Tag | None) -> str:
    return tag.id if tag else WHATEVER_TAG
