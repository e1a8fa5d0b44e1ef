"""Sections: the parts of a reading text, and which are articles with an origin of their own.

An article is what the text's own contents list, or what a line of source or author closes or opens
beside others. All of it is read off the text: a title or a date that it does not tell stays empty.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.core.page import Page
from annotator.core.reading_text import ParagraphKind, ReadingText
from annotator.core.span import ReadingSpan
from annotator.text.credits import NO_CREDIT, Credit, agency_of, credit_of, joined
from annotator.text.repair.characters import without_blanks

_NOT_BODY = {ParagraphKind.TITLE, ParagraphKind.HEADING, ParagraphKind.CONTENTS}
_FEWEST_CLOSED = 2
_COLON = "："


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a reading text; `parent` is the index of the section that it belongs to.

    An article without a title has "". `is_torn` says that its beginning is missing: its title is
    then the one that the contents list. Pages are those on which it begins and ends, None where the
    source does not tell.
    """

    span: ReadingSpan
    title: str
    level: int
    parent: int | None = None
    is_article: bool = False
    is_torn: bool = False
    credit: Credit = NO_CREDIT
    first_page: Page | None = None
    last_page: Page | None = None

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def name(self) -> str:
        """The title without the name of the periodical before it, which the credit tells."""
        return self.title.removeprefix(self.credit.publisher + _COLON)


