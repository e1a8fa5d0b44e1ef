"""Assembling: blocks become the reading text with its map, outline, contents and marks."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from annotator.core.corrections import Rule
from annotator.core.page import Page
from annotator.core.reading_text import (
    ContentsEntry,
    DroppedPiece,
    Mark,
    OutlineEntry,
    PageTurn,
    Paragraph,
    ParagraphKind,
    ReadingText,
    Run,
)
from annotator.core.span import SourceSpan
from annotator.text.repair.blanks import Piece, as_typed, compose
from annotator.text.repair.blocks import Block
from annotator.text.repair.characters import without_blanks
from annotator.text.repair.contents import Entry
from annotator.text.repair.marks import MarkKind, garbled_offset, mark, may_be_garbled
from annotator.text.repair.patterns import is_credit
from annotator.text.repair.pulses import Pulse, no_pulse, pulsing
from annotator.text.repair.reasons import DropReason

_LINE_ENDS = frozenset("\n\f\v\x85\u2028\u2029")


@dataclass(slots=True)
class _Writer:
    """Writes the reading text and its runs."""

    source: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)

    def write(self, piece: Piece) -> None:
        if piece is None:
            self.write_letter(" ")
            return
        start, end = piece
        last = self.runs[-1] if self.runs else None
        self.parts.append(self.source[start:end])
        if last and self.length - last.start == last.length == start - last.source_start:
            self.runs[-1] = Run(last.start, last.length + end - start, last.source_start)
        else:
            self.runs.append(Run(self.length, end - start, start))
        self.length += end - start

    def write_letter(self, letter: str) -> None:
        """Write a character that has no place in the source."""
        self.parts.append(letter)
        self.length += 1


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found besides the blocks: pages, contents, dropped ranges, gaps.

    `pages` gives the number of the page that begins at each source offset, None where it is not
    sure, in ascending order; `torn` holds the first lines of the blocks that a gap in the source
    stands before, `after_empty` the places in the source before which a page has no text.
    """

    pages: Mapping[int, Page | None]
    entries: Mapping[int, Entry]
    not_found: frozenset[int]
    dropped: Mapping[tuple[int, int], DropReason]
    torn: frozenset[int]
    after_empty: Sequence[int] = ()


def assemble(
    source: str,
    blocks: Sequence[Block],
    *,
    findings: Findings,
    off: Collection[Rule] = (),
    pulse: Pulse = no_pulse,
) -> ReadingText:
    """Set the blocks as paragraphs, one line end between two; `off` holds the rules to leave."""
    writer = _Writer(source)
    page_starts = list(findings.pages)
    paragraphs: list[Paragraph] = []
    blanks_in_entries: dict[int | None, frozenset[int]] = {}
    for block in pulsing(blocks, pulse):
        if paragraphs:
            writer.write_letter("\n")
        start, part = writer.length, len(writer.parts)
        if Rule.BLANKS in off:
            pieces = as_typed(source, block.ranges)
        else:
            parted = _parted(source, block, blanks=blanks_in_entries.get(block.entry, ()))
            pieces = compose(source, block.ranges, keeps_parts=block.keeps_parts, parted=parted)
        for piece in pieces:
            writer.write(piece)
        if block.kind is ParagraphKind.CONTENTS and block.entry is not None:
            blanks_in_entries[block.entry] = _blanks(writer.parts[part:])
        page = findings.pages[page_starts[bisect_right(page_starts, block.ranges[0][0]) - 1]]
        paragraphs.append(Paragraph(start, writer.length, block.kind, block.level, page))
    text = "".join(writer.parts)
    marks = _marks(text, blocks, paragraphs=paragraphs, runs=writer.runs, findings=findings)
    whole = ReadingText(
        text=text,
        paragraphs=tuple(paragraphs),
        runs=tuple(writer.runs),
        dropped=tuple(_dropped(source, writer.runs, reasons=findings.dropped)),
        outline=tuple(_outline(text, blocks, paragraphs)),
        contents=tuple(_contents(text, blocks, paragraphs=paragraphs, findings=findings)),
        marks=tuple(marks),
    )
    return replace(whole, page_turns=tuple(_page_turns(whole, findings.pages)))


def _page_turns(text: ReadingText, pages: Mapping[int, Page | None]) -> Iterator[PageTurn]:
    """Yield the pages that begin inside paragraphs; of those of which nothing is shown, none."""
    starts = {text.reading_offset(start): page for start, page in pages.items()}
    borders = {paragraph.start for paragraph in text.paragraphs} | {len(text.text)}
    before: Page | None = None
    for start, page in starts.items():
        if start not in borders and page != before:
            yield PageTurn(start, page)
        before = page


