"""Blanks: which of them are the author's, and which only came with the typesetting."""

import re
from collections.abc import Iterator, Sequence

from annotator.text.repair.characters import FULL_WIDTH, IDEOGRAPHS, SHARED
from annotator.text.repair.widths import is_chinese

_CHUNK = re.compile(r"\S+")
_BLANK = re.compile(r"\s")
_MARK = re.compile(r"(?:第\w{1,6}[条章节]|\d{1,3}[.．]|[①-⑳•▪◦*+>-]|#{1,6})(?=\s)")
_WIDEST_GAP = 4
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_FULL_WIDTH = re.compile(f"[{FULL_WIDTH}]")
_TOKEN_AT_END = re.compile(r"[A-Za-z0-9.,%+/-]{1,40}$")
_TOKEN_AT_START = re.compile(r"[A-Za-z0-9.,%+/-]{1,40}")
_DATE_GOES_ON = re.compile(r"\d{1,2}\s*[月日]|[一二三四五六七八九十]+[月日]")
_CLOSING_A_PART = "”’》」』】）？！…]"
_OPENING_A_PART = "“‘《「『"

# A range of the source text, or None for an inserted blank.
Piece = tuple[int, int] | None


def compose(
    source: str,
    ranges: Sequence[tuple[int, int]],
    *,
    keeps_parts: bool,
    parted: frozenset[int] = frozenset(),
) -> Iterator[Piece]:
    """Yield the pieces that show these ranges of lines as one paragraph.

    `keeps_parts` tells whether blanks between ideographs stay, as in a headline; tabs part always.
    `parted` holds the indices of the ranges that a blank parts from the one before.
    """
    before = ""
    for index, (start, end) in enumerate(ranges):
        text = source[start:end]
        parts = keeps_parts and not _is_spaced_out(text)
        mark = _MARK.match(text) if index == 0 else None
        for chunk in _CHUNK.finditer(text):
            at = start + chunk.start()
            if chunk.start() == 0:
                if index and (index in parted or _needs_blank(before, chunk[0], line=text)):
                    yield None
            elif (
                source[at - 1] == "\t"
                or _follows(mark, chunk.start(), before=before)
                or keeps_blank(before, chunk[0], between_parts=parts)
            ):
                yield (at - 1, at) if source[at - 1] == " " else None
            yield at, start + chunk.end()
            before = chunk[0]


def as_typed(source: str, ranges: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Yield the pieces that show these ranges as one paragraph, with every blank in the lines."""
    before = ""
    for start, end in ranges:
        text = source[start:end]
        if before and _needs_blank(before, text, line=text):
            yield None
        yield start, end
        before = text


def keeps_blank(before: str, after: str, *, between_parts: bool) -> bool:
    """Tell whether the blank between two stretches of letters is shown.

    Between two Latin words it is, between figures too; beside an ideograph or Chinese punctuation
    it is not, unless it stands between two parts of a headline or two labels on one line.
    """
    left, right = before[-1], after[0]
    if _is_chinese_mark(left, right) or _is_chinese_mark(right, left):
        return between_parts and _parts_meet(left, right)
    left_is_ideograph, right_is_ideograph = _IDEOGRAPH.match(left), _IDEOGRAPH.match(right)
    if left_is_ideograph and right_is_ideograph:
        return between_parts
    if left_is_ideograph and (token := _TOKEN_AT_START.match(after)):
        if between_parts and before[0].isdigit() and right.isdigit():
            return not _DATE_GOES_ON.match(after)
        return not _has_digit(token[0])
    if right_is_ideograph and (token := _TOKEN_AT_END.search(before)):
        return not _has_digit(token[0])
    return True


def _follows(mark: re.Match[str] | None, start: int, *, before: str) -> bool:
    """Tell whether letters from here on are the first behind the mark that opens the paragraph."""
    return mark is not None and before == mark[0] and start <= mark.end() + _WIDEST_GAP


def _is_chinese_mark(mark: str, neighbour: str) -> bool:
    """Tell whether a mark is Chinese punctuation; quotes and dashes are beside Chinese letters."""
    if _FULL_WIDTH.match(mark):
        return True
    return mark in SHARED and (
        is_chinese(neighbour) or neighbour in SHARED or _FULL_WIDTH.match(neighbour) is not None
    )


def _parts_meet(left: str, right: str) -> bool:
    ends = left in _CLOSING_A_PART or left.isalnum()
    return ends and (right in _OPENING_A_PART or right.isalnum())


def _has_digit(token: str) -> bool:
    return any(letter.isdigit() for letter in token)


def _is_spaced_out(text: str) -> bool:
    """Tell whether blanks stand between most of the letters: 产 业 和 未 来, 目  录."""
    if not _BLANK.search(text):
        return False
    solid, blanks, last = 0, 0, ""
    for chunk in _CHUNK.finditer(text):
        letters = _IDEOGRAPH.findall(chunk[0])
        solid += max(0, len(letters) - 1)
        blanks += bool(last and _IDEOGRAPH.match(last) and _IDEOGRAPH.match(chunk[0][0]))
        last = chunk[0][-1]
    return blanks > 0 and (not solid or (blanks > 2 and blanks * 5 > (solid + blanks) * 2))


def _needs_blank(before: str, after: str, *, line: str) -> bool:
    """Tell whether two lines are joined by a blank: between two Western words, not 5G|无界."""
    left, right = before[-1], after[0]
    if _IDEOGRAPH.match(left) or _IDEOGRAPH.match(right):
        return False
    if _is_chinese_mark(left, right) or _is_chinese_mark(right, left):
        return False
    if left in "-/" and before[-2:-1].isalnum() and right.islower():
        return False
    return not (left.isdigit() and right.isdigit() and is_chinese(line))
