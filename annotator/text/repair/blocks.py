"""Blocks: the lines of one paragraph, before they are set as reading text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.core.reading_text import ParagraphKind
from annotator.text.repair.characters import without_blanks
from annotator.text.repair.contents import Contents, ContentsTitle
from annotator.text.repair.lines import Line
from annotator.text.repair.patterns import has_prose_mark, is_imprint

_HEADLINES = {
    ParagraphKind.TITLE,
    ParagraphKind.HEADING,
    ParagraphKind.CAPTION,
    ParagraphKind.CONTENTS,
}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one paragraph with their ranges in the source.

    `first` is the index of its first line, None if it begins inside a line; `letters` is what the
    lines say without blanks, `opening` the first of them as it is; `entry` is the first line of the
    contents entry that the block is or that lists it, None if neither; `page` is the index of its
    page. A main title is one that the contents list or that slides repeat, a second one what they
    have below a main one. `number` is that of a heading's section, where it stands elsewhere on the
    page.
    """

    first: int | None
    ranges: tuple[tuple[int, int], ...]
    letters: str
    opening: str
    page: int
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    entry: int | None = None
    is_main_title: bool = False
    is_second_title: bool = False
    number: str = ""

    @property
    def keeps_parts(self) -> bool:
        """Whether blanks between its letters part it: headlines, and labels without punctuation."""
        if self.kind in _HEADLINES:
            return True
        return self.kind is not ParagraphKind.SOURCE and not has_prose_mark(self.letters)


def blocks_of(
    lines: Sequence[Line],
    firsts: Sequence[int],
    *,
    contents: Contents,
    titles: Sequence[ContentsTitle],
) -> list[Block]:
    """Return the blocks that start at these lines; contents and listed titles know their kind."""
    entries = {entry.first: entry for entry in contents.entries}
    listed = {title.first: title.entry.first for title in titles}
    blocks = []
    for first, end in pairwise([*firsts, len(lines)]):
        members = lines[first:end]
        block = Block(
            first=first,
            ranges=tuple((line.start, line.end) for line in members),
            letters=without_blanks("".join(line.text for line in members)),
            opening=members[0].text,
            page=members[0].page,
        )
        if first in entries:
            entry = entries[first]
            last_start, _ = block.ranges[-1]
            ranges = (*block.ranges[:-1], (last_start, entry.leader[0]), entry.number)
            block = replace(block, ranges=ranges, letters=entry.letters, entry=first)
        if contents.first <= first <= contents.last and not is_imprint(block.letters):
            block = replace(block, kind=ParagraphKind.CONTENTS)
        elif first in listed:
            block = replace(
                block, kind=ParagraphKind.HEADING, entry=listed[first], is_main_title=True
            )
        blocks.append(block)
    return blocks


def known_borders(contents: Contents, titles: Sequence[ContentsTitle]) -> dict[int, bool]:
    """Return the borders that the contents tell: True for a break, False for a join."""
    known: dict[int, bool] = {}
    if contents.entries:
        known.update(dict.fromkeys(range(contents.first, contents.last + 2), True))
    wholes = [(whole.first, whole.last) for whole in contents.entries]
    wholes += [(whole.first, whole.last) for whole in titles]
    for first, last in wholes:
        known[first] = True
        known.update(dict.fromkeys(range(first + 1, last + 1), False))
        known[last + 1] = True
    return known
