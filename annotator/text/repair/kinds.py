"""Kinds of paragraphs: titles, headings with their levels, lists, speakers, sources, captions."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from annotator.core.reading_text import ParagraphKind
from annotator.text.bullets import BULLET
from annotator.text.repair.blocks import Block
from annotator.text.repair.layouts import Layout
from annotator.text.repair.patterns import (
    CAPTION,
    SOURCE,
    Ending,
    Numbering,
    ending_of,
    has_prose_mark,
    is_imprint,
    is_speaker,
    numbering_of,
)

_LONGEST_HEADING = 40
_LONGEST_SPEAKER = 60
_LONGEST_QUESTION = 24
_LEAST_BODY = 40
_SHORTEST_SUBJECT = 4
_STOPS = {"。", "；"}
_TITLE_PLACE, _MAIN_PLACE, _SECOND_PLACE, _PLAIN_PLACE = -3, -2, -1, len(Numbering)
_DEEPEST = 6


def with_kinds(
    blocks: Sequence[Block], layout: Layout, *, loose: Collection[int | None]
) -> list[Block]:
    """Return the blocks with their kinds and levels.

    `loose` holds the first lines of blocks beside a gap in the source; no heading is seen in them.
    """
    named: list[Block] = []
    for i, block in enumerate(blocks):
        if block.kind is not ParagraphKind.BODY:
            named.append(block)
            continue
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        before = named[-1] if named else None
        kind = _marked_kind(block, before, following=following)
        if kind is None and block.first not in loose:
            kind = _plain_kind(block, before, following=following, layout=layout)
        divides = kind is ParagraphKind.HEADING and _divides_slides(
            block, before, following=following
        )
        named.append(replace(block, kind=kind, is_main_title=divides) if kind else block)
    return _with_levels(_with_title(named))


def _marked_kind(
    block: Block, before: Block | None, *, following: Block | None
) -> ParagraphKind | None:
    """Return the kind that the block's marks tell, None if it has none."""
    text = block.letters
    if SOURCE.match(text) or is_imprint(text):
        return ParagraphKind.SOURCE
    if CAPTION.match(text):
        return ParagraphKind.CAPTION
    if is_speaker(text):
        quoted = before is not None and before.letters[0] == "“" and len(text) <= _LONGEST_SPEAKER
        return ParagraphKind.SPEAKER if quoted else None
    if BULLET.match(block.opening):
        return ParagraphKind.LIST
    rank = numbering_of(block.opening)
    if rank is None:
        return None
    in_list = rank >= Numbering.DECIMAL and any(
        other is not None and other.page == block.page and numbering_of(other.opening) == rank
        for other in (before, following)
    )
    if not in_list and (rank is Numbering.MARKDOWN or _is_short_and_open(text)):
        return ParagraphKind.HEADING
    return None if rank is Numbering.BRACKETED else ParagraphKind.LIST


def _is_short_and_open(text: str) -> bool:
    """Tell whether the text is short and ends like a heading, without a full stop."""
    if len(text) > _LONGEST_HEADING or not _STOPS.isdisjoint(text):
        return False
    ends = ending_of(text) in {Ending.BARE, Ending.CLOSED} or text[-1] in "？?"
    return ends and any(letter.isalpha() for letter in text)


def _plain_kind(
    block: Block, before: Block | None, *, following: Block | None, layout: Layout
) -> ParagraphKind | None:
    """Return HEADING for a short line without a full stop over a body paragraph."""
    text = block.letters
    opens_page = before is None or before.page != block.page
    if layout is Layout.SLIDES and text[-1] in "？?" and "，" not in text:
        is_question = len(text) <= _LONGEST_QUESTION
        over_body = following is not None and _is_body(following)
        return ParagraphKind.HEADING if is_question and (opens_page or over_body) else None
    if is_speaker(text):
        return None
    if following is None or not _is_short_and_open(text) or text[-1] in "？?":
        return None
    below_heading = before is not None and before.kind in {
        ParagraphKind.HEADING,
        ParagraphKind.TITLE,
        ParagraphKind.LIST,
    }
    if "：" in text or below_heading or not _is_body(following):
        return None
    stands_alone = before is None or _is_body(before) or opens_page
    return ParagraphKind.HEADING if stands_alone else None