def _blanks(parts: Sequence[str]) -> frozenset[int]:
    """Return how many letters stand before each blank."""
    blanks, letters = set(), 0
    for letter in "".join(parts):
        if letter == " ":
            blanks.add(letters)
        else:
            letters += 1
    return frozenset(blanks)


def _parted(source: str, block: Block, *, blanks: Collection[int]) -> frozenset[int]:
    """Return the lines that start a new part of a headline or of a list item.

    The contents entry of a title tells by its own blanks, an entry by two blanks at the line's end;
    its last range is the page number. In a list of works, each is parted from its credit.
    """
    if block.kind is ParagraphKind.LIST:
        last = len(block.ranges) - 1
        start, end = block.ranges[last]
        return frozenset({last} if is_credit(source[start:end]) else ())
    is_entry = block.kind is ParagraphKind.CONTENTS and block.entry is not None
    if not is_entry and not blanks:
        return frozenset()
    parted, letters = set(), 0
    for index, (start, end) in enumerate(block.ranges):
        if letters in blanks:
            parted.add(index)
        if is_entry and (source[end : end + 2] == "  " or index == len(block.ranges) - 2):
            parted.add(index + 1)
        letters += len(without_blanks(source[start:end]))
    return frozenset(parted)


def _outline(
    text: str, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]
) -> list[OutlineEntry]:
    return [
        OutlineEntry(
            f"{block.number} {text[item.start : item.end]}".lstrip(),
            item.level,
            item.start,
            item.page,
        )
        for block, item in zip(blocks, paragraphs, strict=True)
        if item.level
    ]


def _contents(
    text: str, blocks: Sequence[Block], *, paragraphs: Sequence[Paragraph], findings: Findings
) -> list[ContentsEntry]:
    return [
        ContentsEntry(
            text[item.start : item.end].rpartition(" ")[0], findings.entries[block.entry].page
        )
        for block, item in zip(blocks, paragraphs, strict=True)
        if block.kind is ParagraphKind.CONTENTS and block.entry is not None
    ]


def _marks(
    text: str,
    blocks: Sequence[Block],
    *,
    paragraphs: Sequence[Paragraph],
    runs: Sequence[Run],
    findings: Findings,
) -> list[Mark]:
    marks: list[Mark] = []
    is_in_doubt = may_be_garbled(text)
    for block, item in zip(blocks, paragraphs, strict=True):
        if block.first in findings.torn:
            marks.append(mark(MarkKind.PAGE_MISSING, item.start))
        if block.kind is ParagraphKind.CONTENTS and block.entry in findings.not_found:
            marks.append(mark(MarkKind.LISTED_NOT_FOUND, item.start))
        offset = garbled_offset(text[item.start : item.end]) if is_in_doubt else None
        if offset is not None:
            marks.append(mark(MarkKind.GARBLED, item.start + offset))
    marks += _marks_of_empty_pages(runs, findings.after_empty)
    return sorted(marks, key=attrgetter("start"))


def _marks_of_empty_pages(runs: Sequence[Run], places: Sequence[int]) -> Iterator[Mark]:
    """Yield a mark where each of these places is shown, or what comes next; else at the end."""
    ends = [run.source_start + run.length for run in runs]
    for place in places:
        run = runs[min(bisect_right(ends, place), len(runs) - 1)]
        into = min(max(0, place - run.source_start), run.length - 1)
        yield mark(MarkKind.PAGE_EMPTY, run.start + into)


def _dropped(
    source: str, runs: Sequence[Run], *, reasons: Mapping[tuple[int, int], DropReason]
) -> Iterator[DroppedPiece]:
    """Yield all that is in no run, so that runs and dropped pieces cover the source."""
    shown = [(run.source_start, run.source_start + run.length) for run in runs]
    at = 0
    for start, end in sorted([*shown, *reasons, (len(source), len(source))]):
        if at < start:
            ends_line = not _LINE_ENDS.isdisjoint(source[at:start])
            reason = DropReason.LINE_END if ends_line else DropReason.BLANK
            yield DroppedPiece(SourceSpan(at, start), reason)
        if (start, end) in reasons:
            yield DroppedPiece(SourceSpan(start, end), reasons[start, end])
        at = end