@dataclass(frozen=True)
class Sections:
    """The sections in the order of the text; what comes before the first belongs to none."""

    all: tuple[Section, ...] = ()

    def __iter__(self) -> Iterator[Section]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, index: int) -> Section:
        return self.all[index]

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.all]

    def index_at(self, offset: int) -> int | None:
        """Return the index of the innermost section around this reading offset, None before all."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def at(self, offset: int) -> Section | None:
        """Return the innermost section around this reading offset, None if there is none."""
        index = self.index_at(offset)
        return None if index is None else self.all[index]

    def article_at(self, offset: int) -> Section | None:
        """Return the article around this reading offset, None where there is none."""
        index = self.index_at(offset)
        while index is not None and not self.all[index].is_article:
            index = self.all[index].parent
        return None if index is None else self.all[index]


@dataclass(frozen=True, slots=True)
class _Start:
    """The paragraph with which a section begins."""

    paragraph: int
    title: str
    level: int
    is_article: bool = False
    is_torn: bool = False


def sections_of(text: ReadingText) -> Sections:
    """Return the sections of a reading text."""
    reader = _Reader(text)
    every = [*reader.headings(), *reader.untitled()]
    starts = sorted(every, key=lambda one: (one.paragraph, one.level))
    spans = _spans(text, starts)
    sections: list[Section] = []
    open_ones: list[int] = []
    for index, (start, span) in enumerate(zip(starts, spans, strict=True)):
        while open_ones and sections[open_ones[-1]].level >= start.level:
            open_ones.pop()
        sections.append(
            Section(
                span=span,
                title=start.title,
                level=start.level,
                parent=open_ones[-1] if open_ones else None,
                is_article=start.is_article,
                is_torn=start.is_torn,
                first_page=text.paragraphs[start.paragraph].page,
                last_page=text.page_at(span.end - 1),
            )
        )
        open_ones.append(index)
    return Sections(tuple(reader.with_credits(sections)))


def _spans(text: ReadingText, starts: list[_Start]) -> list[ReadingSpan]:
    """Return how far each section reaches: to the next one that is not below it."""
    spans = []
    following: list[tuple[int, int]] = []
    for start in reversed(starts):
        offset = text.paragraphs[start.paragraph].start
        while following and following[-1][1] > start.level:
            following.pop()
        end = following[-1][0] - 1 if following else len(text.text)
        spans.append(ReadingSpan(offset, max(end, offset + 1)))
        following.append((offset, start.level))
    return spans[::-1]


class _Reader:
    """Reads off one text where articles begin and end, and what is told of them."""

    def __init__(self, text: ReadingText) -> None:
        self._text = text
        self._paragraphs = text.paragraphs
        self._entries = {text.paragraph_at(entry.start): entry for entry in text.outline}
        self._opening, self._closing = self._credit_lines()
        self._listed = self._listed_headings()
        self._articles = self._listed or self._credited_headings()
        self._torn, self._unsure = self._torn_articles()
        levels = [self._entries[index].level for index in self._articles]
        self._article_level = min(levels, default=1)

    def headings(self) -> list[_Start]:
        return [
            _Start(index, entry.title, entry.level, is_article=index in self._articles)
            for index, entry in self._entries.items()
        ]

    def untitled(self) -> list[_Start]:
        """Return the articles that begin without a title of their own, after the end of another."""
        level = self._article_level
        if self._listed:
            return [
                _Start(start, title, level, is_article=True, is_torn=True)
                for start, title in self._torn.items()
            ]
        ends = sorted(self._closing) if len(self._closing) >= _FEWEST_CLOSED else []
        starts = (end + 1 for end in ends if end + 1 < len(self._paragraphs))
        return [_Start(i, "", level, is_article=True) for i in starts if i not in self._entries]

    def with_credits(self, sections: list[Section]) -> Iterator[Section]:
        """Yield the sections with what is told of them; a document alone is its own article."""
        found = [replace(section, credit=self._credit(section)) for section in sections]
        periodicals = {section.credit.publisher for section in found} - {""}
        for section in found:
            prefix = section.title.partition(_COLON)[0]
            if section.is_article and not section.credit.publisher and prefix in periodicals:
                yield replace(section, credit=replace(section.credit, publisher=prefix))
            else:
                yield section

    def _credit(self, section: Section) -> Credit:
        first = self._text.paragraph_at(section.start)
        last = self._text.paragraph_at(section.span.end - 1)
        lines = list(self._opening.get(first, ()))
        is_alone = not self._articles and section.parent is None
        if (section.is_article and first not in self._unsure) or is_alone:
            lines += [i for i in self._group_before(last) if i not in lines]
        found = joined([credit_of(self._words(i)) for i in lines])
        if section.is_article or is_alone:
            body = next((i for i in range(first, last + 1) if self._is_body(i)), None)
            if body is not None and not found.publisher:
                found = replace(found, publisher=agency_of(self._words(body)))
        return found

    def _credit_lines(self) -> tuple[dict[int, list[int]], set[int]]:
        """Return the lines of origin under each heading, and the last lines of those at an end."""
        opening: dict[int, list[int]] = {}
        closing: set[int] = set()
        heading: int | None = None
        has_body = False
        for index, paragraph in enumerate(self._paragraphs):
            if paragraph.kind is not ParagraphKind.SOURCE:
                heading = index if index in self._entries else None
                has_body = has_body or self._is_body(index)
            elif heading is not None:
                opening.setdefault(heading, []).append(index)
            elif has_body:
                closing.discard(index - 1)
                closing.add(index)
        return opening, closing

    def _listed_headings(self) -> set[int]:
        listed = {without_blanks(entry.title) for entry in self._text.contents}
        return {i for i, entry in self._entries.items() if without_blanks(entry.title) in listed}

    def _credited_headings(self) -> set[int]:
        """Return the headings of articles that lines of origin open or close, if there are two."""
        opened = {i for i in self._opening if self._entries[i].level > 1}
        after = {i + 1 for i in self._closing} & self._entries.keys()
        if len(opened) + len(self._closing) < _FEWEST_CLOSED:
            return set()
        level = min((self._entries[i].level for i in opened | after), default=1)
        same = {i for i in opened | after if self._entries[i].level == level}
        ends = sorted(self._closing)
        first = [i for i, one in self._entries.items() if ends and i < ends[0]]
        at_level = [i for i in first if self._entries[i].level == level]
        return same | set(at_level[:1] or first[:1])

    def _torn_articles(self) -> tuple[dict[int, str], set[int]]:
        """Return where articles begin that have lost their titles, with the titles that the
        contents list there; and after which headings it is not sure whose the lines of origin are.
        """
        torn: dict[int, str] = {}
        unsure: set[int] = set()
        titles = [without_blanks(entry.title) for entry in self._text.contents]
        headings = sorted(self._listed)
        for heading, following in zip(headings, [*headings[1:], None], strict=False):
            first = titles.index(self._letters(heading)) + 1
            last = len(titles) if following is None else titles.index(self._letters(following))
            end = len(self._paragraphs) if following is None else following
            ends = sorted(i for i in self._closing if heading < i < end)
            lost = self._text.contents[first:last]
            if lost and len(ends) == len(lost) + 1:
                torn |= {i + 1: entry.title for i, entry in zip(ends, lost, strict=False)}
            elif lost:
                unsure.add(heading)
        return torn, unsure

    def _group_before(self, last: int) -> list[int]:
        """Return the lines of origin with which a section ends at this paragraph."""
        first = last
        while first >= 0 and self._paragraphs[first].kind is ParagraphKind.SOURCE:
            first -= 1
        return list(range(first + 1, last + 1)) if last in self._closing else []

    def _is_body(self, index: int) -> bool:
        kind = self._paragraphs[index].kind
        return kind not in _NOT_BODY and kind is not ParagraphKind.SOURCE

    def _words(self, index: int) -> str:
        paragraph = self._paragraphs[index]
        return self._text.text[paragraph.start : paragraph.end]

    def _letters(self, index: int) -> str:
        return without_blanks(self._entries[index].title)