def _divides_slides(block: Block, before: Block | None, *, following: Block | None) -> bool:
    """Tell whether the heading is a question that opens a page and has no answer below it."""
    opens_page = before is None or before.page != block.page
    unanswered = following is None or not _is_body(following)
    return block.letters[-1] in "？?" and opens_page and unanswered


def _is_body(block: Block) -> bool:
    text = block.letters
    if len(text) > _LEAST_BODY:
        return True
    return ending_of(text) in {Ending.SENTENCE, Ending.COLON} and has_prose_mark(text)


def _with_title(blocks: list[Block]) -> list[Block]:
    """Make the first block, or the first heading near the start, the title, if none is told.

    Where that heading is one of many, its subject is the title if it stands right before.
    """
    if not blocks or any(block.kind is ParagraphKind.TITLE for block in blocks):
        return blocks
    first = blocks[0]
    longer = any(len(block.letters) > len(first.letters) for block in blocks[1:])
    plain = first.kind in {ParagraphKind.BODY, ParagraphKind.HEADING}
    if longer and plain and _may_be_title(first):
        blocks[0] = replace(first, kind=ParagraphKind.TITLE)
        return blocks
    for i, block in enumerate(blocks):
        if block.kind is ParagraphKind.HEADING:
            near_start = sum(map(_is_body, blocks[:i])) <= 1
            if near_start and _may_be_title(block):
                blocks[i] = replace(block, kind=ParagraphKind.TITLE)
            elif near_start and i and _is_subject(blocks[i - 1], of=block):
                blocks[i - 1] = replace(blocks[i - 1], kind=ParagraphKind.TITLE)
            break
    return blocks


def _is_subject(block: Block, *, of: Block) -> bool:
    """Tell whether the block is a line over a heading that says its words again."""
    is_line = block.kind is ParagraphKind.BODY and block.page == of.page and _may_be_title(block)
    words = block.letters
    return is_line and len(words) >= _SHORTEST_SUBJECT and words in of.letters


def _may_be_title(block: Block) -> bool:
    rank = numbering_of(block.opening)
    unmarked = rank is None or (rank is Numbering.MARKDOWN and not block.opening.startswith("##"))
    is_listed = BULLET.match(block.opening) is not None
    is_one_of_many = is_listed or block.number != ""
    return unmarked and not is_one_of_many and _is_short_and_open(block.letters)


def _with_levels(blocks: Sequence[Block]) -> list[Block]:
    """Number the levels by depth, so that none is skipped: title, 一、, （一）, 1.

    Levels that the file tells keep their order.
    """
    above: list[int] = []
    leveled = []
    for block in blocks:
        level = 0
        if block.kind in {ParagraphKind.TITLE, ParagraphKind.HEADING}:
            place = _place(block)
            while above and above[-1] >= place:
                above.pop()
            above.append(place)
            level = min(len(above), _DEEPEST)
        leveled.append(replace(block, level=level) if level else block)
    return leveled


def _place(block: Block) -> int:
    """Return the place of a heading in the order of ranks; one without any mark comes late."""
    if block.kind is ParagraphKind.TITLE:
        return _TITLE_PLACE
    if block.level:
        return block.level
    rank = numbering_of(block.opening)
    if block.is_main_title or rank is Numbering.BRACKETED:
        return _MAIN_PLACE
    if block.is_second_title:
        return _SECOND_PLACE
    if rank is None:
        return _PLAIN_PLACE
    if rank is Numbering.MARKDOWN:
        return len(block.letters) - len(block.letters.lstrip("#"))
    return rank
